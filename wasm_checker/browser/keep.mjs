// The row of buttons that keep, hand on, print or drop what was answered. Nothing is stored unless one of them is pressed.
import { canonical, CaseError, readCase, saveCase } from "./casefile.mjs";
import { h, list } from "./dom.mjs";
import { download } from "./download.mjs";
import { clearAndLeave } from "./leave.mjs";
import { printAlone, report } from "./report.mjs";
import { isoToday } from "./said.mjs";
import { isLink, linkFor, readLink, shareSection } from "./share.mjs";

const OPENED = "已按链接填好回答，地址栏里的回答已经拿掉。";

/**
 * `state()`: {facts, place, verdicts, rules} as they stand; `verdicts` may be empty. `apply({facts, place})`: fills the form.
 * `forms`, `drawn`: what leaving empties; `away`: the page it goes to; `before()`: what the host drops itself, such as its worker.
 * `linked`: whether the page has an address that others can open.
 */
export function keepSection({ words, state, apply, forms, drawn, away, before, linked = true }) {
  const said = h("div", { role: "status", class: "keep__said" });
  const place = h("div", { "data-role": "shared" });
  const say = (...lines) => said.replaceChildren(...lines.filter(Boolean).map((line) => h("p", {}, line)));
  const chooser = h("input", { type: "file", accept: ".json,application/json", hidden: true, "data-role": "case-file" });

  const save = async () => {
    const { name, text, warning } = await saveCase({ data: words.data, today: isoToday(), ...state() });
    download(text, name, "application/json");
    say("已保存到这台设备的下载文件夹。文件里有您的全部回答，放好，用完删掉。", warning);
  };
  const open = async () => {
    const [file] = chooser.files;
    chooser.value = "";
    if (!file) return;
    const read = await readCase(file, words);
    apply(read);
    say("已打开，原来的回答换成了文件里的。", ...read.notes);
  };
  const share = async () => place.replaceChildren(shareSection(await linkFor({ data: words.data, ...state() }, location.href)));
  const print = async () => {
    const { facts, verdicts, rules } = state();
    printAlone(report({ words, facts, verdicts, rules, today: isoToday() }));
  };
  const leave = async () => clearAndLeave({ forms, drawn: [...drawn, place, said], away, before });

  const act = (text, role, work) => {
    const button = h("button", { type: "button", "data-role": role }, text);
    button.addEventListener("click", () => attempt(work, say));
    return button;
  };
  chooser.addEventListener("change", () => attempt(open, say));
  const row = h(
    "section",
    { class: "keep", "data-role": "keep", "aria-label": "保存、打印、分享和清除" },
    h(
      "p",
      { class: "steps__action" },
      act("保存为文件", "save-case", save),
      act("打开文件", "open-case", async () => chooser.click()),
      linked ? act("生成链接和二维码", "share-case", share) : null,
      act("打印自查报告", "print-report", print),
      act("一键清除并离开", "clear-leave", leave),
    ),
    chooser,
    said,
    place,
  );
  if (linked) followLinks({ words, state, apply, say, tell: teller(row) });
  return row;
}

/** A link that is pasted while the page is open changes only the fragment. It replaces answers when a button says so, not before. */
function followLinks({ words, state, apply, say, tell }) {
  const take = (read) => {
    apply(read);
    say(OPENED, ...read.notes);
  };
  const ask = (read, mine) => {
    const count = Object.keys(read.facts).length;
    const question = `链接里有 ${count} 项回答，与现有的 ${mine} 项不同。现有的还没有变；换成链接里的以后就找不回来了，要留就先点“保留现有的回答”，保存为文件以后再打开链接。`;
    tell([question, ...read.notes], { "保留现有的回答": () => say("没有打开链接，现有的回答没有变。"), "换成链接里的回答": () => take(read) });
  };
  const follow = async () => {
    const read = await taken(words);
    if (!read) return;
    const { facts, place } = state();
    const mine = Object.keys(facts).length;
    if (mine && canonical([facts, place]) !== canonical([read.facts, read.place])) {
      ask(read, mine);
      return;
    }
    if (!mine) take(read);
    tell(mine ? ["链接里的回答与现有的相同，没有改动。"] : [OPENED, ...read.notes]);
  };
  window.addEventListener("hashchange", () => attempt(follow, (...lines) => tell(lines)));
}

/** Shows a box above the page, wherever it is scrolled to, in place of the one before; `choices`: {text: what its button does}. */
function teller(home) {
  let box;
  return (lines, choices = { "知道了": () => {} }) => {
    box?.remove();
    const buttons = Object.entries(choices).map(([text, work]) => {
      const button = h("button", { type: "button" }, text);
      button.addEventListener("click", () => {
        mine.remove();
        work();
      });
      return button;
    });
    const mine = h("dialog", { class: "keep__box", "data-role": "link-box", "aria-label": "链接里的回答" }, lines.filter(Boolean).map((line) => h("p", {}, line)), h("p", { class: "steps__action" }, buttons));
    box = mine;
    home.append(mine);
    if (mine.showModal) mine.showModal();
    else mine.setAttribute("open", ""); // browsers from before 2022
  };
}

async function attempt(work, say) {
  try {
    await work();
  } catch (error) {
    say(error instanceof CaseError ? error.message : "没有做成，现有的回答没有变。可以稍后再试。");
  }
}

/** What the link in the address holds, or null; the address forgets it, readable or not. */
async function taken(words) {
  const { hash } = location;
  if (!isLink(hash)) return null;
  history.replaceState(null, "", location.pathname + location.search);
  return readLink(hash, words);
}

/**
 * Reads the answers of a link at load and takes them out of the address. Promises a message to show, or null.
 * A bad fragment changes nothing but the address.
 */
export async function openLink({ words, apply }) {
  try {
    const read = await taken(words);
    if (!read) return null;
    apply(read);
    return h("div", {}, h("p", {}, OPENED), list(read.notes));
  } catch (error) {
    return h("p", {}, error instanceof CaseError ? error.message : "链接里的回答读不出来，现有的回答没有变。");
  }
}
