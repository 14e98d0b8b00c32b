// The provisions that hold the words of a query, as typed or as the texts say it, and those that the thesaurus leads to.

import { fold, pairs, starts } from "./fold.mjs";
import { ledTo, likeness, ranked } from "./indexes.mjs";

// What counts beside likeness (about 5 to 30): that …
const LED = [26, 23, 20, 18, 16]; // … the thesaurus leads there, by place in its list
const TYPED = 30; // … all that was typed stands there
const SAID = 16; // … it stands there in the texts' own words
const CALLED = 6; // … the query calls its instrument by more than the place (舞阳容错)
const NAMED = 60; // … it is the article that was typed
const ENOUGH = 0.6; // of the pairs of words that nobody knows, what counts as having some of them
const CITED = 12; // … the answers of the first row rest on it, where no provision has the words
const LEAST = 0.4; // of the weight of a query's words, what a provision must hold to be shown as near

/** A provision as it is sought in. @typedef {{ at: number, instrument: number, title: string, called: string[], place: string, versions: string[], pairs: Set<string> }} One */
/** A unit of the query, as words any of which will do, and how rare they are. @typedef {{ unit: Unit, words: string[], weight: number }} Term */

/** @type {(data: SearchData) => (query: Query, cited: number[]) => FoundProvision[]} `cited`: what the first row rests on */
export const provisionFinder = (data) => {
  const all = data.provisions.map(([instrument, , place, ...texts], at) => {
    const versions = texts.map((words) => fold(words).text);
    const title = fold(data.instruments[instrument].title).text;
    const called = pairs(fold(data.instruments[instrument].short.split("·")[1] ?? "").text);
    return {
      at,
      instrument,
      title,
      called,
      place: fold(place).text,
      versions,
      pairs: new Set(versions.flatMap(pairs)),
    };
  });
  const alike = likeness(
    data.provisions.map(([, , , ...versions]) => ({ words: versions.join(" ") })),
    { words: 1 },
  );

  return (query, cited) => {
    const terms = query.units.map((unit) => {
      const words = [unit.text, ...(unit.lead ? unit.lead[1].map((said) => fold(said).text) : [])];
      const number = all.filter((one) => words.some((word) => holds(one, word))).length;
      return { unit, words, weight: Math.log((all.length + 1) / (number + 0.5)) };
    });
    const near = alike(terms.flatMap(({ words }) => words));
    const led = ledTo(query.leads, 3, LED);
    const there = query.from.length ? all.filter(({ instrument }) => query.from.includes(instrument)) : all;
    const sure = ranked(there.flatMap((one) => found(one, query, terms, near.get(one.at) ?? 0, led.get(one.at) ?? 0)));
    if (!sure.length && !cited.length) return likest(near, there);
    return sure.some(({ kind }) => kind !== "near") ? sure : withCited(sure, there, cited, near);
  };
};

/** @type {(one: One, word: string) => boolean} */
const holds = (one, word) =>
  one.versions.some((words) => starts(words, word).length) || (word.length > 3 && one.place.startsWith(word));

/** Whether it is the article that the unit names. @type {(one: One, parts: string[]) => boolean} */
const isNamed = (one, parts) =>
  isWithin(one, parts) && (one.place.endsWith(parts[parts.length - 1]) || one.place === parts[0].slice(1, -1));

/** …, or is within it; a text may number its articles (十). @type {(one: One, parts: string[]) => boolean} */
const isWithin = (one, parts) =>
  parts.every((part) => one.place.includes(part)) || (parts.length === 1 && one.place === parts[0].slice(1, -1));

/** How much of a term it holds: all of it, also by its instrument's title, or of words that nobody knows the pairs they have. @type {(one: One, term: Term, held: string[]) => number} */
const share = (one, { unit: { text, lead, parts } }, held) => {
  if (held.length || (parts && isWithin(one, parts))) return 1;
  if (one.title.includes(text)) return 1;
  const known = lead || parts ? [] : pairs(text);
  const there = known.filter((pair) => one.pairs.has(pair)).length / (known.length || 1);
  return there >= ENOUGH ? there : 0;
};

/** @type {(one: One, query: Query, terms: Term[], near: number, lead: number) => FoundProvision[]} */
const found = (one, query, terms, near, lead) => {
  const held = terms.map(({ words }) => words.filter((word) => holds(one, word)));
  const shares = terms.map((term, index) => share(one, term, held[index]));
  const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const part = shares.reduce((sum, of, index) => sum + of * terms[index].weight, 0) / total;
  const typed =
    (query.runs.length > 0 && query.runs.every((run) => holds(one, run))) ||
    (terms.length > 0 && !query.part && terms.every(({ unit }) => isWritten(one, unit)));
  const said = terms.length > 0 && shares.every((of) => of === 1);
  if (!typed && !said && !lead && part < LEAST) return [];
  const named = terms.some(({ unit: { parts } }) => parts && isNamed(one, parts));
  const score =
    near +
    lead +
    (typed ? TYPED : said ? SAID : 0) +
    (named ? NAMED : 0) +
    (isCalled(one, query) ? CALLED : 0) +
    10 * part;
  const kind = typed ? "typed" : said || lead || named ? "said" : "near";
  return [
    { at: one.at, score, kind, words: [...new Set([...query.runs.filter((run) => holds(one, run)), ...held.flat()])] },
  ];
};

/** @type {(one: One, unit: Unit) => boolean} */
const isWritten = (one, { text, parts }) => (parts ? isWithin(one, parts) : holds(one, text));

/** @type {(one: One, query: Query) => boolean} */
const isCalled = (one, { runs }) => one.called.some((pair) => runs.some((run) => run.includes(pair)));

/** Where no provision has the words, what the answers of the first row rest on. @type {(sure: FoundProvision[], there: One[], cited: number[], near: Map<number, number>) => FoundProvision[]} */
const withCited = (sure, there, cited, near) => {
  const instead = there.filter(({ at }) => cited.includes(at)).map(({ at }) => at);
  const rest = instead.map((at) => ({
    at,
    score: CITED + (near.get(at) ?? 0),
    kind: /** @type {const} */ ("cited"),
    words: [],
  }));
  return ranked([...rest, ...sure.filter(({ at }) => !instead.includes(at))]);
};

/** Where nothing holds enough of the query, what is most like it. @type {(near: Map<number, number>, there: { at: number }[]) => FoundProvision[]} */
const likest = (near, there) =>
  ranked(
    there.flatMap(({ at }) =>
      near.has(at) ? [{ at, score: near.get(at) ?? 0, kind: /** @type {const} */ ("near"), words: [] }] : [],
    ),
  ).slice(0, 3);
