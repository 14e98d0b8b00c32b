// The last day of a time limit in words, and as a file for the person's calendar.
import { h } from "../kit/dom.js";
import { download } from "../kit/download.js";
import { CANNOT_DOWNLOAD } from "../kit/wechat.js";
import { day } from "../kit/wording.js";

/**
 * 还有 3 天, 就是今天, 已经过去 2 天. Of a last day that is not certain it counts to the earliest.
 * @param {Pick<Data.LastDay, "days_left" | "workdays_left" | "latest_day" | "passed">} found
 */
export function remaining({ days_left: days, workdays_left: workdays, latest_day: latest, passed }) {
  if (latest && days < 0 && !passed) return `最早的一天已经过去 ${-days} 天，最晚的一天还没有过，请马上办`;
  if (days < 0) return latest ? "最晚的一天也已经过去" : `已经过去 ${-days} 天`;
  if (days === 0) return latest ? "最早的一天就是今天" : "就是今天";
  const to = latest ? "离最早的一天" : "";
  const worked = workdays === null ? "" : `，其中工作日${latest ? "至少" : ""} ${workdays} 天`;
  return `${to}还有 ${days} 天${worked}`;
}

/**
 * Where the days off of a year are not announced, the earliest and the latest day, and by which to act.
 * @param {Data.LastDay} found
 */
function ends(found) {
  const { last_day: earliest, latest_day: latest, unannounced: years = [] } = found;
  if (!latest) return `最后一天是${day(earliest)}，${remaining(found)}。`;
  return (
    `${years.join("、")}年怎么放假，本站更新时还没有公布。按 2005 年以来的安排估计，最后一天可能是${day(earliest)}，` +
    `也可能晚到${day(latest)}，请按${day(earliest)}准备。${remaining(found)}。`
  );
}

/**
 * `view`: as nextSteps takes it; `limit`: with `start` and `found`, the core's answer, or the fact to `ask` for.
 * @param {StepsView} view @param {DatedLimit} limit
 */
export function lastDay({ words, facts, counts, notYet }, { ask, start, found, ends: fact }) {
  if (!ask && !start) return null;
  if (!counts) {
    return h(
      "b",
      {},
      "这里算不出最后一天，请照条文自己数：起算日的次日为第1日，周末和法定节假日不是工作日，调休上班的日子是。",
    );
  }
  if (ask) return h("b", {}, `填上“${words.facts[ask].text}”，这里就算出最后一天。`);
  if (!found) return h("b", {}, "正在算最后一天……");
  if (found.error !== undefined) return h("b", {}, `${found.error}。`);
  const end = /** @type {string} */ (facts[/** @type {string} */ (fact)]);
  const handed = (/** @type {string} */ on) =>
    notYet ? `您还没有提出，先按今天（${on}）算。` : `您填的提交日是${on}。`;
  const met = /^\d/.test(end) ? handed(day(end)) : ""; // the day may not be answered, or be left to the organ
  return h("b", {}, `从${day(/** @type {string} */ (start))}起算（次日为第1日），${ends(found)}${met}`);
}

/**
 * The file carries the earliest day; once that has passed there is none.
 * @param {StepsView} view @param {Data.RuleWords} rule @param {DatedLimit} limit
 */
export function calendarButton({ today, ask }, rule, { id, title, start, found }) {
  if (!ask || !found || found.error !== undefined || found.days_left < 0) return null;
  const said = h("span", { role: "status" });
  const button = h("button", { type: "button", "data-role": "ics" }, "加到日历（.ics）");
  button.addEventListener("click", async () => {
    const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
    const name = found.latest_day ? "最早的最后一天" : "最后一天";
    const from = /** @type {string} */ (start);
    const answer = await ask("ics", id, from, today, `${rule.short}：${title}的${name}`, stamp, rule.validity);
    if (!answer?.ics) {
      said.textContent = "还没有准备好，请稍等再点。";
      return;
    }
    const file = `${rule.short}-${title}-${found.last_day}.ics`;
    said.textContent = download(answer.ics, file, "text/calendar;charset=utf-8")
      ? "已下载，点开它，期限就进日历。别人能看这台设备的日历，就会看到这个期限。"
      : CANNOT_DOWNLOAD;
  });
  return h("span", { class: "steps__action" }, button, said);
}
