// Which question comes next: the decisive ones first, none that does not matter, none twice that was left on purpose. The core says
// what matters, the data in which order.
import { chosen } from "./answers.js";
import { given, open, unitsOf } from "./units.js";

/** @typedef {import("./units.js").Unit} Unit */
/** @typedef {import("./units.js").Matters} Matters */

export class Agenda {
  /** @type {HTMLFormElement} */
  #form;
  /** @type {HTMLElement[]} */
  questions;
  /** @type {Unit[]} */
  units;
  /** @type {Matters} */
  matters = { needed: new Set(), organs: new Set(), free: new Set() };
  /** @type {Facts} */
  facts = {};
  /** The questions in the order in which they are asked, by document. @type {Record<string, string[]>} */
  order = {};
  /** Whether what only the organ can find is asked as well, and what no text has words for. */
  further = false;
  /** What was left without an answer, by the facts that it was asked for. @type {Set<string>} */
  #left = new Set();

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.#form = form;
    this.questions = [...form.querySelectorAll("fieldset.question")];
    this.units = this.questions.flatMap(unitsOf);
  }

  /** @param {HTMLElement} question */
  of(question) {
    return this.units.filter((unit) => unit.question === question);
  }

  /** @param {Unit} unit @param {Set<string> | null} wanted null: whatever it can fill */
  open(unit, wanted) {
    return open(unit, wanted || new Set(unit.facts), this.facts);
  }

  /**
   * What is open of a question and asked for now, by name.
   * @param {HTMLElement} question
   */
  asked(question) {
    const { needed, organs } = this.matters;
    if ("answered" in question.dataset) return []; // by the situation
    const units = this.of(question);
    if (!needed) return units.map(({ facts }) => facts.join(" ") || question.id); // something is wrong in one of them
    const open = units.filter((unit) => this.open(unit, needed) || (this.further && this.open(unit, organs)));
    const unwritten = units.every(({ row }) => row && "unwritten" in row.dataset) && !units.some(given);
    return (this.further && unwritten ? units : open).map(({ facts }) => facts.join(" ") || question.id);
  }

  /** The next question that is open and was not left. */
  next() {
    return this.#sorted().find((question) => this.asked(question).some((key) => !this.#left.has(key)));
  }

  /** Whether the person has answered more than where he stands. */
  get told() {
    /** @type {(question: HTMLElement) => boolean} */
    const standing = ({ dataset }) => "answered" in dataset; // what it says itself
    /** @type {(question: HTMLElement) => boolean} */
    const mirrored = (question) => question.querySelector("[data-mirrors]:checked") !== null;
    return this.units.some(
      (unit) => unit.facts.length && given(unit) && !standing(unit.question) && !mirrored(unit.question),
    );
  }

  /** @param {HTMLElement} question */
  leave(question) {
    for (const key of this.asked(question)) this.#left.add(key);
  }

  /** From now on what only the organ can find is asked as well, and what no text has words for; it was not left on purpose. */
  askFurther() {
    this.further = true;
    const { organs } = this.matters;
    for (const unit of this.units) {
      const unwritten = unit.row && "unwritten" in unit.row.dataset;
      if (unwritten || this.open(unit, organs)) this.#left.delete(unit.facts.join(" ") || unit.question.id);
    }
  }

  /** Nothing was left. */
  renew() {
    this.#left.clear();
    this.further = false;
  }

  /**
   * Whether a row or question can change something, or is answered. What no text has words for may always be said.
   * @param {Unit} unit
   */
  shows({ row, facts }) {
    const { needed, organs, free } = this.matters;
    const matters = !needed || facts.some((fact) => [needed, organs, free].some((found) => found && found.has(fact)));
    return matters || facts.some((fact) => fact in this.facts) || Boolean(row && "unwritten" in row.dataset);
  }

  /**
   * The rows of a question that are put to the person: what another question has answered is not asked again.
   * @param {HTMLElement} question
   */
  rows(question) {
    const units = this.of(question).filter(({ row }) => row);
    const shown = units.filter((unit) => this.shows(unit) && (given(unit) || !(unit.facts[0] in this.facts)));
    return shown.length ? shown : units;
  }

  /** What chooses what is looked at comes first; what the order does not name comes last. */
  #sorted() {
    const order = this.order[chosen(this.#form).document] || this.order[""] || [];
    /** @type {(question: HTMLElement) => number} */
    const rank = (question) => {
      if (!question.dataset.facts) return -1;
      const place = order.indexOf(question.id.slice(2));
      return place < 0 ? order.length : place;
    };
    return [...this.questions].sort((one, other) => rank(one) - rank(other));
  }
}
