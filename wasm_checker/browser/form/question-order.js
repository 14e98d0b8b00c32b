// The interview: one question at a time, each step an entry of the browser's history; and which part of the page is in view.
import { Agenda } from "./agenda.js";
import { tellProgress } from "./progress.js";
import { Trail } from "./trail.js";
import { counted } from "./units.js";

/** @typedef {import("./units.js").Unit} Unit */
/** @typedef {import("./units.js").Matters} Matters */
/** @typedef {"ask" | "review" | "result" | "all"} View */

const MOMENT = 280; // milliseconds in which what was tapped is seen before the next question comes

export class Interview {
  /** @type {CheckerPage} */
  #page;
  /** @type {HTMLFormElement} */
  #form;
  /** @type {HTMLElement} */
  #at;
  /** @type {View} */
  #view = "ask";
  /** The rows of the question in view: they stay while it is answered, so that nothing moves under the finger. @type {Unit[]} */
  #rows = [];
  #pointed = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** Draws the rows of a question as a list to tick, as soon as what does it is there. @type {import("./ticks.js").Ticks | undefined} */
  #ticks;

  /** @param {CheckerPage} page @param {HTMLFormElement} form */
  constructor(page, form) {
    this.#page = page;
    this.#form = form;
    this.agenda = new Agenda(form);
    this.#at = this.agenda.questions[0];
    this.#rows = this.agenda.rows(this.#at);
    // With all on one page, the browser leads back to where it was scrolled to.
    this.trail = new Trail(({ view, at }) => {
      this.#go(/** @type {View} */ (view), this.#found(at), { focus: view !== "all" });
    });
    this.trail.begin(this.#step);
    this.#listen();
  }

  /**
   * `needed`: the facts that the person must answer for a verdict that is looked at; `organs`: those that he may, and the organ finds;
   * `free`: those that count only if he states them, or by another reading. All null while nobody can say.
   * @param {Matters} matters @param {Facts} facts
   */
  update(matters, facts) {
    const { agenda } = this;
    Object.assign(agenda, { matters, facts });
    for (const unit of agenda.units) if (unit.row) unit.row.classList.toggle("is-settled", !agenda.shows(unit));
    for (const question of agenda.questions) {
      const units = agenda.of(question);
      const mine = units.some((unit) => agenda.open(unit, matters.needed));
      question.classList.toggle("is-settled", !units.some((unit) => !unit.facts.length || agenda.shows(unit)));
      question.classList.toggle("is-organs", !mine && units.some((unit) => agenda.open(unit, matters.organs)));
    }
    const counts = matters.needed && counted(agenda.units, matters, facts);
    const next = agenda.next();
    tellProgress(this.#page, counts && { ...counts, asking: Boolean(next && next.dataset.beside) });
    this.#draw();
  }

  /** @param {import("./ticks.js").Ticks} ticks */
  set ticks(ticks) {
    this.#ticks = ticks;
    this.#draw();
  }

  get view() {
    return this.#view;
  }

  /** @param {View} view */
  show(view) {
    if (view !== this.#view) this.#enter(view, this.#at);
  }

  /**
   * Opens a question, as links in the results do.
   * @param {string} questionId
   */
  open(questionId) {
    const question = this.agenda.questions.find(({ id }) => id === questionId);
    if (question) this.#enter(this.#view === "all" ? "all" : "ask", question);
  }

  /** On to the next question that is open, or to the answers all together if there is none. */
  next() {
    clearTimeout(this.#timer);
    this.agenda.leave(this.#at);
    const next = this.agenda.next();
    if (next) this.#enter("ask", next);
    else this.#finish();
  }

  /** On to what has become open, if anything has. */
  more() {
    const next = this.agenda.next();
    if (next) this.#enter("ask", next);
  }

  /** Other answers stand in the form, as of a file that was opened: on to what they leave open, in the same entry of the history. */
  resume() {
    this.agenda.renew();
    this.#rows = this.agenda.rows(this.#at);
    const next = this.agenda.next();
    const emptied = this.#view === "review" && !this.agenda.told;
    if (this.#view !== "ask" && !emptied) this.#draw();
    else if (next) this.#go("ask", next, { focus: false });
    else this.#go(this.#end, this.#at, { focus: false });
  }

  /**
   * What stood there when the page was left, in the entry of the history that it already has.
   * @param {{open: string, view?: string}} kept
   */
  restore({ open, view = this.#view }) {
    const at = this.agenda.questions.find(({ id }) => id === open) || this.#at;
    this.#go(/** @type {View} */ (view), at, { focus: false });
  }

  /** Where the answers end: read through, if there are any and what draws them is there. @type {View} */
  get #end() {
    const review = this.#page.querySelector("[data-role=review]");
    return this.agenda.told && review && review.childElementCount ? "review" : "result";
  }

  #finish() {
    this.agenda.further = false;
    this.#enter(this.#end, this.#at);
  }

  get #step() {
    return { view: this.#view, at: this.#at.id };
  }

  /** @param {string} id */
  #found(id) {
    return this.agenda.questions.find((question) => question.id === id) || this.agenda.questions[0];
  }

  /** @param {View} view @param {HTMLElement} question */
  #enter(view, question) {
    const before = this.#step;
    this.#set(view, question);
    if (before.view !== view || before.at !== question.id) this.trail.push(this.#step);
    this.#drawn();
  }

  /** Without a new entry of the history. @param {View} view @param {HTMLElement} question */
  #go(view, question, { focus = true } = {}) {
    this.#set(view, question);
    this.trail.begin(this.#step);
    this.#drawn(focus);
  }

  /** @param {View} view @param {HTMLElement} question */
  #set(view, question) {
    clearTimeout(this.#timer);
    this.#view = view;
    this.#at = question;
    this.#rows = this.agenda.rows(question);
  }

  #drawn(focus = true) {
    this.#draw();
    this.#page.dispatchEvent(new Event("viewed"));
    if (focus) this.#focus();
  }

  #draw() {
    const asking = this.#view === "ask";
    this.#page.setAttribute("data-view", this.#view);
    for (const question of this.agenda.questions) {
      question.hidden = asking && question !== this.#at;
      question.classList.toggle("is-one", asking && question === this.#at && this.#rows.length === 1);
    }
    for (const unit of this.agenda.units) {
      if (unit.row) unit.row.hidden = asking && unit.question === this.#at && !this.#rows.includes(unit);
    }
    const listed = asking && this.#rows.length > 1 ? this.#at : null;
    if (this.#ticks) this.#ticks.draw(listed, this.#rows);
    this.#drawSteps(asking, Boolean(listed && this.#ticks));
    const mode = this.#view === "all" ? "all" : "one";
    /** @type {HTMLInputElement} */ (this.#page.querySelector(`input[name=mode][value=${mode}]`)).checked = true;
  }

  /** @param {boolean} asking @param {boolean} listed */
  #drawSteps(asking, listed) {
    const steps = this.#page.querySelector("[data-role=steps]");
    const [back, next] = ["back", "next"].map((name) => steps.querySelector(`[data-role=${name}]`));
    steps.hidden = !asking;
    back.hidden = !this.trail.deep;
    const open = this.agenda.asked(this.#at).length > 0;
    next.textContent = open ? "先不答" : "下一题";
    next.hidden = listed && !open; // a list has its own way on, which says what is not ticked
    next.classList.toggle("md-button--primary", !open);
    next.classList.toggle("checker__skip", open && !this.#at.dataset.facts); // all that follows hangs on these
  }

  #listen() {
    /** @type {(role: string, work: () => void) => void} */
    const on = (role, work) => {
      for (const button of this.#page.querySelectorAll(`[data-role=${role}]`)) {
        button.addEventListener("click", (event) => {
          if (this.#view === "all" && button.matches("a")) return; // it leads down the page
          event.preventDefault();
          work();
        });
      }
    };
    on("next", () => this.next());
    on("back", () => this.trail.back());
    on("results", () => this.show("result"));
    on("again", () => this.#enter("ask", this.agenda.next() || this.#at));
    on("further", () => {
      this.agenda.askFurther();
      this.more();
    });
    for (const mode of this.#page.querySelectorAll("input[name=mode]")) {
      mode.addEventListener("change", () => {
        this.#go(mode.value === "all" ? "all" : "ask", this.agenda.next() || this.#at, { focus: false });
      });
    }
    this.#page.addEventListener("pointerdown", () => {
      this.#pointed = true;
    });
    document.addEventListener("keydown", () => {
      this.#pointed = false;
    });
    this.#form.addEventListener("click", ({ target }) => this.#tapped(/** @type {HTMLInputElement} */ (target)));
    this.#form.addEventListener("keydown", (event) => {
      const { type, checked } = /** @type {HTMLInputElement} */ (event.target);
      if (this.#view !== "ask" || event.key !== "Enter" || type !== "radio" || !checked) return;
      event.preventDefault();
      this.next();
    });
  }

  /**
   * One tap answers a question that takes one answer, and goes on; with keys, which pass over choices, one says when.
   * @param {HTMLInputElement} field
   */
  #tapped(field) {
    clearTimeout(this.#timer);
    if (this.#view !== "ask" || !this.#pointed || field.type !== "radio" || this.#rows.length > 1) return;
    if (this.#at !== field.closest("fieldset") || this.#at.querySelector("input[type=date]")) return;
    this.#timer = setTimeout(() => this.next(), MOMENT);
  }

  /** The question's beginning comes into sight and is read out; of another view, its heading. */
  #focus() {
    const legend = /** @type {HTMLElement} */ (this.#at.querySelector("legend"));
    const selector = { result: "#verdicts", review: "[data-role=review] [tabindex]", ask: "", all: "" }[this.#view];
    const heading = selector ? this.#page.querySelector(selector) : null;
    (heading || legend).focus({ preventScroll: true });
    (heading || this.#at).scrollIntoView({ block: "start" });
  }
}
