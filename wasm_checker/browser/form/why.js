// Under a question: which provisions ask for it, and what each answer would do to the verdicts. The compiled rules say, at once.
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
          ...effects(preview(options, rules, facts(), walk), rules, results),
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

/** @param {Effect[] | null} groups @param {Data.RuleTitle[]} rules @param {Results} results */
function effects(groups, rules, results) {
  if (!groups) return [h("p", {}, "有一项填得不对，先改好，再看这里。")];
  if (groups.every(({ changes }) => !Object.keys(changes).length)) {
    return [h("p", {}, "按现在的其他回答，这一项怎么答，结论都一样。")];
  }
  const shorts = Object.fromEntries(rules.map(({ id, short }) => [id, short]));
  const items = groups.map(({ texts, changes }) => {
    const said = Object.entries(changes).map(
      ([rule, verdict]) => `${shorts[rule]}变为“${results.words.verdicts[verdict].title}”`,
    );
    return h(
      "span",
      {},
      `答${texts.map((text) => `“${text}”`).join("")}：${said.length ? said.join("；") : "结论不变"}。`,
    );
  });
  return [h("p", {}, "按现在的其他回答："), list(items)];
}
