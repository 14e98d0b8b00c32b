// Says how far the checking program has come, and what still works where it does not run. The line is read out: it says no more than
// that the program starts, that it is ready, or why not. How much has arrived is for the eye.
import { h } from "../kit/dom.js";

const WALKED = "结论已按预先算好的判断图给出";
const STARTS = `${WALKED}；检查程序正在载入，载入后再核对一遍。`;
const READY = "检查程序已就绪，回答随时计入结果，不会离开这台设备。";
/** @type {Record<string, string>} */
const REASONS = {
  webassembly: "这个浏览器不支持 WebAssembly，检查程序不能运行",
  worker: "这个浏览器太旧，检查程序不能运行",
  engine: "这个浏览器太旧，检查程序不能运行",
};
const NOT_LOADED = "检查程序没有载入成功（浏览器太旧，或者网络中断）";
const STILL = "结论仍按预先算好的判断图给出，与检查程序一致；逐步的推理过程看不到。";
const WITHOUT_WORDS =
  "页面的文字没有载入成功。现在只看得到结论；依据、提示、另一读法和下一步看不到，请不要单凭它打算。可以刷新再试。";

export class Status {
  /** @type {CheckerPage} */
  #page;
  /** @type {HTMLElement} */
  #line;
  /** @type {HTMLProgressElement} */
  #bar;
  /** @type {HTMLElement | undefined} */
  #alarm;
  #over = false;

  /**
   * `line`: the element that tells the state; `bar`: the one that shows how much has arrived.
   * @param {CheckerPage} page @param {HTMLElement} line @param {HTMLElement} bar
   */
  constructor(page, line, bar) {
    this.#page = page;
    this.#line = line;
    this.#bar = /** @type {HTMLProgressElement} */ (bar);
    // For macros/check/too-old-notice.js; should it have been too quick to complain, that is taken back.
    page.dataset.followed = "";
    delete page.dataset.failed;
    line.textContent = STARTS;
  }

  /** @param {number} share */
  progress(share) {
    if (this.#over || "ready" in this.#page.dataset) return;
    this.#bar.classList.add("is-loading");
    this.#bar.value = share;
  }

  ready() {
    this.#page.dataset.ready = "";
    this.#end(READY);
  }

  /** Another case is shown: what was said of the one before does not hold of it. */
  asked() {
    delete this.#page.dataset.confirmed;
    this.#alarm?.remove();
  }

  /** Python says the same as what is shown. */
  confirmed() {
    this.#page.dataset.confirmed = "";
    this.#alarm?.remove();
  }

  /** Python was asked about what is shown and could not say; that it does not run at all is said elsewhere. */
  unchecked() {
    if (!this.#over) this.#line.textContent = "结论已按预先算好的判断图给出；这一次检查程序没能核对。";
  }

  /**
   * Counted on the page, for whoever looks after the site.
   * @param {string[]} names @param {number} count
   */
  mismatch(names, count) {
    this.#page.dataset.mismatch = /** @type {any} */ (count);
    this.#alarm ??= h("p", { class: "checker__mismatch", role: "alert" });
    this.#alarm.textContent = `两次计算的结论不一致：${names.join("、")}。这里显示检查程序的结论，请先不要依据它；这是本站的差错，请告诉维护者。`;
    this.#line.after(this.#alarm);
  }

  /**
   * `reason`: why Python does not run.
   * @param {string} reason
   */
  failed(reason) {
    this.#give(`${REASONS[reason] ?? NOT_LOADED}。${STILL}`);
  }

  /** The page's words are missing: there is nothing but the first verdicts. */
  wordless() {
    this.#give(WITHOUT_WORDS);
  }

  /** @param {string} text */
  #give(text) {
    this.#over = true;
    delete this.#page.dataset.ready;
    this.#page.dataset.failed = "";
    this.#end(text);
  }

  /** @param {string} text */
  #end(text) {
    this.#bar.classList.remove("is-loading");
    this.#line.textContent = text;
  }
}
