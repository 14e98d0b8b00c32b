// Below the two days: which working day it is, the last day, the weeks, and the other reading on the very day on which it decides.
import { h } from "../kit/dom.js";
import { day, isoToday } from "../kit/wording.js";
import { chosen } from "./answers.js";
import { between, count } from "./day-count.js";
import { notYet } from "./dates.js";
import { weekTable } from "./week-table.js";

/** @typedef {import("./questionnaire.js").Questionnaire} Questionnaire */
/** @typedef {Data.LimitWords & {workdays: number}} Running */
/** @typedef {{shorts: string[], limit: Running}} Limit alike limits of several rules are told together */
/** @typedef {import("./day-count.js").Count} Count */

/**
 * Draws it now and whenever the answers are judged.
 * @param {Questionnaire} asked @param {Pick<Data.Words, "steps" | "start" | "applied">} words
 */
export function countDays(asked, words) {
  const place = asked.role("days");
  const lines = h("div", { role: "status" });
  const weeks = h("div", {});
  place.replaceChildren(lines, weeks);
  const draw = () => {
    const { document: slug } = chosen(asked.form);
    placed(asked.form, slug);
    const limits = running(asked, words);
    const said = limits.flatMap((limit) => lined(asked, words, limit, limits.length > 1));
    // Read out only when it is new.
    if (lines.textContent !== said.join("")) lines.replaceChildren(...said.map((text) => h("p", {}, text)));
    weeks.replaceChildren(...table(asked, words, limits[0]));
  };
  asked.page.addEventListener("judged", draw);
  draw();
}

/**
 * Of what each place says differently, that of the place chosen alone; of all, with their names, where none is.
 * @param {HTMLFormElement} form @param {string} slug
 */
function placed(form, slug) {
  for (const said of form.querySelectorAll(".dated [data-said-of]")) {
    said.hidden = slug !== "" && said.dataset.saidOf !== slug;
    /** @type {HTMLElement} */ (said.firstElementChild).hidden = slug !== "";
  }
}

/**
 * The limits that an application must keep, of the place chosen.
 * @param {Questionnaire} asked @param {Pick<Data.Words, "steps">} words
 */
function running(asked, { steps }) {
  /** @type {Limit[]} */
  const found = [];
  for (const { id, short } of asked.looked) {
    for (const limit of steps[id].limits) {
      if (!limit.workdays) continue;
      const like = found.find(({ limit: other }) => other.workdays === limit.workdays);
      if (like) like.shorts.push(short);
      else found.push({ shorts: [short], limit: /** @type {Running} */ (limit) });
    }
  }
  return found.sort((one, other) => one.limit.workdays - other.limit.workdays);
}

/**
 * What has been said of the days: the start, if it is a day; the day of the application, or its number; `pending`: there is none yet.
 * @param {Questionnaire} asked @param {Pick<Data.Words, "start" | "applied">} words
 */
function given({ form, facts }, { start, applied }) {
  const dated = (/** @type {string} */ fact) => {
    const value = facts[fact];
    return typeof value === "string" && /^\d/.test(value) ? value : undefined;
  };
  const number = facts[form.querySelector("input[name=application][value=nth]")?.dataset.with ?? ""];
  const pending = notYet(form) !== null;
  const day = pending ? undefined : dated(applied);
  const nth = typeof number === "number" && !day ? number : undefined;
  return { start: dated(start), applied: day, nth, pending };
}

/**
 * @param {Questionnaire} asked @param {Pick<Data.Words, "start" | "applied">} words @param {Limit} limit @param {boolean} several
 * @returns {string[]}
 */
function lined(asked, words, { shorts, limit }, several) {
  const { start, applied, nth, pending } = given(asked, words);
  const [first, ...more] = said(asked, limit, { start, applied, nth, pending });
  const head = several || !chosen(asked.form).document ? `${shorts.join("、")}：` : "";
  return first ? [head + first, ...more] : [];
}

/**
 * @param {Questionnaire} asked @param {Running} limit @param {ReturnType<typeof given>} given
 * @returns {string[]}
 */
function said(asked, limit, { start, applied, nth, pending }) {
  const typed = nth === undefined ? null : { fewest: nth, most: nth, years: [] };
  const done = typed !== null || applied !== undefined;
  if (!start) return typed ? numbered("", typed, limit) : unstarted(asked.form, limit, pending);
  const today = isoToday();
  const end = applied ?? (today >= start ? today : undefined);
  const found = count(asked.walk.calendar, { start, end, length: limit.workdays });
  if (!found) return [];
  const elapsed = typed ?? found.elapsed;
  const who = typed ? "" : `${applied ? short(applied, today) : "今天"}提出，算`;
  const [number, ...others] = elapsed ? numbered(who, elapsed, limit) : [];
  return [
    ...(number ? [number] : []),
    last(found, today, done),
    ...others,
    ...(pending && elapsed ? [`还没提出，先按今天（${short(today, today)}）算；改天打开，就按那天算。`] : []),
  ];
}

/**
 * Without the day of the start nothing runs, or nobody can say since when.
 * @param {HTMLFormElement} form @param {Running} limit @param {boolean} pending
 */
function unstarted(form, { workdays }, pending) {
  const answer = form.querySelector("input[name=started]:checked");
  if (answer?.dataset.sets) return [`程序还没启动，这 ${workdays} 个工作日还没有开始数。`];
  if (answer?.value === "unknown") return [`请先问清哪天启动：这 ${workdays} 个工作日，从启动的次日数起。`];
  return pending ? ["填上启动日，这里就数出今天是第几个工作日、最迟哪天提出。"] : [];
}

/**
 * Which working day it is, of how many; and the other reading, on the very day on which counting the day of the start decides.
 * @param {string} who @param {Data.Elapsed} elapsed @param {Running} limit
 */
function numbered(who, { fewest, most }, { workdays, start_counted: other }) {
  if (!most) return ["启动当天还没有数到：第 1 个工作日从次日数起。"];
  const sure = fewest === most;
  const number = sure ? `第 ${most} 个工作日` : `第 ${fewest} 至 ${most} 个工作日`;
  const told = `${who}${number}，${fewest > workdays ? `超过了 ${workdays} 个` : `共 ${workdays} 个`}。`;
  if (!other || fewest > workdays || most < workdays - 1) return [told];
  const next =
    sure && most < workdays ? `这一天是第 ${workdays} 个，就是最后一天` : `这一天是第 ${workdays + 1} 个，已经超过`;
  const then = sure ? next : "要多算一个，可能已经超过";
  return [told, `另一种读法（${other.reading}）：${other.says}。照那样数，${then}。`];
}

/** @param {Count} found @param {string} today @param {boolean} done */
function last({ last: earliest, latest, years }, today, done) {
  const left = between(today, earliest);
  const remains = left > 0 ? `，还有 ${left} 天` : left === 0 ? "，就是今天" : "，已经过了";
  const tail = done ? "" : remains;
  if (earliest !== latest) {
    return (
      `最后一天最早是${short(earliest, today)}，最晚是${short(latest, today)}：` +
      `${years.join("、")}年的放假安排还没有公布。请按最早的一天办${tail}。`
    );
  }
  const named = `${short(earliest, today)}（星期${weekday(earliest)}）`;
  return done || left < 0 ? `最后一天是${named}${tail}。` : `最迟在${named}提出${tail}。`;
}

/** @param {Questionnaire} asked @param {Pick<Data.Words, "start" | "applied">} words @param {Limit | undefined} limit */
function table(asked, words, limit) {
  const { start, applied } = given(asked, words);
  if (!limit || !start) return [];
  const found = count(asked.walk.calendar, { start, length: limit.limit.workdays });
  if (!found) return [];
  /** @type {Map<string, string[]>} */
  const marked = new Map([[isoToday(), ["今天"]]]);
  if (applied) marked.set(applied, [...(marked.get(applied) ?? []), "提出"]);
  return [weekTable({ start, found, marked })];
}

/** @type {(iso: string) => string} */
const weekday = (iso) => "日一二三四五六"[new Date(`${iso}T00:00Z`).getUTCDay()];

/** Without the year where it is this one. @param {string} iso @param {string} today */
function short(iso, today) {
  return iso.slice(0, 4) === today.slice(0, 4) ? day(iso).replace(/^\d+年/, "") : day(iso);
}
