// The words of a draft 书面申请, as plain paragraphs. Pure: its texts are data, what is laid out, and how, is official-layout.js's business.
import { chinese, day, lateOnly, settledAgainst, sorted } from "../kit/wording.js";
import { filled, listedIn, plain, stated, unended, withWritten } from "./sentences.js";

/** @typedef {import("./sentences.js").Written} Written */
/** @typedef {{words: Data.Words, texts: Data.DraftFile, facts: Facts, after: Applying, verdict: Data.Assessment, who: Data.Applicant}} Given */
/** @typedef {Data.StepsWords & {application: Data.ApplicationWords}} Applying the steps of a rule that has a person apply */
/** @typedef {Given & {relied: Data.ClauseWords[], unsure: boolean}} Context */

const QUOTED = 60; // characters: the organ has the text before it, and who lectures it with its own long sentences is not read
const SPELT_OUT = 260; // characters of grounds; once there are more, the rest is named, so that two pages do

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
 * {note, title, to, body: [{level, text}], attachments, signature, annex}: level 0 is a paragraph, 1 is 一、, 2 is （一）, whose `rest`
 * follows in the same paragraph. `verdict`: the core's assessment of the rule; `age`: what is to be said of the age of the rules, if anything;
 * `written`: what the person has written for it, by the ids of `draft.written`.
 * @param {{words: Data.Words, rule: string, facts: Facts, verdict: Data.Assessment, age?: string, written?: Written}} given
 * @returns {Content}
 */
export function application({ words, rule: id, facts, verdict, age = "", written = {} }) {
  const after = /** @type {Applying} */ (words.steps[id]);
  const rule = words.rules.find((one) => one.id === id);
  const { application: asking } = after;
  const texts = words.draft;
  const own = withWritten(texts, written);
  const applicant = speaker(texts, facts);
  const context = { words, texts, facts, after, verdict, who: applicant, ...grounds(after, verdict) };
  const { parts } = texts;
  const request = filled(/** @type {string} */ (parts.request.text), asking);
  const remedies = filled(/** @type {string} */ (parts.remedies.text), own.values);
  /** @type {[Data.DraftPart, Content["body"]][]} */
  const body = [
    [parts.facts, own.lines.map(plain)],
    [parts.provisions, numbered(texts, [...conditions(context), ...exclusions(context)])],
    [parts.remedies, [plain(remedies)]],
    [parts.organ, forOrgan(context)],
    [parts.request, [plain(request + filled(texts.closing, applicant))]],
  ];
  return {
    note: age + filled(texts.note, rule),
    title: filled(texts.title, { ...asking, ...own.values }),
    to: filled(texts.to, asking),
    body: [
      plain(opening(context, own.values)),
      ...body
        .filter(([, paragraphs]) => paragraphs.length)
        .flatMap(([{ heading }, paragraphs], index) => [
          {
            level: 1,
            text: filled(texts.part, {
              number: chinese(index + 1),
              heading: filled(heading, { of: titleOf(context) }),
            }),
          },
          ...paragraphs,
        ]),
    ],
    attachments: [texts.annex.title],
    signature: [applicant.signs, texts.date],
    annex: { ...texts.annex, items: papers(context) },
  };
}

/**
 * Whose draft it is.
 * @param {Data.DraftFile} texts @param {Facts} facts
 */
export function speaker(texts, facts) {
  const [[fact, ofUnit]] = Object.entries(texts.for_unit);
  return facts[fact] === ofUnit ? texts.unit : texts.person;
}

/** @param {Context} context @param {Written} own */
function opening(context, own) {
  const { texts, facts, after, words, verdict, who } = context;
  const start = /** @type {string} */ (facts[after.application.begun]);
  const begun = /^\d{4}-/.test(start) ? filled(texts.begun, { day: day(start) }) : texts.not_begun;
  const late = lateOnly(words, verdict).length ? texts.late : "";
  const { title } = after.application;
  return filled(texts.opening, { ...who, ...own, basis: basis(context), title, begun, late });
}

/**
 * A provision's citation, or what the data would have an application write for it.
 * @param {Context} context @param {string} id
 */
function cited({ words, after: { application: asking } }, id) {
  return id === asking.provision && asking.cited ? asking.cited : words.provisions[id].citation;
}

/**
 * The title of the text that the application rests on, in its marks.
 * @param {Context} context
 */
function titleOf({ words, after }) {
  const { citation, place } = words.provisions[after.application.provision];
  return citation.slice(0, citation.length - place.length);
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

/** @typedef {{heading: string, rest: string}[]} Items */

/**
 * Provision by provision: its place and words, and what is said of the conditions it sets. Of many grounds the first are spelt out.
 * @param {Context} context @returns {Items}
 */
function conditions(context) {
  const { words, texts, after, relied, unsure } = context;
  let spelt = 0;
  const all = after.mode === "all"; // what has to hold together is said together
  const groups = [...byPlace(words, after.gates), ...(all ? [relied] : relied.map((one) => [one]))];
  /** @type {Items} */
  const items = [];
  /** @type {string[]} */
  const rest = [];
  for (const clauses of groups.filter(({ length }) => length)) {
    const places = clauses.map(({ provision }) => words.provisions[provision].place);
    const ground = relied.includes(clauses[0]);
    const item = condition(context, span(places), clauses);
    const room = all || !ground || !spelt || spelt + size(item) <= SPELT_OUT;
    if (room) items.push(item);
    else rest.push(...places);
    if (ground) spelt += size(item);
  }
  if (rest.length) items[items.length - 1].rest += filled(texts.besides, { places: rest.join("、") });
  const open = after.grounds.map(({ provision }) => words.provisions[provision].place);
  return unsure ? [...items, { heading: `${span(open)}。`, rest: texts.which_ground }] : items;
}

/** @param {{heading: string, rest: string}} item */
const size = ({ heading, rest }) => heading.length + rest.length;

/**
 * Clauses of one place together.
 * @param {Data.Words} words @param {Data.ClauseWords[]} clauses
 */
function byPlace(words, clauses) {
  const places = [...new Set(clauses.map(({ provision }) => words.provisions[provision].place))];
  return places.map((place) => clauses.filter(({ provision }) => words.provisions[provision].place === place));
}

/**
 * 第五条第（一）项, 第五条第（二）项 → 第五条第（一）至（二）项; other places from the first to the last.
 * @param {string[]} places
 */
function span(places) {
  const [first, last] = [places[0], places[places.length - 1]];
  if (first === last) return first;
  const [one, other] = [first, last].map((place) => /^(.*第)(（.+?）|\d+)项$/u.exec(place));
  return one && other && one[1] === other[1] ? `${one[1]}${one[2]}至${other[2]}项` : `${first}至${last}`;
}

/** @param {Context} context @param {string} place @param {Data.ClauseWords[]} clauses */
function condition({ words, texts, facts, verdict, who }, place, clauses) {
  const ids = named(clauses).filter((id) => !(id in texts.for_unit)); // whose it is, its first words say
  const quotes = clauses
    .map(({ quote, provision }) => unended(quote ?? words.provisions[provision].text))
    .filter((text) => text.length <= QUOTED)
    .map((text) => `“${text}”`);
  const { organ, open } = sorted(words, facts, ids);
  const asked = open.filter((id) => verdict.missing.includes(id));
  const rest = [
    stated({ words, facts, who }, ids, { alternatives: true }),
    organ.length ? filled(texts.stated_organ, { facts: listedIn(words, organ) }) : "",
    asked.length ? filled(texts.missing, { facts: listedIn(words, asked) }) : "",
  ];
  const heading = quotes.length ? texts.condition : texts.condition_unquoted;
  return { heading: filled(heading, { place, quotes: quotes.join("") }), rest: rest.join("") };
}

/**
 * What is said of the exclusions: stated as they were answered, what speaks against oneself too, where an exclusion still hangs on it.
 * @param {Context} context @returns {Items}
 */
function exclusions({ words, texts, facts, after, verdict, who, relied }) {
  const places = after.exclusions.map(({ provision }) => words.provisions[provision].place);
  if (!places.length) return [];
  const ids = named(after.exclusions);
  const listing = (/** @type {string} */ id) =>
    texts.only_yes.includes(/** @type {string} */ (words.facts[id].question));
  const above = new Set(named([...after.gates, ...relied]).filter((id) => !listing(id)));
  const { yes, no, open, organ } = sorted(words, facts, ids);
  const missing = open.filter((id) => verdict.missing.includes(id));
  const standing = named(after.exclusions.filter((_, at) => verdict.path.exclusions[at].state !== "false"));
  const adverse = stated(
    { words, facts, who },
    yes.filter((id) => standing.includes(id)), // of an exclusion that is denied nobody confesses the rest
  );
  const rest = [
    stated(
      { words, facts, who },
      no.filter((id) => !above.has(id)), // not said twice
    ),
    adverse ? filled(texts.excluded, { facts: unended(adverse) }) : "",
    missing.length ? filled(texts.missing, { facts: listedIn(words, missing) }) : "",
    organ.length ? filled(texts.exclusions_organ, { facts: listedIn(words, organ) }) : "",
  ];
  return [{ heading: filled(texts.exclusions, { place: span(places) }), rest: rest.join("") }];
}

/** @param {Data.DraftFile} texts @param {Items} items */
function numbered(texts, items) {
  return items.map(({ heading, rest }, index) => ({
    level: 2,
    text: filled(texts.item, { number: chinese(index + 1), heading }),
    rest,
  }));
}

/** @type {(clauses: Data.ClauseWords[]) => string[]} */
const named = (clauses) => [...new Set(clauses.flatMap((clause) => clause.facts))];

/**
 * What only the organ can find and nothing is stated of. What no question asks is left out: it says what an organ holds (有关机关认定…),
 * which is not for an applicant to say.
 * @param {Context} context
 */
function forOrgan({ words, texts, verdict }) {
  const asked = verdict.organ.filter((id) => words.facts[id].question);
  return asked.length ? [plain(filled(texts.for_organ, { facts: listedIn(words, asked) }))] : [];
}

/**
 * The papers, fact by fact.
 * @param {Context} context
 */
function papers({ words, texts, facts, after, relied }) {
  const { yes, other } = sorted(words, facts, named([...after.gates, ...relied]));
  const listed = [...yes, ...other].flatMap((id) => {
    const { text: fact, papers: names = [] } = words.facts[id];
    return names.length ? [filled(texts.annex.item, { fact, papers: names.join("、") })] : [];
  });
  return [...listed, texts.other_papers];
}
