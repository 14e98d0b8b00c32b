// The limits of a rule: what each asks, until when it runs, and a file for the calendar.
import { bracketed, h } from "../kit/dom.js";
import { download } from "../kit/download.js";
import { address, day } from "../kit/wording.js";

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
 * 还有 3 天, 就是今天, 已经过去 2 天.
 * @param {Pick<Data.LastDay, "days_left" | "workdays_left">} found
 */
export function remaining({ days_left: days, workdays_left: workdays }) {
  if (days < 0) return `已经过去 ${-days} 天`;
  if (days === 0) return "就是今天";
  return `还有 ${days} 天${workdays === null ? "" : `，其中工作日 ${workdays} 天`}`;
}

/** @param {StepsView} view @param {Data.RuleWords} rule @param {DatedLimit} limit */
export function limitItem(view, rule, limit) {
  const begun = limit.written ? `从“${limit.event}”起算。` : `起算点未明写，按读法取“${limit.event}”。`;
  return h(
    "li",
    { "data-limit": limit.id },
    h("strong", {}, limit.title),
    `：${limit.does}，${limit.long}。谁办：${limit.who}。${limit.event ? begun : ""}`,
    limit.missed ? `到期怎样：${limit.missed}。` : null,
    place(view, limit.provision),
    lastDay(view, limit),
    limit.note ? h("small", {}, limit.note) : null,
    calendarButton(view, rule, limit),
  );
}

/** @param {StepsView} view @param {DatedLimit} limit */
function lastDay({ words, facts, counts }, { ask, start, found, ends }) {
  if (!ask && !start) return null;
  if (!counts) {
    return h(
      "b",
      {},
      "这里推算不了最后一天，请照条文自己数：起算日的次日为第1日，周末和法定节假日不是工作日，调休上班的日子是。",
    );
  }
  if (ask) return h("b", {}, `填上“${words.facts[ask].text}”，这里就推算最后一天。`);
  if (!found) return h("b", {}, "检查程序就绪后，这里推算最后一天。");
  if (found.error !== undefined) return h("b", {}, `${found.error}。`);
  const end = /** @type {string} */ (facts[/** @type {string} */ (ends)]);
  const met = /^\d/.test(end) ? `您填的提交日是${day(end)}。` : "";
  return h(
    "b",
    {},
    `从${day(/** @type {string} */ (start))}起算（次日为第1日），最后一天是${day(found.last_day)}，${remaining(found)}。${met}`,
  );
}

/** @param {StepsView} view @param {Data.RuleWords} rule @param {DatedLimit} limit */
function calendarButton({ today, ask, bound }, rule, { id, title, start, found }) {
  if (!bound || !ask || !found || found.error || found.passed) return null;
  const said = h("span", { role: "status" });
  const button = h("button", { type: "button", "data-role": "ics" }, "下载日历文件（.ics）");
  button.addEventListener("click", async () => {
    const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
    const answer = await ask(
      "ics",
      id,
      /** @type {string} */ (start),
      today,
      `${rule.short}：${title}的最后一天`,
      stamp,
      rule.validity,
    );
    if (answer?.ics) {
      download(answer.ics, `${rule.short}-${title}-${found.last_day}.ics`, "text/calendar;charset=utf-8");
    }
    said.textContent = answer?.ics
      ? "已下载。日历里会写出这个期限的名称，别人看得到这台设备的日历时，请留意。"
      : "检查程序还没有就绪，请稍后再试。";
  });
  return h("span", { class: "steps__action" }, button, said);
}

/**
 * A link to a provision, in brackets.
 * @param {Pick<StepsView, "words" | "root">} view @param {string} id
 */
export function place({ words, root }, id) {
  const { citation, place: named, page } = words.provisions[id];
  return h("span", {}, bracketed(h("a", { href: address(root, page), title: citation }, named)));
}
