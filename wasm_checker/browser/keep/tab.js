// Keeps the answers for the life of the tab: a reload, 后退, a clause that was looked up and the way back lose nothing. See ADR 11.
import { isView } from "./casefile.js";
import { count } from "./offer.js";
import { queued } from "../kit/yield.js";

const KEY = "rongcuo-answers";
const LIFE = 2 * 60 * 60 * 1000; // milliseconds: of a computer that others use as well

export const KEPT =
  "回答只留在这个标签页里：刷新、后退，看了条文再回来，都还在。关掉标签页，或者点“一键清除并离开”，就没有了；两小时没有动，再刷新也没有了。用公用的电脑，走以前点“一键清除并离开”：关掉的标签页，有的浏览器能再打开。写进草稿的文字不留。";
export const NOT_KEPT =
  "这个浏览器不让网页暂存回答：刷新、后退，或者点开别的网页，回答就没有了。要留，先用上面的按钮存下来。";

/** @typedef {{read: () => string | null, write: (text: string) => void, drop: () => void}} Shelf */
/**
 * `at`: when; `open`: the question that stood there alone, or ""; `view`: what the page showed; `y`: how far it was scrolled.
 * @typedef {ReadCase & {at: number, open: string, view?: string, y: number}} Kept
 */

/**
 * Where a tab can keep a text: sessionStorage, which no other tab and no worker sees. Some browsers hand it to every file that is
 * opened in the tab after this one; so a file keeps its text in its entries of the history, which only the file itself reads, and in
 * sessionStorage the pad without which they are noise. Each time the pad is new: what an entry before holds can be read no more.
 * Throws where the browser forbids it.
 * @param {{protocol: string}} address @returns {Shelf}
 */
function shelf({ protocol }) {
  const storage = window.sessionStorage;
  storage.setItem(`${KEY}-?`, "");
  storage.removeItem(`${KEY}-?`);
  const drop = () => storage.removeItem(KEY);
  if (protocol !== "file:") {
    return { read: () => storage.getItem(KEY), write: (text) => storage.setItem(KEY, text), drop };
  }
  return {
    read: () => {
      const { noise = [] } = history.state || {};
      const pad = JSON.parse(storage.getItem(KEY) || "[]");
      return noise.length && noise.length === pad.length ? String.fromCharCode(...combined(noise, pad)) : null;
    },
    write: (text) => {
      const pad = [...crypto.getRandomValues(new Uint16Array(text.length))];
      const codes = pad.map((_, at) => text.charCodeAt(at));
      storage.setItem(KEY, JSON.stringify(pad));
      history.replaceState({ ...history.state, noise: combined(codes, pad) }, "");
    },
    drop: () => {
      drop();
      const { step } = history.state || {};
      history.replaceState(step ? { step } : null, "");
    },
  };
}

/** @param {number[]} codes @param {number[]} pad */
const combined = (codes, pad) => codes.map((code, at) => code ^ pad[at]);

/**
 * What was kept, if it is whole and not too old.
 * @param {string | null} text @param {number} now @returns {Kept | null}
 */
function parsed(text, now) {
  if (!text) return null;
  try {
    const kept = JSON.parse(text);
    const facts = kept.facts && typeof kept.facts === "object";
    return facts && isView(kept) && now - kept.at < LIFE && now >= kept.at ? kept : null;
  } catch (error) {
    console.warn(error); // another page's
    return null;
  }
}

/**
 * What was kept, and beside it what was answered before this script came, which counts where both say something.
 * @param {Kept} kept @param {CaseState} now @returns {Kept}
 */
function joined(kept, now) {
  if (!count(now)) return kept;
  return {
    ...kept,
    facts: { ...kept.facts, ...now.facts },
    choices: { ...kept.choices, ...now.choices },
    place: now.place || kept.place,
  };
}

/** Follows a questionnaire: keeps its answers, and gives them back to it at once where it is still empty. */
export class TabAnswers {
  /** @type {Shelf | null} */
  #shelf = null;
  /** @type {string | null} */
  #written = null;
  #stopped = false;
  /** What was answered and which question stood there when somebody last did something, and when that was. */
  #moved = { what: "", at: 0 };
  /** Where the page was scrolled to when it was left, and where opening a question has left it. @type {[number, number] | null} */
  #scrolled = null;
  #now;

  /** @param {import("../form/questionnaire.js").Questionnaire} asked @param {() => number} now */
  constructor(asked, now = Date.now) {
    this.asked = asked;
    this.#now = now;
    try {
      this.#shelf = shelf(location);
    } catch (error) {
      console.warn(error); // forbidden: told on the page
    }
    if (this.#shelf) {
      asked.page.dataset.keeps = ""; // kit/age.js asks the person to reload
      this.#restore(this.#shelf);
    }
    asked.page.addEventListener("judged", () => this.#write());
    // The question that stands there is new without an answer; of a file each entry of the history has its own, and is closed by then.
    if (location.protocol === "file:") {
      window.addEventListener("popstate", () => count(asked.state) && this.#write());
      asked.page.addEventListener("viewed", () => count(asked.state) && this.#write());
    } else window.addEventListener("pagehide", () => this.#write());
    window.addEventListener("pageshow", ({ persisted }) => {
      if (!persisted) return;
      this.#follow();
      queued().then(() => this.#follow()); // WebKit empties the fields in a turn of its own
    });
  }

  /** What is kept, and for how long. */
  get said() {
    return this.#shelf ? KEPT : NOT_KEPT;
  }

  /** Nothing is kept any more, and nothing will be. */
  stop() {
    this.#stopped = true;
    this.#drop();
  }

  /** @param {Shelf} from */
  #restore(from) {
    const { asked } = this;
    const text = from.read();
    const kept = parsed(text, this.#now());
    if (!kept) {
      if (text) this.#drop();
      return;
    }
    this.#written = text;
    const left = asked.apply(joined(kept, asked.state));
    if (left.length) {
      asked.role("opened").textContent = `网页换了新版本，有 ${left.length} 项没能放回去，请重新看一遍。`;
    }
    asked.interview.restore(kept);
    this.#moved = { what: this.#what(), at: kept.at };
    const [{ type = "" } = {}] = /** @type {PerformanceNavigationTiming[]} */ (
      performance.getEntriesByType("navigation")
    );
    if (["reload", "back_forward"].includes(type)) this.#scrolled = [kept.y, scrollY];
  }

  /** With everything drawn, the page stands where it was left, unless it was scrolled since. */
  settle() {
    if (!this.#scrolled) return;
    const [left, found] = this.#scrolled;
    this.#scrolled = null;
    if (Math.abs(scrollY - found) < 2) scrollTo({ top: left, behavior: "instant" });
  }

  /** A page that 后退 brought back as it was: another of the tab may have cleared the answers since, or given others. */
  #follow() {
    if (!this.#shelf || this.#stopped) return;
    const text = this.#shelf.read();
    const kept = parsed(text, this.#now());
    if (!kept && this.#written) this.asked.form.reset();
    else if (kept && (text !== this.#written || this.#emptied(kept))) this.asked.apply(kept);
  }

  /**
   * Whether the fields say other than what is kept, with no event to tell of it: of a page that it brings back as it was, WebKit empties
   * those with autocomplete="off".
   * @param {Kept} kept
   */
  #emptied({ facts, choices, place, further }) {
    const { said, state } = this.asked;
    const now = [said, state.choices, state.place, state.further];
    return JSON.stringify(now) !== JSON.stringify([facts, choices, place, further]);
  }

  #write() {
    if (!this.#shelf || this.#stopped) return;
    if (!count(this.asked.state)) {
      this.#drop();
      return;
    }
    const what = this.#what();
    if (what !== this.#moved.what) this.#moved = { what, at: this.#now() };
    const { view } = this.asked.page.dataset;
    const y = this.#scrolled ? this.#scrolled[0] : scrollY;
    const text = JSON.stringify({ ...JSON.parse(what), at: this.#moved.at, view, y });
    try {
      this.#shelf.write(text);
      this.#written = text;
    } catch (error) {
      console.warn(error); // full, or asked too often; the next answer tries again
    }
  }

  #what() {
    const { facts, choices, place, further } = this.asked.state;
    return JSON.stringify({ facts, choices, place, further, open: this.#open() });
  }

  #drop() {
    this.#written = null;
    if (this.#shelf && this.#shelf.read() !== null) this.#shelf.drop();
  }

  /** The question that stands there alone. */
  #open() {
    const shown = [...this.asked.form.querySelectorAll("fieldset.question")].filter((question) => !question.hidden);
    return shown.length === 1 ? shown[0].id : "";
  }
}
