// Draws what the core returned. All words come from the core's answer and from words.json.

function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

export class Results {
  #words;
  #root;

  /** `root` is the way from this page to the site's root. */
  constructor(words, root) {
    this.#words = words;
    this.#root = root;
  }

  /** One card an instrument, those of the chosen document first. */
  draw(verdicts, chosen) {
    const first = (instrument) => (instrument.document === chosen ? 0 : 1);
    const ordered = [...this.#words.rules].sort((a, b) => first(a) - first(b));
    return ordered.map((instrument) => this.#card(instrument, verdicts[instrument.id]));
  }

  /** One sentence for the live region. */
  summary(verdicts) {
    const caution = ({ in_force: inForce, status }) => (inForce ? "" : `（${status[0]}）`);
    const said = this.#words.rules.map(
      (rule) => `${rule.short}${caution(rule)}：${this.#words.verdicts[verdicts[rule.id].verdict].title}`,
    );
    return `${said.join("；")}。`;
  }

  #card(instrument, result) {
    const verdict = this.#words.verdicts[result.verdict];
    const hopeful = ["may_qualify", "needs_judgement"].includes(result.verdict);
    return h(
      "article",
      { class: `verdict verdict--${result.verdict}`, "data-instrument": instrument.id, "data-verdict": result.verdict },
      h("h3", {}, instrument.short, " ", ...instrument.status.map((status) => h("span", { class: "chip" }, status))),
      h("p", { class: "verdict__title" }, h("strong", {}, verdict.title), this.#draftMark(instrument)),
      h("p", { class: "verdict__meaning" }, verdict.meaning),
      result.caveat ? h("p", { class: "verdict__caveat" }, result.caveat) : null,
      this.#facts("还须您回答", result.missing, true),
      this.#facts("只有组织能认定", result.organ, false),
      this.#facts("您已回答、须由组织核实的", result.to_confirm, false),
      this.#provisions(this.#provisionsTitle(result), result.provisions),
      this.#texts("条文还写了这些话，由组织核实", result.also),
      hopeful ? this.#said("如果认定，条文写的结果", instrument.effects) : null,
      this.#said("另请留意", result.reminders),
      this.#readings(result.readings),
    );
  }

  #draftMark(instrument) {
    return instrument.in_force ? null : h("span", { class: "chip chip--draft" }, instrument.status[0]);
  }

  #provisionsTitle({ verdict }) {
    const open = ["insufficient_information", "needs_judgement"].includes(verdict);
    return open ? "还没有定下来的条款" : "结论所依据的条款";
  }

  #provision(id) {
    const { citation, place, text, page } = this.#words.provisions[id];
    return h(
      "li",
      { "data-provision": id },
      h("a", { href: this.#root + page, title: citation }, place),
      h("details", {}, h("summary", {}, "原文"), h("blockquote", {}, text || citation)),
    );
  }

  #provisions(title, ids) {
    return ids.length ? section(title, h("ul", { class: "verdict__provisions" }, ...ids.map((id) => this.#provision(id)))) : null;
  }

  #facts(title, ids, linked) {
    const item = (id) => {
      const { text, question } = this.#words.facts[id];
      return h("li", { "data-fact-named": id }, linked && question ? h("a", { href: `#q-${question}` }, text) : text);
    };
    return ids.length ? folded(title, ids.length, h("ul", {}, ...ids.map(item))) : null;
  }

  #texts(title, texts) {
    return texts.length ? section(title, h("ul", {}, ...texts.map((text) => h("li", {}, text)))) : null;
  }

  #said(title, items) {
    if (!items.length) return null;
    const item = ({ text, provision }) => {
      const { place, page, citation } = this.#words.provisions[provision];
      return h("li", {}, text, " ", h("a", { href: this.#root + page, title: citation }, `（${place}）`));
    };
    return section(title, h("ul", {}, ...items.map(item)));
  }

  #readings(ids) {
    if (!ids.length) return null;
    const item = (id) =>
      h("li", {}, h("a", { href: `${this.#root}compare/readings/#${id.toLowerCase()}` }, `${id} ${this.#words.readings[id]}`));
    return folded("条文有不止一种读法，这里采用了其中一种", ids.length, h("ul", {}, ...ids.map(item)));
  }
}

function section(title, ...children) {
  return h("section", {}, h("h4", {}, title), ...children);
}

function folded(title, count, ...children) {
  return h("details", { class: "verdict__more" }, h("summary", {}, `${title}（${count}）`), ...children);
}
