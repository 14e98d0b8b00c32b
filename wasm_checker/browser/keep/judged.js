// How a case was judged when it was kept, beside how it is judged now: for a file or a link that another version of the data has made.
import { h } from "../kit/dom.js";
import { address, day } from "../kit/wording.js";

/**
 * The verdicts to keep, by rule: of the rules looked at.
 * @param {Pick<Partial<CaseState>, "verdicts" | "rules">} state @returns {Record<string, string>}
 */
export function judged({ verdicts = {}, rules = [] }) {
  return Object.fromEntries(rules.flatMap(({ id }) => (verdicts[id] ? [[id, verdicts[id].verdict]] : [])));
}

/**
 * Whether this is a map of words by words.
 * @param {any} data
 */
export function isJudged(data) {
  return (
    data !== null &&
    typeof data === "object" &&
    !Array.isArray(data) &&
    Object.values(data).every((text) => typeof text === "string")
  );
}

/**
 * A name of three characters for an id, which another version understands whatever it has added since.
 * @param {string} id
 */
function code(id) {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + char.charCodeAt(0)) % 36 ** 3;
  return sum.toString(36).padStart(3, "0");
}

/**
 * Short, for a link: each verdict's code with those of its rules.
 * @param {Record<string, string>} judged
 */
export function coded(judged) {
  const rules = (/** @type {string} */ verdict) => Object.keys(judged).filter((rule) => judged[rule] === verdict);
  return [...new Set(Object.values(judged))].map((one) => [one, ...rules(one)].map(code).join("")).join(" ");
}

/**
 * The verdicts by rule, of the rules that there still are; one that there is no more is named by its code.
 * @param {string} text @param {Data.Words} words @returns {Record<string, string> | undefined}
 */
export function decoded(text, words) {
  const verdicts = new Map(Object.keys(words.verdicts).map((id) => [code(id), id]));
  const groups = text.split(" ").map((group) => group.match(/.{3}/g) ?? []);
  const found = words.rules.flatMap(({ id }) => {
    const verdict = groups.find(([, ...rules]) => rules.includes(code(id)))?.[0];
    return verdict ? [[id, verdicts.get(verdict) ?? verdict]] : [];
  });
  return found.length ? Object.fromEntries(found) : undefined;
}

/**
 * Which verdicts are others now, in sentences; that none is, if so; nothing where there is nothing to compare.
 * @param {Older} older @param {Verdicts} verdicts @param {Data.Words} words
 */
export function otherwise({ judged: then, saved }, verdicts, words) {
  const both = words.rules.filter(({ id }) => then && Object.hasOwn(then, id) && verdicts[id]);
  if (!then || !both.length) return [];
  const title = (/** @type {string} */ id) => words.verdicts[id]?.title ?? "现在没有的一种结论";
  const changed = both.filter(({ id }) => verdicts[id].verdict !== then[id]);
  const kept = saved ? `这份文件存于${day(saved)}，` : "";
  if (!changed.length) return [`${kept}当时的结论和现在的都相同。`];
  return [
    `${kept}当时的结论和现在不同的有 ${changed.length} 份：`,
    ...changed.map(({ id, short }) => `${short}：当时“${title(then[id])}”，现在“${title(verdicts[id].verdict)}”。`),
  ];
}

/**
 * Where it is written what has been corrected since; `root`: the way to the site's root, null where there is none.
 * @param {string | null} root
 */
export function toCorrections(root) {
  const page = address(root, "corrections/");
  return h(
    "span",
    {},
    "本站改过什么、为什么，见",
    page === null ? "网站上的" : null,
    h("a", { href: page }, "更正"),
    "。",
  );
}
