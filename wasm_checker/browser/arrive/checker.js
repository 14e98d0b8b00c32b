// Follows the first verdict: full cards, the next steps, keeping, and the worker whose Python confirms. Nothing is sent, and nothing outlasts
// the tab.
import { noted } from "../kit/failure.js";
import { asset } from "../kit/asset-table.js";
import { Engine, fetchJson } from "../judge/confirmed-verdicts.js";
import { keepSection } from "../keep/keep.js";
import { Links } from "../keep/links.js";
import { TabAnswers } from "../keep/tab.js";
import { undoable } from "../keep/undo.js";
import { forget, nextSteps, renewLimits } from "../results/next-steps.js";
import { isoToday } from "../kit/wording.js";
import { Results } from "../results/results.js";
import { ReviewPlace } from "../results/review-place.js";
import { Status } from "../results/status.js";
import { painted, pause } from "../kit/yield.js";
import { notYet } from "../form/dates.js";
import { countDays } from "../form/day-panel.js";
import { Ticks } from "../form/ticks.js";
import { explainQuestions } from "../form/why.js";

/** @typedef {{from: string, deadlines: Record<string, Last> | undefined}} Counted */

const QUIET = 700; // milliseconds without an answer

class Checker {
  #ready = false;
  #failed = false;
  #unchecked = false;
  /**
   * The days of the limits, and what they were counted from.
   * @type {Counted}
   */
  #counted = { from: "", deadlines: undefined };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #turning;

  /**
   * @param {import("../form/questionnaire.js").Questionnaire} questionnaire
   * @param {Engine} engine
   * @param {Links} links
   * @param {TabAnswers} tab
   */
  constructor(questionnaire, engine, links, tab) {
    this.asked = questionnaire;
    this.engine = engine;
    this.links = links;
    this.tab = tab;
    this.page = questionnaire.page;
    this.root = /** @type {string} */ (this.page.dataset.root);
    this.role = (/** @type {string} */ name) => questionnaire.role(name);
    questionnaire.form.addEventListener("reset", forget);
    questionnaire.judge = (facts) => engine.ask(facts);
    this.status = new Status(this.page, this.role("status"), this.role("progress"));
    this.#hear(this.status);
  }

  /** Without its words the page stays with its first verdicts, and says so. */
  lame() {
    this.engine.stop();
    this.asked.judge = (facts) => this.asked.show(this.asked.walk(facts));
    if (this.asked.interview.view === "review") this.asked.interview.show("result"); // nothing will draw it
    this.status.wordless();
    this.links.fail();
  }

  /**
   * With all words there: each part in a turn of its own, so that the page answers between them.
   * @param {Data.Words} words
   */
  async complete(words) {
    await pause();
    /** @type {Data.Words | undefined} */
    this.words = words;
    const explain = (/** @type {string} */ rule) => this.engine.call("explain", this.asked.facts, rule);
    this.results = new Results(words, this.root, explain, this.asked.walk.calendar);
    this.asked.cards = this.results;
    new ReviewPlace(this.asked, words);
    this.asked.update();
    countDays(this.asked, words);
    await pause();
    this.role("keeping").replaceChildren(this.#keeping());
    await pause();
    explainQuestions(this.asked.form, this.results, {
      looked: () => this.asked.looked,
      facts: () => this.asked.facts,
      walk: this.asked.walk,
    });
    this.tab.settle();
  }

  /** Saving, opening, sharing, printing and leaving: only when a button is pressed. */
  #keeping() {
    const { asked } = this;
    return keepSection({
      words: /** @type {Data.Words} */ (this.words),
      state: () => asked.state,
      apply: (read) => asked.apply(read),
      forms: [asked.form],
      drawn: asked.drawn,
      away: this.root || "./",
      before: () => {
        this.engine.stop();
        this.tab.stop();
      },
      kept: this.tab.said,
      links: this.links,
      root: this.root,
    });
  }

  /** @type {Ask} */
  async #ask(method, ...args) {
    if (!this.#ready) return null;
    try {
      const answer = await this.engine.call(method, ...args);
      return answer.error ? null : answer;
    } catch (error) {
      noted(error);
      return null;
    }
  }

  /** @param {Status} status */
  #hear(status) {
    this.engine.listen({
      progress: (share) => status.progress(share),
      ready: () => {
        this.#ready = true;
        this.#count();
        status.ready();
      },
      asked: () => status.asked(),
      answer: (answer) => {
        this.asked.show(answer);
        this.#steps();
      },
      confirmed: () => {
        if (this.#unchecked) status.ready();
        this.#unchecked = false;
        status.confirmed();
        this.#turns();
      },
      unchecked: () => {
        this.#unchecked = true;
        status.unchecked();
      },
      mismatch: (rules, count) => {
        if (this.#unchecked) status.ready();
        this.#unchecked = false;
        status.mismatch(this.asked.cards.named(rules), count);
      },
      failed: (reason) => {
        this.#ready = false;
        this.#failed = true;
        this.#renew();
        status.failed(reason);
        this.#askServer();
      },
    });
  }

  /** Who could not load Python's worker may have a server that calls scripts something else. A page on a disk has none. */
  #askServer() {
    window
      .misserved?.(asset("worker.js").href, "script")
      .then((wrong) => wrong && this.status.misserved())
      .catch(noted);
  }

  /** The next steps of new answers; their days come from the core as soon as it is there. */
  #steps() {
    if (!this.words || this.asked.error) return;
    this.role("next-steps").replaceChildren(nextSteps(this.#view()));
    this.#renewNow();
    this.#count();
  }

  /** @returns {StepsOptions} */
  #view() {
    const { facts, verdicts, contradictions, looked: rules } = this.asked;
    return {
      words: /** @type {Data.Words} */ (this.words),
      root: this.root,
      facts,
      contradictions,
      verdicts,
      deadlines: this.#counted.from === this.#from ? this.#counted.deadlines : undefined,
      rules: /** @type {Data.RuleWords[]} */ (rules),
      today: isoToday(),
      ask: (method, ...args) => this.#ask(method, ...args),
      counts: !this.#failed,
      bound: Boolean(this.asked.state.place),
      notYet: Boolean(notYet(this.asked.form)),
    };
  }

  /** What the days are counted from, "" where nothing is to be counted. */
  get #from() {
    const start = this.words && this.asked.facts[this.words.start];
    return start && start !== "organ" ? `${start}/${isoToday()}` : "";
  }

  async #count() {
    const from = this.#from;
    if (!from || from === this.#counted.from) return;
    const found = await this.#ask("deadlines", .../** @type {[string, string]} */ (from.split("/")));
    if (!found || from !== this.#from) return;
    this.#counted = { from, deadlines: found.deadlines };
    this.#renew();
  }

  /** The days alone, for the same answers: somebody may be typing beside them, or wait for a draft. */
  #renew() {
    if (!this.words || this.asked.error) return;
    renewLimits(this.role("next-steps"), this.#view());
    this.#renewNow();
  }

  /** The last day beside the verdict is of the same start as those below. */
  #renewNow() {
    const { deadlines } = this.#view();
    this.results?.renew(this.role("verdicts"), this.asked.verdicts, deadlines);
  }

  /** Where the verdicts turn, once no answer has followed for a while: the worker is to confirm before it explains. */
  #turns() {
    clearTimeout(this.#turning);
    this.#turning = setTimeout(() => this.results?.turns(this.role("verdicts")), QUIET);
  }
}

/** @param {CheckerPage & {questionnaire: import("../form/questionnaire.js").Questionnaire}} page */
async function start(page) {
  const links = new Links(page.querySelector("[data-role=opened]")); // before anything is waited for: the address forgets the answers
  /** @type {Promise<Data.Words>} */
  const words = fetchJson("words.json");
  words.catch(noted); // told below, once there is someone to tell
  const tab = new TabAnswers(page.questionnaire);
  undoable(page.questionnaire);
  await painted();
  page.questionnaire.interview.ticks = new Ticks(page.questionnaire);
  await pause();
  const engine = new Engine(page.questionnaire.walk);
  await pause();
  const checker = new Checker(page.questionnaire, engine, links, tab);
  words.then(
    (all) => checker.complete(all),
    () => checker.lame(),
  );
}

const page = /** @type {CheckerPage | null} */ (document.querySelector("[data-checker]"));
if (page?.questionnaire) start(/** @type {any} */ (page)); // else its first script has not run, and the page says so
