// While the days of an application run, the day comes before all else that a card says: counted on the page's own calendar. Pure.
import { between, count } from "../form/day-count.js";
import { day } from "../kit/wording.js";

/**
 * `calendar`: the days that the page counts by, null where it has none; `today`: year-month-day; `choices`: as a case names them.
 * @typedef {{words: Data.Words, facts: Facts, choices: Record<string, string>, calendar: Data.CalendarData | null, today: string}} Days
 */
/** `day`: which day it is and the last one; `when`: the word with which one acts. @typedef {{day: string, when: string}} Running */

/**
 * The limit of a rule's application whose working days are counted, and the day that it runs from.
 * @param {Data.StepsWords} steps @param {Facts} facts
 */
function begun({ limits }, facts) {
  const limit = limits.find(({ kind, workdays }) => kind === "application" && workdays);
  const start = limit && facts[limit.starts ?? ""];
  return limit && typeof start === "string" && /^\d/.test(start) ? { limit, start } : null;
}

/**
 * Whether the application has been handed in: on a day that has come, or on a working day of which only the number is known.
 * @param {Days} view @param {Data.StepsWords} steps @param {Data.LimitWords} limit
 */
function handedIn({ words, facts, choices, today }, { timing }, { ends }) {
  if (choices.application === "not_yet") return false;
  const applied = facts[ends ?? ""];
  if (typeof applied === "string" && /^\d/.test(applied)) return applied <= today;
  const asked = timing.flatMap((clause) => clause.facts);
  return asked.some((id) => words.facts[id]?.type === "int" && typeof facts[id] === "number");
}

/**
 * Null where no days run: the start is not known or lies ahead, the application is handed in, or the last day has passed.
 * @param {Days} view @param {string} rule @returns {Running | null}
 */
export function dayFirst(view, rule) {
  const { words, facts, calendar, today } = view;
  const steps = words.steps[rule];
  const found = begun(steps, facts);
  if (!calendar || !found || found.start > today || handedIn(view, steps, found.limit)) return null;
  const length = /** @type {number} */ (found.limit.workdays);
  const counted = count(calendar, { start: found.start, end: today, length });
  if (!counted || counted.latest < today) return null;
  const running = told(counted, length, today);
  return { ...running, day: running.day.replace(/。$/, `${sooner(found.limit, counted.elapsed)}。`) };
}

/** @param {import("../form/day-count.js").Count} counted @param {number} length @param {string} today @returns {Running} */
function told({ last, latest, years, elapsed }, length, today) {
  const sure = last === latest;
  const left = between(today, last);
  const awaited = `${years.join("、")}年的放假安排还没有公布`;
  if (left < 0) {
    return {
      day: `最早的最后一天（${named(last)}）已经过了，最晚的一天（${named(latest)}）还没有过：${awaited}。`,
      when: "马上",
    };
  }
  if (left === 0) {
    const which = sure ? `第 ${length} 个工作日，也是最后一天` : `最早的最后一天，最晚是${named(latest)}：${awaited}`;
    return { day: `今天（${named(today)}）是${which}。`, when: "今天就" };
  }
  const end = sure ? `最迟${named(last)}` : `最迟${named(last)}（按最早的算，${awaited}）`;
  return { day: `${end}，还有 ${left} 天；${nth(elapsed, length)}。`, when: "" };
}

/**
 * By the other reading the days end one sooner: said on the day on which that decides, and on the one before.
 * @param {Data.LimitWords} limit @param {Data.Elapsed | null} elapsed
 */
function sooner({ workdays, start_counted: other }, elapsed) {
  const { most } = /** @type {Data.Elapsed} */ (elapsed);
  if (!other || most < /** @type {number} */ (workdays) - 1) return "";
  return most === workdays
    ? "；启动当日也算一个的话，上一个工作日就到期了"
    : "；启动当日也算一个的话，今天就是最后一天";
}

/** @param {Data.Elapsed | null} elapsed @param {number} length */
function nth(elapsed, length) {
  const { fewest, most } = /** @type {Data.Elapsed} */ (elapsed);
  if (!most) return `今天是启动当天，还没有数到，共 ${length} 个工作日`;
  return `今天提出，算第 ${fewest === most ? most : `${fewest} 至 ${most}`} 个工作日，共 ${length} 个`;
}

/** With its weekday, by which one remembers it. @param {string} iso */
const named = (iso) => `${day(iso)}，星期${"日一二三四五六"[new Date(`${iso}T00:00Z`).getUTCDay()]}`;
