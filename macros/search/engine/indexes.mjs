// How alike a query and a text are, by the pairs of characters that they share and how rare those are (BM25).

/*! Holds MiniSearch under this licence:

Copyright 2022 Luca Ongaro

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
*/

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

const PART = 0.4; // of what a lead counts, what does so however little of the query its entry is
const SILENT = 4; // an entry of what no text speaks of: nothing else knows what is nearest

/** What it counts that the thesaurus leads there, `worth` by place in its list; the more of the query an entry is, the more. @type {(leads: Query["leads"], field: 2 | 3, worth: number[]) => Map<number, number>} */
export const ledTo = (leads, field, worth) => {
  /** @type {Map<number, number>} */
  const led = new Map();
  for (const [lead, share] of leads) {
    const times = (lead[4] ? SILENT : 1) * (PART + (1 - PART) * share);
    lead[field].forEach((at, place) => {
      led.set(at, (led.get(at) ?? 0) + times * (worth[place] ?? worth[worth.length - 1]));
    });
  }
  return led;
};
