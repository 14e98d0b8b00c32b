// Links with answers, whether the page was opened with one or one was pasted into it. The address forgets them at once; answers that
// are there already are replaced when a button says so, not before.
import { because } from "../kit/failure.js";
import { CaseError } from "./casefile.js";
import { h } from "../kit/dom.js";
import { offer } from "./offer.js";
import { isLink, readLink } from "./share.js";

const OPENED = "已按链接填好回答，地址栏里的回答已经拿掉。";
const UNREAD = "链接里的回答没有读出来：网页没有载入完整。地址栏里的回答已经拿掉；请检查网络，再打开一次收到的链接。";

/** @typedef {import("./offer.js").Tell} Tell */
/** @typedef {import("./offer.js").Receiver & {words: Data.Words}} Host */

export class Links {
  /** @type {HTMLElement} */
  #place;
  /** @type {{hash: string, pasted: boolean} | null} */
  #waiting = null;
  /** @type {Host | null} */
  #host = null;
  #failed = false;

  /**
   * `place`: where it is told what became of the link that the page was opened with.
   * @param {HTMLElement} place
   */
  constructor(place) {
    this.#place = place;
    // A link that is pasted while the page is open changes only the fragment.
    window.addEventListener("hashchange", () => this.#take(true));
    this.#take(false);
  }

  /**
   * From now on links are read, one that has come already first. `restore(read)`: fills the form and returns what is to be said of it;
   * `since(read)`: what is judged otherwise than when it was made; `say(...lines)` beside the buttons; `tell(lines, choices)` in a box above the page.
   * @param {Host} host
   */
  use(host) {
    this.#host = host;
    return this.#follow();
  }

  /** The words will not come, without which no link is read. */
  fail() {
    this.#failed = true;
    this.#follow();
  }

  /** @param {boolean} pasted */
  #take(pasted) {
    const { hash } = location;
    if (!isLink(hash)) return;
    history.replaceState(history.state, "", location.pathname + location.search);
    this.#waiting = { hash, pasted };
    this.#follow();
  }

  async #follow() {
    if (!this.#waiting || !(this.#host || this.#failed)) return;
    const { hash, pasted } = this.#waiting;
    this.#waiting = null;
    /** @type {Tell} */
    const quietly = (lines) => this.#place.replaceChildren(...lines.filter(Boolean).map((line) => h("p", {}, line)));
    if (this.#failed) {
      quietly([UNREAD]);
      return;
    }
    const tell = pasted ? /** @type {Host} */ (this.#host).tell : quietly;
    try {
      const host = /** @type {Host} */ (this.#host);
      const read = /** @type {NotedCase} */ (await readLink(hash, host.words));
      offer(host, read, { source: "链接", opened: OPENED, told: tell });
    } catch (error) {
      tell([
        error instanceof CaseError ? error.message : `链接里的回答读不出来，现有的回答没有变：${because(error)}。`,
      ]);
    }
  }
}

/**
 * Shows a box above the page, wherever it is scrolled to, in place of the one before; `choices`: {text: what its button does}.
 * `label`: what the box is called.
 * @param {Element} home @param {string} label @returns {Tell}
 */
export function teller(home, label = "链接里的回答") {
  /** @type {Element | undefined} */
  let box;
  return (lines, choices = { 知道了: () => {} }) => {
    box?.remove();
    const buttons = Object.entries(choices).map(([text, work]) => {
      const button = h("button", { type: "button" }, text);
      button.addEventListener("click", () => {
        mine.remove();
        work();
      });
      return button;
    });
    const mine = h(
      "dialog",
      { class: "keep__box", "data-role": "link-box", "aria-label": label },
      lines.filter(Boolean).map((line) => h("p", {}, line)),
      h("p", { class: "steps__action" }, buttons),
    );
    box = mine;
    home.append(mine);
    if (mine.showModal) mine.showModal();
    else mine.setAttribute("open", ""); // browsers from before 2022
  };
}
