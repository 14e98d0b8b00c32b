// 比您那里的: the reader's own text is read, corrected by hand and set beside the five. Nothing of it leaves the machine; it is kept only
// where the reader asks for it.
import { asset } from "../kit/asset-table.js";
import { because } from "../kit/failure.js";
import { inWeChat } from "../kit/wechat.js";
import { saveDocx, saveXlsx } from "./files.js";
import { drawFound } from "./found.js";
import { Python } from "./python.js";
import { drawText } from "./text.js";

const KEPT = "rongcuo-yours";
const whole = /** @type {HTMLElement} */ (document.querySelector("[data-yours]"));
const root = /** @type {string} */ (whole.dataset.root);
const part = (/** @type {string} */ role) => /** @type {HTMLElement} */ (whole.querySelector(`[data-role=${role}]`));
const given = /** @type {HTMLTextAreaElement} */ (part("given"));
const status = part("status");
const seconds = (/** @type {number} */ milliseconds) => (milliseconds / 1000).toFixed(1);

/** @type {import("./shapes").Read | undefined} */
let text;
/** @type {import("./shapes").Result | undefined} */
let result;
const python = new Python(({ progress, total, ready }) => {
  if (ready) whole.dataset.ready = seconds(ready);
  else if (progress && total) say(`第一次用要准备程序：${Math.min(99, Math.round((100 * progress) / total))}%`);
});

/** @param {string} words @param {boolean} wrong whether the reader has to do something about it */
function say(words, wrong = false) {
  status.textContent = words;
  whole.toggleAttribute("data-wrong", wrong);
}

/** One thing at a time; what goes wrong is said, and nothing that was there is lost. @param {() => Promise<void>} act */
async function busy(act) {
  if (whole.hasAttribute("aria-busy")) return;
  whole.setAttribute("aria-busy", "true");
  try {
    await act();
  } catch (error) {
    say(`没有做成，您的文字还在。${because(error)}。`, true);
  } finally {
    whole.removeAttribute("aria-busy");
  }
}

/** @param {string | Uint8Array} content @param {string} name */
const read = (content, name) =>
  busy(async () => {
    say("正在分条……");
    const answer = await python.call("read", content, name);
    if (answer.refused) {
      say(answer.refused, true);
      return;
    }
    text = answer;
    if (typeof content !== "string") given.value = answer.elements.map(lineOf).join("\n");
    show();
    say(
      `分成 ${answer.elements.length} 处${answer.lost ? `，有 ${answer.lost.length} 个字没有放进去` : "，一字不少"}。`,
    );
    part("text").scrollIntoView();
  });

/** @param {import("./shapes").Element} one */
const lineOf = (one) => `${one.label ? `${one.label}\u3000` : ""}${one.text}`;

/** Step 2; what was found before is of another text now. */
function show() {
  if (!text) return;
  result = undefined;
  part("found").hidden = true;
  part("text").hidden = false;
  /** @type {HTMLInputElement} */ (part("title")).value = text.title;
  part("count").textContent = String(text.elements.length);
  const doubts = text.doubts.map(({ line, said }) => {
    const item = document.createElement("li");
    item.textContent = line ? `第 ${line} 行：${said}` : said;
    return item;
  });
  part("doubts").replaceChildren(...doubts);
  part("unsure").hidden = !doubts.length;
  drawText(part("pieces"), text.elements, () => {
    part("count").textContent = String(text?.elements.length);
    part("found").hidden = true;
    result = undefined;
  });
}

const compare = () =>
  busy(async () => {
    if (!text) return;
    say("正在比……");
    const began = performance.now();
    const title = /** @type {HTMLInputElement} */ (part("title")).value.trim();
    const answer = await python.call("compare", text.elements, title);
    if (answer.refused) {
      say(answer.refused, true);
      return;
    }
    result = answer;
    drawFound(part("result"), answer, root);
    part("found").hidden = false;
    whole.dataset.took = seconds(performance.now() - began);
    say(`比好了，用了 ${whole.dataset.took} 秒。`);
    part("found").scrollIntoView();
  });

/** @param {typeof saveXlsx} write */
const save = (write) =>
  busy(async () => {
    if (!result) return;
    const taken = await write(await python.call("table", result), root);
    if (taken) say("文件已经交给浏览器保存。");
    else say("微信里下载不了，文件没有存下。点右上角“…”，选“在浏览器打开”，再做一遍。", true);
  });

function keep() {
  try {
    localStorage.setItem(KEPT, JSON.stringify(text));
    say("留在这台设备的这个浏览器里了。公用的电脑，用完请点“抹掉”。");
  } catch (error) {
    console.warn(error);
    say("这个浏览器不让留，文字没有留下。可以自己存成文件。");
  }
}

function wipe() {
  try {
    localStorage.removeItem(KEPT);
  } catch (error) {
    console.warn(error); // nothing could be kept either
  }
  text = undefined;
  result = undefined;
  given.value = "";
  for (const role of ["text", "found"]) part(role).hidden = true;
  part("result").replaceChildren();
  part("pieces").replaceChildren();
  say("抹掉了，什么也没有留。");
}

/** @type {Record<string, () => unknown>} */
const ACTS = {
  read: () => read(given.value, ""),
  sample: () =>
    busy(async () => {
      const response = await fetch(asset("sample.txt"));
      if (!response.ok) throw new Error(`sample.txt: HTTP ${response.status}`);
      given.value = await response.text();
    }).then(() => read(given.value, "")),
  compare,
  xlsx: () => save(saveXlsx),
  docx: () => save(saveDocx),
  print: () => window.print(),
  keep,
  wipe,
};

whole.addEventListener("click", ({ target }) => {
  const button = /** @type {HTMLElement} */ (target).closest?.("button[data-do]");
  if (button) ACTS[/** @type {HTMLElement} */ (button).dataset.do ?? ""]();
});
part("file").addEventListener("change", async ({ target }) => {
  const input = /** @type {HTMLInputElement} */ (target);
  const file = input.files?.[0];
  if (!file) return;
  await read(new Uint8Array(await file.arrayBuffer()), file.name);
  input.value = ""; // the same file can be opened again
});

/** What the reader asked to keep last time. */
function restore() {
  try {
    const kept = localStorage.getItem(KEPT);
    if (!kept) return;
    text = JSON.parse(kept);
    given.value = text?.elements.map(lineOf).join("\n") ?? "";
    show();
    say("这是您上次留下的文字。");
  } catch (error) {
    console.warn(error); // not ours, or of an older page: as if nothing were kept
  }
}

if (inWeChat()) part("wechat").hidden = false;
if (location.protocol === "file:") say("从文件夹里打开时，浏览器不让这一页运行程序。请打开网站上的这一页。");
restore();
whole.dataset.drawn = "";
