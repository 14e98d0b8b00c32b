// What the person has answered 不清楚: it is not unanswered, and asking again is no help. Where it can be found out is. Pure.

/** @typedef {{words: Data.Words, choices: Record<string, string>}} Chosen */

const UNKNOWN = "unknown";
const UNSURE = "不清楚";

/**
 * The facts still missing of which 不清楚 was chosen, and those that were not answered. A number of days of which the first is not known
 * is asked for by that day.
 * @param {Chosen} chosen @param {string[]} missing
 */
export function unsure({ words, choices }, missing) {
  const { start, facts } = words;
  /** @type {(fact: string) => string | undefined} */
  const chosenFor = (fact) => {
    const { question } = facts[fact];
    if (choices[`f-${fact}`] === UNKNOWN || choices[question ?? ""] === UNSURE) return fact;
    return choices.started === UNKNOWN && question === facts[start].question ? start : undefined;
  };
  const known = missing.flatMap((fact) => chosenFor(fact) ?? []);
  return { unknown: [...new Set(known)], open: missing.filter((fact) => !chosenFor(fact)) };
}

/**
 * Where to find out: the papers that show it, else whom to ask. `rest`: who is asked where the situation names nobody.
 * @param {Chosen} chosen @param {string} fact @param {string} rest
 */
export function howToKnow({ words, choices }, fact, rest) {
  const { papers, type } = words.facts[fact];
  const stands = Object.values(words.situations).find(({ text }) => text === choices.situation);
  const whom = stands?.ask?.whom ?? rest;
  const look = papers?.length ? `看${papers.join("、")}；看不出的，` : "";
  // Nobody is sent to ask those who look into it what they have found of him.
  if (type === "bool") return `${look}选“请组织认定”，不要为这一题去问办案的人。`;
  return `${look}问：${whom}。问清了，再改这一题。`;
}
