// The limits of a rule: what each asks, and until when it runs.
import { bracketed, h } from "../kit/dom.js";
import { calendarButton, lastDay } from "./last-day.js";
import { address } from "../kit/wording.js";

/**
 * A limit whose start the person has given gets its last day, or the reason why there is none.
 * @param {Data.LimitWords} limit @param {Facts} facts @param {Last} [found] @returns {Partial<DatedLimit>}
 */
export function dated(limit, facts, found) {
  if (!limit.starts) return {};
  const start = /** @type {string | undefined} */ (facts[limit.starts]);
  if (!start || start === "organ") return { ask: limit.starts };
  return found ? { start, found } : { start };
}

/**
 * `dates`: whether the last day is counted for this person, and offered as a file.
 * @param {StepsView} view @param {Data.RuleWords} rule @param {DatedLimit} limit @param {boolean} dates
 */
export function limitItem(view, rule, limit, dates) {
  const begun = limit.written ? `从“${limit.event}”起算。` : `起算点未明写，本站按“${limit.event}”算。`;
  return h(
    "li",
    { "data-limit": limit.id },
    h("strong", {}, limit.title),
    `：${limit.does}，${limit.long}。谁办：${limit.who}。${limit.event ? begun : ""}`,
    limit.missed ? `到期怎样：${limit.missed}。` : null,
    place(view, limit.provision),
    dates ? lastDay(view, limit) : null,
    limit.note ? h("small", {}, limit.note) : null,
    dates ? calendarButton(view, rule, limit) : null,
  );
}

/**
 * A link to a provision, in brackets.
 * @param {Pick<StepsView, "words" | "root">} view @param {string} id
 */
export function place({ words, root }, id) {
  const { citation, place: named, page } = words.provisions[id];
  return h("span", {}, bracketed(h("a", { href: address(root, page), title: citation }, named)));
}
