// Answers, days and numbers in plain Chinese. Pure: no page, no policy.

/**
 * `verdicts`: those of words.json. One that says no side counts as against the person: nobody is given a hope by an omission.
 * @type {(words: Pick<Data.Words, "verdicts">, verdict: string) => boolean}
 */
export const isAgainst = ({ verdicts }, verdict) => !["open", "favourable"].includes(verdicts[verdict]?.side);

/**
 * Whether a verdict is still open.
 * @type {(words: Pick<Data.Words, "verdicts">, verdict: string) => boolean}
 */
export const isOpen = ({ verdicts }, verdict) => verdicts[verdict]?.side === "open";

/**
 * What is said of stated facts that no text has words for, those of which the same is said together.
 * @param {Data.Words} words @param {string[]} facts
 */
export function unwrittenSaid(words, facts) {
  const said = [...new Set(facts.map((id) => words.facts[id].unwritten))];
  return said.map(
    (text) =>
      `${quoted(
        words,
        facts.filter((id) => words.facts[id].unwritten === text),
      )}：${text}`,
  );
}

/**
 * The readings that are not adopted by which an application that is too late would not be.
 * @type {(words: Data.Words, result: Data.Assessment) => Data.ReadingVerdict[]}
 */
export const lateOnly = (words, { verdict, other_readings: others = [] }) =>
  verdict === "too_late" ? others.filter((other) => !isAgainst(words, other.verdict)) : [];

/**
 * Whether an assessment is against the person by every reading of the time.
 * @type {(words: Data.Words, result: Data.Assessment) => boolean}
 */
export const settledAgainst = (words, result) => isAgainst(words, result.verdict) && !lateOnly(words, result).length;

/**
 * Why the organ must count the days of an assessment; null where it need not.
 * @param {Pick<Data.Words, "reasons">} words @param {Pick<Data.Assessment, "calendar_unannounced">} result
 */
export function unannounced({ reasons }, { calendar_unannounced: elapsed }) {
  if (!elapsed) return null;
  const { title, text } = reasons.calendar_unannounced;
  return {
    title,
    text: text.replace(/\{(\w+)\}/g, (_, name) =>
      [].concat(elapsed[/** @type {keyof Data.Elapsed} */ (name)]).join("、"),
    ),
  };
}

const DIGITS = "零一二三四五六七八九";

/**
 * 1 → 一, 12 → 十二, 25 → 二十五; up to 99.
 * @param {number} number
 */
export function chinese(number) {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (!tens) return DIGITS[ones];
  return `${tens > 1 ? DIGITS[tens] : ""}十${ones ? DIGITS[ones] : ""}`;
}

/**
 * "2026-11-02" → 2026年11月2日.
 * @param {string} iso
 */
export function day(iso) {
  const [year, month, date] = iso.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}

/** Today as year-month-day, on the person's own clock. */
export function isoToday(now = new Date()) {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/**
 * The address of one of the site's pages from where `root` leads to its root; none where there is no site around (null).
 * @param {string | null} root @param {string} page
 */
export function address(root, page) {
  return root === null ? null : root + page;
}

/**
 * A fact's value in words.
 * @param {Data.FactWords} fact @param {FactValue} given
 */
export function value({ type, labels }, given) {
  if (given === "organ") return "请组织认定";
  if (typeof given === "boolean") return given ? "是" : "否";
  if (type === "date") return day(/** @type {string} */ (given));
  return labels?.[given] ?? String(given);
}

/**
 * The facts of a list by what was answered: true, false, of another kind, left to the organ, not at all.
 * @param {Data.Words} words @param {Facts} facts @param {string[]} ids
 */
export function sorted(words, facts, ids) {
  /** @type {Record<"yes" | "no" | "other" | "organ" | "open", string[]>} */
  const kinds = { yes: [], no: [], other: [], organ: [], open: [] };
  for (const id of ids) {
    const given = facts[id];
    if (given === undefined || given === null) kinds.open.push(id);
    else if (given === "organ") kinds.organ.push(id);
    else if (typeof given === "boolean") kinds[given ? "yes" : "no"].push(id);
    else kinds.other.push(id);
  }
  return kinds;
}

/** @type {(words: Data.Words, ids: string[]) => string} */
export const quoted = (words, ids) => ids.map((id) => `“${words.facts[id].text}”`).join("");
