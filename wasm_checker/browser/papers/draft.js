// The drafts as files and as text: an application under one rule, and a form that a text prints. All of it is made on this machine.
import { application, refusal } from "./application.js";
import { download } from "../kit/download.js";
import { filled } from "./printed-form.js";
import { gongwen, pages } from "./official-layout.js";

export { pages, refusal };

const INDENT = "\u3000"; // a character wide

/**
 * How often a content asks to be filled in.
 * @param {Content} content
 */
export function blanks(content) {
  return JSON.stringify(content).split("（请填写：").length - 1;
}

/**
 * The application. Throws where refusal() gives a reason.
 * @param {Parameters<typeof application>[0]} given
 */
export function drafted(given) {
  const reason = refusal(given.words, given.rule, given.verdict);
  if (reason) throw new Error(reason);
  return application(given);
}

/**
 * Downloads a paper and promises its number of blanks.
 * @param {Content} content @param {string} file
 */
export async function saved(content, file) {
  download(/** @type {Blob} */ (await gongwen(content)), file);
  return blanks(content);
}

/**
 * The paper as lines of text.
 * @param {Content} content
 */
export function asText({ note, title, to, body, attachments = [], signature = [], annex }) {
  const list = annex ? ["附件", annex.title, ...annex.items.map((item, index) => `${index + 1}. ${item}`)] : [];
  const lines = [
    note,
    title,
    to,
    ...body.map(({ text, rest = "" }) => `${INDENT}${INDENT}${text}${rest}`),
    ...attachments.map((name) => `附件：${name}`),
    ...signature,
    ...list,
  ];
  return lines.filter(Boolean).join("\n");
}

/**
 * Downloads a form with what was filled in; `values`: {label: text}.
 * @param {Data.FormWords} form @param {Record<string, string>} values
 */
export async function downloadForm(form, values) {
  await saved(filled(form, values), `${form.title}.docx`);
}
