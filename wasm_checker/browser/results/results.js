// Draws what the core returned. All words come from the core's answer and from words.json.
import { h, list, section, unfolding } from "../kit/dom.js";
import { unexplained } from "../kit/failure.js";
import { isAgainst, isoToday, isOpen, quoted, unannounced, unwrittenSaid, value } from "../kit/wording.js";
import { Cards } from "./cards.js";
import { meaning } from "./causes.js";
import * as details from "./details.js";
import { explanation } from "./explanation.js";
import { now } from "./now.js";
import { markTurn, pathView } from "./path.js";
import { elsewhere, situationPanel } from "./situation.js";

/** @typedef {import("../kit/dom.js").Child} Child */
/** @typedef {(rule: string) => Promise<OrRefused<Data.Explanation>>} Explain */

const NOT_YET = "结论先不要看";

export class Results extends Cards {
  /** @type {Record<string, Last> | undefined} */
  #deadlines;

  /**
   * `root`: the way from this page to the site's root, null where there is none. `explain(rule)` promises the core's explanation as soon
   * as it runs; null where it never does. `calendar`: the days that the page counts by, if it has them.
   * @param {Data.Words} words @param {string | null} root @param {Explain | null} explain @param {Data.CalendarData | null} calendar
   */
  constructor(words, root, explain, calendar = null) {
    super(words);
    this.words = words;
    this.root = root;
    this.explain = explain;
    this.calendar = calendar;
  }

  get #view() {
    const { facts, place, choices = {} } = this.asked;
    const { words, root, calendar } = this;
    const toQuestion = (/** @type {string} */ fact, /** @type {string} */ text) => this.#toQuestion(fact, text);
    const deadlines = this.#deadlines;
    return { words, root, facts, place, choices, calendar, today: isoToday(), deadlines, toQuestion };
  }

  /** @param {Pair[]} pairs */
  contradictions(pairs) {
    if (!pairs.length) return [];
    const items = pairs.map(([one, other]) =>
      h(
        "span",
        {},
        "这两项答得互相矛盾，结论先不要看，请按事实改一项：",
        this.#toQuestion(one, quoted(this.words, [one])),
        "与",
        this.#toQuestion(other, quoted(this.words, [other])),
      ),
    );
    return [list(items)];
  }

  /** What was said and no text has words for. @param {string[]} facts */
  unwritten(facts) {
    return unwrittenSaid(this.words, facts).map((text) => h("p", { class: "checker__unwritten" }, text));
  }

  /** Above the verdicts of who has not chosen a place: none of them binds him. @param {string} place */
  unbound(place) {
    return place ? [] : [elsewhere(this.words)];
  }

  /** @param {{situation: string, place: string, folds?: boolean}} chosen */
  situation(chosen) {
    return situationPanel(this.words, this.root, chosen);
  }

  /** @param {string} provision */
  link(provision) {
    return details.link(this, provision);
  }

  /**
   * The answers that contradict each other and that a rule asks for: its verdict would rest on them.
   * @param {Data.RuleTitle} rule
   */
  #disputed({ id }) {
    const asks = (/** @type {string} */ fact) => id in this.words.facts[fact].asked_by;
    return this.asked.contradictions.filter((pair) => pair.some(asks));
  }

  /** @param {Data.RuleTitle} rule @param {Data.Assessment} result */
  headline(rule, result) {
    return this.#disputed(rule).length ? NOT_YET : this.title(rule, result);
  }

  /** @param {Data.RuleTitle} rule @param {Data.Assessment} result */
  meaning(rule, result) {
    const [pair] = this.#disputed(rule);
    if (!pair) return meaning(this.#view, rule, result);
    const links = pair.flatMap((fact, at) => [at ? "与" : "", this.#toQuestion(fact, quoted(this.words, [fact]))]);
    return h("p", { class: "verdict__meaning" }, ...links, "答得互相矛盾，请按事实改一项。");
  }

  /** @param {Data.RuleTitle} rule @param {Data.Assessment} result @returns {Child[]} */
  body(rule, result) {
    const view = this.#view;
    if (this.#disputed(rule).length) return [];
    // Who is told that the text does not speak of him is told first where he may turn; and whose days run, that they do.
    const first = result.reminders.filter(({ days_run: run }) => run || result.verdict === "out_of_scope");
    const { path } = result;
    return [
      this.#ownWord(result),
      h("p", { class: "verdict__now", "data-role": "now" }, ...this.#now(rule, result)),
      details.reminders(view, first),
      details.otherReadings(view, result),
      this.#open(result),
      path ? pathView(view, rule, { ...result, path }) : null,
      this.#unannounced(result),
      this.#folded(
        rule,
        result,
        result.reminders.filter((item) => !first.includes(item)),
      ),
      this.explain
        ? unfolding("为什么是这个结论，哪些事实会改变它", () => this.#why(rule.id), {
            class: "verdict__more",
            "data-role": "explain",
          })
        : null,
    ];
  }

  /** @param {Data.RuleTitle} rule @param {Data.Assessment} result @returns {Child[]} */
  #now(rule, result) {
    const said = now(this.#view, rule, result);
    return said ? [h("strong", {}, "现在做什么"), "：", ...said] : [];
  }

  /**
   * The days that the core has counted meanwhile, into the cards that stand.
   * @param {Element} drawn @param {Verdicts} verdicts @param {Record<string, Last> | undefined} deadlines
   */
  renew(drawn, verdicts, deadlines) {
    this.#deadlines = deadlines;
    for (const rule of this.words.rules) {
      const line = drawn.querySelector(`[data-rule="${rule.id}"] [data-role=now]`);
      if (line && verdicts[rule.id]) {
        line.replaceChildren(...h("p", {}, ...this.#now(rule, verdicts[rule.id])).childNodes);
      }
    }
  }

  /** Marks on the paths that stand where their verdicts turn, as soon as the core can say. @param {Element} drawn */
  async turns(drawn) {
    const { explain } = this;
    if (!explain) return;
    for (const path of drawn.querySelectorAll("[data-rule] .path")) {
      const rule = /** @type {string} */ (/** @type {HTMLElement} */ (path.closest("[data-rule]")).dataset.rule);
      // One after the other: an answer given meanwhile is not to wait for all of them.
      const found = await explain(rule).catch(unexplained);
      if (!path.isConnected) return; // another answer has been given
      if (found.error === undefined) markTurn(path, found, this.words.facts);
    }
  }

  /**
   * All that is behind it, a line each or unfolded.
   * @param {Data.RuleTitle} rule @param {Data.Assessment} result @param {Data.Said[]} reminders
   */
  #folded(rule, result, reminders) {
    const view = this.#view;
    const open = isOpen(this.words, result.verdict);
    const parts = [
      details.provisions(view, open ? "还没有定下来的条款" : "结论所依据的条款", result.provisions),
      details.facts(view, "还须您回答", result.missing, true),
      details.facts(view, "只有组织能认定", result.organ, false),
      details.facts(view, "还没有回答的从重情节", result.aggravating_open ?? [], true),
      details.facts(view, "您已回答、须由组织核实的", result.to_confirm, false),
      details.reminders(view, reminders),
      result.also.length
        ? section("条文还写了这些话，由组织核实", list(result.also.map((text) => h("span", {}, text))))
        : null,
      isAgainst(this.words, result.verdict)
        ? null
        : details.effects(view, /** @type {Data.RuleWords} */ (rule).effects),
      details.readings(view, result.readings),
    ].filter(Boolean);
    const said = reminders.length ? `，请留意 ${reminders.length} 点` : "";
    return h(
      "details",
      { class: "verdict__more", "data-role": "details" },
      h("summary", {}, `条款、原文和细节${said}`),
      parts,
    );
  }

  /** How much of a favourable verdict rests on the person's own word. @param {Data.Assessment} result */
  #ownWord({ on_own_word: facts }) {
    if (!facts.length) return null;
    const given = this.asked.facts;
    const said = facts.map((fact) =>
      h("span", {}, quoted(this.words, [fact]), "：", value(this.words.facts[fact], given[fact])),
    );
    const which = unfolding("是哪几项", () => list(said), { "data-role": "own-word" });
    return h(
      "div",
      { class: "verdict__word" },
      h("strong", {}, `其中 ${facts.length} 项只有组织能认定`),
      "，这里按您自己的说法算。",
      which,
    );
  }

  /** Why the days between two dates cannot be counted yet. @param {Data.Assessment} result */
  #unannounced(result) {
    const reason = unannounced(this.words, result);
    return reason ? section(reason.title, h("p", { "data-role": "unannounced" }, reason.text)) : null;
  }

  /** @param {Data.Assessment} result */
  #open(result) {
    const view = this.#view;
    if (!result.open_readings.length) return null;
    return unfolding(
      `按另一种读法，还要看您没有答的（${result.open_readings.length}）`,
      () => /** @type {HTMLElement} */ (details.openReadings(view, result)),
      { class: "verdict__more", "data-role": "open-readings" },
    );
  }

  /** @param {string} rule */
  async #why(rule) {
    const found = await /** @type {Explain} */ (this.explain)(rule).catch(unexplained);
    return explanation(found, this.words, (id) => this.link(id));
  }

  /** @param {string} fact @param {string} text */
  #toQuestion(fact, text) {
    const { question } = this.words.facts[fact];
    return question ? h("a", { href: `#q-${question}`, "data-open": `q-${question}` }, text) : text;
  }
}
