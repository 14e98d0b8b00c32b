// Under a question: which provisions ask for it, and whose verdict hangs on it. Not which answer leads where: that would be a crib.
import { offered } from "./answers.js";
import { h, list } from "../kit/dom.js";
import { placeLinks } from "../results/ranges.js";

/** @typedef {{text: string, sets: Facts}} Offered an answer that a question offers */
/** @typedef {{texts: string[], changes: Record<string, string>}} Effect what some options would change: verdicts by rule */
/** @typedef {import("../results/results.js").Results} Results */

/**
 * Fills every 为什么问 when it is opened. `looked()`: the rules looked at; `facts()`: the answers; `walk(facts)`: what the rules say of them.
 * @param {HTMLFormElement} form
 * @param {Results} results
 * @param {{looked: () => Data.RuleTitle[], facts: () => Facts, walk: Walk}} now
 */
export function explainQuestions(form, results, { looked, facts, walk }) {
  for (const details of /** @type {NodeListOf<HTMLDetailsElement>} */ (form.querySelectorAll("[data-why]"))) {
    const fill = () => {
      if (!details.open) return;
      const options = offered(/** @type {HTMLElement} */ (details.parentElement));
      const rules = looked();
      details
        .querySelector("[data-role=why]")
        .replaceChildren(
          asks(options, rules, results),
          h("p", {}, effects(preview(options, rules, facts(), walk), rules)),
        );
    };
    details.addEventListener("toggle", fill);
    /** @type {HTMLElement} */ (form.closest("[data-checker]")).addEventListener("judged", fill); // what it says hangs on the other answers
    fill(); // it may have been opened before
  }
}

/**
 * What each option would change: [{texts, changes: {rule: verdict}}], options that change the same taken together; null while the
 * answers cannot be judged.
 * @param {Offered[]} options
 * @param {Data.RuleTitle[]} rules
 * @param {Facts} facts
 * @param {Walk} walk
 * @returns {Effect[] | null}
 */
export function preview(options, rules, facts, walk) {
  /** @type {(more: Facts) => Verdicts} */
  const verdicts = (more) => walk({ ...facts, ...more }).verdicts ?? {};
  const now = walk(facts).verdicts;
  if (!now) return null;
  /** @type {Map<string, Effect>} */
  const groups = new Map();
  for (const { text, sets } of options) {
    const after = verdicts(sets);
    const changed = rules.filter(({ id }) => after[id] && now[id] && after[id].verdict !== now[id].verdict);
    const changes = Object.fromEntries(changed.map(({ id }) => [id, after[id].verdict]));
    const key = JSON.stringify(changes);
    groups.set(key, { texts: [...(groups.get(key)?.texts ?? []), text], changes });
  }
  return [...groups.values()];
}

/** @param {Offered[]} options @param {Data.RuleTitle[]} rules @param {Results} results */
function asks(options, rules, results) {
  const facts = [...new Set(options.flatMap(({ sets }) => Object.keys(sets)))];
  /** @type {[Data.RuleTitle, string[]][]} */
  const asking = rules.map((rule) => [
    rule,
    [...new Set(facts.flatMap((fact) => results.words.facts[fact].asked_by[rule.id] ?? []))],
  ]);
  const places = asking
    .filter(([, provisions]) => provisions.length)
    .map(([{ short }, provisions]) => h("span", {}, `${short}：`, placeLinks(results.words, results.root, provisions)));
  return places.length
    ? h("div", {}, h("p", {}, "这几条要看这一项："), list(places))
    : h("p", {}, "现在看的文件用不到这一项，可以不答。");
}

/** @param {Effect[] | null} groups @param {Data.RuleTitle[]} rules */
function effects(groups, rules) {
  if (!groups) return "有一项填得不对，先改好，再看这里。";
  const hanging = rules.filter(({ id }) => groups.some(({ changes }) => id in changes));
  return hanging.length
    ? `${hanging.map(({ short }) => short).join("、")}的结论还要看这一项。事情是怎样的，就怎样答。`
    : "按现在的其他回答，这一项怎么答，结论都一样。";
}
