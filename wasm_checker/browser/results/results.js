// Draws what the core returned. All words come from the core's answer and from words.json.
import { unexplained } from "../kit/failure.js";
import { Cards } from "./cards.js";
import { bracketed, h, list, section, unfolding } from "../kit/dom.js";
import { address, isAgainst, isOpen, quoted, unannounced, unwrittenSaid, value } from "../kit/wording.js";
import { elsewhere, situationPanel } from "./situation.js";
import { treeView } from "./tree.js";

/** @typedef {(rule: string) => Promise<OrRefused<Data.Explanation>>} Explain */

export class Results extends Cards {
  /**
   * `root`: the way from this page to the site's root, null where there is none. `explain(rule)` promises the core's explanation as soon
   * as it runs; null where it never does. `given()`: what has been answered.
   * @param {Data.Words} words @param {string | null} root @param {Explain | null} explain @param {() => Facts} given
   */
  constructor(words, root, explain, given) {
    super(words);
    this.words = words;
    this.root = root;
    this.explain = explain;
    this.given = given;
  }

  /** @param {Pair[]} pairs */
  contradictions(pairs) {
    if (!pairs.length) return [];
    const text = (/** @type {string} */ fact) => `“${this.words.facts[fact].text}”`;
    const items = pairs.map(([one, other]) =>
      h(
        "span",
        {},
        "这两项回答互相矛盾，请按事实核对、改正；改正以前，与它们有关的结论不能作数：",
        this.#toQuestion(one, text(one)),
        "与",
        this.#toQuestion(other, text(other)),
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

  /** @param {{situation: string, place: string}} chosen */
  situation(chosen) {
    return situationPanel(this.words, this.root, chosen);
  }

  /** @param {string} provision */
  link(provision) {
    const { citation, place, page } = this.words.provisions[provision];
    return h("a", { href: address(this.root, page), title: citation }, place);
  }

  /** @param {Data.RuleTitle} rule @param {Data.Assessment} result */
  body(rule, result) {
    const against = isAgainst(this.words, result.verdict);
    // Who is told that the text does not speak of him is told first where he may turn.
    const outside = result.verdict === "out_of_scope";
    return [
      outside ? this.#reminders(result.reminders) : null,
      this.#ownWord(result),
      this.#contrary(result),
      this.#other(result),
      this.#open(result),
      this.#provisions(
        isOpen(this.words, result.verdict) ? "还没有定下来的条款" : "结论所依据的条款",
        result.provisions,
      ),
      this.#facts("还须您回答", result.missing, true),
      this.#facts("只有组织能认定", result.organ, false),
      this.#unannounced(result),
      this.#facts("还没有回答的从重情节", result.aggravating_open ?? [], true),
      this.#facts("您已回答、须由组织核实的", result.to_confirm, false),
      outside ? null : this.#reminders(result.reminders),
      result.also.length
        ? section("条文还写了这些话，由组织核实", list(result.also.map((text) => h("span", {}, text))))
        : null,
      against ? null : this.#effects(/** @type {Data.RuleWords} */ (rule).effects),
      this.explain
        ? unfolding("为什么是这个结论，怎样会不同", () => this.#why(rule.id), {
            class: "verdict__more",
            "data-role": "explain",
          })
        : null,
      this.#readings(result.readings),
    ];
  }

  /** How much of a favourable verdict rests on the person's own word. @param {Data.Assessment} result */
  #ownWord({ on_own_word: facts }) {
    if (!facts.length) return null;
    const said = facts.map((fact) =>
      h("span", {}, quoted(this.words, [fact]), "：", value(this.words.facts[fact], this.given()[fact])),
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
  #contrary({ contradictions = [] }) {
    const items = contradictions.map(([one, other]) =>
      h(
        "span",
        {},
        this.#toQuestion(one, quoted(this.words, [one])),
        "与",
        this.#toQuestion(other, quoted(this.words, [other])),
      ),
    );
    return items.length ? section("这两项回答互相矛盾，请按事实核对", list(items)) : null;
  }

  /**
   * Where another reading would decide otherwise for an answer that was not given: one question, to be answered at will.
   * @param {Data.Assessment} result
   */
  #open({ open_readings: readings }) {
    if (!readings.length) return null;
    const items = readings.map(({ reading, says, fact, value: given, verdict }) => {
      const { text } = this.words.facts[fact];
      const ends = verdict ? `结论是“${this.words.verdicts[verdict].title}”` : "还要看另外几题怎样答";
      const supposed = verdict
        ? `若“${text}”为“${value(this.words.facts[fact], /** @type {FactValue} */ (given))}”，`
        : "";
      return h(
        "span",
        {},
        this.#reading(reading),
        `${supposed}按另一读法（${says}），${ends}。`,
        this.#toQuestion(fact, "去答这一题（可以不答）"),
      );
    });
    return unfolding(`按另一种读法，还要看您没有答的（${readings.length}）`, () => list(items), {
      class: "verdict__more",
      "data-role": "open-readings",
    });
  }

  /** Where another reading of the words would decide otherwise, both are named. @param {Data.Assessment} result */
  #other(result) {
    if (!result.other_readings.length) return null;
    const items = result.other_readings.map(({ reading, says, verdict }) =>
      h("span", {}, this.#reading(reading), `若按另一读法（${says}），结论是“${this.words.verdicts[verdict].title}”。`),
    );
    return h("section", { class: "verdict__other" }, h("h4", {}, "此处有另一读法，结论会不同"), list(items));
  }

  /** @param {string} rule */
  async #why(rule) {
    const found = await /** @type {Explain} */ (this.explain)(rule).catch(unexplained);
    if (found.error !== undefined) return h("p", {}, found.error);
    return h(
      "div",
      {},
      found.certificate_said ? h("p", {}, found.certificate_said) : null,
      this.#near(found),
      this.#changes(found),
      treeView(found, this.words, (id) => this.link(id)),
    );
  }

  /** Which answer it would take is said only where that can still be brought about. @param {Data.Explanation} found */
  #near({ near_misses: misses }) {
    if (!misses.length) return null;
    const items = misses.map(({ provision, fact, needs_said: needed }) => {
      const about = `“${this.words.facts[fact].text}”`;
      if (needed === undefined) return h("span", {}, this.link(provision), `：只有${about}与您的回答不合`);
      return h("span", {}, this.link(provision), `：只差${about}${this.#wanted(fact, needed)}`, inHandNote());
    });
    return section("条文还列了这些情形，只有一项不合（期限、条件、排除另看）", list(items));
  }

  /** Of what can still be brought about the nearest other verdicts; of the rest what the verdict hangs on. @param {Data.Explanation} found */
  #changes({ changes, hangs_on: facts }) {
    const items = changes.map(({ verdict, flips }) =>
      h(
        "span",
        {},
        `“${this.words.verdicts[verdict].title}”：如果`,
        flips.map((flip, index) => this.#flip(flip, index, verdict)),
      ),
    );
    const hang = facts.length && h("span", {}, `这几项答得不同，结论就不同：${quoted(this.words, facts)}。如实回答。`);
    return facts.length || items.length
      ? section("哪些事实会改变结论", list([...(hang ? [hang] : []), ...items]))
      : null;
  }

  /**
   * Nobody is told that he could still bring something about against himself.
   * @param {Data.Flip} flip @param {number} index @param {string} verdict
   */
  #flip({ fact, to_said: to }, index, verdict) {
    const said = `${index ? "，并且" : ""}“${this.words.facts[fact].text}”${this.#wanted(fact, to)}`;
    return h("span", {}, said, isAgainst(this.words, verdict) ? null : inHandNote());
  }

  /** A number's bound reads by itself: 不超过 7. @param {string} fact @param {string} said */
  #wanted(fact, said) {
    return this.words.facts[fact].type === "int" ? said : `为“${said}”`;
  }

  /** @param {string} title @param {string[]} ids */
  #provisions(title, ids) {
    if (!ids.length) return null;
    const item = (/** @type {string} */ id) =>
      h(
        "li",
        { "data-provision": id },
        this.link(id),
        h(
          "details",
          {},
          h("summary", {}, "原文"),
          h("blockquote", {}, this.words.provisions[id].text || this.words.provisions[id].citation),
        ),
      );
    return section(title, list(ids.map(item), { class: "verdict__provisions" }));
  }

  /** @param {string} title @param {string[]} ids @param {boolean} linked */
  #facts(title, ids, linked) {
    if (!ids.length) return null;
    const item = (/** @type {string} */ id) =>
      h(
        "li",
        { "data-fact-named": id },
        linked ? this.#toQuestion(id, this.words.facts[id].text) : this.words.facts[id].text,
      );
    return h("details", { class: "verdict__more" }, h("summary", {}, `${title}（${ids.length}）`), list(ids.map(item)));
  }

  /** @param {string} fact @param {string} text */
  #toQuestion(fact, text) {
    const { question } = this.words.facts[fact];
    return question ? h("a", { href: `#q-${question}`, "data-open": `q-${question}` }, text) : text;
  }

  /** @param {Data.Effect[]} effects */
  #effects(effects) {
    if (!effects.length) return null;
    return section(
      "如果认定，条文写的结果",
      list(effects.map((effect) => h("span", {}, effect.text, bracketed(this.link(effect.provision))))),
    );
  }

  /** @param {Data.Said[]} reminders */
  #reminders(reminders) {
    if (!reminders.length) return null;
    return section(
      "请留意",
      list(reminders.map(({ text, provision }) => h("span", {}, text, bracketed(this.link(provision))))),
    );
  }

  /** @param {string} id */
  #reading(id) {
    return h("a", { href: address(this.root, `compare/readings/#${id.toLowerCase()}`) }, `读法${id} `);
  }

  /** @param {string[]} ids */
  #readings(ids) {
    if (!ids.length) return null;
    const items = ids.map((id) => h("span", {}, this.#reading(id), this.words.readings[id]));
    return h("details", { class: "verdict__more" }, h("summary", {}, `涉及的读法（${ids.length}）`), list(items));
  }
}

function inHandNote() {
  return h("small", {}, "（也许还来得及做，算不算由组织认定）");
}
