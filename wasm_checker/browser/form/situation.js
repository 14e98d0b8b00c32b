// Where the person stands, as the first question's choice says it: which rules are looked at, and which answers remain elsewhere.
import { h } from "../kit/dom.js";

const NAME = "situation";

/** @typedef {{situation: string, supposed: string, verdictsFirst: boolean, kinds: string[], leaves: string[]}} Standing */

/** @param {HTMLFormElement} form @returns {HTMLInputElement | null} */
const standing = (form) => form.querySelector(`input[name=${NAME}]:checked`);

/** @param {string | undefined} text */
const words = (text) => (text || "").split(" ").filter(Boolean);

/**
 * What is chosen: `kinds` of rules looked at, but for those that it `leaves`; `supposed`: the title under which verdicts fold away;
 * `verdictsFirst`: whether they stand before what the texts write.
 * @param {HTMLFormElement} form @returns {Standing}
 */
export function stands(form) {
  const chosen = standing(form);
  if (!chosen) {
    return { situation: "", supposed: "", verdictsFirst: false, kinds: words(form.dataset.kind), leaves: [] };
  }
  const { kinds, leaves, supposed = "" } = chosen.dataset;
  return {
    situation: chosen.value,
    supposed,
    verdictsFirst: "verdictsFirst" in chosen.dataset,
    kinds: [...words(kinds), ...kindsBeside(form, chosen.value)],
    leaves: words(leaves),
  };
}

/** @type {(form: HTMLFormElement) => NodeListOf<HTMLElement>} */
const besides = (form) => form.querySelectorAll("[data-beside]");

/**
 * Whether a fact is stated that says what the question asks.
 * @param {HTMLFormElement} form @param {HTMLElement} question
 */
const stated = (form, { dataset }) =>
  words(dataset.stated).some((fact) => form.querySelector(`input[name=f-${fact}][value=yes]:checked`));

/**
 * The kinds looked at beside a situation: by its own question, or, while that is not answered, because a fact is stated with 是.
 * @param {HTMLFormElement} form @param {string} situation @returns {string[]}
 */
function kindsBeside(form, situation) {
  return [...besides(form)].flatMap((question) => {
    const answer = /** @type {HTMLInputElement | null} */ (question.querySelector("input:checked"));
    if (question.dataset.beside !== situation) return [];
    if (answer) return words(answer.dataset.kinds);
    return stated(form, question) ? words(question.dataset.kinds) : [];
  });
}

/** @param {HTMLInputElement} field @param {string} situation */
const remains = ({ dataset }, situation) => !dataset.situations || words(dataset.situations).includes(situation);

/**
 * Drops the situation where an answer does not fit it: facts that were given are not thrown away for it.
 * @param {HTMLFormElement} form
 */
export function dropUnfit(form) {
  const chosen = standing(form);
  const unfit = [...form.querySelectorAll("input[data-situations]:checked")];
  if (chosen && unfit.some((field) => !remains(field, chosen.value))) chosen.checked = false;
}

/**
 * A situation that the person has just chosen: answers that do not fit it are taken back, as are those that the one before gave, and the
 * question that asks for what it says shows it as answered.
 * @param {HTMLFormElement} form @param {EventTarget | null} target
 */
export function takeBack(form, target) {
  const field = /** @type {HTMLInputElement} */ (target);
  if (field.dataset) delete field.dataset.mirrors; // whoever answers it himself means it
  if (field.name !== NAME) return;
  // The same answer may stand in two questions, and only one of them says where it fits.
  const unfit = [...form.querySelectorAll("input[data-situations]")].filter((other) => !remains(other, field.value));
  const gone = new Set(unfit.map(({ dataset }) => dataset.sets));
  gone.delete("{}");
  for (const other of form.querySelectorAll("input[data-sets]:checked")) {
    if (other.name !== NAME && (gone.has(other.dataset.sets) || "mirrors" in other.dataset)) other.checked = false;
    delete other.dataset.mirrors;
  }
  mirror(form, field);
  for (const question of besides(form)) {
    if (question.dataset.beside === field.value) continue;
    for (const other of question.querySelectorAll("input")) other.checked = false;
  }
}

/**
 * Answers the question that offers just what the situation says, unless it is answered.
 * @param {HTMLFormElement} form @param {HTMLInputElement} chosen
 */
function mirror(form, chosen) {
  for (const field of form.querySelectorAll("input[type=radio][data-sets]")) {
    const same = field !== chosen && field.name !== NAME && field.dataset.sets === chosen.dataset.sets;
    if (!same || chosen.dataset.sets === "{}" || form.querySelector(`input[name=${field.name}]:checked`)) continue;
    field.checked = true;
    field.dataset.mirrors = "";
  }
}

/**
 * After other answers stand in the form: marks those that the situation says itself, and no other.
 * @param {HTMLFormElement} form
 */
export function remirror(form) {
  for (const field of form.querySelectorAll("input[data-mirrors]")) delete field.dataset.mirrors;
  const chosen = standing(form);
  if (!chosen || chosen.dataset.sets === "{}") return;
  for (const field of form.querySelectorAll("input[type=radio][data-sets]:checked")) {
    if (field.name !== NAME && field.dataset.sets === chosen.dataset.sets) field.dataset.mirrors = "";
  }
}

/**
 * Shows the answers that remain and says so; marks the questions that are answered by the situation, or that belong to another one; and offers
 * to look at what is not looked at yet.
 * @param {HTMLFormElement} form
 */
export function fit(form) {
  const chosen = standing(form);
  const situation = chosen ? chosen.value : "";
  for (const field of form.querySelectorAll("input[data-situations]")) {
    /** @type {HTMLElement} */ (field.parentElement).hidden = Boolean(situation) && !remains(field, situation);
  }
  for (const question of form.querySelectorAll("fieldset.question")) {
    const { given, beside } = question.dataset;
    const elsewhere =
      beside && (beside !== situation || (stated(form, question) && !question.querySelector(":checked")));
    question.toggleAttribute("data-answered", Boolean(elsewhere) || words(given).includes(situation));
    tell(question, chosen);
  }
  const { kinds } = stands(form);
  for (const field of further(form)) {
    /** @type {HTMLElement} */ (field.parentElement).hidden = kinds.includes(field.value) && !field.checked;
  }
}

/**
 * What may be looked at besides: fields of the form that stand below the verdicts.
 * @param {HTMLFormElement} form @returns {HTMLInputElement[]}
 */
export const further = (form) =>
  /** @type {any} */ ([...form.elements]).filter((/** @type {HTMLInputElement} */ { name }) => name === "further");

/**
 * Why a question lists fewer answers than there are, and where to go if none fits.
 * @param {HTMLElement} question @param {HTMLInputElement | null} chosen
 */
function tell(question, chosen) {
  const said = question.querySelector("[data-role=fitted]");
  if (said) said.remove();
  if (!chosen || !question.querySelector(".choice[hidden] input[data-situations]")) return;
  const link = h("a", { href: `#q-${NAME}`, "data-open": `q-${NAME}` }, "改第一题");
  const line = h(
    "p",
    { class: "question__hint", "data-role": "fitted" },
    "您选了",
    h("q", {}, /** @type {HTMLElement} */ (chosen.parentElement).textContent),
    "，这里只列合得上的；不合的，",
    link,
    "。",
  );
  /** @type {HTMLElement} */ (question.querySelector("legend")).after(line);
}
