// Verdicts in short: all that is drawn before the page's words have come, and what each full card begins with.
import { h } from "../kit/dom.js";

export class Cards {
  /**
   * `words`: {rules, verdicts} as in words.json; of a rule this needs id, kind, document, short, status, in_force and validity.
   * @param {Data.FirstWords} words
   */
  constructor(words) {
    this.words = words;
  }

  /**
   * The rules looked at, those of the chosen document first, and the rest.
   * @param {{document: string, kinds: Set<string | undefined>, leaves?: string[]}} chosen
   */
  sorted({ document: place, kinds, leaves = [] }) {
    const looked = this.words.rules.filter(({ id, kind }) => kinds.has(kind) && !leaves.includes(id));
    const here = looked.filter((rule) => !place || rule.document === place);
    return { here, elsewhere: looked.filter((rule) => !here.includes(rule)) };
  }

  /** @param {Data.RuleTitle[]} rules @param {Verdicts} verdicts */
  cards(rules, verdicts) {
    return rules.map((rule) => this.#card(rule, verdicts[rule.id]));
  }

  /**
   * The short titles of the rules with these ids.
   * @param {string[]} ids
   */
  named(ids) {
    const found = this.words.rules.filter(({ id }) => ids.includes(id)).map(({ short }) => short);
    return found.length ? found : ["全部文书"];
  }

  /**
   * One sentence for the live region.
   * @param {Data.RuleTitle[]} rules @param {Verdicts} verdicts
   */
  summary(rules, verdicts) {
    return `${rules.map((rule) => `${rule.short}${caution(rule)}：${this.title(verdicts[rule.id])}`).join("；")}。`;
  }

  /**
   * What an answer changed, in words; empty if nothing.
   * @param {Data.RuleTitle[]} rules @param {Verdicts} before @param {Verdicts} now
   */
  changed(rules, before, now) {
    const said = rules
      .filter(({ id }) => before[id] && before[id].verdict !== now[id].verdict)
      .map(({ id, short }) => `${short}：${this.title(before[id])} → ${this.title(now[id])}`);
    return said.length ? `刚才的回答改变了结论。${said.join("；")}。` : "";
  }

  /** @type {(pairs: Pair[]) => HTMLElement[]} */
  contradictions() {
    return [];
  }

  /** @type {(facts: string[]) => HTMLElement[]} */
  unwritten() {
    return [];
  }

  /** @type {(place: string) => HTMLElement[]} */
  unbound() {
    return [];
  }

  /** @type {(chosen: {situation: string, place: string}) => HTMLElement[]} */
  situation() {
    return [];
  }

  /** @param {Data.Assessment} result */
  title(result) {
    return this.words.verdicts[result.verdict].title;
  }

  /**
   * What a card says below its verdict.
   * @type {(rule: Data.RuleTitle, result: Data.Assessment) => (HTMLElement | null)[]}
   */
  body() {
    return [];
  }

  /** @param {Data.RuleTitle} rule @param {Data.Assessment} result */
  #card(rule, result) {
    return h(
      "article",
      { class: `verdict verdict--${result.verdict}`, "data-rule": rule.id, "data-verdict": result.verdict },
      h(
        "h3",
        {},
        rule.short,
        " ",
        rule.status.map((status) => h("span", { class: rule.in_force ? "chip" : "chip chip--draft" }, status)),
      ),
      h(
        "p",
        { class: "verdict__title" },
        rule.in_force ? null : "假定已施行：",
        h("strong", {}, this.title(result)),
        rule.in_force ? null : [" ", h("span", { class: "chip chip--draft" }, rule.status[0])],
      ),
      h("p", { class: "verdict__meaning" }, this.words.verdicts[result.verdict].meaning),
      result.caveat ? h("p", { class: "verdict__caveat" }, result.caveat) : null,
      result.assumes ? h("p", { class: "verdict__caveat" }, assumption(result.assumes)) : null,
      h("p", { class: "verdict__validity" }, h("small", {}, rule.validity)),
      this.body(rule, result),
    );
  }
}

/** @param {Data.Assumed} assumes */
function assumption({ text, quote }) {
  return `${text}；条文写的是“${quote}”。`;
}

/** @param {Data.RuleTitle} rule */
function caution({ in_force: current, status }) {
  return current ? "" : `（${status[0]}）`;
}
