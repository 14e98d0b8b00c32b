// The words of a draft 书面申请, as plain paragraphs. Pure: its texts are data, what is laid out, and how, is official-layout.js's business.
import { chinese, day, lateOnly, quoted, settledAgainst, sorted, value } from "../kit/wording.js";

/** @typedef {{words: Data.Words, texts: Data.DraftFile, facts: Facts, after: Applying, verdict: Data.Assessment, who: string}} Given */
/** @typedef {Data.StepsWords & {application: Data.ApplicationWords}} Applying the steps of a rule that has a person apply */
/** @typedef {Given & {relied: Data.ClauseWords[], unsure: boolean}} Context */
/** @typedef {[string, string[]][]} Items headings with their paragraphs */

/**
 * A text of the data with what it names in braces filled in.
 * @type {(text: string, values: any) => string}
 */
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
/** @type {(text: string) => string} */
const unended = (text) => text.replace(/[；。;.，,：:\s]+$/u, "");

/**
 * Why no draft is offered for a rule; empty if one is.
 * @param {Data.Words} words @param {string} id @param {Data.Assessment} verdict
 */
export function refusal(words, id, verdict) {
  const rule = /** @type {Data.RuleWords} */ (words.rules.find((one) => one.id === id));
  if (!words.steps[id].application) return "这份文书没有写由本人申请，不写申请草稿。";
  if (!rule.in_force) return `${rule.short}：${rule.status[0]}，不能作为申请的依据，不写申请草稿。`;
  if (settledAgainst(words, verdict)) {
    return `按现在的回答，结论是“${words.verdicts[verdict.verdict].title}”，不写申请草稿。`;
  }
  return "";
}

/**
 * {note, title, to, body: [{level, text}], attachments, signature}: level 0 is a paragraph, 1 is 一、, 2 is （一）.
 * `verdict`: the core's assessment of the rule; `age`: what is to be said of the age of the rules, if anything.
 * @param {{words: Data.Words, rule: string, facts: Facts, verdict: Data.Assessment, age?: string}} given
 * @returns {Content}
 */
export function application({ words, rule: id, facts, verdict, age = "" }) {
  const after = /** @type {Applying} */ (words.steps[id]);
  const rule = words.rules.find((one) => one.id === id);
  const { application: asking } = after;
  const texts = words.draft;
  const [[fact, ofUnit]] = Object.entries(texts.for_unit);
  const applicant = facts[fact] === ofUnit ? texts.unit : texts.person;
  const context = { words, texts, facts, after, verdict, who: applicant.who, ...grounds(after, verdict) };
  const { parts } = texts;
  const request = filled(/** @type {string} */ (parts.request.text), {
    cited: cited(context, asking.provision),
    asks: asking.asks,
  });
  /** @type {[Data.DraftPart, Content["body"]][]} */
  const body = [
    [parts.facts, [plain(parts.facts.text)]],
    [parts.provisions, numbered(texts, [...conditions(context), ...exclusions(context)])],
    [parts.remedies, [plain(parts.remedies.text)]],
    [parts.organ, [plain(forOrgan(context))]],
    [parts.request, [plain(request), plain(filled(texts.closing, applicant))]],
  ];
  return {
    note: age + filled(texts.note, rule),
    title: filled(texts.title, asking),
    to: filled(texts.to, asking),
    body: [
      plain(opening(context, applicant)),
      ...body.flatMap(([{ heading }, paragraphs], index) => [
        { level: 1, text: filled(texts.part, { number: chinese(index + 1), heading }) },
        ...paragraphs,
      ]),
    ],
    attachments: attachments(context),
    signature: [applicant.signs, texts.date],
  };
}

/** @type {(text?: string) => {level: number, text: string}} */
const plain = (text) => ({ level: 0, text: /** @type {string} */ (text) });

/** @param {Context} context @param {Data.Applicant} applicant */
function opening(context, applicant) {
  const { texts, facts, after, words, verdict } = context;
  const start = /** @type {string} */ (facts[after.application.begun]);
  const begun = /^\d{4}-/.test(start) ? filled(texts.begun, { day: day(start) }) : texts.not_begun;
  const late = lateOnly(words, verdict).length ? texts.late : "";
  const { title } = after.application;
  return filled(texts.opening, { ...applicant, basis: basis(context), title, begun, late });
}

/**
 * A provision's citation, or what the data would have an application write for it.
 * @param {Context} context @param {string} id
 */
function cited({ words, after: { application: asking } }, id) {
  return id === asking.provision && asking.cited ? asking.cited : words.provisions[id].citation;
}

/**
 * What the application rests on; a text that is not at hand is left to fill in.
 * @param {Context} context
 */
function basis(context) {
  const { provision, beyond } = context.after.application;
  const found = cited(context, provision);
  return beyond ? filled(context.texts.beyond, { basis: found, beyond }) : found;
}

/**
 * The grounds to rely on: those that hold; while none does, the one that is open; `unsure` where several are.
 * @param {Data.StepsWords} after @param {Data.Assessment} verdict
 */
function grounds({ grounds: all, mode }, verdict) {
  if (mode === "all") return { relied: all, unsure: false };
  const met = all.filter(({ provision }) => verdict.grounds_met.includes(provision));
  const open = all.filter(({ provision }) => verdict.grounds_open.includes(provision));
  const unsure = !met.length && open.length > 1;
  return { relied: met.length || unsure ? met : open, unsure };
}

/**
 * Provision by provision: its citation, and what is said of each condition it sets.
 * @param {Context} context @returns {Items}
 */
function conditions(context) {
  const { words, texts, after, relied, unsure } = context;
  /** @type {Map<string, string[]>} */
  const items = new Map();
  for (const clause of [...after.gates, ...relied]) {
    const { citation } = words.provisions[clause.provision];
    items.set(citation, [...(items.get(citation) ?? []), condition(context, clause)]);
  }
  /** @type {Items} */
  const listed = unsure ? [[cited(context, after.listed), [texts.which_ground]]] : [];
  return [...items, ...listed];
}

/** @param {Context} context @param {Data.ClauseWords} clause */
function condition(context, clause) {
  const { words, texts, verdict } = context;
  const asked = clause.facts.filter((id) => verdict.missing.includes(id));
  const missing = asked.length ? filled(texts.missing, { facts: quoted(words, asked) }) : "";
  const quote = unended(clause.quote ?? words.provisions[clause.provision].text);
  return filled(texts.condition, { quote, stated: stated(context, clause.facts), missing });
}

/**
 * What the person has stated of some facts, in plain sentences. Empty where nothing was stated.
 * @param {Context} context @param {string[]} ids
 */
function stated({ words, texts, facts, who }, ids) {
  const { yes, no, other, organ } = sorted(words, facts, ids);
  const parts = [];
  if (yes.length) parts.push(filled(texts.stated_yes, { facts: quoted(words, yes) }));
  if (no.length) parts.push(filled(texts.stated_no, { facts: quoted(words, no) }));
  parts.push(...other.map((id) => `${words.facts[id].text}：${value(words.facts[id], facts[id])}`));
  const said = parts.length ? filled(texts.stated, { who, parts: parts.join("；") }) : "";
  return organ.length ? said + filled(texts.stated_organ, { facts: quoted(words, organ) }) : said;
}

/**
 * What is said of the exclusions: stated as they were answered, the adverse ones too.
 * @param {Context} context @returns {Items}
 */
function exclusions({ words, texts, facts, after, verdict, who }) {
  if (!after.exclusions.length) return [];
  const [first] = after.exclusions;
  const { yes, no, open, organ } = sorted(words, facts, named(after.exclusions));
  const missing = open.filter((id) => verdict.missing.includes(id));
  /** @type {[string, string[]][]} */
  const all = [
    [texts.not_excluded, no],
    [texts.excluded, yes],
    [texts.missing, missing],
    [texts.exclusions_organ, organ],
  ];
  const said = all.filter(([, ids]) => ids.length);
  const heading = after.exclusions.length > 1 ? texts.exclusions_many : texts.exclusions_one;
  const text = said.map(([sentence, ids]) => filled(sentence, { who, facts: quoted(words, ids) })).join("");
  return [[filled(heading, { cited: words.provisions[first.provision].citation }), [text]]];
}

/** @param {Data.DraftFile} texts @param {Items} items */
function numbered(texts, items) {
  return items.flatMap(([heading, paragraphs], index) => [
    { level: 2, text: filled(texts.item, { number: chinese(index + 1), heading }) },
    ...paragraphs.map(plain),
  ]);
}

/** @type {(clauses: Data.ClauseWords[]) => string[]} */
const named = (clauses) => [...new Set(clauses.flatMap((clause) => clause.facts))];

/**
 * What only the organ can find, and what it verifies of the conditions that are relied on. What no question asks is left out: it says
 * what an organ holds (有关机关认定…), which is not for an applicant to say.
 * @param {Context} context
 */
function forOrgan({ words, texts, after, verdict, relied }) {
  const relevant = named([...after.gates, ...relied]).filter((id) => verdict.to_confirm.includes(id));
  const asked = [...new Set([...verdict.organ, ...relevant])].filter((id) => words.facts[id].question);
  return asked.length ? filled(texts.for_organ, { facts: quoted(words, asked) }) : texts.for_organ_none;
}

/** @param {Context} context */
function attachments({ words, texts, facts, after, relied }) {
  const { yes, other } = sorted(words, facts, named([...after.gates, ...relied]));
  const papers = [...new Set([...yes, ...other].flatMap((id) => words.facts[id].papers ?? []))];
  return [...papers, texts.other_papers];
}
