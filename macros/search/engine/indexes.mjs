// How alike a query and a text are, by the pairs of characters that they share and how rare those are (BM25).

import MiniSearch from "minisearch";

import { fold, pairs } from "./fold.mjs";

const MOST = 20; // the likeness of what is most like a query

/** @type {(docs: Record<string, string>[], boost: Record<string, number>) => (sought: string[]) => Map<number, number>} A text's number is its id. */
export const likeness = (docs, boost) => {
  const index = new MiniSearch({
    fields: Object.keys(boost),
    tokenize: (text) => [...new Set(pairs(text))],
    processTerm: (term) => term,
    searchOptions: { boost, combineWith: "OR" },
  });
  const folded = Object.keys(boost);
  index.addAll(
    docs.map((doc, id) => ({ ...Object.fromEntries(folded.map((field) => [field, fold(doc[field]).text])), id })),
  );
  return (sought) => {
    const hits = index.search(sought.join(" "));
    return new Map(hits.map(({ id, score }) => [id, (MOST * score) / hits[0].score]));
  };
};

/** @type {<T extends Ranked>(found: T[]) => T[]} Best first; alike, as they stand in the data. */
export const ranked = (found) => found.sort((a, b) => b.score - a.score || a.at - b.at);
