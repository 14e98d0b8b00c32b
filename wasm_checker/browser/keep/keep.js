// The row of buttons that keep, hand on, print or drop what was answered. Nothing outlasts the tab unless one of them is pressed.
import { because } from "../kit/failure.js";
import { ageOnPaper } from "../kit/age.js";
import { CaseError, readCase, saveCase } from "./casefile.js";
import { h } from "../kit/dom.js";
import { download } from "../kit/download.js";
import { plainText, textToCopy } from "../kit/copy.js";
import { inWeChat, limits } from "../kit/wechat.js";
import { clearAndLeave } from "./clear-and-leave.js";
import { judged, otherwise, toCorrections } from "./judged.js";
import { teller } from "./links.js";
import { offer } from "./offer.js";
import { CANNOT_PRINT, printAlone, report } from "../results/report.js";
import { day, isoToday } from "../kit/wording.js";
import { linkFor, shareSection } from "./share.js";
import { rewrite, toSave } from "../papers/written.js";

/** @typedef {(...lines: Line[]) => void} Say */

/**
 * `state()`: {facts, choices, place, further, verdicts, contradictions, error, rules} as they stand; `verdicts` may be empty.
 * `apply(read)`: fills the form with a case that was read and returns the facts that it could not place.
 * `forms`, `drawn`: what leaving empties; `away`: the page it goes to; `before()`: what the host drops itself, such as its worker.
 * `links`: what reads links with answers, null where the page has no address that others can open. `root`: the way to the site's root, null
 * where there is none. `kept`: what is said of what the tab keeps.
 * @param {{words: Data.Words, state: () => CaseState, apply: (read: ReadCase) => string[], forms: HTMLFormElement[],
 *   drawn: Element[], away: string, before: () => void, links?: import("./links.js").Links | null, root?: string | null, kept?: string}} host
 */
export function keepSection({ words, state, apply, forms, drawn, away, before, links = null, root = null, kept = "" }) {
  const said = h("div", { role: "status", class: "keep__said" });
  const place = h("div", { "data-role": "shared" });
  /** @type {Say} */
  const say = (...lines) => said.replaceChildren(...lines.filter(Boolean).map((line) => h("p", {}, line)));
  const chooser = h("input", {
    type: "file",
    accept: ".json,application/json",
    hidden: true,
    "data-role": "case-file",
  });

  /** What is judged otherwise since another version has judged it. @type {(read: NotedCase) => Line[]} */
  const since = ({ older }) => (older ? [...otherwise(older, state().verdicts, words), toCorrections(root)] : []);
  const restore = (/** @type {NotedCase} */ read) => {
    const left = (apply(read) ?? []).map((id) => `“${words.facts[id].text}”`);
    const lost = `有 ${left.length} 项没能放回去，请重答：${left.join("、")}。`;
    if (read.written) rewrite(read.written);
    const wrote = read.written ? "文件里还有您写的经过，已经放回下一步的草稿里。" : "";
    return [...read.notes, wrote, left.length ? lost : "", later(read, words), ...since(read)];
  };

  const save = async () => {
    const held = state();
    const given = { data: words.data, today: isoToday(), judged: judged(held), ...held, written: toSave() };
    const { name, text } = saveCase(given);
    download(text, name, "application/json");
    say("已保存到这台设备的下载文件夹。文件里有您的全部回答和现在的结论，放好，用完删掉。");
  };
  const open = async () => {
    const [file] = /** @type {FileList} */ (chooser.files);
    chooser.value = "";
    if (!file) return;
    const read = await readCase(file, words);
    const opened = "已打开，原来的回答换成了文件里的。";
    const tell = teller(row, "文件里的回答");
    offer({ state, restore, since, say, tell }, read, { source: "文件", opened, told: (lines) => say(...lines) });
  };
  const share = async () => {
    const held = state();
    const link = await linkFor({ data: words.data, judged: judged(held), ...held }, location.href);
    place.replaceChildren(shareSection(link));
  };
  const reported = () => report({ words, ...state(), today: isoToday(), age: ageOnPaper() });
  const print = async () => {
    if ((await printAlone(reported())) === false) say(CANNOT_PRINT);
  };
  const text = async () => place.replaceChildren(textToCopy("自查报告的文字", plainText(reported())));
  const leave = async () => clearAndLeave({ forms, drawn: [...drawn, place, said], away, before });

  /** @type {(text: string, role: string, work: () => Promise<void>) => HTMLElement} */
  const act = (text, role, work) => {
    const button = h("button", { type: "button", "data-role": role }, text);
    button.addEventListener("click", () => attempt(work, say));
    return button;
  };
  chooser.addEventListener("change", () => attempt(open, say));
  // A link that stands there would hand on the answers of before.
  for (const form of forms) {
    for (const event of ["change", "reset"]) form.addEventListener(event, () => place.replaceChildren());
    form.addEventListener("reset", () => rewrite());
  }
  const [wechat, link] = inWeChat() ? [true, "生成带有回答的链接"] : [false, "生成链接和二维码"];
  const row = h(
    "section",
    { class: "keep", "data-role": "keep", "aria-label": "保存、打印、分享和清除" },
    wechat ? h("p", { class: "keep__wechat", "data-role": "wechat" }, limits(links ? link : "")) : null,
    h(
      "p",
      { class: "steps__action" },
      wechat ? null : act("保存为文件", "save-case", save),
      act("打开文件", "open-case", async () => chooser.click()),
      links ? act(link, "share-case", share) : null,
      wechat ? null : act("打印自查报告", "print-report", print),
      wechat ? act("复制文字", "text-report", text) : null,
      act("一键清除并离开", "clear-leave", leave),
    ),
    kept ? h("p", { class: "keep__kept", "data-role": "kept" }, kept) : null,
    chooser,
    said,
    place,
  );
  links?.use({ words, state, restore, since, say, tell: teller(row) });
  return row;
}

/**
 * Who had not applied yet on another day has not on this one: today counts now.
 * @param {ReadCase} read @param {Data.Words} words
 */
function later({ facts, choices = {} }, { applied }) {
  const then = facts[applied];
  if (choices.application !== "not_yet" || typeof then !== "string" || then === isoToday()) return "";
  return `存的时候还没提出书面申请，是按${day(then)}算的；现在按今天（${day(isoToday())}）算，结论可能变了。已经提出的，请改填提出的日期。`;
}

/** @param {() => Promise<void>} work @param {Say} say */
async function attempt(work, say) {
  try {
    await work();
  } catch (error) {
    say(error instanceof CaseError ? error.message : `没有做成，现有的回答没有变：${because(error)}。`);
  }
}
