// What there is to answer, one by one: a row, a choice of one, the days. Progress is counted in these, and a question is asked for
// the sake of those within it that are open.

/**
 * `row`: null where the whole question is one answer. `facts`: what it can fill; none where it only chooses what is looked at.
 * @typedef {{question: HTMLElement, row: HTMLElement | null, facts: string[]}} Unit
 */
/** @typedef {Record<"needed" | "organs" | "free", Set<string> | null>} Matters */

/** @type {(question: HTMLElement) => string[]} */
const factsOf = (question) => /** @type {string} */ (question.dataset.facts).split(" ").filter(Boolean);

/**
 * The units of one question.
 * @param {HTMLElement} question @returns {Unit[]}
 */
export function unitsOf(question) {
  const rows = [...question.querySelectorAll("[data-fact]")];
  if (!rows.length) return [{ question, row: null, facts: factsOf(question) }];
  return rows.map((row) => ({ question, row, facts: [/** @type {string} */ (row.dataset.fact)] }));
}

/** @type {(unit: Unit) => HTMLElement} */
const scope = ({ question, row }) => row || question;

/**
 * Whether something is chosen or written in the unit itself, be it 不清楚.
 * @param {Unit} unit
 */
export function given(unit) {
  return (
    scope(unit).querySelector("input[type=radio]:checked") !== null ||
    [...scope(unit).querySelectorAll("input[type=date], input[type=number]")].some(
      (field) => /** @type {HTMLInputElement} */ (field).value !== "",
    )
  );
}

/**
 * Whether the unit is still to be answered for what is asked in `wanted`: the facts that matter. Who has chosen 不清楚 has answered;
 * of two days one may be there and the other not.
 * @param {Unit} unit @param {Set<string>} wanted @param {Facts} facts
 */
export function open(unit, wanted, facts) {
  if (!unit.facts.length) return !given(unit);
  const dated = scope(unit).querySelector("input[type=date]") !== null;
  return (dated || !given(unit)) && unit.facts.some((fact) => wanted.has(fact) && !(fact in facts));
}

/**
 * How many answers are given, and how many more there can be at most: of the person's own, and of those that the organ finds.
 * @param {Unit[]} units @param {Matters} matters @param {Facts} facts
 */
export function counted(units, { needed, organs }, facts) {
  const asking = units.filter((unit) => unit.facts.length);
  /** @type {(wanted: Set<string> | null) => Unit[]} */
  const left = (wanted) => (wanted ? asking.filter((unit) => open(unit, wanted, facts)) : []);
  const mine = left(needed);
  return {
    given: asking.filter(given).length,
    left: mine.length,
    organs: left(organs).filter((unit) => !mine.includes(unit)).length,
  };
}
