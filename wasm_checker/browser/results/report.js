// The 自查报告: answers, verdicts, provisions with their words, open points. Drawn on demand, printed by the browser.
import { h, list } from "../kit/dom.js";
import { placeOf, runs } from "./ranges.js";
import { day, quoted, sorted, unannounced, unwrittenSaid, value } from "../kit/wording.js";

const CAVEATS = [
  "这份报告由本人在网页上按自己的回答生成，不是任何机关的认定，也不是法律意见。",
  "“可能符合，须经认定”只说明按这些回答，这里问到的条件都具备；条文另写的话和这些回答本身还要核实；是否容错，由有权机关调查核实后决定。",
  "每份结论都以“它适用于本人”为前提；不归它管的，对本人没有效力，只供对照。",
  "每份文件后来有没有修改、废止，写在它的结论下面；有没有新规定，本站没有查，请先向有关机关核实。",
];
const PATIENCE = 2000; // milliseconds after which a browser that prints has begun to

export const CANNOT_PRINT = "这里打印不了，请用浏览器打开再打印。";

/**
 * `rules`: those to report, in their order; all of them if left out. `contradictions`: pairs of facts; `error`: why there are no
 * verdicts, if so; `age`: what is to be said of the age of the rules, if anything.
 * @param {{words: Data.Words, facts: Facts, verdicts: Verdicts, contradictions?: Pair[], unwritten?: string[], error?: string,
 *   rules?: Data.RuleWords[], choices?: Record<string, string>, today: string, age?: string}} given
 */
export function report({
  words,
  facts,
  verdicts,
  contradictions = [],
  unwritten = [],
  error = "",
  rules = words.rules,
  choices = {},
  today,
  age = "",
}) {
  return h(
    "article",
    { class: "sheet report", "data-role": "report" },
    h("h1", {}, "容错纠错自查报告"),
    h("p", { class: "report__about" }, `生成日期：${day(today)}。数据版本：${words.data.version.slice(0, 12)}。`),
    age ? h("p", { class: "report__about" }, h("b", {}, age)) : null,
    list(CAVEATS, { class: "report__caveats" }),
    h("h2", {}, "一、本人的回答"),
    answered(words, facts, choices),
    contrary(words, contradictions),
    unwrittenSaid(words, unwritten).map((text) => h("p", {}, text)),
    h("h2", {}, "二、逐份的结论"),
    error ? h("p", { class: "report__error" }, `按现在的回答不能判断，没有结论：${error}。请改好再打印。`) : null,
    rules.filter(({ id }) => verdicts[id]).map((rule) => judged(words, facts, rule, verdicts[rule.id])),
    h("h2", {}, "三、本人补充（手写）"),
    h(
      "div",
      { class: "report__lines" },
      Array.from({ length: 4 }, () => h("p", {})),
    ),
    h("p", { class: "sheet__sign" }, "填写人：　　　　　　　　日期：　　　年　　月　　日"),
    document.querySelector(".site-report")?.cloneNode(true), // whom to tell of an error
  );
}

/**
 * Grouped by question, in the order of the questionnaire.
 * @param {Data.Words} words @param {Facts} facts @param {Record<string, string>} choices
 */
function answered(words, facts, choices) {
  const given = Object.keys(words.facts).filter((id) => facts[id] !== undefined && facts[id] !== null);
  if (!given.length) return h("p", {}, "没有回答任何问题。");
  const questions = [...new Set(given.map((id) => words.facts[id].question ?? ""))];
  const rows = questions.map((question) => {
    const mine = given.filter((id) => (words.facts[id].question ?? "") === question);
    return h(
      "tr",
      {},
      h("th", { scope: "row" }, words.questions[question] ?? "从别的回答推出来的"),
      h("td", {}, said(words, facts, mine, choices)),
    );
  });
  return h(
    "table",
    {},
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "问题"), h("th", { scope: "col" }, "回答"))),
    h("tbody", {}, rows),
  );
}

/** @param {Data.Words} words @param {Pair[]} pairs */
function contrary(words, pairs) {
  if (!pairs.length) return null;
  const items = pairs.map((pair) => h("span", {}, pair.map((id) => `“${words.facts[id].text}”`).join("与")));
  return h(
    "div",
    { class: "report__contrary" },
    h("p", {}, h("b", {}, "下列回答互相矛盾，请按事实核对、改正；改正以前，与它们有关的结论不能作数：")),
    list(items),
  );
}

/**
 * The answers of one question, alike ones together, so that a whole questionnaire fits on a page.
 * @param {Data.Words} words @param {Facts} facts @param {string[]} ids @param {Record<string, string>} choices
 */
function said(words, facts, ids, choices) {
  const { yes, no, other, organ } = sorted(words, facts, ids);
  /** @type {[string, string[]][]} */
  const all = [
    ["是", yes],
    ["否", no],
    ["请组织认定", organ],
  ];
  const groups = all.filter(([, group]) => group.length);
  return [
    ...other.map((id) => {
      const given = value(words.facts[id], facts[id]);
      const pending = id === words.applied && choices.application === "not_yet";
      return h("p", {}, `${words.facts[id].text}：`, h("b", {}, pending ? `还没提出，按${given}算` : given));
    }),
    ...groups.map(([title, group]) => h("p", {}, h("b", {}, `${title}：`), texts(words, group))),
  ];
}

/** @type {(words: Data.Words, ids: string[]) => string} */
const texts = (words, ids) => `${ids.map((id) => words.facts[id].text).join("；")}。`;

/** A citation, or that of the first with the places of all. @param {Data.Words} words @param {string[]} run */
function cited({ provisions }, run) {
  const { citation, place } = provisions[run[0]];
  return citation.replace(place, placeOf(provisions, run));
}

/** @param {Data.Words} words @param {Facts} given @param {Data.RuleWords} rule @param {Data.Assessment} result */
function judged(words, given, rule, result) {
  const verdict = words.verdicts[result.verdict];
  const reason = unannounced(words, result);
  const facts = (/** @type {string} */ title, /** @type {string[]} */ ids) =>
    ids.length ? h("p", {}, h("b", {}, `${title}：`), texts(words, ids)) : null;
  const quotes = runs(words.provisions, result.provisions).map((run) =>
    h(
      "span",
      {},
      h("b", {}, cited(words, run)),
      run.map((id) => h("q", {}, words.provisions[id].text)),
    ),
  );
  return h(
    "section",
    { class: "report__rule", "data-rule": rule.id },
    h("h3", {}, `${rule.title}${rule.in_force ? "" : `（${rule.status[0]}）`}`),
    h(
      "p",
      {},
      "结论：",
      h("b", {}, verdict.title),
      rule.in_force ? "" : `（${rule.status[0]}）`,
      `。${verdict.meaning}`,
    ),
    result.caveat ? h("p", {}, result.caveat) : null,
    h("p", {}, rule.validity),
    result.on_own_word.length
      ? h(
          "p",
          {},
          h("b", {}, `其中 ${result.on_own_word.length} 项只有组织能认定`),
          `，按本人的说法算：${result.on_own_word.map((id) => `${quoted(words, [id])}为“${value(words.facts[id], given[id])}”`).join("，")}。`,
        )
      : null,
    result.other_readings.map(({ reading, says, verdict: other }) =>
      h(
        "p",
        {},
        h("b", {}, "此处有另一读法："),
        `读法${reading}，若按“${says}”，结论是“${words.verdicts[other].title}”。`,
      ),
    ),
    /** @type {Required<Data.OpenReading>[]} */ (result.open_readings.filter(({ verdict: other }) => other)).map(
      ({ reading, says, fact, value: supposed, verdict: other }) =>
        h(
          "p",
          {},
          h("b", {}, "按另一种读法，还要看没有答的："),
          `读法${reading}，若“${words.facts[fact].text}”为“${value(words.facts[fact], supposed)}”，按“${says}”，结论是“${words.verdicts[other].title}”。`,
        ),
    ),
    facts("还没有回答的", result.missing),
    facts("只有组织能认定的", result.organ),
    reason ? h("p", {}, h("b", {}, `${reason.title}：`), reason.text) : null,
    facts("还没有回答的从重情节", result.aggravating_open ?? []),
    facts("已经回答、须由组织核实的", result.to_confirm),
    result.also.length ? h("p", {}, h("b", {}, "条文还写了这些话，由组织核实："), `${result.also.join("；")}。`) : null,
    quotes.length ? [h("h4", {}, "有关条款和原文"), list(quotes, { class: "report__quotes" })] : null,
    result.reminders.length ? [h("h4", {}, "请留意"), list(result.reminders.map(({ text }) => text))] : null,
  );
}

/**
 * Prints one element and nothing else of the page; what is drawn for it is taken away afterwards. Promises false where no printing
 * has begun, as within WeChat, whose print() does nothing.
 * @param {Element} element
 * @param {() => void} print
 * @param {number} patience
 */
export function printAlone(element, print = () => window.print?.(), patience = PATIENCE) {
  // Where printing does nothing, nothing says that it is over either.
  for (const earlier of document.querySelectorAll(".print-alone")) earlier.remove();
  const copy = element.isConnected ? element.cloneNode(true) : element;
  const frame = h("div", { class: "print-alone" }, copy);
  const root = document.documentElement;
  const done = () => {
    frame.remove();
    if (!document.querySelector(".print-alone")) root.classList.remove("prints-alone");
  };
  document.body.append(frame);
  root.classList.add("prints-alone");
  window.addEventListener("afterprint", done, { once: true });
  return printing(print, patience);
}

/**
 * Promises whether the browser has begun to print.
 * @param {() => void} print @param {number} patience @returns {Promise<boolean>}
 */
function printing(print, patience) {
  return new Promise((resolve) => {
    const begin = () => resolve(true);
    window.addEventListener("beforeprint", begin, { once: true });
    window.addEventListener("afterprint", begin, { once: true });
    print();
    setTimeout(resolve, patience, false);
  });
}
