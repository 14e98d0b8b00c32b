// The rows of the comparison that answer a query, by their own questions or as people ask them.

import { fold, pairs } from "./fold.mjs";
import { ledTo, likeness, ranked } from "./indexes.mjs";

const LED = [16, 12, 9]; // what it counts, beside likeness, that the thesaurus leads there, by place in its list
const LEAST = 4; // of likeness, below which a row is no answer

/** @type {(data: SearchData) => (query: Query) => FoundRow[]} */
export const rowFinder = (data) => {
  const byRow = likeness(
    data.rows.map(([, , title, asks, briefs]) => ({ title, asks, briefs: briefs.join(" ") })),
    { title: 2, asks: 1.5, briefs: 0.5 },
  );
  const byAsked = likeness(
    data.asked.map(([, ask, also]) => ({ ask, also: also.join(" ") })),
    { ask: 1.5, also: 1.5 },
  );
  const texts = data.rows.map(([, , title, asks, briefs], at) => {
    const wordings = data.asked.flatMap(([, ask, also, rows]) => (rows.includes(at) ? [ask, ...also] : []));
    return new Set([title, asks, ...briefs, ...wordings].flatMap((words) => pairs(fold(words).text)));
  });

  return (query) => {
    const typed = query.units.flatMap(({ text }) => pairs(text));
    const said = [...query.leads.keys()].flatMap(([, texts]) => texts.map((words) => fold(words).text));
    const sought = [...query.units.map(({ text }) => text), ...said];
    const rows = byRow(sought);
    const asked = byAsked(sought);
    const led = ledTo(query.leads, 2, LED);
    return ranked(
      data.rows.flatMap(([, , title, asks], at) => {
        const own = rows.get(at) ?? 0;
        const questions = data.asked.flatMap(([, , , answered], number) => (answered.includes(at) ? [number] : []));
        const likest = Math.max(0, ...questions.map((number) => asked.get(number) ?? 0));
        const shared = typed.filter((pair) => texts[at].has(pair)).length / (typed.length || 1);
        const alike = Math.max(own, likest) + 0.3 * Math.min(own, likest);
        const score = alike * (0.3 + shared) + (led.get(at) ?? 0);
        return score < LEAST ? [] : [{ at, score, asked: nearer(data, questions, [title, asks], typed) }];
      }),
    );
  };
};

/** Of the questions that the row answers the one that is more like what was typed than the row's own words. @type {(data: SearchData, questions: number[], own: string[], typed: string[]) => number | null} */
const nearer = (data, questions, own, typed) => {
  /** @type {(wordings: string[]) => number} How much of the two is alike, for the likest. */
  const alike = (wordings) =>
    Math.max(
      ...wordings.map((words) => {
        const there = pairs(fold(words).text);
        return (2 * typed.filter((pair) => there.includes(pair)).length) / (typed.length + there.length || 1);
      }),
    );
  /** @type {[number | null, number]} */
  let best = [null, alike(own)];
  for (const at of questions) {
    const score = alike([data.asked[at][1], ...data.asked[at][2]]);
    if (score > best[1]) best = [at, score];
  }
  return best[0];
};
