// The words of a draft 书面申请, as plain paragraphs. Pure: what is laid out, and how, is official-layout.js's business.
import { chinese, day, lateOnly, quoted, settledAgainst, sorted, stated } from "../kit/wording.js";

export const NOTE = "草稿：按本人在网页上的回答生成，不是认定。凡写“请填写”处由本人补写；核对以后删去本行。";

const blank = (what) => `（请填写：${what}）`;
const unended = (text) => text.replace(/[；。;.，,：:\s]+$/u, "");

/** Why no draft is offered for a rule; empty if one is. */
export function refusal(words, id, verdict) {
  const rule = words.rules.find((one) => one.id === id);
  if (!words.steps[id].application) return "这份文书没有写由本人申请，不写申请草稿。";
  if (!rule.in_force) return `${rule.short}：${rule.status[0]}，不能作为申请的依据，不写申请草稿。`;
  if (settledAgainst(verdict)) return `按现在的回答，结论是“${words.verdicts[verdict.verdict].title}”，不写申请草稿。`;
  return "";
}

/**
 * {note, title, to, body: [{level, text}], attachments, signature}: level 0 is a paragraph, 1 is 一、, 2 is （一）.
 * `verdict`: the core's assessment of the rule; `age`: what is to be said of the age of the rules, if anything.
 */
export function application({ words, rule: id, facts, verdict, age = "" }) {
  const after = words.steps[id];
  const unit = facts.applicant_kind === "unit";
  const who = unit ? "本单位" : "本人";
  const context = { words, facts, after, verdict, who, ...grounds(after, verdict) };
  return {
    note: age + NOTE,
    title: `关于${blank("事项名称")}的${after.application.title}`,
    to: `${blank(`${after.application.addressee}的全称`)}：`,
    body: [
      { level: 0, text: opening(context, unit) },
      { level: 1, text: "一、基本情况" },
      { level: 0, text: blank("事情的时间、地点、经过，怎样决定，结果怎样，现在问责走到哪一步") },
      { level: 1, text: "二、对照条款的陈述" },
      ...numbered([...conditions(context), ...exclusions(context)]),
      { level: 1, text: "三、已经采取的补救和整改措施" },
      { level: 0, text: blank("采取了什么措施、效果怎样；没有的，如实写明") },
      { level: 1, text: "四、请组织认定和核实的事项" },
      { level: 0, text: forOrgan(context) },
      { level: 1, text: "五、申请" },
      { level: 0, text: `根据${cited(context, after.application.provision)}，${after.application.asks}` },
      { level: 0, text: "以上是按本人所知的陈述，请组织核实。".replace("本人", who) },
    ],
    attachments: attachments(context),
    signature: [`${unit ? "申请单位" : "申请人"}：${blank(unit ? "单位名称" : "姓名")}`, blank("提交日期")],
  };
}

function opening(context, unit) {
  const { facts, after, verdict, who } = context;
  const start = facts[after.application.begun];
  const begun = /^\d{4}-/.test(start)
    ? `有关机关于${day(start)}启动问责程序`
    : blank("问责程序启动的日期；没有启动的，写明现在的情况");
  const named = unit ? blank("单位名称") : blank("姓名、单位、职务");
  const late = lateOnly(verdict).length
    ? `提出时已过条文写的期限，是否受理，请有关机关决定。${blank("没有按期提出的原因")}`
    : "";
  return `${who}${named}现就${blank("事项名称")}，依据${basis(context)}，提出${after.application.title}。${begun}。${late}`;
}

/** A provision's citation, or what the data would have an application write for it. */
function cited({ words, after: { application: asking } }, id) {
  return id === asking.provision && asking.cited ? asking.cited : words.provisions[id].citation;
}

/** What the application rests on; a text that is not at hand is left to fill in. */
function basis(context) {
  const { provision, beyond } = context.after.application;
  return `${cited(context, provision)}${beyond ? `和${blank(beyond)}` : ""}`;
}

/** The grounds to rely on: those that hold; while none does, the one that is open; `unsure` where several are. */
function grounds({ grounds: all, mode }, verdict) {
  if (mode === "all") return { relied: all, unsure: false };
  const met = all.filter(({ provision }) => verdict.grounds_met.includes(provision));
  const open = all.filter(({ provision }) => verdict.grounds_open.includes(provision));
  const unsure = !met.length && open.length > 1;
  return { relied: met.length || unsure ? met : open, unsure };
}

/** Provision by provision: its citation, and what is said of each condition it sets. */
function conditions(context) {
  const { words, after, relied, unsure } = context;
  const items = new Map();
  for (const clause of [...after.gates, ...relied]) {
    const { citation } = words.provisions[clause.provision];
    items.set(citation, [...(items.get(citation) ?? []), condition(context, clause)]);
  }
  const listed = unsure ? [[cited(context, after.listed), [blank("符合其中哪一项，写明第几项、经过和材料")]]] : [];
  return [...items, ...listed];
}

function condition({ words, facts, verdict, who }, clause) {
  const missing = clause.facts.filter((id) => verdict.missing.includes(id));
  const asked = missing.length ? blank(`下列各项是否属实：${quoted(words, missing)}`) : "";
  const quote = unended(clause.quote ?? words.provisions[clause.provision].text);
  return `条文写：“${quote}”。${stated(words, facts, clause.facts, who)}${asked}${blank("相应的经过和材料")}`;
}

/** What is said of the exclusions: stated as they were answered, the adverse ones too. */
function exclusions({ words, facts, after, verdict, who }) {
  if (!after.exclusions.length) return [];
  const cited = after.exclusions.map(({ provision }) => words.provisions[provision]);
  const { yes, no, open, organ } = sorted(words, facts, named(after.exclusions));
  const missing = open.filter((id) => verdict.missing.includes(id));
  const parts = [];
  if (no.length) parts.push(`${who}陈述，没有下列情形：${quoted(words, no)}。`);
  if (yes.length) parts.push(`${who}陈述，有下列情形，是否属于排除情形，请组织认定：${quoted(words, yes)}。`);
  if (missing.length) parts.push(blank(`下列各项是否属实：${quoted(words, missing)}`));
  if (organ.length) parts.push(`是否属于下列情形，请组织认定：${quoted(words, organ)}。`);
  const heading = cited.length > 1 ? `${cited[0].citation}等列明的排除情形` : `${cited[0].citation}列明的排除情形`;
  return [[heading, [parts.join("")]]];
}

function numbered(items) {
  return items.flatMap(([heading, texts], index) => [
    { level: 2, text: `（${chinese(index + 1)}）${heading}` },
    ...texts.map((text) => ({ level: 0, text })),
  ]);
}

const named = (clauses) => [...new Set(clauses.flatMap((clause) => clause.facts))];

/**
 * What only the organ can find, and what it verifies of the conditions that are relied on. What no question asks is left out: it says
 * what an organ holds (有关机关认定…), which is not for an applicant to say.
 */
function forOrgan({ words, after, verdict, relied }) {
  const relevant = named([...after.gates, ...relied]).filter((id) => verdict.to_confirm.includes(id));
  const asked = [...new Set([...verdict.organ, ...relevant])].filter((id) => words.facts[id].question);
  return asked.length
    ? `是否属于下列情形，由组织认定或者核实：${quoted(words, asked)}。`
    : "陈述是否属实，由组织核实。";
}

function attachments({ words, facts, after, relied }) {
  const { yes, other } = sorted(words, facts, named([...after.gates, ...relied]));
  const papers = [...new Set([...yes, ...other].flatMap((id) => words.facts[id].papers ?? []))];
  return [...papers, blank("其他材料的名称；上面没有的材料删去")];
}
