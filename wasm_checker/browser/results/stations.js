// The six stations of the way through a rule, as plain data: what each came to, where it is written, in which words.
import { value } from "../kit/wording.js";
import { finder } from "./now.js";

/** @typedef {"true" | "false" | "own" | "open" | "none" | "ahead"} Mark */
/** @typedef {{words: Data.Words, root: string | null, facts: Facts}} View */
/**
 * @typedef {object} Drawn a station
 * @property {string} id
 * @property {string} title
 * @property {Mark} mark
 * @property {string} said its state in words
 * @property {string[]} [places]
 * @property {string[]} [words] quoted
 * @property {{mark: Mark, said: string, place: string, words: string}[]} [parts] each with the words of its own
 * @property {string[]} [notes]
 * @property {string[]} facts the facts that are asked there
 */

/** @param {View} view @param {Data.RuleTitle} rule @param {Data.Assessment & {path: Data.Path}} result @returns {Drawn[]} */
export function stations(view, rule, result) {
  const steps = view.words.steps[rule.id];
  const said = new Set(result.on_own_word);
  // Nobody but the organ can find it, and the person has said it: what headlines count as his own word.
  const own = (/** @type {string[]} */ ids) =>
    ids.some((id) => said.has(id) || (view.words.facts[id].known_by === "organ" && view.facts[id] !== undefined));
  const parts = { view, steps, result, path: result.path, own };
  const first = [scope(parts), timing(parts), gates(parts), grounds(parts, rule), exclusions(parts)];
  const last = finding(parts, rule, new Set(first.flatMap(({ facts }) => facts)));
  return [...first, decided(view, result, first) ? refused(last, result) : last];
}

/**
 * Whether the verdict is against the person though no station is: where what a reminder warns of was found not to be tolerable, or where
 * stations that might each hold cannot hold together.
 * @param {View} view @param {Data.Assessment} result @param {Drawn[]} stations
 */
function decided({ words }, { verdict }, stations) {
  return words.verdicts[verdict].sign === FAILED && !stations.some(({ mark }) => mark === "false");
}

/** @param {Drawn} station @param {Data.Assessment} result @returns {Drawn} */
function refused(station, { provisions }) {
  return { ...station, mark: "false", said: "按您的回答，各处合起来不合", places: provisions, notes: [] };
}

/**
 * @typedef {{view: View, steps: Data.StepsWords, result: Data.Assessment, path: Data.Path, own: (ids: string[]) => boolean}} Parts
 */

const FAILED = "✗";
const SAID = { true: "合", false: "不合", own: "合，按您自己的说法算", open: "还没有定", none: "没有单列", ahead: "" };

/** What a provision says of a part: the one quote that is taken from it, else all of it. @param {Parts} parts @param {Data.ClauseWords[]} clauses @param {string} id */
function wordsOf({ view }, clauses, id) {
  const quotes = [...new Set(clauses.filter(({ provision }) => provision === id).map(({ quote }) => quote))];
  return (quotes.length === 1 && quotes[0]) || view.words.provisions[id].text;
}

/** @param {Data.ClauseWords[]} clauses */
const factsOf = (clauses) => [...new Set(clauses.flatMap(({ facts }) => facts))];

/** @param {Parts} parts @returns {Drawn} */
function scope(parts) {
  const { state, provisions } = parts.path.scope;
  const clauses = parts.steps.scope;
  return {
    id: "scope",
    title: "适用范围",
    mark: state,
    said: SAID[state],
    places: provisions,
    words: state === "open" ? [] : provisions.slice(0, 2).map((id) => wordsOf(parts, clauses, id)),
    facts: factsOf(clauses),
  };
}

/** @param {Parts} parts @returns {Drawn} */
function timing(parts) {
  const { steps, path, view } = parts;
  const common = { id: "timing", title: "阶段与期限", facts: factsOf(steps.timing) };
  if (!path.timing) {
    const { text = "", provision = "" } = steps.untimed ?? {};
    return {
      ...common,
      mark: "none",
      said: "这份没有写期限",
      places: provision ? [provision] : [],
      notes: text ? [text] : [],
    };
  }
  const { state, provisions } = path.timing;
  const limit = steps.limits.find(({ kind }) => kind === "application");
  const given = factsOf(steps.timing).filter((id) => view.facts[id] !== undefined && view.facts[id] !== "organ");
  const said = given.map(
    (id) => `${shortOf(view.words.facts[id].text)}：${value(view.words.facts[id], view.facts[id])}`,
  );
  return {
    ...common,
    mark: state,
    said: state === "false" ? "已经过了" : SAID[state],
    places: provisions,
    words: limit ? [limit.quote] : provisions.slice(0, 1).map((id) => wordsOf(parts, steps.timing, id)),
    notes: said.length ? [`您填的：${said.join("；")}。`] : [],
  };
}

/** What is asked, without how it is counted. @param {string} text */
const shortOf = (text) => text.split("（")[0];

/** @param {Mark[]} marks @returns {Mark} */
function worst(marks) {
  return /** @type {Mark[]} */ (["false", "open", "own", "true"]).find((mark) => marks.includes(mark)) ?? "none";
}

/** @param {Parts} parts @returns {Drawn} */
function gates({ steps, path, own, view }) {
  const found = path.gates.map(({ provision, state }, at) => {
    const { facts, quote } = steps.gates[at];
    /** @type {Mark} */
    const mark = state === "true" && own(facts) ? "own" : state;
    return { mark, said: SAID[mark], place: provision, words: quote ?? view.words.provisions[provision].text };
  });
  const mark = worst(found.map((gate) => gate.mark));
  const held = found.filter((gate) => ["true", "own"].includes(gate.mark)).length;
  const word = mark === "own" ? "，有的按您自己的说法算" : "";
  const said = found.length ? `${found.length} 项里合 ${held} 项${word}` : SAID.none;
  return { id: "gates", title: "门槛", mark, said, parts: found, facts: factsOf(steps.gates) };
}

/**
 * The clauses of those provisions; of a provision only some of whose clauses are meant, none: which ones is not told.
 * @param {Data.ClauseWords[]} clauses @param {string[]} provisions
 */
function among(clauses, provisions) {
  const times = (/** @type {string[]} */ ids, /** @type {string} */ id) => ids.filter((each) => each === id).length;
  const all = clauses.map(({ provision }) => provision);
  return clauses.filter(({ provision: id }) => times(provisions, id) === times(all, id));
}

const FEW = 6; // clauses that a station quotes; of more it names the places

/** @param {Data.ClauseWords[]} clauses @returns {Data.ClauseWords[]} */
const few = (clauses) => (clauses.length <= FEW ? clauses : []);

/** @param {Parts} parts @param {Data.RuleTitle} rule @returns {Drawn} */
function grounds({ steps, path, own, view }, { kind }) {
  const { state, mode, met, open, of } = path.grounds;
  const held = among(steps.grounds, met);
  /** @type {Mark} */
  const mark = state === "true" && own(factsOf(held)) ? "own" : state;
  const wanted = mode === "all" ? `${of} 项都要合，` : of > 1 ? `${of} 项里合一项就够，` : "";
  const left = open.length ? `还有 ${open.length} 项没有定` : "";
  const said = [met.length ? `合 ${met.length} 项` : state === "false" ? "一项也不合" : "", left];
  const clauses = (/** @type {Data.ClauseWords[]} */ found, /** @type {"true" | "false" | "open"} */ each) =>
    found.map((clause) => {
      /** @type {Mark} */
      const shown = each === "true" && own(clause.facts) ? "own" : each;
      const words = clause.quote ?? view.words.provisions[clause.provision].text;
      return { mark: shown, said: SAID[shown], place: clause.provision, words };
    });
  // Where all are wanted, those that are open keep it open; where one will do, they do so while none is met.
  const waiting = mode === "all" || state === "open" ? few(among(steps.grounds, open)) : [];
  const unnamed = open.filter((id) => !waiting.some(({ provision }) => provision === id));
  const missed =
    mode === "all"
      ? steps.grounds.filter(({ provision }) => !met.includes(provision) && !open.includes(provision))
      : [];
  const parts = [...clauses(held, "true"), ...clauses(missed, "false"), ...clauses(waiting, "open")];
  return {
    id: "grounds",
    title: kind === "track" ? "前提" : "情形",
    mark,
    said: wanted + (said.filter(Boolean).join("，") || SAID[mark]) + (mark === "own" ? "，有的按您自己的说法算" : ""),
    places: state === "open" && unnamed.length ? unnamed : parts.length ? [] : [steps.listed],
    parts,
    facts: factsOf(steps.grounds),
  };
}

/** @param {Parts} parts @returns {Drawn} */
function exclusions({ steps, path, own, view }) {
  const common = { id: "exclusions", title: "排除", facts: factsOf(steps.exclusions) };
  const all = path.exclusions;
  if (!all.length) return { ...common, mark: "none", said: "没有单列排除情形" };
  const hits = all.flatMap(({ state }, at) => (state === "true" ? [steps.exclusions[at]] : []));
  const open = all.flatMap(({ state }, at) => (state === "open" ? [steps.exclusions[at]] : []));
  const parts = (/** @type {Data.ClauseWords[]} */ found, /** @type {Mark} */ mark, /** @type {string} */ said) =>
    found.map(({ provision, quote }) => ({
      mark,
      said,
      place: provision,
      words: quote ?? view.words.provisions[provision].text,
    }));
  if (hits.length) {
    return { ...common, mark: "false", said: `碰到 ${hits.length} 项`, parts: parts(hits, "false", "碰到了") };
  }
  if (open.length) {
    const named = parts(few(open), "open", SAID.open);
    const places = named.length ? [] : open.map(({ provision }) => provision);
    const said = `${all.length} 项里还有 ${open.length} 项没有定`;
    return { ...common, mark: "open", said, places, parts: named };
  }
  /** @type {Mark} */
  const mark = own(common.facts) ? "own" : "true";
  const places = all.map(({ provision }) => provision);
  return { ...common, mark, said: `${all.length} 项都没有碰到${mark === "own" ? "，按您自己的说法算" : ""}`, places };
}

/**
 * Who finds it and for how long; and what is the organ's to find and stands at no station before.
 * @param {Parts} parts @param {Data.RuleTitle} rule @param {Set<string>} before @returns {Drawn}
 */
function finding({ steps, result, view }, { kind }, before) {
  const limits = steps.limits.filter((limit) => ["verification", "reply", "suspension"].includes(limit.kind));
  const rest = result.organ.filter((id) => !before.has(id));
  const shown = factsOf([...steps.gates, ...among(steps.grounds, result.grounds_met), ...steps.exclusions]);
  const word = result.on_own_word.filter((id) => !shown.includes(id));
  const long = limits.map(({ title, long: time, event }) => `${title}：${event ? `${event}起 ` : ""}${time}`);
  return {
    id: "finding",
    title: kind === "track" ? "决定" : "认定",
    mark: "ahead",
    said: `由${finder(steps)}${kind === "track" ? "决定" : "认定"}`,
    places: [...new Set(limits.map(({ provision }) => provision))],
    notes: [
      // limits.yaml names every limit of a text: where one is asked for something, that there is none is said.
      ...(long.length ? [`${long.join("；")}。`] : steps.application ? ["要多久，这份条文没有写。"] : []),
      ...(word.length ? [`另有 ${word.length} 项按您自己的说法算，见上面“是哪几项”。`] : []),
      ...(rest.length ? [`还要看：${rest.map((id) => view.words.facts[id].text).join("；")}。`] : []),
    ],
    facts: rest,
  };
}
