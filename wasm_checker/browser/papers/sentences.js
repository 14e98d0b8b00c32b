// What all papers are written with: answers as an official states them, and what the person has written of his own. Pure.
import { sorted, value } from "../kit/wording.js";

/** @typedef {Record<string, string>} Written by the ids of the draft's `written` */

/**
 * A text of the data with what it names in braces filled in.
 * @type {(text: string, values: any) => string}
 */
export const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** @type {(text: string) => string} */
export const unended = (text) => text.replace(/[；;。.，,：:\s]+$/u, "");

/** As a sentence; what is to be filled in is none yet. @type {(text: string) => string} */
const ended = (text) => (text.startsWith("（请填写：") ? text : `${text}。`);

/** @type {(text?: string) => {level: number, text: string}} */
export const plain = (text) => ({ level: 0, text: /** @type {string} */ (text) });

/** @type {(words: Data.Words, ids: string[]) => string} */
export const listedIn = (words, ids) => ids.map((id) => `“${words.facts[id].text}”`).join("、");

/**
 * `values`: what was written, by id, or what stands there to be filled in, as sentences where it is none's title; `lines`: what of it
 * stands among the facts.
 * @param {Data.DraftFile} texts @param {Written} written
 */
export function withWritten({ written: fields }, written) {
  const entries = fields.map(({ id, blank, titles }) => {
    const paragraphs = (written[id] ?? "").split("\n").map((line) => unended(line.trim()));
    const text = paragraphs.filter(Boolean).join("。") || blank;
    return [id, titles ? text : ended(text)];
  });
  /** @type {Written} */
  const values = Object.fromEntries(entries);
  const facts = fields.filter(({ line }) => line);
  const lines = facts.some(({ id, blank }) => values[id] !== blank)
    ? facts.map(({ id, line }) => filled(/** @type {string} */ (line), { text: values[id] }))
    : [facts.map(({ blank }) => blank).join("")]; // all of it to be filled in
  return { values, lines };
}

/**
 * What was answered of some facts, each in its sentence; of `alternatives` what is not so is left out where a question lists what there
 * may be. Empty where nothing was.
 * @param {{words: Data.Words, facts: Facts, who: Data.Applicant}} context @param {string[]} ids @param {{alternatives?: boolean}} how
 */
export function stated({ words, facts, who }, ids, { alternatives = false } = {}) {
  const { statements, only_yes: listing } = words.draft;
  const { yes, no, other } = sorted(words, facts, ids);
  const said = ids.flatMap((id) => {
    const statement = statements.find((one) => one.id === id);
    if (other.includes(id)) return [`${words.facts[id].text}：${value(words.facts[id], facts[id])}`];
    if (!statement) return [];
    if (yes.includes(id)) return [filled(lesser(statement, facts) ?? statement.yes, who)];
    const left = alternatives && listing.includes(/** @type {string} */ (words.facts[id].question));
    return no.includes(id) && !left ? [filled(statement.no, who)] : [];
  });
  return said.length ? `${said.join("；")}。` : "";
}

/** What is stated instead of 是 where another answer makes it less. @param {Data.Statement} statement @param {Facts} facts */
function lesser({ lesser: other }, facts) {
  return other && Object.entries(other.when).every(([fact, value]) => facts[fact] === value) ? other.yes : undefined;
}
