// Wires the questionnaire, the worker and the results together. Nothing is stored and nothing is sent.
import { answerRestNo, answers, choose, chosen, fill } from "./answers.mjs";
import { Engine, fetchJson } from "./engine.mjs";
import { Interview } from "./interview.mjs";
import { keepSection, openLink } from "./keep.mjs";
import { nextSteps } from "./nextsteps.mjs";
import { isoToday } from "./said.mjs";
import { Results } from "./results.mjs";
import { Status } from "./status.mjs";
import { explainQuestions } from "./why.mjs";

class Checker {
  #verdicts = {};
  #facts = {};
  #ready = false;

  constructor(page, words, engine) {
    this.page = page;
    this.engine = engine;
    this.words = words;
    this.form = page.querySelector("form.checker__form");
    this.role = (name) => page.querySelector(`[data-role=${name}]`);
    this.interview = new Interview(this.form, { left: this.role("left"), steps: this.role("steps") });
    this.results = new Results(words, page.dataset.root, (rule) => this.#ask("explain", this.#facts, rule));
    this.#hear(new Status(page, this.role("status")));
    this.#listen();
    this.role("keeping").replaceChildren(this.#keeping());
    this.update();
    this.#openLink();
  }

  /** Saving, opening, sharing, printing and leaving: only when a button is pressed. */
  #keeping() {
    return keepSection({
      words: this.words,
      state: () => ({ facts: this.#facts, place: chosen(this.form).document, verdicts: this.#verdicts, rules: this.#looked() }),
      apply: (read) => this.#apply(read),
      forms: [this.form],
      drawn: ["verdicts", "elsewhere", "next-steps", "contradictions", "summary", "changed"].map((name) => this.role(name)),
      away: this.page.dataset.root || "./",
      before: () => this.engine.stop(),
    });
  }

  async #openLink() {
    const said = await openLink({ words: this.words, apply: (read) => this.#apply(read) });
    if (said) this.role("opened").replaceChildren(said);
  }

  #apply({ facts, place }) {
    fill(this.form, facts);
    choose(this.form, place);
    this.update();
  }

  #looked() {
    return this.results.sorted(chosen(this.form)).here;
  }

  #listen() {
    this.form.addEventListener("change", () => this.update());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("reset", () => setTimeout(() => this.update()));
    this.form.addEventListener("click", ({ target }) => this.#clicked(target));
    for (const mode of this.page.querySelectorAll("input[name=mode]")) {
      mode.addEventListener("change", () => {
        this.interview.oneAtATime = mode.value === "one";
      });
    }
    this.page.addEventListener("click", ({ target }) => {
      const link = target.closest("[data-open]");
      if (link) this.interview.open(link.dataset.open);
    });
    explainQuestions(this.form, this.results, (fact) => this.#ask("preview", this.#facts, fact));
  }

  #clicked(target) {
    const button = target.closest("[data-role=rest-no]");
    if (!button) return;
    answerRestNo(button.closest("fieldset"));
    this.update();
  }

  /** Judges the answers as they stand. */
  update() {
    this.#facts = answers(this.form);
    this.page.dataset.pending = "";
    this.engine.ask(this.#facts);
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
        this.#show(answer);
        status.answered();
      },
      confirmed: () => status.confirmed(),
      mismatch: (rules, count) => status.mismatch(this.results.named(rules), count),
      failed: (reason) => {
        this.#ready = false;
        status.failed(reason);
      },
    });
  }

  #show({ error, verdicts, contradictions }) {
    delete this.page.dataset.pending;
    this.page.toggleAttribute("data-error", Boolean(error));
    if (error) {
      this.role("summary").textContent = error;
      for (const name of ["verdicts", "elsewhere", "contradictions"]) this.role(name).replaceChildren();
      return;
    }
    const { here: mine, elsewhere } = this.results.sorted(chosen(this.form));
    this.role("verdicts").replaceChildren(...this.results.cards(mine, verdicts));
    this.role("elsewhere").replaceChildren(...this.results.cards(elsewhere, verdicts));
    this.role("elsewhere").parentElement.hidden = !elsewhere.length;
    this.role("summary").textContent = this.results.summary(mine, verdicts);
    this.role("changed").textContent = this.results.changed(mine, this.#verdicts, verdicts);
    this.role("contradictions").replaceChildren(...this.results.contradictions(contradictions));
    const needed = mine.flatMap(({ id }) => [...verdicts[id].missing, ...verdicts[id].organ]);
    this.interview.update(new Set(needed), this.#facts);
    this.#verdicts = verdicts;
    this.#steps();
  }

  /** The next steps; their days come from the core as soon as it is there. */
  async #steps() {
    if (!Object.keys(this.#verdicts).length) return;
    const [facts, today] = [this.#facts, isoToday()];
    const start = facts.accountability_start_date;
    const found = start && start !== "organ" ? await this.#ask("deadlines", start, today) : null;
    if (facts !== this.#facts) return;
    this.role("next-steps").replaceChildren(
      nextSteps({
        words: this.words,
        root: this.page.dataset.root,
        facts,
        verdicts: this.#verdicts,
        deadlines: found?.deadlines,
        rules: this.#looked(),
        today,
        ask: (method, ...args) => this.#ask(method, ...args),
      }),
    );
  }
}

const page = document.querySelector("[data-checker]");
if (page) {
  const words = fetchJson("words.json");
  const engine = new Engine();
  new Checker(page, await words, engine);
}
