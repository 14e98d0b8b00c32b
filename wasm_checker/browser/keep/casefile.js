// A case as a file: saved when asked, checked whole before anything is taken from it.
import { day } from "../kit/wording.js";
import { isJudged } from "./judged.js";
import { sha256 as digest } from "./sha256.js";

/** @typedef {ReadCase & Older & {data: Data.DataVersion, written?: Record<string, string>, sha256?: string | null}} Saved */

export class CaseError extends Error {}

const FORMAT = "rongcuo-case";
const VERSION = 4; // 1 knew neither choices nor what else is judged, 2 not the verdicts, 3 not what was written for a draft
const UNWRITTEN = 3; // what a file without it is still saved as, so that older pages read it
const LARGEST = 64 * 1024;
const KEYS = [
  "format",
  "version",
  "data",
  "saved",
  "place",
  "further",
  "facts",
  "choices",
  "judged",
  "written",
  "sha256",
];
// Saved from a page of plain http, when such pages could not hash.
const UNSEALED = "这个文件存的时候没有记校验值，改没改过查不出来，请自己看一遍。";
const FOREIGN = "这不是本站保存的答卷文件，或者文件不完整；没有打开，现有的回答没有变。";

/** @param {string} message @returns {never} */
function fail(message) {
  throw new CaseError(message);
}

/**
 * The same text for equal content: keys in order, no spaces.
 * @param {any} data @returns {string}
 */
export function canonical(data) {
  if (Array.isArray(data)) return `[${data.map(canonical).join(",")}]`;
  if (data === null || typeof data !== "object") return JSON.stringify(data);
  return `{${Object.keys(data)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(data[key])}`)
    .join(",")}}`;
}

/**
 * {name, text}: the file to hand to the person. `data`: words.json's `data`; `place`: the document chosen, or ""; `further`:
 * what is judged besides tolerance; `choices`: those that the facts alone would not bring back; `judged`: the verdicts, by rule; `written`: what was written for
 * a draft, if that is asked for.
 * @param {Pick<Case, "facts"> & Partial<Case> & {data: Data.DataVersion, judged?: Record<string, string>,
 *   written?: Record<string, string>, today: string}} given
 */
export function saveCase({ data, facts, choices = {}, place = "", further = [], judged, written, today }) {
  const more = { ...(judged && { judged }), ...(written && { written }) };
  const version = written ? VERSION : UNWRITTEN;
  const content = { format: FORMAT, version, data, saved: today, place, further, facts, choices, ...more };
  const text = `${JSON.stringify({ ...content, sha256: digest(canonical(content)) }, null, 1)}\n`;
  return { name: `容错自查答卷-${today}.json`, text };
}

/**
 * {facts, choices, place, further, notes, older}: `notes` are sentences about what has changed since it was saved, and about what was
 * not taken. `file`: a File, or text.
 * Throws CaseError with one message in Chinese; nothing is changed then.
 * @param {File | string} file @param {Data.Words} words
 * @returns {Promise<NotedCase>}
 */
export async function readCase(file, words) {
  const size = typeof file === "string" ? file.length : file.size;
  if (size > LARGEST) fail("文件太大，不是本站保存的答卷文件；没有打开，现有的回答没有变。");
  const { sha256, ...content } = parsed(typeof file === "string" ? file : await file.text());
  if (sha256 !== null && sha256 !== digest(canonical(content))) {
    fail("文件可能被改过，或者坏了；没有打开，现有的回答没有变。");
  }
  const same = content.data.version === words.data.version;
  const { facts, place, dropped, notes } = known(content, words);
  if (same && dropped.length) fail(FOREIGN);
  const checked = sha256 === null ? [UNSEALED] : [];
  const since = same ? [] : changes(content, words, dropped);
  const older = same ? undefined : { saved: content.saved, judged: content.judged };
  const { choices, further, written } = content;
  return { facts, choices, place, further, written, notes: [...checked, ...since, ...notes], older };
}

/** @param {string} text @returns {Saved} */
function parsed(text) {
  /** @type {any} */
  let data;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    console.warn(error); // no JSON, hence no file of ours
    fail(FOREIGN);
  }
  if (!isObject(data) || data.format !== FORMAT || !Number.isInteger(data.version)) fail(FOREIGN);
  if (data.version > VERSION) {
    fail("这个文件是新版网页存的，这里打不开，现有的回答没有变。请刷新网页，或者换新的离线版，再打开。");
  }
  const shaped =
    Object.keys(data).every((key) => KEYS.includes(key)) &&
    isObject(data.data) &&
    typeof data.data.version === "string" &&
    isObject(data.data.rules) &&
    isObject(data.facts) &&
    isView(data) &&
    (data.saved === undefined || (typeof data.saved === "string" && isDay(data.saved))) &&
    (data.judged === undefined || isJudged(data.judged)) &&
    (data.written === undefined || isJudged(data.written)) &&
    (data.sha256 === null || /^[0-9a-f]{64}$/.test(data.sha256));
  return shaped ? data : fail(FOREIGN);
}

/** @type {(data: unknown) => boolean} */
const isObject = (data) => data !== null && typeof data === "object" && !Array.isArray(data);

/**
 * What else was chosen, or was not yet written down.
 * @param {any} view
 */
export function isView({ place, further = [], choices = {} }) {
  const texts = (/** @type {unknown[]} */ list) => list.every((text) => typeof text === "string");
  return (
    typeof place === "string" &&
    Array.isArray(further) &&
    texts(further) &&
    isObject(choices) &&
    texts(Object.values(choices))
  );
}

/**
 * Of a case, the `facts` that still exist and whose value fits, the `place` if it still exists, the ids of the facts that do not
 * (`dropped`), and in words (`notes`) the values that do not fit: they are no reason to refuse the rest.
 * @param {ReadCase} read @param {Data.Words} words
 */
export function known({ facts: given, place }, words) {
  const entries = Object.entries(given);
  /** @type {(entry: [string, FactValue]) => boolean} */
  const exists = ([id]) => Object.hasOwn(words.facts, id);
  const unfit = entries.filter((entry) => exists(entry) && !fits(words.facts[entry[0]], entry[1]));
  const kept = entries.filter((entry) => exists(entry) && !unfit.includes(entry));
  const placed = place === "" || words.rules.some(({ document }) => document === place);
  return {
    facts: Object.fromEntries(kept),
    place: placed ? place : "",
    dropped: entries.filter((entry) => !exists(entry)).map(([id]) => id),
    notes: [
      ...unfit.map(
        ([id, value]) =>
          `“${words.facts[id].text}”填的是 ${JSON.stringify(value).slice(0, 40)}，不能用，没有放进来，请重答。`,
      ),
      ...(placed ? [] : ["选的地方，这里没有它的文件，请重新选。"]),
    ],
  };
}

/**
 * A day of the calendar, year-month-day; a browser takes 30 February for 2 March.
 * @param {string} text
 */
function isDay(text) {
  const time = /^(?!0000)\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** @param {Data.FactWords} fact @param {unknown} value */
function fits({ type, labels }, value) {
  if (value === "organ") return true;
  if (type === "bool") return typeof value === "boolean";
  if (type === "int") {
    return Number.isInteger(value) && /** @type {number} */ (value) >= 0 && /** @type {number} */ (value) < 10_000;
  }
  if (type === "date") return typeof value === "string" && isDay(value);
  return typeof value === "string" && Object.hasOwn(labels, value);
}

/**
 * What differs between the data it was saved with and the data now.
 * @param {Saved} content @param {Data.Words} words @param {string[]} dropped
 */
function changes({ data, saved }, words, dropped) {
  const title = (/** @type {string} */ id) => words.rules.find((rule) => rule.id === id)?.short ?? id;
  const now = words.data.rules;
  const changed = Object.keys(now).filter((id) => id in data.rules && data.rules[id] !== now[id]);
  const added = Object.keys(now).filter((id) => !(id in data.rules));
  const gone = Object.keys(data.rules).filter((id) => !(id in now));
  /** @type {[string[], string][]} */
  const said = [
    [changed, "规则的内容改过，结论可能不同："],
    [added, "这些是后来加的："],
    [gone, "这些已经没有了："],
  ];
  return [
    `这个文件是${saved ? day(saved) : ""}按另一版规则存的，结论按现在的重新判断。`,
    ...said.filter(([ids]) => ids.length).map(([ids, text]) => `${text}${ids.map(title).join("、")}。`),
    ...(dropped.length
      ? [
          `有 ${dropped.length} 项这里不问，没有放进来：${dropped.slice(0, 10).join("、")}${dropped.length > 10 ? "等" : ""}。`,
        ]
      : []),
  ];
}
