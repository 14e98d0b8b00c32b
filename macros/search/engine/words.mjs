// Cuts a query into the words that are known, longest first, and what is left between them.

import { fold } from "./fold.mjs";

/** What is known of a word: an entry of the thesaurus, that it says nothing, or only that it is one. @typedef {SearchLead | "ignored" | "word"} Known */

/** @type {(data: SearchData, names: Iterable<string>) => Map<string, Known>} By the words as folded. */
export const dictionary = (data, names) => {
  /** @type {Map<string, Known>} */
  const known = new Map([...names].map((name) => [name, "word"]));
  const learn = (/** @type {string[]} */ words, /** @type {Known} */ meant) => {
    for (const word of words) known.set(fold(word).text, meant);
  };
  for (const [, term, variants] of data.words) learn([term, ...variants], "word");
  learn(data.ignored, "ignored");
  for (const lead of data.leads) learn(lead[0], lead);
  return known;
};

// 第四条第（二）项, and as people write it: 四条二项, 第七条三
const ARTICLE = /^第?(\d+)条(?:第?(\d+)款)?(?:第?(\d+)项?)?(?!\d)|^第(\d+)([章节款项])/;

/** An article that is named, as the places of provisions name it. @type {(run: string) => { size: number, parts: string[] } | null} */
const article = (run) => {
  const found = ARTICLE.exec(run);
  if (!found) return null;
  const [whole, article, paragraph, item, number, kind] = found;
  const parts = [
    article && `第${article}条`,
    paragraph && `第${paragraph}款`,
    item && `第${item}项`,
    number && `第${number}${kind}`,
  ];
  return { size: whole.length, parts: /** @type {string[]} */ (parts.filter(Boolean)) };
};

const STOPS = /[\s,，、。；;：:？?！!／/+…]+/;

/** @type {(query: string) => string[]} What is typed between white space and stops, folded. */
export const runs = (query) =>
  query
    .normalize("NFKC")
    .replace(/(\d)\s+(?=[一-鿿])/g, "$1") // 7 个工作日
    .split(STOPS)
    .map((run) => fold(run).text)
    .filter(Boolean);

/** @type {(run: string, known: Map<string, Known>, longest: number) => Unit[]} */
const cutRun = (run, known, longest) => {
  /** @type {Unit[]} */
  const units = [];
  let free = "";
  const flush = () => {
    if (free) units.push({ text: free });
    free = "";
  };
  for (let from = 0; from < run.length;) {
    const named = free && run[from] !== "第" ? null : article(run.slice(from));
    const size = named?.size ?? knownSize(run, from, known, longest);
    const text = run.slice(from, from + (size || 1));
    const meant = size ? known.get(text) : undefined;
    if (size) flush();
    if (!size) free += text;
    else if (named) units.push({ text, parts: named.parts });
    else if (Array.isArray(meant)) units.push({ text, lead: meant });
    else if (meant !== "ignored") units.push({ text });
    from += text.length;
  }
  flush();
  return units;
};

/** @type {(run: string, from: number, known: Map<string, Known>, longest: number) => number} */
const knownSize = (run, from, known, longest) => {
  let size = Math.min(longest, run.length - from);
  while (size && !known.has(run.slice(from, from + size))) size -= 1;
  return size;
};

/** @type {(query: string, known: Map<string, Known>, names: Map<string, number[]>) => Query} */
export const read = (query, known, names) => {
  const longest = Math.max(1, ...[...known.keys()].map((word) => word.length));
  const typed = runs(query);
  const all = typed.flatMap((run) => cutRun(run, known, longest));
  const named = all.filter(({ text }) => !names.has(text));
  const solid = named.filter(({ text, lead }) => lead || text.length > 1); // not the 吗 and 了 left between words
  const from = [...new Set(all.flatMap(({ text }) => names.get(text) ?? []))];
  const units = solid.length || from.length ? solid : named;
  /** @type {Map<SearchLead, number>} */
  const leads = new Map();
  const whole = units.reduce((sum, { text }) => sum + text.length, 0);
  for (const { text, lead } of units) if (lead) leads.set(lead, (leads.get(lead) ?? 0) + text.length / whole);
  return {
    runs: typed.filter((run) => !names.has(run)),
    units,
    places: [...new Set(all.flatMap(({ text }) => (names.has(text) ? [text] : [])))],
    part: units.length < named.length,
    leads,
    from,
  };
};
