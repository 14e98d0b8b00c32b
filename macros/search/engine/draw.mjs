// Draws what was found: questions with their answers, provisions with the words marked, words, pages.

import { SURE } from "./engine.mjs";
import { fold, starts } from "./fold.mjs";

const NEAR = 50; // characters shown before the first hit
const LONG = 150; // characters shown of a provision
const MEANT = 70; // characters shown of a word's meaning
const FIRST = { rows: 3, provisions: 8, words: 4 };

/** @typedef {(Node | string | null | undefined | false)[]} Children */
/** @typedef {{ root: string, page: string }} Site `root` leads to the site's root; `page` is what ends the address of a page. */

/** @type {(name: string, style: string, ...children: Children) => HTMLElement} */
export const make = (name, style, ...children) => {
  const element = document.createElement(name);
  if (style) element.className = style;
  element.append(.../** @type {(Node | string)[]} */ (children.filter((child) => child)));
  return element;
};

/** @type {(site: Site, path: string, anchor: string, ...children: Children) => HTMLElement} */
const link = (site, path, anchor, ...children) => {
  const element = /** @type {HTMLAnchorElement} */ (make("a", "", ...children));
  element.href = `${site.root}${path}${site.page}${anchor && `#${anchor}`}`;
  return element;
};

/** @type {(instrument: SearchData["instruments"][0]) => Node[]} */
const chips = (instrument) =>
  instrument.marks.map((mark) => make("span", instrument.draft ? "chip chip--draft" : "chip", mark));

/** A group that says how many it has, the first of them shown. @type {(title: string, unit: string, nodes: HTMLElement[], first: number) => HTMLElement} */
const listed = (title, unit, nodes, first) =>
  section(
    title,
    `${nodes.length} ${unit}`,
    some("ul", nodes, first, (rest) => `再看 ${rest} ${unit}`),
  );

/** Each run of nodes behind a button where there are more than `first`. @type {(name: string, nodes: HTMLElement[], first: number, more: (rest: number) => string) => HTMLElement} */
const some = (name, nodes, first, more) => {
  const list = make(name, "found__list", ...nodes.slice(0, first));
  if (nodes.length <= first) return list;
  const rest = nodes.slice(first);
  const button = /** @type {HTMLButtonElement} */ (make("button", "button found__more", more(rest.length)));
  button.type = "button";
  button.addEventListener("click", () => {
    button.remove();
    list.append(...rest);
    rest[0].querySelector("a")?.focus();
  });
  return make("div", "", list, button);
};

/** @type {(title: string, count: string, ...children: Children) => HTMLElement} */
const section = (title, count, ...children) =>
  make("section", "found__group", make("h2", "", title, " ", make("small", "", count)), ...children);

/** What of the words stands in the text, marked; long texts are cut before and after. @type {(text: string, words: string[]) => HTMLElement} */
export const marked = (text, words) => {
  const { text: whole, at } = fold(text);
  const hits = words
    .flatMap((word) => starts(whole, word).map((from) => [at[from], at[from + word.length]]))
    .sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const first = Math.max(0, (hits[0]?.[0] ?? 0) - NEAR);
  const line = make("p", "found__words", first > 0 && "…");
  let from = first;
  const end = Math.max(first + LONG, hits[0]?.[1] ?? 0);
  for (const [start, stop] of hits) {
    if (start < from || start >= end) continue;
    line.append(text.slice(from, start), make("mark", "", text.slice(start, stop)));
    from = stop;
  }
  line.append(text.slice(from, Math.max(from, end)), Math.max(from, end) < text.length ? "…" : "");
  return line;
};

/** @type {(data: SearchData, site: Site, found: FoundProvision) => HTMLElement} */
const provision = (data, site, { at, words }) => {
  const [number, anchor, place, ...versions] = data.provisions[at];
  const instrument = data.instruments[number];
  const holding =
    versions.find((version) => words.some((word) => starts(fold(version).text, word).length)) ?? versions[0];
  const named = link(site, `read/${instrument.id}`, anchor, `${instrument.short} ${place}`);
  return make(
    "li",
    "",
    make("p", "found__name", named, " ", ...chips(instrument), holding === versions[0] ? "" : "（照原件所印）"),
    marked(holding, words),
  );
};

/** One's own place first. @type {(data: SearchData, briefs: string[], mine: string | null) => HTMLElement} */
const briefs = (data, briefs, mine) => {
  const leading = data.instruments.filter((one) => one.leads).map((one, at) => ({ one, brief: briefs[at] }));
  const own = leading.filter(({ one }) => one.document === mine);
  const all = [...own, ...leading.filter(({ one }) => one.document !== mine)];
  const answered = all.filter(({ brief }) => brief); // the others are not coded yet
  const lines = answered.map(({ one, brief }) =>
    make("li", "", make("b", "", one.plain), " ", ...(one.draft ? chips(one) : []), " ", brief),
  );
  return make("ul", "found__briefs", ...lines);
};

/** @type {(data: SearchData, site: Site, found: FoundRow, mine: string | null) => HTMLElement} */
const row = (data, site, { at, asked }, mine) => {
  const [id, group, title, asks, said] = data.rows[at];
  const several = asked !== null && data.asked[asked][3].length > 1;
  const question = asked === null ? asks : data.asked[asked][1];
  return make(
    "li",
    "",
    make("p", "found__name", link(site, `compare/${group}`, id, question), several && `（${title}）`),
    briefs(data, said, mine),
    asked !== null && data.asked[asked][4] && make("p", "found__note", data.asked[asked][4]),
  );
};

/** @type {(data: SearchData, site: Site, at: number) => HTMLElement} */
const text = (data, site, at) => {
  const instrument = data.instruments[at];
  const named = make(
    "p",
    "found__name",
    link(site, `read/${instrument.id}`, "", instrument.short),
    " ",
    ...chips(instrument),
  );
  return make("li", "", named, make("p", "found__words", instrument.title));
};

/** @type {(data: SearchData, site: Site, at: number) => HTMLElement} */
const word = (data, site, at) => {
  const [id, term, , meaning] = data.words[at];
  const said = meaning.length > MEANT ? `${meaning.slice(0, MEANT)}…` : meaning;
  return make("li", "", make("p", "", link(site, "glossary", id, term), "：", said));
};

/** What was looked for and what was found, in one sentence. @type {(data: SearchData, found: Found, sought: string) => string} */
export const said = (data, found, sought) => {
  const { typed, said, cited, near } = kinds(found);
  if (found.instruments.length) {
    return `“${sought}”的文书 ${found.instruments.length} 份。要找哪一条，在后面加上要问的，例如“${sought} 期限”。`;
  }
  const words = found.query.part ? sought : found.query.units.map(({ text }) => text).join(" ");
  const silent = found.silent.map((one) => `“${one}”`).join("、");
  if (silent) return `${data.documents}份文件都没有写到${silent}。下面是最接近的。`;
  const counts = [
    typed && `写着“${words}”的 ${typed} 处`,
    said && `换了说法的 ${said} 处`,
    near && `只沾一部分的 ${near} 处`,
  ].filter(Boolean);
  const places = found.query.places.join("、");
  if (typed + said) return `${places || "条款项"}：${counts.join("，")}。`;
  const sure = found.rows[0]?.score >= SURE;
  if (places) return `${places}的条款项里没有写着“${words}”的。${sure ? "看问题与回答。" : "下面是最接近的。"}`;
  if (sure) return `没有哪一处条款项是这样写的，看问题与回答${cited ? "和它的出处" : ""}。`;
  const word = found.query.units.length === 1 && found.unwritten.length === 1;
  const none = `${data.documents}份文件${word ? `里没有“${sought}”这几个字` : `没有哪一处写全了“${sought}”`}。`;
  const any = near || cited || found.rows.length || found.words.length;
  return none + (any ? "下面是最接近的。" : "换个说法试试，或者看看别人常问的。");
};

/** @type {(found: Found) => Record<FoundProvision["kind"], number>} */
const kinds = (found) => {
  const count = (/** @type {string} */ kind) => found.provisions.filter((one) => one.kind === kind).length;
  return { typed: count("typed"), said: count("said"), cited: count("cited"), near: count("near") };
};

/** @type {(data: SearchData, site: Site, found: Found, mine: string | null) => HTMLElement[]} */
export const groups = (data, site, found, mine) => {
  const best = found.rows.filter(({ score }) => score >= 0.45 * found.rows[0].score).slice(0, 10);
  const rows = best.length
    ? best
    : data.asked.slice(0, 6).map(([, , , rows], asked) => ({ at: rows[0], asked, score: 0 }));
  if (found.instruments.length) {
    return [
      listed(
        "文书",
        "份",
        found.instruments.map((at) => text(data, site, at)),
        FIRST.provisions,
      ),
    ];
  }
  const answers = rows.map((one) => row(data, site, one, mine));
  const places = found.provisions.map((one) => provision(data, site, one));
  const words = found.words.map((at) => word(data, site, at));
  const pages = found.pages.map((at) => make("li", "", link(site, data.pages[at][0], "", data.pages[at][1])));
  return [
    best.length
      ? listed("问题与回答", "个", answers, FIRST.rows)
      : section("别人常问的", "", make("ul", "found__list", ...answers)),
    ...(places.length ? [listed("条款", "处", places, FIRST.provisions)] : []),
    ...(words.length ? [listed("词语", "个", words, FIRST.words)] : []),
    ...(pages.length ? [section("别的页", "", make("ul", "found__list", ...pages))] : []),
  ];
};
