// The worker as the page calls it. It starts with the first call, for most who open the page want to read first what it does.
import { asset } from "../kit/asset-table.js";

export class Python {
  /** @type {Worker | undefined} */
  #worker;
  #last = 0;
  /** @type {Map<number, {resolve: (answer: any) => void, reject: (error: Error) => void}>} */
  #waiting = new Map();
  /** @type {(said: {progress?: number, total?: number, ready?: number}) => void} */
  #report;

  /** @param {(said: {progress?: number, total?: number, ready?: number}) => void} report hears of the start */
  constructor(report) {
    this.#report = report;
  }

  /**
   * Promises what the method of yours/page.py answers. Rejects if Python cannot be had, or broke.
   * @param {"read" | "compare" | "table"} method @param {...unknown} args
   * @returns {Promise<any>}
   */
  call(method, ...args) {
    this.#worker ??= this.#start();
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker?.postMessage({ id, method, args });
    });
  }

  #start() {
    const worker = new Worker(asset("worker.js"), { type: "module" });
    worker.addEventListener("message", ({ data }) => this.#heard(data));
    worker.addEventListener("error", (event) => this.#over(event.message || "the worker did not start"));
    return worker;
  }

  /** @param {any} data */
  #heard(data) {
    if (data.id === undefined) {
      if (data.failed) this.#over(data.failed);
      else this.#report(data);
      return;
    }
    const waiting = this.#waiting.get(data.id);
    this.#waiting.delete(data.id);
    if (data.failed) waiting?.reject(new Error(data.failed));
    else waiting?.resolve(data.answer);
  }

  /** The next call starts anew. @param {string} why */
  #over(why) {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(new Error(why));
    this.#waiting.clear();
  }
}
