// What to do now, in one sentence beside the verdict: by when, to whom, or what is still to be answered. All of it is data of the rule.
import { bracketed, h } from "../kit/dom.js";
import { day, isAgainst, lateOnly } from "../kit/wording.js";
import { whenOf } from "./causes.js";
import { dayFirst } from "./day-first.js";
import { remaining } from "./last-day.js";
import { becauseOf, offered, stageOf } from "./offers.js";
import { runLink } from "./ranges.js";
import { howToKnow, unsure } from "./unsure.js";

/** @typedef {import("../kit/dom.js").Child} Child */
/**
 * @typedef {object} NowView
 * @property {Data.Words} words
 * @property {string | null} root
 * @property {Facts} facts
 * @property {Record<string, string>} choices as a case names them
 * @property {Data.CalendarData | null} calendar the days that the page counts by, null if it has none
 * @property {string} today
 * @property {string} place the document chosen, "" if none
 * @property {Record<string, Last> | undefined} deadlines by limit, as the core has counted them
 * @property {(fact: string, text: string) => Child} toQuestion
 */

const UNUSED = "⊘";
const SILENT = /没有写/;
const STILL = ["too_late", "out_of_scope"]; // whose days are not told, whatever the table offers

/**
 * Who finds what is left to find: by the limits for it, else whom one asks.
 * @param {Data.StepsWords} steps
 */
export function finder({ limits, application }) {
  const found = limits.find(({ kind, who }) => ["verification", "reply"].includes(kind) && !SILENT.test(who));
  return found?.who ?? application?.addressee ?? "有权机关";
}

/**
 * The sentence; null where there is nothing to say.
 * @param {NowView} view @param {Data.RuleTitle} rule @param {Data.Assessment} result @returns {Child[] | null}
 */
export function now(view, rule, result) {
  const { words, place, facts } = view;
  const steps = words.steps[rule.id];
  const { verdict, missing, organ } = result;
  const bound = Boolean(place) && rule.document === place;
  const offers = offered(words, {
    verdict,
    stage: stageOf(facts),
    bound,
    inForce: rule.in_force,
    document: rule.document,
    because: becauseOf(words, result),
  });
  const days =
    bound && rule.in_force && offers.has("date") && !STILL.includes(verdict) ? dayFirst(view, rule.id) : null;
  if (missing.length) return [...(days ? byThen(view, rule, days) : []), ...asking(view, rule, result)];
  if (words.verdicts[verdict].sign === UNUSED) return null;
  if (!bound) return isAgainst(words, verdict) ? null : ["这里只供了解，不能拿它申请。"];
  if (!rule.in_force) return inquiring(words, rule);
  if (isAgainst(words, verdict)) {
    // There is nothing to hand in, but whoever wants to dispute it must know that his days run.
    const said = against(view, rule, result);
    return days ? [h("b", {}, `期限照样在走：${days.day}`), ...(said ?? [])] : said;
  }
  const rest = organ.length ? `剩下 ${organ.length} 项由${finder(steps)}认定。` : "";
  if (days) return [...byThen(view, rule, days), rest];
  if (steps.application && offers.has("addressee")) {
    return [rest ? "要申请的，" : "", ...applying(view, rule, offers.has("date")), rest];
  }
  const said = rest + (steps.application ? "" : (steps.untimed?.text ?? ""));
  return said ? [said] : null;
}

/** Whose text is not in force asks whether there is one that is. @param {Data.Words} words @param {Data.RuleTitle} rule */
function inquiring({ instead }, { document }) {
  const found = instead.drafts[document];
  return found ? [`不要拿草案申请，问${found.ask.whom}：“${found.ask.words}”`] : ["草案没有施行，不能用来申请。"];
}

/**
 * The day, then who hands in what.
 * @param {NowView} view @param {Data.RuleTitle} rule @param {import("./day-first.js").Running} days @returns {Child[]}
 */
function byThen({ words, root }, rule, { day: said, when }) {
  const { limits, application } = words.steps[rule.id];
  const { addressee } = /** @type {Data.ApplicationWords} */ (application);
  const limit = /** @type {Data.LimitWords} */ (limits.find(({ kind }) => kind === "application"));
  // Of an application that another hands in for him, the person must see to it that he has it in time.
  const other = limit.who.includes(`由${addressee}`);
  const through = other ? `${when || "尽早"}交给${addressee}，由其${limit.does}` : `${when}${limit.does}`;
  const whose = other ? `这是${addressee}提出的最后一天，不是您交给它的最后一天。` : "";
  return [h("b", {}, said), whose, `要申请的，${through}`, ...bracketed(runLink(words, root, [limit.provision])), "。"];
}

/**
 * What the interview would ask next; or, of what the person does not know, where to find it out.
 * @param {NowView} view @param {Data.RuleTitle} rule @param {Data.Assessment} result @returns {Child[]}
 */
function asking(view, rule, { missing, contradictions = [] }) {
  const { words, place, toQuestion } = view;
  const [pair] = contradictions;
  if (pair) {
    return [
      "先改矛盾的回答：",
      ...pair.flatMap((fact, at) => [at ? "，或者" : "", toQuestion(fact, words.facts[fact].text)]),
      "。",
    ];
  }
  const order = words.order[place] ?? words.order[""];
  const at = (/** @type {string} */ fact) => order.indexOf(words.facts[fact].question ?? "");
  const { unknown, open } = unsure(view, missing);
  const first = (/** @type {string[]} */ facts) => [...facts].sort((one, other) => at(one) - at(other))[0];
  // The day that the days run from is found out first of all: they may be running.
  const sought = unknown.includes(words.start) ? words.start : first(open.length ? [] : unknown);
  const next = first(open);
  const asked = next ? ["接着答：", toQuestion(next, words.facts[next].text), "。"] : [];
  if (!sought) return asked;
  const text = toQuestion(sought, words.facts[sought].text);
  return ["先弄清“", text, `”：${howToKnow(view, sought, finder(words.steps[rule.id]))}`, ...asked];
}

/** @param {NowView} view @param {Data.RuleTitle} rule @param {Data.Assessment} result */
function against({ words }, rule, result) {
  if (lateOnly(words, result).length) return ["是否还受理，由有关机关决定，请马上去问。"];
  const missed = words.steps[rule.id].limits.find(({ kind }) => kind === "application")?.missed;
  if (result.verdict === "too_late" && missed) return [`期限已过：${missed}。`];
  if (!rule.applied) return null;
  const other = result.other_readings.some((reading) => !isAgainst(words, reading.verdict));
  return [
    other
      ? "按本站取的读法合不上条件；另一读法见下，能不能申请，问有关机关。"
      : "按这些回答，合不上这一份的条件。仍认为自己符合的，收不收、认不认，由有关机关决定。",
  ];
}

/** By when and to whom, in the words of the limit. @param {NowView} view @param {Data.RuleTitle} rule @param {boolean} dated */
function applying({ words, root, deadlines = {} }, rule, dated) {
  const { limits, untimed, application } = words.steps[rule.id];
  const { addressee, title } = /** @type {Data.ApplicationWords} */ (application);
  const limit = limits.find(({ kind }) => kind === "application");
  const found = limit && dated ? deadlines[limit.id] : undefined;
  const last =
    found && found.error === undefined
      ? `最后一天${found.latest_day ? "最早" : ""}是${day(found.last_day)}，${remaining(found)}。`
      : "";
  const { provision } = limit ?? untimed ?? /** @type {Data.ApplicationWords} */ (application);
  const what = limit
    ? `${whenOf(limit)}${limit.does}${limit.does.includes(addressee) ? "" : `，交给${addressee}`}`
    : `向${addressee}提出${title}；${(untimed?.text ?? "").replace(/。$/, "")}`;
  return [what, ...bracketed(runLink(words, root, [provision])), "。", last ? h("b", {}, last) : null];
}
