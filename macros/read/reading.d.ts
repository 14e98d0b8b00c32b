// What the scripts of a reading page leave for each other in the window, by that name: browsers of 2019 know no globalThis.

/** macros/read/copy.js: puts a text on the clipboard and says so in the page. */
declare var copied: (text: string, said: string) => Promise<void>;

/** macros/read/citing.js. A block is the element of one provision, with data-anchor and data-place. */
declare var citing: {
  blocks: HTMLElement[];
  /** Of `a4-i2`, and of `about-a4-i2` and `a4-i2-fix1`, which speak of it. */
  blockOf(id: string): HTMLElement | undefined;
  /** In the order of the text; where the second ends what it stands in, that as a whole. */
  ordered(from: HTMLElement, to: HTMLElement): [HTMLElement, HTMLElement];
  between(from: HTMLElement, to: HTMLElement): HTMLElement[];
  /** 第五条第（一）至（三）项 */
  place(from: HTMLElement, to: HTMLElement): string;
  /** 《…》（文号）第五条第（一）至（三）项 */
  citation(from: HTMLElement, to?: HTMLElement): string;
  words(from: HTMLElement, to?: HTMLElement): string;
  /** The citation, words in quotation marks, the address if there is one. */
  full(from: HTMLElement, to?: HTMLElement, words?: string): string;
  /** "" where the page lies on a disk and is published nowhere. */
  address(block: HTMLElement): string;
};

/** macros/read/range.js: begins to choose from a provision on. */
declare var rangeFrom: (block: HTMLElement) => void;

/** macros/read/whereabouts.js: keeps what is read where it is while `change` changes the page around it. */
declare var keptInPlace: (change: () => void) => void;
