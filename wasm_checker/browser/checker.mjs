// Wires the questionnaire, the worker and the results together. Nothing is stored and nothing is sent.
import { answerRestNo, answers, choose, chosen, fill } from "./answers.mjs";
import { Engine } from "./engine.mjs";
import { Interview } from "./interview.mjs";
import { keepSection, openLink } from "./keep.mjs";
import { nextSteps } from "./nextsteps.mjs";
import { isoToday } from "./said.mjs";
import { Results } from "./results.mjs";
import { explainQuestions } from "./why.mjs";

const here = new URL("./", import.meta.url);
const FAILED = "检查程序没有载入成功（浏览器太旧，或者网络中断）。您填的内容还在；可以换一个浏览器再试，或者打印本页作自查表。";

class Checker {
  #verdicts = {};
  #facts = {};
  #ready = false;

  constructor(page, words) {
    this.page = page;
    this.words = words;
    this.form = page.querySelector("form.checker__form");
    this.role = (name) => page.querySelector(`[data-role=${name}]`);
    this.interview = new Interview(this.form, { left: this.role("left"), steps: this.role("steps") });
    this.results = new Results(words, page.dataset.root, (rule) => this.#ask("explain", this.#facts, rule));
    this.engine = new Engine(new URL("worker.mjs", here), {
      progress: (share) => this.#progress(share),
      ready: () => this.#started(),
      answer: (answer) => this.#show(answer),
      failed: () => this.#failed(),
    });
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
      before: () => this.engine.stop?.(),
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
    const answer = await this.engine.call(method, ...args);
    return answer.error ? null : answer;
  }

  #progress(share) {
    if (!this.#ready && !("failed" in this.page.dataset)) {
      this.role("status").textContent = `正在载入检查程序：${Math.round(share * 100)}%。您可以先作答。`;
    }
  }

  #started() {
    this.#ready = true;
    this.#steps();
    this.page.dataset.ready = "";
    this.role("status").textContent = "检查程序已就绪，回答随时计入结果，不会离开这台设备。";
  }

  #failed() {
    this.page.dataset.failed = "";
    this.role("status").textContent = FAILED;
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
if (page) new Checker(page, await (await fetch(new URL("words.json", here))).json());
