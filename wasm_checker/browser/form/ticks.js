// A question of several rows as a list to tick: 选出有的. The rows keep the answers, a tick is a 是 to one of them. What is not ticked is
// not answered until a button says how; so no list that nobody has touched counts as 否.
import { answerRest, answerRow, unanswered } from "./answers.js";
import { h } from "../kit/dom.js";

/** @typedef {import("./units.js").Unit} Unit */

/** @typedef {{buttons: Record<string, HTMLElement>, each: HTMLElement, enough: HTMLElement}} Below */

const ENOUGH = "够了：别的选不选，都不影响结论。";
const SAID = { no: "没有", organ: "请组织认定", unknown: "不清楚" };
/** What the buttons say: where nothing is ticked yet, and beside what is. @type {Record<string, [string, string]>} */
const REST = {
  organ: ["都请组织认定", "其余请组织认定"],
  unknown: ["都不清楚", "其余不清楚"],
};

const SAYING = { pick: "选出有的", none: "都没有", others: "其余都没有" };

/**
 * How the question is ticked, and what its button says that denies the rest.
 * @type {(question: HTMLElement) => typeof SAYING}
 */
const saying = ({ dataset }) => (dataset.saying ? JSON.parse(dataset.saying) : SAYING);

export class Ticks {
  /** @type {HTMLElement | null} */
  #question = null;
  /** @type {HTMLElement[]} */
  #rows = [];
  /** What stands below each list. @type {Map<HTMLElement, Below>} */
  #below = new Map();

  /** @param {import("./questionnaire.js").Questionnaire} asked */
  constructor(asked) {
    this.asked = asked;
    asked.form.addEventListener("change", ({ target }) => this.#ticked(/** @type {HTMLInputElement} */ (target)), true);
  }

  /**
   * Draws the question as a list of these rows; null where none is in view.
   * @param {HTMLElement | null} question @param {Unit[]} units
   */
  draw(question, units) {
    if (this.#question && this.#question !== question) this.#question.removeAttribute("data-ticks");
    if (question && this.#question !== question) question.setAttribute("data-ticks", "on");
    this.#question = question;
    if (!question) return;
    this.#rows = units.map(({ row }) => /** @type {HTMLElement} */ (row));
    for (const row of this.#rows) if (!row.querySelector("[data-tick]")) row.prepend(tick(row));
    if (!this.#below.has(question)) this.#below.set(question, this.#add(question));
    this.#renew(question);
  }

  /** @param {HTMLElement} question */
  #add(question) {
    const { rest = "no" } = question.dataset;
    const order = [rest, ...["no", ...Object.keys(REST)].filter((value) => value !== rest)];
    /** @type {Record<string, HTMLElement>} */
    const buttons = {};
    for (const value of order) {
      const kind = value === rest ? "md-button md-button--primary" : "small-button";
      buttons[value] = h("button", { type: "button", class: kind, "data-rest": value });
      buttons[value].addEventListener("click", () => this.#answer(question, value));
    }
    const each = h("button", { type: "button", class: "ticks__each" }, "逐项回答");
    each.addEventListener("click", () => {
      question.setAttribute("data-ticks", question.dataset.ticks === "on" ? "off" : "on");
      this.#renew(question);
    });
    const [first, ...others] = order.map((value) => buttons[value]);
    /** @type {HTMLElement} */ (question.querySelector("legend")).after(
      h("p", { class: "question__hint ticks__hint" }, `${saying(question).pick}，再说其余的怎样。`),
    );
    const enough = h("p", { class: "question__hint ticks__enough", role: "status" });
    const below = h("div", { class: "ticks__others" }, others, each);
    question.append(h("div", { class: "ticks__rest" }, enough, first, below));
    return { buttons, each, enough };
  }

  /** @param {HTMLElement} question */
  #renew(question) {
    for (const row of this.#rows) {
      const answer = row.querySelector("input[type=radio]:checked")?.value;
      const box = /** @type {HTMLInputElement} */ (row.querySelector("[data-tick]"));
      box.checked = answer === "yes";
      row.querySelector("[data-role=said]").textContent = SAID[/** @type {keyof typeof SAID} */ (answer)] || "";
    }
    const { buttons, each, enough } = /** @type {Below} */ (this.#below.get(question));
    const told = this.#enough(question) ? ENOUGH : "";
    if (enough.textContent !== told) enough.textContent = told;
    const left = told ? 0 : unanswered(question, this.asked.facts).length;
    const { rest = "no" } = question.dataset;
    const { none, others } = saying(question);
    for (const [value, button] of Object.entries(buttons)) {
      const text = (value === "no" ? [none, others] : REST[value])[Number(left < this.#rows.length)];
      const whole = value === rest ? `${text}，下一题` : text;
      button.textContent = left ? whole : "下一题";
      button.hidden = !left && value !== rest;
    }
    each.textContent = question.dataset.ticks === "on" ? "逐项回答" : "回到勾选";
  }

  /**
   * Whether something is ticked, and none of the rest can change a verdict that is looked at.
   * @param {HTMLElement} question
   */
  #enough(question) {
    const left = unanswered(question, this.asked.facts);
    const some = left.length && left.length < this.#rows.length;
    return Boolean(some) && left.every((row) => row.classList.contains("is-settled"));
  }

  /** Before the form is read. @param {HTMLInputElement} field */
  #ticked(field) {
    if (!("tick" in field.dataset)) return;
    answerRow(/** @type {HTMLElement} */ (field.closest(".fact")), field.checked ? "yes" : "");
  }

  /** @param {HTMLElement} question @param {string} value */
  #answer(question, value) {
    const { form, facts, walk, interview } = this.asked;
    if (!this.#enough(question)) {
      answerRest(question, value, facts, walk); // else nobody has said how the rest is, and nobody asks
      form.dispatchEvent(new Event("change", { bubbles: true }));
    }
    interview.next();
  }
}

/** @param {HTMLElement} row */
function tick(row) {
  const text = /** @type {HTMLElement} */ (row.querySelector(".fact__name")).cloneNode(true);
  const note = row.querySelector(".fact__text .is-organ");
  return h(
    "label",
    { class: "choice tick" },
    h("input", { type: "checkbox", "data-tick": row.dataset.fact, autocomplete: "off" }),
    h("span", {}, text, note ? note.cloneNode(true) : null),
    h("small", { class: "tick__said", "data-role": "said" }),
  );
}
