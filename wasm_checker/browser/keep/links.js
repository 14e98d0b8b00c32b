// Links with answers, whether the page was opened with one or one was pasted into it. The address forgets them at once; answers that
// are there already are replaced when a button says so, not before.
import { because } from "../kit/failure.js";
import { canonical, CaseError } from "./casefile.js";
import { h } from "../kit/dom.js";
import { isLink, readLink } from "./share.js";

const OPENED = "已按链接填好回答，地址栏里的回答已经拿掉。";
const UNREAD = "链接里的回答没有读出来：网页没有载入完整。地址栏里的回答已经拿掉；请检查网络，再打开一次收到的链接。";

/** @typedef {Record<string, () => void>} Choices what each button does, by its text */
/** @typedef {(lines: Line[], choices?: Choices) => void} Tell */
/**
 * @typedef {{words: Data.Words, state: () => CaseState, restore: (read: NotedCase) => Line[],
 *   since: (read: NotedCase) => Line[], say: (...lines: Line[]) => void, tell: Tell}} Host
 */

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
      this.#offer(/** @type {NotedCase} */ (await readLink(hash, /** @type {Host} */ (this.#host).words)), tell);
    } catch (error) {
      tell([
        error instanceof CaseError ? error.message : `链接里的回答读不出来，现有的回答没有变：${because(error)}。`,
      ]);
    }
  }

  /** @param {NotedCase} read @param {Tell} tell */
  #offer(read, tell) {
    const { state, restore, since, say } = /** @type {Host} */ (this.#host);
    const take = () => {
      const lines = [OPENED, ...restore(read)];
      say(...lines);
      return lines.map(again);
    };
    const mine = state();
    if (same(mine, read)) tell(["链接里的回答与现有的相同，没有改动。", ...read.notes, ...since(read)]);
    else if (count(mine)) this.#ask(read, count(mine), take);
    else tell(take());
  }

  /** @param {NotedCase} read @param {number} mine @param {() => void} take */
  #ask(read, mine, take) {
    const { say, tell } = /** @type {Host} */ (this.#host);
    const question = `链接里有 ${count(read)} 项回答，与现有的 ${mine} 项不同。现有的还没有变；换成链接里的以后就找不回来了，要留就先点“保留现有的回答”，保存为文件以后再打开链接。`;
    tell([question, ...read.notes], {
      保留现有的回答: () => say("没有打开链接，现有的回答没有变。"),
      换成链接里的回答: take,
    });
  }
}

/**
 * How much has been answered and chosen; some answers, such as 不清楚, fill no fact.
 * @param {ReadCase} given
 */
function count({ facts, choices = {}, place, further = [] }) {
  return Object.keys(facts).length + Number(Boolean(place)) + further.length || Object.keys(choices).length;
}

/**
 * Whether opening the one where the other stands would change nothing. What a link of old does not name is kept.
 * @param {CaseState} mine @param {NotedCase} read
 */
function same(mine, { facts, place, choices = {}, further = mine.further }) {
  return (
    canonical([mine.facts, mine.choices ?? {}, mine.place, mine.further]) ===
    canonical([facts, choices, place, further])
  );
}

/**
 * An element stands in one place only.
 * @param {Line} line
 */
function again(line) {
  return line instanceof HTMLElement ? /** @type {HTMLElement} */ (line.cloneNode(true)) : line;
}

/**
 * Shows a box above the page, wherever it is scrolled to, in place of the one before; `choices`: {text: what its button does}.
 * @param {Element} home @returns {Tell}
 */
export function teller(home) {
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
      { class: "keep__box", "data-role": "link-box", "aria-label": "链接里的回答" },
      lines.filter(Boolean).map((line) => h("p", {}, line)),
      h("p", { class: "steps__action" }, buttons),
    );
    box = mine;
    home.append(mine);
    if (mine.showModal) mine.showModal();
    else mine.setAttribute("open", ""); // browsers from before 2022
  };
}
