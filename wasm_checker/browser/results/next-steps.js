// What to do next, for every rule that is not settled against the person: by when, to whom, with which papers.
import { h, list } from "../kit/dom.js";
import { applicationSection, explanationSection } from "../papers/draft-form.js";
import { formSection } from "../papers/printed-form.js";
import { dated, limitItem, place } from "./limits.js";
import { becauseOf, daysRun, offered, stageOf } from "./offers.js";
import { printAlone } from "./report.js";
import { draftBox, elsewhere } from "./situation.js";
import { lateOnly, settledAgainst, sorted } from "../kit/wording.js";

/**
 * The steps as plain data: {open: [{rule, after, limits, papers, offers}], running: [the same, and why], against: [rule], drafts: [rule]}.
 * What is offered stands in the table of offers. What is late by the adopted reading alone stays open. `drafts` are texts not in force.
 * `deadlines`: {limit: the core's answer}, counted from the start that was answered. `rules`: those of words.json to look at, all if left out.
 * @param {StepsOptions} options
 */
export function steps({ words, facts, verdicts, deadlines = {}, rules = words.rules, bound = true }) {
  const asked = rules.filter(({ id }) => verdicts[id] && words.steps[id].ahead);
  const against = asked.filter(({ id }) => settledAgainst(words, verdicts[id]));
  const left = asked.filter((rule) => !against.includes(rule));
  const stage = stageOf(facts);
  const step = (/** @type {Data.RuleWords} */ rule) => {
    const { id, document, in_force: inForce } = rule;
    const { verdict } = verdicts[id];
    const because = becauseOf(words, verdicts[id]);
    const offers = offered(words, { verdict, stage, bound, inForce, document, because });
    const after = words.steps[id];
    if (!after.application) offers.delete("draft");
    const limits = after.limits.map((limit) => ({ ...limit, ...dated(limit, facts, deadlines[limit.id]) }));
    return { rule, after, limits, papers: papers(words, facts, after), offers };
  };
  const open = left.filter((rule) => rule.in_force).map(step);
  // Where the verdict is against the person and his days run all the same, they stay in sight; there is nothing to hand in.
  const running = against
    .map(step)
    .filter(({ offers }) => offers.has("date"))
    .map((each) => ({ ...each, papers: [], why: daysRun(verdicts[each.rule.id])?.text }));
  return { open, running, against, drafts: left.filter((rule) => !rule.in_force) };
}

/**
 * The facts answered with 是 that papers can show.
 * @param {Data.Words} words @param {Facts} facts @param {Data.StepsWords} after
 */
function papers(words, facts, { gates, grounds, exclusions }) {
  const ids = [...new Set([...gates, ...grounds, ...exclusions].flatMap((clause) => clause.facts))];
  const { yes, other } = sorted(words, facts, ids);
  return [...yes, ...other]
    .filter((id) => words.facts[id].papers?.length)
    .map((id) => ({ fact: id, ...words.facts[id] }));
}

/**
 * `root`: the way to the site's root, null where there is none. `ask(method, ...args)`: promises the rule core's answer, or null
 * while it is not ready; `counts`: whether it ever will be. `today`: year-month-day. `contradictions`: pairs of answers that do not
 * agree; while there are some, no draft is written. `bound`: whether the person has said that one of these texts is of his place.
 * @param {StepsOptions} options
 */
export function nextSteps(options) {
  const found = steps(options);
  const view = { root: "", counts: true, contradictions: [], bound: true, ...options };
  const { words, rules = words.rules } = view;
  if (!rules.length) return h("section", { class: "steps", hidden: true }); // no rule speaks of it: the situation's panel says all there is
  return h(
    "section",
    { class: "steps", "aria-labelledby": "next-steps" },
    h("h2", { id: "next-steps" }, "下一步"),
    view.bound ? null : elsewhere(words),
    explanationSection(view),
    found.open.length || found.running.length || found.drafts.length
      ? null
      : h("p", {}, "按现在的回答，这里没有可以列出的步骤。"),
    found.open.map((step) => card(view, step)),
    found.running.map((step) => card(view, step)),
    found.drafts.map((rule) =>
      draftBox(
        words,
        view.root,
        rule,
        rules.every(({ in_force: current }) => !current),
      ),
    ),
    found.against.length
      ? h(
          "p",
          { class: "steps__none" },
          `按现在的回答，下列各份的条件或者期限不合，不列步骤，也不写申请草稿：${found.against.map(({ short }) => short).join("、")}。理由见上面的结论。`,
        )
      : null,
    rules
      .filter(({ id }) => words.steps[id].form)
      .map(({ id }) => sample(/** @type {Data.FormWords} */ (words.steps[id].form))),
  );
}

/**
 * Draws the limits anew where the core now counts days for the same answers. Nothing else is touched: somebody may be typing there.
 * @param {Element} drawn @param {StepsOptions} options
 */
export function renewLimits(drawn, options) {
  const view = { root: "", counts: true, contradictions: [], bound: true, ...options };
  const { open, running } = steps(options);
  const limits = [...open, ...running].flatMap(({ rule, offers, limits: all }) =>
    all.map((limit) => ({ rule, limit, offers })),
  );
  for (const { rule, limit, offers } of limits) {
    const old = drawn.querySelector(`[data-steps="${rule.id}"] [data-limit="${limit.id}"]`);
    const fresh = limitItem(view, rule, limit, offers.has("date"));
    if (!old || old.isEqualNode(fresh)) continue;
    const held = old.contains(document.activeElement);
    old.replaceWith(fresh);
    if (held) /** @type {HTMLElement} */ (fresh.querySelector("a")).focus({ preventScroll: true });
  }
}

// What a person has ticked and filled in outlasts a new answer, which draws the steps anew. In memory only.
/** @type {Set<string>} */
const ticked = new Set();
/** @type {Map<Data.FormWords, HTMLElement>} */
const samples = new Map();

/** Drops it: an emptied form, or another case, has nothing of what was ticked before. */
export function forget() {
  ticked.clear();
  samples.clear();
}

/**
 * A form that a text prints; offered whatever the verdict, for it is the organ that fills it in.
 * @param {Data.FormWords} form
 */
function sample(form) {
  if (!samples.has(form)) {
    samples.set(form, folded(`《${form.title}》样本：可以填写、打印`, formSection(form, printAlone)));
  }
  return samples.get(form);
}

/** @param {StepsView} view @param {Step} step */
function card(view, step) {
  const { rule, after, limits, offers } = step;
  const first = after.application ? limits.filter(({ kind }) => kind === "application") : limits;
  const later = limits.filter((limit) => !first.includes(limit));
  const items = (/** @type {DatedLimit[]} */ some) =>
    h(
      "ul",
      {},
      some.map((limit) => limitItem(view, rule, limit, offers.has("date"))),
    );
  return h(
    "article",
    { class: "steps__card", "data-steps": rule.id },
    h("h3", {}, rule.short),
    h("p", {}, `现在的结论：${verdictOf(view, rule)}。`),
    step.why ? h("p", { class: "steps__late" }, h("strong", {}, "期限照样在走。"), step.why) : null,
    late(view, rule),
    first.length ? items(first) : null,
    after.untimed ? h("p", {}, after.untimed.text, place(view, after.untimed.provision)) : null,
    after.application && offers.has("addressee")
      ? h(
          "p",
          {},
          h("strong", {}, "交给谁"),
          `：${after.application.addressee}。原文：“${after.application.quote}”`,
          place(view, after.application.provision),
        )
      : null,
    checklist(step.papers),
    offers.has("draft") ? draft(view, rule) : null,
    after.asked ? folded(`条文怎样写申请（${after.asked.length} 点）`, asked(view, after.asked)) : null,
    later.length ? folded(`交上去以后的几个期限（${later.length}）`, items(later)) : null,
  );
}

/** A verdict that rests on answers which do not agree is not said. @param {StepsView} view @param {Data.RuleWords} rule */
function verdictOf({ words, verdicts, contradictions }, { id }) {
  const disputed = contradictions.some((pair) => pair.some((fact) => id in words.facts[fact].asked_by));
  return disputed ? "有两项答得互相矛盾，先改一项" : words.verdicts[verdicts[id].verdict].title;
}

/** In the words of the readings that would still take it. @param {StepsView} view @param {Data.RuleWords} rule */
function late({ words, verdicts }, { id }) {
  const others = lateOnly(words, verdicts[id]).map(
    ({ says, verdict }) => `另一读法：${says}，结论是“${words.verdicts[verdict].title}”。`,
  );
  return others.length
    ? h(
        "p",
        { class: "steps__late" },
        h("strong", {}, "已过条文写的期限。"),
        others.join(""),
        "是否受理，由有关机关决定。",
      )
    : null;
}

/** @type {(title: string, body: HTMLElement) => HTMLElement} */
const folded = (title, body) => h("details", {}, h("summary", {}, title), body);

/** @param {StepsView} view @param {Data.AskedWords[]} items */
function asked(view, items) {
  return h(
    "dl",
    {},
    items.flatMap(({ title, answer, note, provision }) => [
      h("dt", {}, title),
      h("dd", {}, answer, note ? h("small", {}, note) : null, place(view, provision)),
    ]),
  );
}

/** @param {Step["papers"]} items */
function checklist(items) {
  if (!items.length) return null;
  const rows = items.map(({ fact, text, papers: named }) =>
    h(
      "li",
      { "data-papers": fact },
      `“${text}”：`,
      list(
        /** @type {string[]} */ (named).map((paper) => h("label", {}, box(`${fact}/${paper}`), ` ${paper}`)),
        { class: "steps__papers" },
      ),
    ),
  );
  return h(
    "div",
    {},
    h("h4", {}, "可以收集的材料"),
    h(
      "p",
      {},
      "按您的回答，下列材料能说明情况；有的如实收集，没有的如实说明，不得事后补造、改动。勾选只在这一页，不保存。",
    ),
    h("ul", {}, rows),
  );
}

/** @param {string} key */
function box(key) {
  const made = h("input", { type: "checkbox", checked: ticked.has(key) });
  made.addEventListener("change", () => (made.checked ? ticked.add(key) : ticked.delete(key)));
  return made;
}

/** @param {StepsView} view @param {Data.RuleWords} rule */
function draft(view, rule) {
  if (view.contradictions.length) return h("p", {}, "有回答互相矛盾（见检查结果），改正以前不写申请草稿。");
  return applicationSection(view, rule);
}
