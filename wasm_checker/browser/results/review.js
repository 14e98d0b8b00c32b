// All answers on one page, by question, each with a way back to it: to be read through before anything is drafted, printed or handed on.
import { h } from "../kit/dom.js";
import { sorted, value } from "../kit/wording.js";

/** @typedef {import("../kit/dom.js").Child} Child */

/**
 * `matters(fact)`: whether a fact that was not answered still matters; what does not is not named.
 * @param {HTMLFormElement} form @param {Data.Words} words @param {Facts} facts @param {(fact: string) => boolean} matters
 */
export function review(form, words, facts, matters) {
  const questions = [...form.querySelectorAll("fieldset.question")];
  const rows = questions.flatMap((question) => row(question, words, facts, matters));
  return h("dl", { class: "review" }, rows);
}

/**
 * A question with its answers; nothing where none was given and none matters.
 * @param {HTMLElement} question @param {Data.Words} words @param {Facts} facts @param {(fact: string) => boolean} matters
 */
function row(question, words, facts, matters) {
  const ids = (question.dataset.facts ?? "").split(" ").filter((id) => id && words.facts[id]);
  const chosen = choices(question);
  // What a choice of the question fills, the choice says.
  const filled = new Set(chosen.flatMap(({ fills }) => fills));
  const lines = [
    ...chosen.map(({ text }) => h("p", {}, text)),
    ...said(
      question,
      words,
      facts,
      ids.filter((id) => !filled.has(id)),
      matters,
      chosen.length > 0,
    ),
  ];
  if (!lines.length) return [];
  const title = (question.querySelector("legend")?.textContent ?? "").trim();
  const back = h("a", { href: `#${question.id}`, "data-open": question.id, "aria-label": `修改：${title}` }, "修改");
  return [
    h(
      "div",
      { class: "review__row" },
      h("dt", {}, title),
      h("dd", {}, lines),
      h("dd", { class: "review__back" }, back),
    ),
  ];
}

/**
 * The choices that were made among a question's options, and the boxes that were ticked, by their texts. Rows are told by their facts.
 * @param {HTMLElement} question @returns {{text: string, fills: string[]}[]}
 */
function choices(question) {
  return [...question.querySelectorAll("input:checked")]
    .filter(({ name, type }) => !name.startsWith("f-") && (type === "radio" || name === "further"))
    .filter(({ dataset }) => !dataset.with) // what stands beside it says more than the choice
    .map((field) => {
      const text = /** @type {HTMLElement} */ (field.closest("label")).textContent.trim();
      const group = field.closest(".dates")?.previousElementSibling?.textContent;
      return { text: group ? `${group}：${text}` : text, fills: filledBy(field.dataset) };
    });
}

/**
 * The facts that a choice fills, which it says itself: of 还没提出 the day is today's, and no answer of the person's.
 * @param {Record<string, string | undefined>} dataset
 */
export const filledBy = ({ sets = "{}", today }) => [...Object.keys(JSON.parse(sets)), ...(today ? [today] : [])];

/**
 * What was answered of the facts, alike answers together, and what is left open. `answered`: whether a choice was made, which leaves open
 * none of the facts that only choices fill (还没有查清).
 * @param {HTMLElement} question @param {Data.Words} words @param {Facts} facts @param {string[]} ids @param {(fact: string) => boolean} matters
 * @param {boolean} answered
 */
function said(question, words, facts, ids, matters, answered) {
  const { yes, no, organ, other, open } = sorted(words, facts, ids);
  const unknown = open.filter((id) => onPurpose(question, id));
  const left = open.filter((id) => matters(id) && !unknown.includes(id) && !(answered && !hasField(question, id)));
  /** @type {[string, string[], string][]} */
  const groups = [
    ["是", yes, "yes"],
    ["否", no, "no"],
    ["不清楚", unknown, "unknown"],
    ["请组织认定", organ, "organ"],
    ["还没答", left, "open"],
  ];
  const text = (/** @type {string} */ id) => nameOf(question, id) ?? words.facts[id].text;
  return [
    ...other.map((id) => h("p", {}, `${text(id)}：`, h("b", {}, value(words.facts[id], facts[id])))),
    ...groups
      .filter(([, group]) => group.length)
      .map(([title, group, kind]) =>
        h("p", { class: `review__${kind}` }, h("b", {}, `${title}：`), group.map(text).join("；")),
      ),
  ];
}

/** Whether a fact is asked in a field of its own. @param {HTMLElement} question @param {string} id */
const hasField = (question, id) => question.querySelector(`[name="f-${id}"], [name="${id}"]`) !== null;

/** Whether 不清楚 was chosen, and does not merely stand there. @param {HTMLElement} question @param {string} id */
function onPurpose(question, id) {
  const field = question.querySelector(`input[name="f-${id}"][value=unknown]:checked`);
  return Boolean(field && !field.defaultChecked);
}

/** A fact in the words in which it was asked. @param {HTMLElement} question @param {string} id */
const nameOf = (question, id) => question.querySelector(`[data-fact="${id}"] .fact__name`)?.textContent;
