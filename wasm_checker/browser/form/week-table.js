// The weeks around a limit as a small table: the start, the working days numbered, those moved, the last one, and today.
import { h } from "../kit/dom.js";
import { day } from "../kit/wording.js";
import { between, week } from "./day-count.js";

const LONGEST = 62; // days: two months
const WEEKDAYS = [..."一二三四五六日"];

/** @typedef {import("./day-count.js").Day} Day */
/**
 * `marked`: what else is told of a day, by the day: 今天, 提出.
 * @typedef {{start: string, found: import("./day-count.js").Count, marked: Map<string, string[]>}} Shown
 */

/** @param {Shown} shown */
export function weekTable({ start, found, marked }) {
  const [monday] = week(start);
  const ends = [found.last, ...[...marked.keys()].filter((one) => one > start)].filter(
    (one) => between(monday, one) < LONGEST,
  );
  const [, sunday] = week(/** @type {string} */ (ends.sort().pop() ?? found.last));
  const days = found.days(monday, sunday);
  const weeks = Array.from({ length: days.length / 7 }, (_, at) => days.slice(7 * at, 7 * at + 7));
  const cell = (/** @type {Day} */ one, /** @type {number} */ at) => dayCell(one, at, { start, found, marked });
  return h(
    "div",
    {},
    h(
      "table",
      { class: "weeks" },
      h("caption", {}, `${day(monday)}至${day(sunday)}`),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          WEEKDAYS.map((name) => h("th", { scope: "col" }, name)),
        ),
      ),
      h(
        "tbody",
        {},
        weeks.map((one, row) =>
          h(
            "tr",
            {},
            one.map((each, at) => cell(each, 7 * row + at)),
          ),
        ),
      ),
    ),
    legend(days),
  );
}

/** @param {Day} one @param {number} at @param {Shown} shown */
function dayCell(one, at, { start, found, marked }) {
  const [, month, date] = one.day.split("-").map(Number);
  const said = [
    ...(one.day === start ? ["启动"] : []),
    ...(one.nth === null ? [] : [`第${one.nth}`]),
    ...(marked.get(one.day) ?? []),
  ];
  const style = {
    weeks__start: one.day === start,
    weeks__counted: one.nth !== null,
    weeks__last: one.day === found.last,
    weeks__off: one.working === false,
    weeks__today: marked.get(one.day)?.includes("今天"),
  };
  return h(
    "td",
    {
      class: Object.entries(style)
        .filter(([, holds]) => holds)
        .map(([name]) => name)
        .join(" "),
    },
    h("b", {}, date === 1 || at === 0 ? `${month}/${date}` : `${date}`),
    mark(one) ? h("i", {}, mark(one)) : null,
    said.map((text) => h("small", {}, text)),
  );
}

/** @param {Day} one */
function mark({ working, moved }) {
  if (working === null) return "？";
  if (!moved) return "";
  return working ? "班" : "休";
}

/** Of the marks only those that stand there. @param {Day[]} days */
function legend(days) {
  const all = { 班: "调休上班", 休: "放假", "？": "放假安排还没有公布，先当作上班" };
  const there = Object.entries(all).filter(([sign]) => days.some((one) => mark(one) === sign));
  const said = ["粗框：最后一天", ...there.map(([sign, text]) => `${sign}：${text}`)];
  return h("p", { class: "weeks__legend" }, `${said.join("；")}。`);
}
