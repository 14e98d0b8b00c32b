// What a verdict lets the page offer: the table of offers.yaml, read row by row. What no row names is not offered.
import { lateOnly } from "../kit/wording.js";

/** @typedef {"draft" | "date" | "addressee"} Offer */
/** @typedef {"late_reading" | "days_run"} Because */
/**
 * `stage`: see stageOf; `bound`: whether the person has named this text's place; `document`: whose text it is; `because`: see becauseOf.
 * @typedef {{verdict: string, stage: string, bound: boolean, inForce: boolean, document?: string, because?: Because}} Asked
 */

/**
 * @param {Pick<Data.Words, "offers">} words @param {Asked} asked
 * @returns {Set<Offer>}
 */
export function offered({ offers }, { verdict, stage, bound, inForce, document = "", because }) {
  const rows = offers.filter(
    (row) =>
      row.verdicts.includes(verdict) &&
      row.stages.includes(stage) &&
      (row.place === "any" || (row.place === "bound") === bound) &&
      (row.in_force === "any" || row.in_force === inForce) &&
      (!row.documents || row.documents.includes(document)) &&
      (!row.only_if || row.only_if === because),
  );
  return new Set(rows.flatMap((row) => row.offers));
}

/**
 * How far the procedure has come, as the table names it.
 * @param {Facts} facts
 */
export const stageOf = ({ procedure_stage: stage = "unanswered" }) => String(stage);

/**
 * Why something may be offered against a verdict: a reading that is not adopted would still take it, or the days run all the same.
 * @param {Data.Words} words @param {Data.Assessment} result @returns {Because | undefined}
 */
export function becauseOf(words, result) {
  if (lateOnly(words, result).length) return "late_reading";
  return daysRun(result) ? "days_run" : undefined;
}

/**
 * The reminder that his days run all the same, where the verdict is against him.
 * @param {Data.Assessment} result
 */
export const daysRun = ({ verdict, reminders }) =>
  verdict === "too_late" ? undefined : reminders.find((reminder) => reminder.days_run);
