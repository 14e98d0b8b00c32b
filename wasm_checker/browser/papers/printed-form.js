// A form that a text prints, as fields to fill in. The blanks and their labels are data; what is left empty stays as printed.
import { because } from "../kit/failure.js";
import { h } from "../kit/dom.js";
import { CANNOT_PRINT } from "../results/report.js";
import { textToCopy } from "../kit/copy.js";
import { inWeChat } from "../kit/wechat.js";

/**
 * The texts with every blank replaced by its value; what has no label is left out. Pure.
 * @param {Pick<Data.FormWords, "texts" | "blanks">} form @param {Record<string, string>} values @returns {Content}
 */
export function filled({ texts, blanks }, values) {
  const joined = texts.join("\u0000");
  let at = 0;
  let out = "";
  for (const { printed, label } of blanks) {
    const found = joined.indexOf(printed, at);
    out += joined.slice(at, found) + (label ? values[label]?.trim() || printed : "");
    at = found + printed.length;
  }
  const [title, body, closing] = (out + joined.slice(at)).split("\u0000");
  const [to, ...paragraphs] = body.split("\n");
  return { title, to, body: paragraphs.map((text) => ({ level: 0, text })), signature: closing.split("\n") };
}

/**
 * The form as a section: fields, a preview that is also what is printed, and buttons to print and to download.
 * @param {Data.FormWords} form @param {(sheet: Element) => Promise<boolean>} print
 */
export function formSection(form, print) {
  const labels = [...new Map(form.blanks.filter(({ label }) => label).map((blank) => [blank.label, blank])).values()];
  const sheet = h("div", { class: "sheet", "data-role": "sheet" });
  const said = h("span", { role: "status" });
  const text = h("div", {});
  const fields = h("form", { class: "form-fields", autocomplete: "off" }, labels.map(field));
  /** @type {() => Record<string, any>} */
  const values = () => Object.fromEntries(new FormData(fields));
  const draw = () => sheet.replaceChildren(...drawn(filled(form, values())));
  fields.addEventListener("input", draw);
  fields.addEventListener("submit", (event) => event.preventDefault());
  fields.addEventListener("reset", () => setTimeout(draw));
  draw();
  return h(
    "section",
    { class: "form", "data-role": "form" },
    h("h3", {}, `《${form.title}》样本`),
    h("p", {}, `${form.note}没有填的地方照样本印出。内容只在这一页，不保存。`),
    fields,
    sheet,
    h(
      "p",
      { class: "steps__action" },
      inWeChat()
        ? button("看文字、复制", () => text.replaceChildren(textToCopy(form.title, lines(form, values()))))
        : [button("打印", () => printed(print(sheet), said)), button("下载 DOCX", () => save(form, values(), said))],
      said,
    ),
    text,
  );
}

/** @param {Data.FormWords} form @param {Record<string, string>} values */
function lines(form, values) {
  const { title, to, body, signature = [] } = filled(form, values);
  return [title, to, ...body.map(({ text }) => text), ...signature].join("\n");
}

/** @param {Data.Blank} blank */
function field({ label, long }) {
  return h(
    "label",
    {},
    h("span", {}, label),
    long ? h("textarea", { name: label, rows: 2 }) : h("input", { type: "text", name: label }),
  );
}

/** @param {string} text @param {() => void} act */
function button(text, act) {
  const made = h("button", { type: "button" }, text);
  made.addEventListener("click", act);
  return made;
}

/** @param {Promise<boolean>} printing @param {HTMLElement} said */
async function printed(printing, said) {
  if ((await printing) === false) said.textContent = CANNOT_PRINT;
}

/** @param {Data.FormWords} form @param {Record<string, string>} values @param {HTMLElement} said */
async function save(form, values, said) {
  said.textContent = "正在生成……";
  try {
    const { downloadForm } = await import("./draft.js");
    await downloadForm(form, values);
    said.textContent = "已下载。";
  } catch (error) {
    said.textContent = `没有做成：${because(error)}。填的内容还在，可以打印。`;
  }
}

/** @param {Content} content */
function drawn({ title, to, body, signature }) {
  return [
    h("p", { class: "sheet__title" }, title),
    h("p", { class: "sheet__to" }, to),
    ...body.map(({ text }) => h("p", {}, text)),
    .../** @type {string[]} */ (signature).map((text) => h("p", { class: "sheet__sign" }, text)),
  ];
}
