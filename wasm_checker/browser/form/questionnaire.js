// The form and the places for its verdicts: what is answered is judged and drawn at once, whatever else has loaded.
import { answerRest, answers, choose, chosen, fill, tellUnfit, unsaid } from "./answers.js";
import { followDays } from "./dates.js";
import { isoToday } from "../kit/wording.js";
import { wordFor } from "./place-wording.js";
import { Interview } from "./question-order.js";
import { fit, remirror, takeBack } from "./situation.js";

export class Questionnaire {
  /** @type {Facts} */
  facts = {};
  /**
   * Pairs of facts that two fields fill differently.
   * @type {Pair[]}
   */
  contrary = [];
  /** @type {Verdicts} */
  verdicts = {};
  /** @type {Pair[]} */
  contradictions = [];
  /**
   * Facts that were stated and that no text has words for.
   * @type {string[]}
   */
  unwritten = [];
  /** Why the answers cannot be judged, or "". */
  error = "";
  /** @type {string | undefined} */
  #told;
  #filling = false;
  /** The day by which the answers were last judged. */
  #today = "";
  /**
   * How the answers are judged: calls `show` with what the rules say. Replaced by who knows more than the walk.
   * @type {(facts: Facts) => void}
   */
  judge = (facts) => this.show(this.walk(facts));

  /**
   * `walk(facts)`: the rule core's answer, or {error}. `cards`: how verdicts are drawn, replaced when all words are there.
   * @param {CheckerPage} page @param {Walk} walk @param {import("../results/cards.js").Cards} cards
   */
  constructor(page, walk, cards) {
    this.page = page;
    this.walk = walk;
    this.cards = cards;
    this.form = /** @type {HTMLFormElement} */ (page.querySelector("form.checker__form"));
    this.interview = new Interview(page, this.form);
    this.#listen();
    this.update();
  }

  /** What is drawn from the answers. */
  get drawn() {
    const results = [
      "situation",
      "verdicts",
      "elsewhere",
      "next-steps",
      "contradictions",
      "summary",
      "changed",
      "days",
    ];
    return [...results, "running", "review", "reviewed"].map((name) => this.role(name)).filter(Boolean);
  }

  /**
   * What keeping needs to know.
   * @returns {CaseState}
   */
  get state() {
    const { facts, verdicts, contradictions, unwritten, error, looked: rules } = this;
    const { document: place, further } = chosen(this.form);
    return {
      facts,
      choices: unsaid(this.form, facts),
      place,
      further,
      verdicts,
      contradictions,
      unwritten,
      error,
      rules: /** @type {Data.RuleWords[]} */ (rules), // asked for where all words are there
    };
  }

  /** The facts that the fields say now, judged or not. */
  get said() {
    return answers(this.form).facts;
  }

  /** @param {string} name @returns {HTMLElement} */
  role(name) {
    return this.page.querySelector(`[data-role=${name}]`);
  }

  /** Judges the answers as they stand. */
  update() {
    this.#today = isoToday();
    fit(this.form);
    tellUnfit(this.form);
    wordFor(this.form, chosen(this.form).document);
    this.interview.agenda.order = /** @type {{order?: Record<string, string[]>}} */ (this.cards.words).order || {};
    Object.assign(this, answers(this.form));
    this.judge(this.facts);
    this.page.dispatchEvent(new Event("judged"));
  }

  /**
   * Fills the form with a case and returns the facts that it does not say as they were given. What a case of old does not name is kept.
   * @param {ReadCase} read
   */
  apply({ facts, choices, place, further = chosen(this.form).further }) {
    this.#filling = true; // its own reset is no emptying by the person
    const left = fill(this.form, { facts, choices, place });
    this.#filling = false;
    choose(this.form, { place, further });
    this.update();
    this.interview.resume();
    return left;
  }

  /** The rules looked at. */
  get looked() {
    return this.cards.sorted(chosen(this.form)).here;
  }

  #listen() {
    followDays(this.form);
    // A phone that was put away keeps the page as it was; another day has other days left.
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden && this.#today !== isoToday()) this.update();
    });
    this.form.addEventListener("change", ({ target }) => {
      takeBack(this.form, target);
      this.update();
    });
    this.role("supposed").addEventListener("toggle", () => this.update());
    this.role("more").addEventListener("change", ({ target }) => {
      this.update();
      if (/** @type {HTMLInputElement} */ (target).checked && this.interview.view === "result") this.interview.more();
    });
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("reset", () => {
      if (!this.#filling) setTimeout(() => this.#emptied()); // the event comes before the fields are empty
    });
    this.form.addEventListener("click", ({ target }) => this.#clicked(/** @type {Element} */ (target)));
    this.page.addEventListener("click", (event) => {
      const { target } = event;
      const link = /** @type {Element} */ (target).closest("[data-open]");
      if (!link) return;
      event.preventDefault(); // a step of the interview is an entry of the history already
      this.interview.open(/** @type {string} */ (link.dataset.open));
    });
  }

  #emptied() {
    remirror(this.form);
    this.update();
    this.interview.resume();
  }

  /** @param {Element} target */
  #clicked(target) {
    const button = target.closest("[data-role=rest-no]");
    if (!button) return;
    answerRest(/** @type {HTMLElement} */ (button.closest("fieldset")), "no", this.facts, this.walk);
    this.form.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /**
   * Draws an answer, and what it changed; of answers that cannot be judged, why, and no verdict of before beside them.
   * @param {Answer} answer
   */
  show({ error = "", verdicts = {}, contradictions = [], unwritten = [] }) {
    this.error = error;
    this.page.toggleAttribute("data-error", Boolean(error));
    this.contradictions = [...this.contrary, ...contradictions];
    this.unwritten = unwritten;
    this.role("contradictions").replaceChildren(
      ...this.cards.contradictions(this.contradictions),
      ...this.cards.unwritten(unwritten),
    );
    if (error) this.#refuse();
    else this.#draw(verdicts);
    this.verdicts = verdicts;
  }

  #refuse() {
    tell(this.role("summary"), this.error);
    for (const name of ["verdicts", "elsewhere", "changed", "next-steps", "running"]) {
      this.role(name)?.replaceChildren();
    }
    /** @type {HTMLElement} */ (this.role("elsewhere").parentElement).hidden = true;
    this.interview.update({ needed: null, organs: null, free: null }, this.facts);
  }

  /** @param {Verdicts} verdicts */
  #draw(verdicts) {
    const choice = chosen(this.form);
    const { here, elsewhere } = this.cards.sorted(choice);
    const asked = this.state;
    const { place } = asked;
    const folds = !choice.verdictsFirst && !choice.supposed && here.length > 0;
    this.role("situation").replaceChildren(...this.cards.situation({ situation: choice.situation, place, folds }));
    stand(this.role("situation"), choice.verdictsFirst ? this.role("reviewed").parentElement : this.role("supposed"));
    suppose(/** @type {HTMLDetailsElement} */ (this.role("supposed")), choice.supposed);
    this.role("verdicts").replaceChildren(...this.cards.unbound(place), ...this.cards.cards(here, verdicts, asked));
    this.role("elsewhere").replaceChildren(...this.cards.cards(elsewhere, verdicts, asked));
    /** @type {HTMLElement} */ (this.role("elsewhere").parentElement).hidden = !elsewhere.length;
    tell(this.role("summary"), choice.supposed || !here.length ? "" : this.cards.summary(here, verdicts));
    // What would be if something had gone wrong does not run along while nothing has.
    const lines = choice.supposed ? [] : this.cards.running(here, verdicts, elsewhere, this.facts);
    this.role("running")?.replaceChildren(...lines);
    // Drawn again without a new answer, it says what it said; but not beside another place's verdicts.
    const answered = JSON.stringify([this.facts, place, choice.situation, [...choice.kinds]]);
    const changed = choice.supposed ? "" : this.cards.changed(here, this.verdicts, verdicts);
    if (answered !== this.#told) tell(this.role("changed"), changed);
    this.#told = answered;
    const supposing = choice.supposed && !(/** @type {HTMLDetailsElement} */ (this.role("supposed")).open);
    this.interview.update(supposing ? NOTHING : matters(here, verdicts), this.facts);
  }
}

/**
 * Puts what the texts write before the verdicts, or after them.
 * @param {HTMLElement} panel @param {HTMLElement | null} next
 */
function stand(panel, next) {
  if (next && panel.nextElementSibling !== next) next.before(panel);
}

/** Where nothing has gone wrong nothing is asked, unless somebody wants to see what would be. */
const NOTHING = { needed: new Set(), organs: new Set(), free: new Set() };

/**
 * Folds the verdicts away under a title, or lays them open without one; what the person has opened stays as it is.
 * @param {HTMLDetailsElement} details @param {string} title
 */
function suppose(details, title) {
  const summary = /** @type {HTMLElement} */ (details.querySelector("summary"));
  if (title && summary.hidden) details.open = false;
  if (!title) details.open = true;
  if (title) summary.textContent = title;
  summary.hidden = !title;
}

/**
 * The facts that the person must still answer, those that matter too but are the organ's to find, and those he may add.
 * @param {Data.RuleTitle[]} rules @param {Verdicts} verdicts
 */
function matters(rules, verdicts) {
  const found = rules.map(({ id }) => verdicts[id]);
  /** @type {(facts: (found: Data.Assessment) => string[]) => Set<string>} */
  const all = (facts) => new Set(found.flatMap(facts));
  return {
    needed: all(({ missing }) => missing),
    organs: all(({ organ, aggravating_open: aggravating = [] }) => [...organ, ...aggravating]),
    free: all(({ at_will: free, open_readings: readings }) => [...free, ...readings.map(({ fact }) => fact)]),
  };
}

/**
 * Writes into a live region only what is new, so that nothing is read out twice.
 * @param {HTMLElement} region @param {string} text
 */
function tell(region, text) {
  if (region.textContent !== text) region.textContent = text;
}
