// Which provision and which answer have settled a verdict, in words. Pure but for the links.
import { h } from "../kit/dom.js";
import { lateOnly, value } from "../kit/wording.js";
import { placeLinks } from "./ranges.js";
import { unsure } from "./unsure.js";

/** @typedef {import("../kit/dom.js").Child} Child */
/** @typedef {(fact: string, text: string) => Child} ToQuestion */
/** @typedef {{words: Data.Words, root: string | null, facts: Facts, choices: Record<string, string>, toQuestion: ToQuestion}} View */

const FAILED = "✗";
const MOST = 3; // causes named; whoever wants all of them unfolds the path

/**
 * What was answered of some facts: 您答“谋取私利”为“是”; "" if nothing was.
 * @param {View} view @param {string[]} ids
 */
function answered({ words, facts }, ids) {
  const given = ids.filter((id) => facts[id] !== undefined && facts[id] !== "organ" && words.facts[id]);
  return given.length
    ? `您答${given.map((id) => `“${named(words.facts[id])}”为“${value(words.facts[id], facts[id])}”`).join("，")}`
    : "";
}

/** A number without how it is counted. @param {Data.FactWords} fact */
const named = ({ type, text }) => (type === "int" ? text.split("（")[0] : text);

/** Of what the facts of an excluding clause were answered: those that were said to be so. @param {View} view @param {string[]} ids */
function hit(view, ids) {
  const yes = ids.filter((id) => view.facts[id] === true);
  return answered(view, yes.length ? yes : ids);
}

/**
 * The clauses that the answers do not meet, or exclusions that they hit: {ids, said}.
 * @param {View} view @param {Data.StepsWords} steps @param {Data.Path} path @returns {{ids: string[], said: string}[]}
 */
function failed(view, steps, path) {
  const gates = path.gates.flatMap(({ provision, state }, at) => {
    const { facts, quote } = steps.gates[at];
    const wanted = quote ? `条文写“${quote}”，` : "";
    return state === "false" ? [{ ids: [provision], said: wanted + (answered(view, facts) || "按您的回答不合") }] : [];
  });
  const hits = path.exclusions.flatMap(({ provision, state }, at) =>
    state === "true" ? [{ ids: [provision], said: hit(view, steps.exclusions[at].facts) || "按您的回答碰到了" }] : [],
  );
  return [...hits, ...gates, ...groundsFailed(view, steps, path)];
}

/** @param {View} view @param {Data.StepsWords} steps @param {Data.Path} path */
function groundsFailed(view, steps, { grounds }) {
  if (grounds.state !== "false") return [];
  if (grounds.mode === "any") {
    const ids = steps.grounds.map(({ provision }) => provision);
    return [{ ids, said: grounds.of > 1 ? `列的 ${grounds.of} 种情形，按您的回答一种也不合` : "按您的回答不合" }];
  }
  const kept = [...grounds.met, ...grounds.open];
  const missed = steps.grounds.filter(({ provision }) => !kept.includes(provision));
  return missed.map(({ provision, facts }) => ({ ids: [provision], said: answered(view, facts) || "按您的回答不合" }));
}

/**
 * Why a verdict is what it is, where its meaning alone would leave open which of two causes it was; null where it would not.
 * @param {View} view @param {Data.RuleTitle} rule @param {Data.Assessment} result @returns {Child[] | null}
 */
export function cause(view, rule, result) {
  const { verdict, missing, contradictions = [] } = result;
  if (verdict === "insufficient_information") {
    return contradictions.length ? ["有两项回答互相矛盾，改好才有结论。"] : lacking(view, missing);
  }
  if (verdict === "too_late") return late(view, rule, result);
  if (view.words.verdicts[verdict].sign !== FAILED || !result.path) return null;
  const found = failed(view, view.words.steps[rule.id], result.path);
  if (!found.length) {
    const { meaning: general } = view.words.verdicts[verdict];
    return [...placeLinks(view.words, view.root, result.provisions), `：${general}`];
  }
  const shown = found.slice(0, MOST).flatMap(({ ids, said }, index) => {
    return [index ? "；" : "", ...placeLinks(view.words, view.root, ids), `：${said}`];
  });
  return [...shown, found.length > MOST ? `；另有 ${found.length - MOST} 处也不合。` : "。"];
}

/** What is not answered, and apart from it what was answered 不清楚. @param {View} view @param {string[]} missing @returns {Child[]} */
function lacking(view, missing) {
  const { unknown, open } = unsure(view, missing);
  const { words, toQuestion } = view;
  const named = unknown.flatMap((fact, at) => [at ? "、“" : "“", toQuestion(fact, words.facts[fact].text), "”"]);
  if (!open.length) return [`还有 ${unknown.length} 项会改变结论，您答的是“不清楚”：`, ...named, "。"];
  const rest = unknown.length ? [`另有 ${unknown.length} 项您答的是“不清楚”：`, ...named, "。"] : [];
  return [`还有 ${open.length} 项您能回答、又会改变结论的，没有回答。`, ...rest];
}

/** @param {View} view @param {Data.RuleTitle} rule @param {Data.Assessment} result */
function late(view, rule, result) {
  const { words, facts } = view;
  const { timing, limits } = words.steps[rule.id];
  const limit = limits.find(({ kind }) => kind === "application");
  const told = timing.filter(({ provision }) => result.provisions.includes(provision)).flatMap(({ facts: ids }) => ids);
  const days = [limit?.starts ?? "", limit?.ends ?? ""]; // from which the number of days is counted
  const said = answered(
    view,
    [...new Set([...told, ...days])].filter((id) => id in facts),
  );
  const written = limit ? `条文写的是${whenOf(limit)}，` : "";
  return [
    ...placeLinks(words, view.root, result.provisions),
    `：${written}${said || "按您填的日期或阶段已经过了"}。`,
    lateOnly(words, result).length ? "按另一读法还没有过，见下。" : "",
  ];
}

/**
 * When something is to be asked for: 启动问责程序后 7 个工作日内, 在责任追究调查阶段.
 * @param {Data.LimitWords} limit
 */
export const whenOf = ({ event, long, counted }) => (counted ? `${event ?? ""} ${long}内`.trim() : `在${long}`);

/** The verdict's words, or what caused it. @param {View} view @param {Data.RuleTitle} rule @param {Data.Assessment} result */
export function meaning(view, rule, result) {
  const why = cause(view, rule, result);
  return h("p", { class: "verdict__meaning" }, why ?? view.words.verdicts[result.verdict].meaning);
}
