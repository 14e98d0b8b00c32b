// Follows the first verdict: full cards, the next steps, keeping, and the worker whose Python confirms. Nothing is stored and nothing is sent.
import { Engine, fetchJson } from "./engine.mjs";
import { asset } from "./files.mjs";
import { keepSection, openLink } from "./keep.mjs";
import { nextSteps } from "./nextsteps.mjs";
import { isoToday } from "./said.mjs";
import { Results } from "./results.mjs";
import { Status } from "./status.mjs";
import { painted, pause } from "./turns.mjs";
import { explainQuestions } from "./why.mjs";

class Checker {
  #ready = false;
  #failed = false;

  constructor(questionnaire, engine) {
    this.asked = questionnaire;
    this.engine = engine;
    this.page = questionnaire.page;
    this.root = this.page.dataset.root;
    this.role = (name) => questionnaire.role(name);
    questionnaire.judge = (facts) => engine.ask(facts);
    this.status = new Status(this.page, this.role("status"));
    this.#hear(this.status);
  }

  /** Without its words the page stays with its first verdicts, and says so. */
  lame(error) {
    this.engine.stop();
    this.asked.judge = (facts) => this.asked.show(this.asked.walk(facts));
    this.status.answered();
    this.status.failed(String(error));
  }

  /** With all words there: each part in a turn of its own, so that the page answers between them. */
  async complete(words) {
    this.words = words;
    this.results = new Results(words, this.root, (rule) => this.engine.call("explain", this.asked.facts, rule));
    this.asked.cards = this.results;
    this.asked.update();
    await pause();
    this.role("keeping").replaceChildren(this.#keeping());
    explainQuestions(this.asked.form, this.results, { looked: () => this.asked.looked, facts: () => this.asked.facts, walk: this.asked.walk });
    await pause();
    await this.#steps();
    const said = await openLink({ words, apply: (read) => this.asked.apply(read) });
    if (said) this.role("opened").replaceChildren(said);
  }

  /** Saving, opening, sharing, printing and leaving: only when a button is pressed. */
  #keeping() {
    const { asked } = this;
    return keepSection({
      words: this.words,
      state: () => asked.state,
      apply: (read) => asked.apply(read),
      forms: [asked.form],
      drawn: asked.drawn,
      away: this.root || "./",
      before: () => this.engine.stop(),
    });
  }

  async #ask(method, ...args) {
    if (!this.#ready) return null;
    const answer = await this.engine.call(method, ...args).catch((error) => ({ error }));
    return answer.error ? null : answer;
  }

  #hear(status) {
    this.engine.listen({
      progress: (share) => status.progress(share),
      ready: () => {
        this.#ready = true;
        this.#steps();
        status.ready();
      },
      answer: (answer) => {
        this.asked.show(answer);
        this.#steps();
        status.answered();
      },
      confirmed: () => status.confirmed(),
      mismatch: (rules, count) => status.mismatch(this.asked.cards.named(rules), count),
      failed: (reason) => {
        this.#ready = false;
        this.#failed = true;
        this.#steps();
        status.failed(reason);
      },
    });
  }

  /** The next steps; their days come from the core as soon as it is there. */
  async #steps() {
    if (!this.words || !Object.keys(this.asked.verdicts).length) return;
    const { facts, verdicts, looked: rules } = this.asked;
    const today = isoToday();
    const start = facts.accountability_start_date;
    const found = start && start !== "organ" ? await this.#ask("deadlines", start, today) : null;
    if (facts !== this.asked.facts) return;
    this.role("next-steps").replaceChildren(
      nextSteps({
        words: this.words,
        root: this.root,
        facts,
        verdicts,
        deadlines: found?.deadlines,
        rules,
        today,
        ask: (method, ...args) => this.#ask(method, ...args),
        counts: !this.#failed,
      }),
    );
  }
}

const page = document.querySelector("[data-checker]");
if (page) {
  const words = fetchJson("words.json");
  words.catch(() => {}); // told below, once there is someone to tell
  if (!page.questionnaire) await import(asset("first.js")); // a page that was built without it
  await painted();
  const checker = new Checker(page.questionnaire, new Engine(page.questionnaire.walk));
  words.then(
    (all) => checker.complete(all),
    (error) => checker.lame(error),
  );
}
