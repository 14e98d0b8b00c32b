// Finds every provision that holds the words typed, inside longer words too. Its data is a script, since a page on a disk may fetch nothing.
{
  const form = /** @type {HTMLFormElement} */ (document.querySelector(".search-box"));
  const input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  const count = /** @type {HTMLElement} */ (document.querySelector(".found__count"));
  const found = /** @type {HTMLElement} */ (document.querySelector(".found"));
  const { root, folders } = found.dataset;
  const page = folders === "false" ? ".html" : location.protocol === "file:" ? "/index.html" : "/";
  const ONLY = "全站搜索在这里用不了（浏览器太旧，或者网页是从文件夹打开的），下面可以找条款项。";
  const NEAR = 60; // characters shown before the first hit

  /** @type {(name: string, style: string, ...children: (Node | string)[]) => HTMLElement} */
  const make = (name, style, ...children) => {
    const element = document.createElement(name);
    if (style) element.className = style;
    element.append(...children);
    return element;
  };

  // Width and case are made alike and white space is dropped; `at` leads from each character left to where it stood.
  const plain = (/** @type {string} */ text) => {
    /** @type {string[]} */
    const chars = [];
    /** @type {number[]} */
    const at = [];
    [...text].reduce((index, char) => {
      for (const one of char.normalize("NFKC").toLowerCase()) {
        if (!/\s/.test(one)) {
          chars.push(one);
          at.push(index);
        }
      }
      return index + char.length;
    }, 0);
    return { text: chars.join(""), at, chars };
  };

  /** @type {(words: string, sought: string) => [number, number][]} */
  const places = (words, sought) => {
    const { chars, at } = plain(words);
    const wanted = plain(sought).chars;
    /** @type {[number, number][]} */
    const hits = [];
    for (let index = 0; index + wanted.length <= chars.length; index += 1) {
      if (wanted.every((char, step) => chars[index + step] === char)) {
        hits.push([at[index], at[index + wanted.length] ?? words.length]);
        index += wanted.length - 1;
      }
    }
    return hits;
  };

  /** @type {(words: string, hits: [number, number][]) => HTMLElement} */
  const marked = (words, hits) => {
    const start = Math.max(0, hits[0][0] - NEAR);
    const line = make("p", "found__words", start ? "…" : "");
    const end = hits.reduce((from, [first, last]) => {
      line.append(words.slice(from, first), make("mark", "", words.slice(first, last)));
      return last;
    }, start);
    line.append(words.slice(end));
    return line;
  };

  /** @type {(instrument: InstrumentTexts, provision: InstrumentTexts["provisions"][0], sought: string) => HTMLElement[]} */
  const entry = (instrument, [anchor, place, ...versions], sought) => {
    const words = versions.find((version) => places(version, sought).length);
    if (words === undefined) return [];
    const link = /** @type {HTMLAnchorElement} */ (make("a", "", place));
    link.href = `${root}read/${instrument.id}${page}#${anchor}`;
    const printed = words === versions[0] ? "" : "（照原件所印）";
    return [make("li", "", make("p", "", link, printed), marked(words, places(words, sought)))];
  };

  const group = (/** @type {InstrumentTexts} */ instrument, /** @type {string} */ sought) => {
    const entries = instrument.provisions.flatMap((provision) => entry(instrument, provision, sought));
    if (!entries.length) return [];
    const chips = instrument.marks.map((mark) => make("span", "chip", mark));
    const head = make("h2", "", `${instrument.short} `, ...chips, ` ${entries.length} 处`);
    return [{ entries, section: make("section", "found__group", head, make("ul", "", ...entries)) }];
  };

  const search = () => {
    const sought = input.value;
    if (!plain(sought).text) {
      found.textContent = "";
      count.textContent = location.hash === "#provisions-only" ? ONLY : ""; // find.js leads here
      return;
    }
    const groups = globalThis.provisionTexts.flatMap((instrument) => group(instrument, sought));
    found.textContent = "";
    found.append(...groups.map(({ section }) => section));
    const all = groups.reduce((sum, { entries }) => sum + entries.length, 0);
    count.textContent = all
      ? `“${sought.trim()}”：${groups.length} 份文书，${all} 处条款项。`
      : `没有条款项含有“${sought.trim()}”。`;
  };

  const keep = () => {
    const query = new URLSearchParams({ q: input.value });
    try {
      history.replaceState(history.state, "", input.value ? `?${query}` : location.pathname);
    } catch (error) {
      console.warn(error);
      // A page on a disk may not be allowed to change its address.
    }
  };

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      search();
      keep();
    }, 120);
  };
  input.addEventListener("input", (event) => {
    if (!(/** @type {InputEvent} */ (event).isComposing)) soon();
  });
  input.addEventListener("compositionend", soon);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
    keep();
  });
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  search();
}
