// What a query finds: rows, provisions, words, pages. Pure: it knows the data and no page.

import { fold, starts } from "./fold.mjs";
import { likeness, ranked } from "./indexes.mjs";
import { provisionFinder } from "./provisions.mjs";
import { rowFinder } from "./rows.mjs";
import { dictionary, read } from "./words.mjs";

export const SURE = 14; // the score of a row that answers the question

/** @type {(data: SearchData) => (query: string) => Found} */
export const engine = (data) => {
  const names = instrumentNames(data);
  const known = dictionary(data, names.keys());
  const provisions = provisionFinder(data);
  const rows = rowFinder(data);
  const alike = likeness(
    data.pages.map(([, title, said]) => ({ title, said })),
    { title: 2, said: 1 },
  );
  const texts = data.provisions.flatMap(([, , , ...versions]) => versions.map((words) => fold(words).text));
  const written = (/** @type {string} */ word) => texts.some((words) => starts(words, word).length);

  return (typed) => {
    const query = read(typed, known, names);
    const answers = rows(query);
    const silent = query.units.filter(({ lead }) => lead?.[4]).map(({ text }) => text);
    return {
      query,
      instruments: query.units.length ? [] : query.from,
      rows: query.units.length ? answers : [],
      provisions: provisions(query, answers[0]?.score >= SURE ? data.rows[answers[0].at][5] : []),
      words: words(data, query),
      pages: ranked([...alike(query.units.map(({ text }) => text))].map(([at, score]) => ({ at, score })))
        .slice(0, 4)
        .map(({ at }) => at),
      silent,
      unwritten: query.units.filter(({ text, lead }) => !lead && !written(text)).map(({ text }) => text),
    };
  };
};

/** @type {(data: SearchData) => Map<string, number[]>} A name → the instruments it names. */
const instrumentNames = (data) => {
  /** @type {Map<string, number[]>} */
  const found = new Map();
  data.instruments.forEach(({ names }, at) => {
    for (const name of names.map((one) => fold(one).text)) found.set(name, [...(found.get(name) ?? []), at]);
  });
  return found;
};

/** Words that the query is, or that stand in it, the nearest first. @type {(data: SearchData, query: Query) => number[]} */
const words = (data, query) => {
  const typed = query.runs.join("");
  const sought = query.units.flatMap(({ text, lead }) => [text, ...(lead?.[1] ?? []).map((word) => fold(word).text)]);
  /** @type {(form: string) => number} */
  const worth = (form) => {
    if (form === typed) return 100;
    if (typed.includes(form)) return 10 + form.length;
    if (typed.length > 1 && form.includes(typed)) return 5;
    return sought.some((word) => word === form || (word.length > 1 && form.includes(word))) ? 1 : 0;
  };
  const hits = data.words.flatMap(([, term, variants], at) => {
    const score = Math.max(...[term, ...variants].map((form) => worth(fold(form).text)));
    return score ? [{ at, score }] : [];
  });
  return ranked(hits).map(({ at }) => at);
};
