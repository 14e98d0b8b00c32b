// Reads and writes the questionnaire. A field's data-sets holds, as JSON, the facts its choice fills; a row's choices, named
// f-fact, need none.
import { counts, holds, notYet, remark, untilToday } from "./dates.js";

import { dropUnfit, further as besides, remirror, stands } from "./situation.js";

/** @type {Record<string, FactValue>} */
const ROW = { yes: true, no: false, organ: "organ" };

/** @param {HTMLInputElement} field @returns {Facts} */
function sets({ dataset, name, value }) {
  if (dataset.sets) return JSON.parse(dataset.sets);
  return name.startsWith("f-") && value in ROW ? { [name.slice(2)]: ROW[value] } : {};
}

/** @type {(form: HTMLFormElement) => HTMLInputElement[]} */
const typed = (form) => [...form.querySelectorAll("input[type=date], input[type=number]")];

/**
 * What one field says: {fact: value}. What a field would not take, such as the -1st day, is not said.
 * @param {HTMLInputElement} field @returns {Facts}
 */
function told(field) {
  if (field.type === "radio") return field.checked ? sets(field) : {};
  if (field.value === "" || !field.validity.valid || !counts(field)) return {};
  return { [field.name]: field.type === "number" ? Number(field.value) : field.value };
}

/**
 * What the form says: `facts`: {fact: true | false | member | number | date | "organ"}. `contrary`: pairs of facts, the second of
 * which two fields fill differently; it is not among the facts, for neither field is to win.
 * @param {HTMLFormElement} form
 * @returns {{facts: Facts, contrary: Pair[]}}
 */
export function answers(form) {
  /** @type {Map<string, {field: HTMLInputElement, value: FactValue}[]>} */
  const given = new Map();
  for (const field of [...form.querySelectorAll("input[type=radio]:checked"), ...typed(form)]) {
    for (const [fact, value] of Object.entries(told(field))) {
      given.set(fact, [...(given.get(fact) ?? []), { field, value }]);
    }
  }
  /** @type {(entry: [string, {field: HTMLInputElement, value: FactValue}[]]) => boolean} */
  const agreed = ([, all]) => all.every(({ value }) => value === all[0].value);
  const facts = Object.fromEntries([...given].filter(agreed).map(([fact, [{ value }]]) => [fact, value]));
  Object.assign(facts, untilToday(form, facts));
  /** @type {Pair[]} */
  const contrary = [...given]
    .filter((entry) => !agreed(entry))
    .map(([fact, all]) => [all.map(({ field }) => beside(field, fact)).find((other) => other !== fact) ?? fact, fact]);
  return { facts, contrary };
}

/**
 * Another fact that a field's choice fills or is about, by which its question is found; the fact itself if there is none.
 * @type {(field: HTMLInputElement, fact: string) => string}
 */
const beside = (field, fact) => Object.keys(sets(field)).find((other) => other !== fact) ?? field.dataset.about ?? fact;

/**
 * The choices of each question and row: {its name: [radio]}.
 * @param {HTMLFormElement} form
 */
function groups(form) {
  /** @type {Record<string, HTMLInputElement[]>} */
  const found = {};
  for (const field of form.querySelectorAll("input[type=radio]")) {
    if (field.dataset.sets || "with" in field.dataset || field.name.startsWith("f-")) {
      (found[field.name] ??= []).push(field);
    }
  }
  return Object.entries(found);
}

/**
 * How a choice is named: by its text, for a question's options may be put in another order.
 * @type {(field: HTMLInputElement) => string}
 */
const choiceOf = (field) =>
  field.dataset.sets ? /** @type {HTMLElement} */ (field.parentElement).textContent.trim() : field.value;

/**
 * The choice that the facts alone bring back: the one that says most of them; else what stands in an empty form. Where a person stands
 * is never guessed: whoever has not said it is not told to be there.
 * @param {HTMLInputElement[]} radios @param {Facts} facts
 */
function recalled(radios, facts) {
  /** @type {(field: HTMLInputElement) => number} */
  const size = (field) => Object.keys(sets(field)).length || Number(holds(field, facts));
  const fitting = radios.filter(
    (field) =>
      field.name !== "situation" &&
      size(field) &&
      Object.entries(sets(field)).every(([fact, value]) => facts[fact] === value),
  );
  if (fitting.filter((field) => holds(field, facts)).length > 1) return undefined; // a day and its number: both count
  return (
    fitting.sort((one, other) => size(other) - size(one))[0] ?? radios.find(({ defaultChecked }) => defaultChecked)
  );
}

/**
 * The choices that the facts which the form says would not bring back: {group: choice}; "" where nothing is chosen, and another
 * question says the fact.
 * @param {HTMLFormElement} form @param {Facts} facts @returns {Record<string, string>}
 */
export function unsaid(form, facts) {
  /** @type {[string, HTMLInputElement | undefined, HTMLInputElement | undefined][]} */
  const checked = groups(form).map(([name, radios]) => [
    name,
    radios.find((field) => field.checked),
    recalled(radios, facts),
  ]);
  return Object.fromEntries(
    checked.flatMap(([name, mine, theirs]) => (mine !== theirs ? [[name, mine ? choiceOf(mine) : ""]] : [])),
  );
}

/**
 * Fills an emptied form with a case, as `answers` names it; the facts that it does not say as they were given are returned.
 * @param {HTMLFormElement} form @param {ReadCase} given
 */
export function fill(form, { facts, choices = {} }) {
  form.reset();
  /** @type {(field: HTMLInputElement) => boolean} */
  const agrees = (field) =>
    Object.entries(sets(field)).every(([fact, value]) => !(fact in facts) || facts[fact] === value);
  for (const [name, radios] of groups(form)) {
    const chosen =
      radios.find((field) => choiceOf(field) === choices[name] && agrees(field)) ?? recalled(radios, facts);
    if (chosen && choices[name] !== "") chosen.checked = true;
  }
  dropUnfit(form);
  remirror(form);
  for (const field of typed(form)) {
    if (field.name in facts && counts(field)) field.value = /** @type {string} */ (facts[field.name]);
  }
  const now = answers(form).facts;
  const moved = notYet(form)?.dataset.today; // its day is today's, whatever day it was then
  return [...new Set([...Object.keys(facts), ...Object.keys(now)])].filter(
    (fact) => fact !== moved && facts[fact] !== now[fact],
  );
}

/**
 * Says beside every number and date that cannot be taken that it does not count.
 * @param {HTMLFormElement} form
 */
export function tellUnfit(form) {
  for (const field of typed(form)) {
    const unfit = !field.validity.valid;
    field.setAttribute("aria-invalid", /** @type {any} */ (unfit));
    const place = /** @type {HTMLElement} */ (field.closest(".dated")).querySelector("[data-role=unfit]");
    const why = field.type === "number" ? `这里要填 ${field.min} 到 ${field.max} 的整数` : "日期没填全，或者年份不对";
    const text = unfit ? `${why}，先没算进去。` : remark(field);
    if (place.textContent !== text) place.textContent = text;
  }
}

/**
 * The answers that one question or row offers: [{text, sets: {fact: value}}]. 不清楚 and what is left to the organ are none.
 * @param {Element} asking
 */
export function offered(asking) {
  return [...asking.querySelectorAll("input[type=radio]")]
    .map((field) => ({ text: /** @type {HTMLElement} */ (field.parentElement).textContent, sets: sets(field) }))
    .filter(({ sets: given }) => Object.keys(given).length && !Object.values(given).includes("organ"));
}

/** @type {(row: HTMLElement) => string} */
const factOf = (row) => /** @type {string} */ (row.dataset.fact);

/**
 * The rows of one question that are shown and not answered yet, here or by another question.
 * @param {Element} question @param {Facts} facts
 */
export function unanswered(question, facts) {
  return [...question.querySelectorAll("[data-fact]:not([hidden])")].filter(
    (row) => !row.querySelector("input[type=radio]:checked") && !(factOf(row) in facts),
  );
}

/**
 * Answers one row; "" takes its answer back.
 * @param {Element} row @param {string} value
 */
export function answerRow(row, value) {
  for (const field of row.querySelectorAll("input[type=radio]")) field.checked = field.value === value;
}

/**
 * Answers all that is shown of a question and not answered yet: "unknown", "organ", or "no"; but 否 not to those to which it would
 * not agree with what is answered, as `walk(facts)` tells.
 * @param {Element} question @param {string} value @param {Facts} facts @param {Walk} walk
 */
export function answerRest(question, value, facts, walk) {
  const rows = unanswered(question, facts);
  const said = new Set(rows.map(factOf));
  if (value === "no") {
    for (let drop = contrary(said, facts, walk); drop; drop = contrary(said, facts, walk)) said.delete(drop);
  }
  for (const row of rows) if (said.has(factOf(row))) answerRow(row, value);
}

/**
 * One of the facts that cannot all be answered 否 beside the rest, rather one that follows; undefined if they can.
 * @param {Set<string>} no @param {Facts} facts @param {Walk} walk
 */
function contrary(no, facts, walk) {
  const { contradictions = [] } = walk({ ...facts, ...Object.fromEntries([...no].map((fact) => [fact, false])) });
  const follows = contradictions.map(([, fact]) => fact).find((fact) => no.has(fact));
  return follows ?? contradictions.map(([fact]) => fact).find((fact) => no.has(fact));
}

/**
 * The document chosen ("" for all), where the person stands, what is judged besides, and with it the kinds of rules to judge by; of
 * these those are left out that the situation `leaves`, unless their kind is asked for.
 * @param {HTMLFormElement} form
 */
export function chosen(form) {
  const further = besides(form)
    .filter(({ checked }) => checked)
    .map(({ value }) => value);
  const { kinds, leaves, ...standing } = stands(form);
  return {
    document: form.querySelector("input[data-document]:checked")?.dataset.document ?? "",
    ...standing,
    further,
    kinds: new Set([...kinds, ...further]),
    leaves: kinds.some((kind) => further.includes(kind)) ? [] : leaves,
  };
}

/**
 * Chooses a document ("" for all) and what else is judged, as `chosen` names them.
 * @param {HTMLFormElement} form @param {Pick<Case, "place" | "further">} chosen
 */
export function choose(form, { place, further }) {
  for (const field of form.querySelectorAll("input[data-document]")) {
    field.checked = field.dataset.document === place;
  }
  for (const field of besides(form)) field.checked = further.includes(field.value);
}
