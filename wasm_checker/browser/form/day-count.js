// Which working day it is, of how many, and the last of them, on the calendar that the page has: as the rule core counts. Pure.
import { calendar, dayNumber, elapsedWorkdays, InputError, written } from "../judge/read-answers.js";

/** @typedef {{day: string, working: boolean | null, moved: boolean, nth: number | null}} Day a day off where weekdays are worked, or the other way round, has moved */
/**
 * @typedef {{last: string, latest: string, years: number[], elapsed: Data.Elapsed | null, days: (from: string, to: string) => Day[]}} Count
 */

/**
 * `start`: the day the limit runs from, which is day 0; `end`: the day to count to, if any; `length`: the working days it runs. `last`
 * is the earliest day that the last can be, by which to act, `latest` the latest, `years` those not announced on which it hangs. Null where the
 * calendar does not reach.
 * @param {Data.CalendarData} published @param {{start: string, end?: string, length: number}} asked
 * @returns {Count | null}
 */
export function count(published, { start, end, length }) {
  try {
    return counted(published, { start, end, length });
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** @param {Data.CalendarData} published @param {{start: string, end?: string, length: number}} asked @returns {Count} */
function counted(published, { start, end, length }) {
  const known = calendar(published);
  const from = number(start);
  known.worked(from); // it must lie within the calendar
  const last = after(known, from, length, true);
  const latest = after(known, from, length, false);
  const years = new Set();
  for (let day = from + 1; day <= latest; day += 1) if (known.worked(day) === null) years.add(known.awaited(day));
  const elapsed = end !== undefined && end >= start ? elapsedWorkdays(known, from, number(end)) : null;
  return {
    last: written(last),
    latest: written(latest),
    years: last < latest ? [...years].sort() : [],
    elapsed,
    days: (first, until) => listed(known, { from, last }, number(first), number(until)),
  };
}

/** @type {(iso: string) => number} */
const number = (iso) => /** @type {number} */ (dayNumber(iso));

/**
 * The day `length` working days after `start`; `undecided`: whether a day that nobody knows of yet is one.
 * @param {import("../judge/read-answers.js").Days} days @param {number} start @param {number} length @param {boolean} undecided
 */
function after({ worked }, start, length, undecided) {
  let day = start;
  for (let left = length; left;) {
    day += 1;
    if (worked(day) ?? undecided) left -= 1;
  }
  return day;
}

/**
 * @param {import("../judge/read-answers.js").Days} days @param {{from: number, last: number}} run @param {number} first @param {number} until
 */
function listed({ worked }, { from, last }, first, until) {
  /** @type {Day[]} */
  const found = [];
  let nth = 0;
  for (let day = Math.min(from + 1, first); day <= until; day += 1) {
    const working = worked(day);
    const counts = day > from && day <= last && (working ?? true);
    if (counts) nth += 1;
    const moved = working !== null && working !== (day + 3) % 7 < 5;
    if (day >= first) found.push({ day: written(day), working, moved, nth: counts ? nth : null });
  }
  return found;
}

/**
 * The Monday on or before a day, and the Sunday on or after it.
 * @param {string} iso
 */
export function week(iso) {
  const day = number(iso);
  const monday = day - ((day + 3) % 7);
  return [written(monday), written(monday + 6)];
}

/**
 * How many days lie from one day to another.
 * @param {string} from @param {string} to
 */
export const between = (from, to) => number(to) - number(from);
