// What still matters is marked and counted; one question at a time, if wanted. The core says what matters.

import { h } from "../kit/dom.js";

/** @type {(question: HTMLElement) => string[]} */
const factsOf = (question) => /** @type {string} */ (question.dataset.facts).split(" ").filter(Boolean);

export class Interview {
  /** @type {HTMLFormElement} */
  #form;
  /** @type {HTMLElement[]} */
  #questions;
  /** @type {Set<string> | null} */
  #needed = new Set();
  /** @type {Set<string> | null} */
  #organs = new Set();
  /** @type {Set<string> | null} */
  #free = new Set();
  /** @type {Facts} */
  #facts = {};
  #at = 0;
  #one = false;

  /** @param {HTMLFormElement} form @param {{left: HTMLElement, steps: HTMLElement}} places */
  constructor(form, { left, steps }) {
    this.#form = form;
    this.left = left;
    this.steps = steps;
    this.#questions = [...form.querySelectorAll("fieldset.question")];
    steps.querySelector("[data-role=next]").addEventListener("click", () => this.#go(1));
    steps.querySelector("[data-role=back]").addEventListener("click", () => this.#go(-1));
  }

  /**
   * `needed`: the facts that the person must answer for a verdict that is looked at; `organs`: those that he may, and the organ finds;
   * `free`: those that count only if he states them, or by another reading. All null while nobody can say.
   * @param {Record<"needed" | "organs" | "free", Set<string> | null>} matters
   * @param {Facts} facts
   */
  update({ needed, organs, free }, facts) {
    this.#needed = needed;
    this.#organs = organs;
    this.#free = free;
    this.#facts = facts;
    for (const row of this.#form.querySelectorAll("[data-fact]")) {
      row.classList.toggle("is-settled", !this.#shows(row));
    }
    for (const question of this.#questions) question.classList.toggle("is-settled", !this.#open(question));
    this.#tell();
    this.#show();
  }

  /** How many questions are left at most, and how many more somebody who knows may answer. */
  #tell() {
    const [left, more] = this.#needed ? this.#left() : ["有回答不能判断，见检查结果；改好再数还剩几题", ""];
    if (this.left.textContent !== left + more) this.left.replaceChildren(left, h("small", {}, more)); // read out only when it is new
  }

  #left() {
    const asking = (/** @type {Set<string>} */ facts) =>
      this.#questions.filter((question) => factsOf(question).some((fact) => facts.has(fact)));
    const [needed, organs] = /** @type {Set<string>[]} */ ([this.#needed, this.#organs]);
    const [mine, theirs] = [asking(needed), asking(organs)];
    const free = theirs.filter(
      (question) =>
        !mine.includes(question) && factsOf(question).some((fact) => organs.has(fact) && !(fact in this.#facts)),
    );
    const left = mine.length ? `还需最多 ${mine.length} 题` : "该答的都答完了";
    return [left, free.length ? `另有 ${free.length} 题由组织认定，可以不答` : ""];
  }

  /** @param {boolean} on */
  set oneAtATime(on) {
    this.#one = on;
    this.#at = Math.max(
      0,
      this.#questions.findIndex((question) => this.#open(question)),
    );
    this.#show();
  }

  /**
   * Opens the question that asks a fact, as links in the results do.
   * @param {string} questionId
   */
  open(questionId) {
    const index = this.#questions.findIndex(({ id }) => id === questionId);
    if (index < 0) return;
    this.#at = index;
    this.#show();
    this.#focus();
  }

  /** @param {string} fact */
  #matters(fact) {
    return (
      !this.#needed ||
      [this.#needed, this.#organs, this.#free].some((facts) => /** @type {Set<string>} */ (facts).has(fact)) ||
      fact in this.#facts
    );
  }

  /**
   * What no text has words for may always be said.
   * @param {HTMLElement} row
   */
  #shows(row) {
    return "unwritten" in row.dataset || this.#matters(/** @type {string} */ (row.dataset.fact));
  }

  /**
   * The first question chooses what is judged: it always counts.
   * @param {HTMLElement} question
   */
  #open(question) {
    const facts = factsOf(question);
    if ("answered" in question.dataset) return false; // by the situation
    return (
      !facts.length || facts.some((fact) => this.#matters(fact)) || question.querySelector("[data-unwritten]") !== null
    );
  }

  /** @param {1 | -1} step */
  #go(step) {
    let next = this.#at + step;
    while (this.#questions[next] && !this.#open(this.#questions[next])) next += step;
    if (next >= this.#questions.length) {
      const verdicts = /** @type {HTMLElement} */ (document.querySelector("#verdicts"));
      verdicts.scrollIntoView();
      verdicts.focus();
      return;
    }
    if (next >= 0) this.#at = next;
    this.#show();
    this.#focus();
  }

  #show() {
    this.steps.hidden = !this.#one;
    this.#questions.forEach((question, index) => {
      question.hidden = this.#one && index !== this.#at;
    });
    for (const row of this.#form.querySelectorAll("[data-fact]")) {
      row.hidden = this.#one && !this.#shows(row);
    }
  }

  /** The question's beginning comes into sight, below the bar, and is read out. */
  #focus() {
    const question = this.#questions[this.#at];
    /** @type {HTMLElement} */ (question.querySelector("legend")).focus({ preventScroll: true });
    question.scrollIntoView({ block: "start" });
  }
}
