// The drafts as files: an application under one rule, and a form that a text prints. All of it is made on this machine.
import { application, refusal } from "./application.js";
import { download } from "../kit/download.js";
import { filled } from "./printed-form.js";
import { gongwen } from "./official-layout.js";

export { refusal };

/**
 * How often a content asks to be filled in.
 * @param {Content} content
 */
export function blanks(content) {
  return JSON.stringify(content).split("（请填写：").length - 1;
}

/**
 * Downloads the draft and promises its number of blanks. Throws where refusal() gives a reason.
 * @param {{words: Data.Words, rule: string, facts: Facts, verdict: Data.Assessment, age?: string}} given
 */
export async function downloadDraft({ words, rule, facts, verdict, age }) {
  const reason = refusal(words, rule, verdict);
  if (reason) throw new Error(reason);
  const content = application({ words, rule, facts, verdict, age });
  const { short } = /** @type {Data.RuleWords} */ (words.rules.find(({ id }) => id === rule));
  download(
    /** @type {Blob} */ (await gongwen(content)),
    `${short}-${words.steps[rule].application?.title}（草稿）.docx`,
  );
  return blanks(content);
}

/**
 * Downloads a form with what was filled in; `values`: {label: text}.
 * @param {Data.FormWords} form @param {Record<string, string>} values
 */
export async function downloadForm(form, values) {
  download(/** @type {Blob} */ (await gongwen(filled(form, values))), `${form.title}.docx`);
}
