// What the scripts of the pages of tables leave for each other in the window.

/** A sheet of the table's workbook: macros/tables/selection.py. */
interface SheetData<Row> {
  title: string;
  widths: number[];
  head: string[];
  rows: Row[];
}
/** The script of a table's data: the strip, the answers in pieces, every cell with its quotes; and where they are from. */
declare var comparison: {
  columns: string[];
  rows: string[];
  sheets: [SheetData<(string | number)[]>, SheetData<string[][]>, SheetData<string[]>];
  about: SheetData<[name: string, said: string]>;
  place: string;
  dated: string;
};
/** The script of the library that writes XLSX, as wasm_checker/build/bundles/classic/ makes it. */
declare var writeXlsx: (pages: WorkbookPage[], ends: { title: string; place: string; dated: string }) => Promise<Blob>;
interface WorkbookPage {
  title: string;
  widths: number[];
  lines: (string | number)[][];
  colors?: (string | undefined)[][];
}
type WordPiece = import("docx").Paragraph | import("docx").Table;
/** The same for DOCX, with the styles and fonts of macros/tables/word. */
declare var wordWriter: {
  paragraph: (text: string, bold?: boolean) => WordPiece;
  heading: (text: string, level?: number) => WordPiece;
  kept: (text: string) => WordPiece;
  table: (lines: string[][], shares: number[], led: boolean, colors?: (string | undefined)[][]) => WordPiece;
  packed: (given: { title: string; place: string; dated: string; children: WordPiece[] }) => Promise<Blob>;
};
/** macros/tables/save-docx.js. `colors`: by line and cell. `across`, `down`: which columns and rows of `comparison`. */
declare var writeDocx: (given: {
  title: string;
  place: string;
  strip: { lines: string[][]; widths: number[]; colors: (string | undefined)[][] };
  across: number[];
  down: number[];
}) => Promise<Blob>;

/** A row of a comparison; `codes` as macros/compare/tones.py has them; `cells` as they came, whatever stands first now. */
interface ComparedRow {
  row: HTMLTableRowElement;
  id: string;
  status: string[];
  codes: string[];
  cells: HTMLTableCellElement[];
}
/** macros/compare/columns.js. `set`: shows those columns, the document's own first. */
declare var comparedColumns: (table: HTMLTableElement) => {
  ids: string[];
  documents: string[];
  rows: ComparedRow[];
  set: (cols: string[], mine: string) => void;
};

/** macros/compare/rows.js: whether a row is left by what is chosen, `cols` being the columns shown. */
declare var rowMatches: (
  one: ComparedRow,
  choice: { show: string; status: string; q: string; cols: string[]; mine: string },
  compared: { ids: string[]; documents: string[] },
) => boolean;

/** macros/compare/address.js. `listed`: a list of the address. `of`: the address with `written` in it, '' taken out. */
declare var chosenAddress: {
  listed(name: string): string[];
  of(written: Record<string, string>, path?: string): string;
  keep(written: Record<string, string>): void;
};

/** macros/compare/unfold.js. `said`: what stands open, as `open` reads it; that returns what is not in the table. */
declare var unfolded: { said(): string; open(ids: string[]): string[]; changed(): void };

/**
 * macros/compare/basket.js. `rows`: the chosen rows in their order, of whatever page. `view`: they stand alone, on top of the others, or
 * where they always stand. `lost`: what the address names and the site does not have. `leaving`: this page is on its way to another.
 */
declare var basket: {
  rows: string[];
  view: "" | "top" | "only";
  lost: string[];
  leaving: boolean;
  changed(): void;
  written(view?: "" | "top" | "only"): Record<string, string>;
  look(view: "" | "top" | "only"): void;
};

/** macros/read/copy.js: whether the text is in the clipboard now. */
declare var copyText: (text: string) => Promise<boolean>;

/** macros/compare/place.js: a document's name; "" forgets it. */
declare var keptPlace: { can: boolean; read(): string | null; write(place: string): void };

/** An instrument's provisions: anchor, place, and the words as they are read and, if they differ, as they are printed. */
interface InstrumentTexts {
  id: string;
  short: string;
  marks: string[];
  provisions: [anchor: string, place: string, ...versions: string[]][];
}
declare var provisionTexts: InstrumentTexts[];

declare module "*.xml" {
  const text: string;
  export default text;
}

declare module "*/writeXlsxFileUniversal.js" {
  export const generateXlsxFileSync: (sheets: object[], options: object) => Promise<Blob>;
}
