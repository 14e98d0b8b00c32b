// What opens under a draft's button: fields for what no question asks, and the draft as a file, or as text to copy.
import { because } from "../kit/failure.js";
import { ageOnPaper } from "../kit/age.js";
import { textToCopy } from "../kit/copy.js";
import { h } from "../kit/dom.js";
import { inWeChat } from "../kit/wechat.js";
import { wanted } from "./explanation.js";
import { save, saves, write, written } from "./written.js";

const PRIVATE = "都可以不填，空着的地方草稿里写“请填写”。写的只进草稿：不进链接、二维码，不进地址，刷新就没有了。";

/** The papers whose fields are open, for they are drawn anew with every answer. @type {Set<string>} */
const open = new Set();

/**
 * @typedef {object} Paper
 * @property {string} id
 * @property {string} title
 * @property {() => Promise<Content>} content
 * @property {string} file
 * @property {Data.WrittenField[]} asks
 */

/**
 * The application under one rule.
 * @param {{words: Data.Words, facts: Facts, verdicts: Verdicts}} case_ @param {Data.RuleWords} rule
 */
export function applicationSection({ words, facts, verdicts }, rule) {
  const title = /** @type {Data.ApplicationWords} */ (words.steps[rule.id].application).title;
  return section({
    id: rule.id,
    title: "写书面申请草稿",
    asks: words.draft.written,
    file: `${rule.short}-${title}（草稿）.docx`,
    content: async () => {
      const { drafted } = await import("./draft.js");
      const given = { words, rule: rule.id, facts, verdict: verdicts[rule.id], age: ageOnPaper() };
      return drafted({ ...given, written: written() });
    },
  });
}

/**
 * The 情况说明, where one may be of use.
 * @param {{words: Data.Words, facts: Facts}} case_
 */
export function explanationSection({ words, facts }) {
  if (!wanted(words, facts)) return null;
  return h(
    "article",
    { class: "steps__card", "data-role": "explanation" },
    h("h3", {}, "情况说明（条文没有写可以申请）"),
    h("p", {}, words.draft.explanation.offered),
    section({
      id: "explanation",
      title: "写情况说明草稿",
      asks: words.draft.written.filter(({ titles, line }) => titles || line), // nothing to be made good again
      file: "情况说明（草稿）.docx",
      content: async () => {
        const { explanation } = await import("./explanation.js");
        return explanation({ words, facts, written: written() });
      },
    }),
  );
}

/** @param {Paper} paper */
function section(paper) {
  const opener = h("button", { type: "button", "data-role": "draft", "aria-expanded": "false" }, paper.title);
  const place = h("div", {});
  const show = () => {
    place.replaceChildren(...(open.has(paper.id) ? [fields(paper)] : []));
    opener.setAttribute("aria-expanded", String(open.has(paper.id)));
  };
  opener.addEventListener("click", () => {
    if (!open.delete(paper.id)) open.add(paper.id);
    show();
  });
  show();
  return h("div", { class: "draft" }, h("p", { class: "steps__action" }, opener), place);
}

/** @param {Paper} paper */
function fields(paper) {
  const said = h("span", { role: "status" });
  const text = h("div", {});
  /** @type {(name: string, role: string, work: () => Promise<string>) => HTMLElement} */
  const act = (name, role, work) => {
    const button = h("button", { type: "button", "data-role": role }, name);
    button.addEventListener("click", async () => {
      said.textContent = "正在生成……";
      said.textContent = await work().catch((error) => `没有做成：${because(error)}。您填的内容还在。`);
    });
    return button;
  };
  const file = async () => {
    const { pages, saved } = await import("./draft.js");
    const content = await paper.content();
    const blanks = await saved(content, paper.file);
    return `已下载，约 ${pages(content)} 页（附件另计）。草稿里有 ${blanks} 处“请填写”，由您补写；提交前逐处核对，删去页眉的说明。`;
  };
  const show = async () => {
    const { asText } = await import("./draft.js");
    text.replaceChildren(textToCopy("草稿的文字", asText(await paper.content())));
    return "文字在下面，可以复制。";
  };
  const form = h(
    "form",
    { class: "draft__fields", autocomplete: "off" },
    h("p", {}, PRIVATE),
    h("div", { class: "form-fields" }, paper.asks.map(field)),
    h(
      "p",
      { class: "steps__action" },
      inWeChat() ? null : act("下载草稿（DOCX）", "draft-file", file),
      act("看文字、复制", "draft-text", show),
      said,
    ),
    text,
    h("label", { class: "choice" }, box(), "存答卷文件时，连同这里写的一起存"),
  );
  form.addEventListener("submit", (event) => event.preventDefault());
  return form;
}

/** @param {Data.WrittenField} given */
function field({ id, label, long }) {
  const made = long
    ? h("textarea", { rows: 3, maxlength: 600, "data-written": id })
    : h("input", { type: "text", maxlength: 60, "data-written": id });
  made.value = written()[id] ?? "";
  made.addEventListener("input", () => write(id, made.value));
  return h("label", {}, h("span", {}, label), made);
}

function box() {
  const made = h("input", { type: "checkbox", checked: saves(), "data-role": "save-written" });
  made.addEventListener("change", () => save(made.checked));
  return made;
}
