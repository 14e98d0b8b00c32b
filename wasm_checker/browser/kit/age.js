// Whether the rules of this page may be old: said above the verdicts, and in what is taken along. The service worker marks a page that
// it had to take from its cache, and the build the single file, which cannot know. The script stands in the page itself, so that the
// first verdict does not stand without it; other scripts ask the page.
import { noted } from "./failure.js";
const KEPT = {
  device: "没有连上本站，用的是这台设备上次存的规则",
  file: "用的是离线版，规则存在文件里",
};
const NEWER = "本站更新了，这里用的规则";
const RENEW = "刷新就换成新的。您的回答还在，除非两小时没有动过；写进草稿的字不留。";
const LOSES = "刷新就换成新的；要留回答，先存下来。";
const EDITION = / data-edition="([^"]+)"/;

/** Follows a page whose rules are of this version of the data. */
export class Age {
  /** @type {CheckerPage} */
  #page;
  /** @type {string} */
  #version;

  /** @param {CheckerPage} page @param {string} version */
  constructor(page, version) {
    this.#page = page;
    this.#version = version.slice(0, 12);
    const { kept } = page.dataset;
    if (kept) {
      this.#say(KEPT[/** @type {keyof typeof KEPT} */ (kept)], "，不一定是最新的。");
    }
    if (kept === "device") this.#compare();
    page.addEventListener("renewed", () => this.#compare());
  }

  /** With the page that the site has now, whichever worker or cache has answered this one. */
  async #compare() {
    const newest = await edition().catch((error) => (noted(error), ""));
    // As soon as there is a network again.
    if (!newest) window.addEventListener("online", () => this.#compare(), { once: true });
    else if (newest === this.#page.dataset.edition) this.#say("", "");
    else this.#say(NEWER, "可能不是最新的。", "keeps" in this.#page.dataset ? RENEW : LOSES);
  }

  /**
   * Papers name the version as well, between `rules` and `doubt`; `advice` is for whoever sits before the page, and not taken along.
   * @param {string} rules @param {string} doubt
   */
  #say(rules, doubt, advice = "") {
    const text = rules + doubt;
    this.#page.dataset.age = text && `${rules}（数据版本 ${this.#version}）${doubt}`;
    this.#page.toggleAttribute("data-newer", Boolean(advice));
    for (const line of this.#page.querySelectorAll("[data-role=age]")) line.textContent = text + advice;
  }
}

/** Which edition of the page the site has now. Past the browser's own cache, where a page that is loaded meanwhile would wait for it. */
async function edition() {
  const response = await fetch(new URL("./", document.baseURI), { cache: "no-store" });
  return response.ok ? /** @type {RegExpExecArray} */ (EDITION.exec(await response.text()))[1] : "";
}

/** What a paper must say of the rules it was made by, "" where nothing newer is known. */
export function ageOnPaper() {
  const text = /** @type {CheckerPage | null} */ (document.querySelector("[data-checker]"))?.dataset.age;
  return text ? `生成时${text}` : "";
}
