// Each step of the interview is an entry of the browser's history, so that a phone's Back leads to the question before. An entry holds
// which step it was.
import { noted } from "../kit/failure.js";

/** @typedef {{view: string, at: string, depth: number}} Step */

/** @type {(state: any) => Step | undefined} */
const stepOf = (state) => (state && state.step) || undefined;

export class Trail {
  /**
   * The last of them is the one in view. Those before it are gone back to only where the browser keeps no entries of a page, as some do
   * of one opened from a disk.
   * @type {Step[]}
   */
  #steps = [];
  #kept = true;

  /** @param {(step: Step) => void} show */
  constructor(show) {
    this.show = show;
    window.addEventListener("popstate", ({ state }) => {
      const step = stepOf(state);
      if (step) show(step); // none where only the fragment has changed
    });
  }

  /**
   * What is in view, in place of what was.
   * @param {Omit<Step, "depth">} step
   */
  begin(step) {
    const { depth } = (this.#kept && stepOf(this.#state)) || this.#last;
    this.#steps.pop();
    this.#steps.push({ ...step, depth });
    this.#write("replaceState", this.#last);
  }

  /** @param {Omit<Step, "depth">} step */
  push(step) {
    this.#steps.push({ ...step, depth: this.#last.depth + 1 });
    this.#write("pushState", this.#last);
  }

  /** Whether there is a step before. */
  get deep() {
    return this.#last.depth > 0;
  }

  back() {
    if (this.#kept) {
      history.back();
      return;
    }
    if (this.#steps.length < 2) return;
    this.#steps.pop();
    this.show(this.#last);
  }

  get #last() {
    return this.#steps[this.#steps.length - 1] || { view: "", at: "", depth: 0 };
  }

  get #state() {
    try {
      return history.state;
    } catch (error) {
      noted(error);
      return null;
    }
  }

  /** @param {"pushState" | "replaceState"} how @param {Step} step */
  #write(how, step) {
    if (!this.#kept) return;
    try {
      history[how]({ ...this.#state, step }, ""); // of a page opened from a disk, what keep/tab.js keeps there goes along
    } catch (error) {
      this.#kept = false;
      noted(error);
    }
  }
}

const PATIENCE = 500; // milliseconds; where no answer comes, nothing is to be waited for

/** Promises that the entries of the steps lie ahead, so that who then leaves this page does not come back to it. */
export function rewound() {
  const { depth } = stepOf(history.state) || { depth: 0 };
  if (!depth) return Promise.resolve();
  return new Promise((resolve) => {
    window.addEventListener("popstate", resolve, { once: true });
    setTimeout(resolve, PATIENCE);
    history.go(-depth);
  });
}
