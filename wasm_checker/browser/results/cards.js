// Verdicts in short: all that is drawn before the page's words have come, and what each full card begins with.
import { h } from "../kit/dom.js";

const UNUSED = "⊘"; // the sign of a verdict by which a rule merely does not apply
const FAILED = "✗";
const RANKS = ["✓！", "◐○", "✗－⊘"]; // what applies, what is open, what does not hold
const LATE = "too_late";
const OPEN = "insufficient_information";
const UNUSED_TITLE = "这一条用不上";
const UNFILLED = "还没有填情况";

/** @typedef {import("../kit/dom.js").Child} Child */
/** @typedef {Pick<CaseState, "facts" | "contradictions" | "place"> & Partial<Pick<CaseState, "choices">>} Asked */

export class Cards {
  /** Whether the person has unfolded or folded the running result. @type {boolean | undefined} */
  #unfolded;

  /**
   * `words`: {rules, verdicts} as in words.json; of a rule this needs id, kind, document, short, status, in_force, applied and validity.
   * @param {Data.FirstWords} words
   */
  constructor(words) {
    this.words = words;
    /** @type {Asked} */
    this.asked = { facts: {}, contradictions: [], place: "" };
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

  /**
   * What applies first. What merely does not apply is a line each, last; unless it is all there is.
   * `asked`: what has been answered, and for which place.
   * @param {Data.RuleTitle[]} rules @param {Verdicts} verdicts @param {Asked} asked
   */
  cards(rules, verdicts, asked) {
    this.asked = asked;
    // Where nothing has been answered no card leads: a line each says so.
    const empty = Object.keys(asked.facts).length ? [] : rules.filter(({ id }) => verdicts[id].verdict === OPEN);
    const unused = rules.filter((rule) => !empty.includes(rule) && this.isUnused(rule, verdicts[rule.id]));
    const whole = rules.filter((rule) => !unused.includes(rule) && !empty.includes(rule));
    const first = whole.length || empty.length ? whole : unused.filter(({ kind }) => kind === "tolerance");
    const last = unused.filter((rule) => !first.includes(rule));
    const rank = (/** @type {Data.RuleTitle} */ { id }) =>
      RANKS.findIndex((signs) => signs.includes(this.words.verdicts[verdicts[id].verdict].sign));
    return [
      ...first.sort((one, other) => rank(one) - rank(other)).map((rule) => this.#card(rule, verdicts[rule.id])),
      ...empty.map((rule) => this.#line(rule, verdicts[rule.id], UNFILLED)),
      ...(last.length ? [h("h3", { class: "verdicts__unused" }, last.length > 1 ? "这几条用不上" : UNUSED_TITLE)] : []),
      ...last.map((rule) => this.#line(rule, verdicts[rule.id])),
    ];
  }

  /**
   * A line a policy: how far it has come, or its verdict. The first is in sight, the rest unfolds. Nothing before the first answer.
   * @param {Data.RuleTitle[]} here @param {Verdicts} verdicts @param {Data.RuleTitle[]} elsewhere @param {Facts} facts
   */
  running(here, verdicts, elsewhere, facts) {
    if (!Object.keys(facts).length || !here.length) return [];
    const wide = globalThis.matchMedia?.("(min-width: 60em)").matches;
    const asked = [...here.filter(({ applied }) => applied), ...here.filter(({ applied }) => !applied)];
    const [first, ...rest] = [...asked, ...elsewhere].map((rule) => this.#run(rule, verdicts[rule.id]));
    if (!rest.length) return [h("p", { class: "running" }, first)];
    const more = h("span", { class: "running__more" }, `另外 ${rest.length} 份`);
    const all = h(
      "details",
      { class: "running", open: this.#unfolded ?? wide },
      h("summary", {}, first, more),
      h(
        "ul",
        {},
        rest.map((line) => h("li", {}, line)),
      ),
    );
    all.addEventListener("toggle", () => {
      this.#unfolded = all.open;
    });
    return [all];
  }

  /** @param {Data.RuleTitle} rule @param {Data.Assessment} result */
  #run(rule, result) {
    const { counts, verdict } = result;
    const far = counts && verdict === OPEN && this.headline(rule, result) === this.title(rule, result);
    return h(
      "span",
      { class: `running__line verdict--${verdict}`, "data-running": rule.id },
      this.sign(rule, result),
      h("b", {}, rule.short + caution(rule)),
      far ? `已合 ${counts.met} 项，还看 ${counts.open} 项` : this.headline(rule, result),
    );
  }

  /** @param {Data.RuleTitle} rule @param {Data.Assessment} result */
  sign(rule, result) {
    const shape = this.isUnused(rule, result) ? UNUSED : this.words.verdicts[result.verdict].sign;
    return h("span", { class: "verdict__sign", "aria-hidden": "true" }, shape);
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
    return `${rules.map((rule) => `${rule.short}${caution(rule)}：${this.headline(rule, verdicts[rule.id])}`).join("；")}。`;
  }

  /**
   * What an answer changed, in words; empty if nothing.
   * @param {Data.RuleTitle[]} rules @param {Verdicts} before @param {Verdicts} now
   */
  changed(rules, before, now) {
    const said = rules
      .filter(({ id }) => before[id] && before[id].verdict !== now[id].verdict)
      .map(
        (rule) =>
          `${rule.short}${caution(rule)}：${this.title(rule, before[rule.id])} → ${this.headline(rule, now[rule.id])}`,
      );
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

  /** @type {(chosen: {situation: string, place: string, folds?: boolean}) => HTMLElement[]} */
  situation() {
    return [];
  }

  /**
   * Whether a rule merely does not apply. Where nothing is asked for by a rule, it is not refused either.
   * @param {Data.RuleTitle} rule @param {Data.Assessment} result
   */
  isUnused({ applied }, { verdict }) {
    const { sign } = this.words.verdicts[verdict];
    return sign === UNUSED || (!applied && sign === FAILED && verdict !== LATE);
  }

  /** @param {Data.RuleTitle} rule @param {Data.Assessment} result */
  title(rule, result) {
    const { sign, title } = this.words.verdicts[result.verdict];
    return sign === FAILED && this.isUnused(rule, result) ? UNUSED_TITLE : title;
  }

  /**
   * What a card says right below its verdict.
   * @type {(rule: Data.RuleTitle, result: Data.Assessment) => Child}
   */
  meaning(_, { verdict }) {
    return h("p", { class: "verdict__meaning" }, this.words.verdicts[verdict].meaning);
  }

  /**
   * What it says below that.
   * @type {(rule: Data.RuleTitle, result: Data.Assessment) => Child[]}
   */
  body() {
    return [];
  }

  /** @param {Data.RuleTitle} rule @param {Data.Assessment} result */
  #card(rule, result) {
    return h(
      "article",
      { class: `verdict verdict--${result.verdict}`, "data-rule": rule.id, "data-verdict": result.verdict },
      h("h3", {}, rule.short, " ", rule.in_force ? chips(rule) : null),
      ...this.#within(rule, result),
    );
  }

  /** @param {Data.RuleTitle} rule @param {Data.Assessment} result @param {string} title */
  #line(rule, result, title = this.title(rule, result)) {
    return h(
      "article",
      { class: "verdict verdict--unused", "data-rule": rule.id, "data-verdict": result.verdict },
      h(
        "details",
        {},
        h("summary", {}, h("b", {}, rule.short), title === UNUSED_TITLE ? null : `：${title}`),
        ...this.#within(rule, result),
      ),
    );
  }

  /** @param {Data.RuleTitle} rule @param {Data.Assessment} result */
  #within(rule, result) {
    return [
      h(
        "p",
        { class: "verdict__title" },
        rule.in_force ? null : "假定已施行：",
        h("strong", {}, this.headline(rule, result)),
        rule.in_force ? null : [" ", ...chips(rule).slice(0, 1)],
      ),
      result.caveat ? h("p", { class: "verdict__caveat" }, result.caveat) : null,
      result.assumes ? h("p", { class: "verdict__caveat" }, assumption(result.assumes)) : null,
      this.meaning(rule, result),
      ...this.body(rule, result),
      h("p", { class: "verdict__validity" }, h("small", {}, rule.validity)),
    ];
  }

  /** The verdict, unless it is not to be read yet. @param {Data.RuleTitle} rule @param {Data.Assessment} result */
  headline(rule, result) {
    return this.title(rule, result);
  }
}

/** @param {Data.Assumed} assumes */
function assumption({ text, quote }) {
  return [h("strong", {}, text), `：条文写的是“${quote}”。`];
}

/** @param {Data.RuleTitle} rule */
const chips = ({ status, in_force: current }) =>
  status.map((each) => h("span", { class: current ? "chip" : "chip chip--draft" }, each));

/** That a text is not in force, as far as its name does not say it. @param {Data.RuleTitle} rule */
function caution({ in_force: current, status, short }) {
  const said = current ? [] : status[0].split("，").filter((part) => !short.includes(part));
  return said.length ? `（${said.join("，")}）` : "";
}
