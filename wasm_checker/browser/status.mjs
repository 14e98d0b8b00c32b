// Says how far the checking program has come, and what still works where it does not run.
import { h } from "./dom.mjs";

const READY = "检查程序已就绪，回答随时计入结果，不会离开这台设备。";
const WALKED = "结论已按预先算好的判断图给出";
const REASONS = {
  webassembly: "这个浏览器不支持 WebAssembly，检查程序不能运行",
  worker: "这个浏览器太旧，检查程序不能运行",
  engine: "这个浏览器太旧，检查程序不能运行",
};
const NOT_LOADED = "检查程序没有载入成功（浏览器太旧，或者网络中断）";
const STILL = "结论仍按预先算好的判断图给出，与检查程序一致；逐步的推理过程看不到。";
const NOTHING = "您填的内容还在；可以换一个浏览器再试，或者打印本页作自查表。";

export class Status {
  #page;
  #line;
  #alarm;
  #walked = false;
  #over = "";

  /** `line`: the element that tells the state. */
  constructor(page, line) {
    this.#page = page;
    this.#line = line;
    // For macros/watch.js; should it have been too quick to complain, that is taken back.
    page.dataset.followed = "";
    delete page.dataset.failed;
  }

  progress(share) {
    if (this.#over || "ready" in this.#page.dataset) return;
    const loaded = `正在载入检查程序：${Math.round(share * 100)}%。`;
    this.#line.textContent = loaded + (this.#walked ? `${WALKED}，载入后再核对一遍。` : "您可以先作答。");
  }

  /** An answer is shown that did not wait for the program. */
  answered() {
    this.#walked = true;
    if (this.#over) this.failed(this.#over);
  }

  ready() {
    this.#page.dataset.ready = "";
    this.#line.textContent = READY;
  }

  /** Python says the same as what is shown. */
  confirmed() {
    this.#page.dataset.confirmed = "";
    this.#alarm?.remove();
  }

  /** Python was asked about what is shown and could not say; that it does not run at all is said elsewhere. */
  unchecked() {
    if (!this.#over) this.#line.textContent = `${WALKED}；这一次检查程序没有核对成。`;
  }

  /** Counted on the page, for whoever looks after the site. */
  mismatch(names, count) {
    this.#page.dataset.mismatch = count;
    this.#alarm ??= h("p", { class: "checker__mismatch", role: "alert" });
    this.#alarm.textContent = `两次计算的结论不一致：${names.join("、")}。这里显示检查程序的结论，请先不要依据它；这是本站的差错，请告诉维护者。`;
    this.#line.after(this.#alarm);
  }

  failed(reason) {
    this.#over = reason;
    delete this.#page.dataset.ready;
    this.#page.dataset.failed = "";
    this.#line.textContent = `${REASONS[reason] ?? NOT_LOADED}。${this.#walked ? STILL : NOTHING}`;
  }
}
