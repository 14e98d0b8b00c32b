// Says how far the checking program has come, and what still works where it does not run. The line is read out: it says no more than
// that the program starts, that it is ready, or why not. How much has arrived is for the eye.
import { h } from "../kit/dom.js";

// True before the first answer as well, when there is no verdict yet to check.
const STARTS = "边答边出结论，随后再核对一遍。";
const READY = "结论都会再核对一遍。您填的内容不离开这台设备。";
const UNCHECKED = "结论已经算出，这一次没能再核对。";
/** @type {Record<string, string>} */
const REASONS = {
  // Not only old browsers: some guard against attacks by switching it off.
  webassembly: "这个浏览器太旧，或者设了限制，不能再核对一遍",
  worker: "这个浏览器太旧，不能再核对一遍",
  engine: "这个浏览器太旧，不能再核对一遍",
};
const NOT_LOADED = "没能再核对一遍（网络断了，或者浏览器太旧）";
const MISSERVED = "没能再核对一遍，原因是服务器的设置，见最上面一行";
const STILL = "结论照样给出，用的是同一套规则，只是看不到一步步怎么来的。";
const WITHOUT_WORDS =
  "网页没有载入完整。现在只看得到结论；依据、提示、另一读法和下一步都看不到，先不要只照它办。可以刷新再试。";

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
    if (!this.#over) this.#line.textContent = UNCHECKED;
  }

  /**
   * Counted on the page, for whoever looks after the site.
   * @param {string[]} names @param {number} count
   */
  mismatch(names, count) {
    this.#page.dataset.mismatch = /** @type {any} */ (count);
    this.#alarm ??= h("p", { class: "checker__mismatch", role: "alert" });
    this.#alarm.textContent = `${names.join("、")}：两次算出来不一样，是本站出了错。先不要用这里的结论，请告诉我们。`;
    this.#line.after(this.#alarm);
  }

  /**
   * `reason`: why Python does not run.
   * @param {string} reason
   */
  failed(reason) {
    this.#give(`${REASONS[reason] ?? NOT_LOADED}。${STILL}`);
  }

  /** Python does not run because the server calls its script something else; which file, macros/face/misserved.js has said. */
  misserved() {
    this.#give(`${MISSERVED}。${STILL}`);
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
