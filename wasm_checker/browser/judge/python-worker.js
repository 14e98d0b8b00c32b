// Keeps a worker with Python in it going: one that breaks or falls silent is started once more, then given up.

import { NotRunning, noted } from "../kit/failure.js";
import { firstRuntime } from "../kit/asset-table.js";

const LATE = 5000; // milliseconds

/** @typedef {{progress: (share: number) => void, ready: () => void, failed: (message: string) => void}} Listener */
/** @typedef {{id: number, answer?: any, failed?: string}} Settled */
/** @typedef {{progress: number, total: number}} Progress */
/** @typedef {{id?: undefined, ready?: true, failed: string, kind: string} | Settled & {ready?: undefined}} Word */
/** @typedef {Progress | Word} Message */
/** @typedef {{resolve: (answer: any) => void, reject: (error: Error) => void, method: Method, args: unknown[]}} Waiting */

export class Judge {
  running = false;
  /** @type {URL} */
  #url;
  /** @type {number} */
  #patience;
  /** @type {Listener} */
  #on;
  /** @type {Worker | undefined} */
  #worker;
  #kind = firstRuntime;
  #restarted = false;
  #over = "";
  #asked = 0;
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * `on`: {progress(share), ready(), failed(message)}; `patience`: milliseconds a worker that owes a word may be silent.
   * @param {URL} url @param {number} patience @param {Listener} on
   */
  constructor(url, patience, on) {
    this.#url = url;
    this.#patience = patience;
    this.#on = on;
  }

  start() {
    try {
      this.#worker = new Worker(this.#url, { type: "module", name: this.#kind });
    } catch (error) {
      noted(error);
      this.give(String(error));
      return;
    }
    const mine = this.#worker;
    mine.addEventListener(
      "error",
      (event) => mine === this.#worker && this.#broken(event.message || "没有载入", "download"),
    );
    mine.addEventListener("message", ({ data }) => mine === this.#worker && this.#receive(data));
    for (const [id, { method, args }] of this.#waiting) mine.postMessage({ id, method, args });
    this.#expect();
  }

  /** @param {Message} data */
  #receive(data) {
    this.#expect();
    if ("progress" in data) this.#on.progress(Math.min(1, data.progress / data.total));
    else if (data.ready) this.#ready();
    else if (data.id === undefined) this.#broken(data.failed, data.kind);
    else this.#settle(data);
  }

  #ready() {
    this.running = true;
    this.#expect();
    this.#on.ready();
  }

  /** @param {Settled} data */
  #settle({ id, answer, failed }) {
    const { resolve, reject } = /** @type {Waiting} */ (this.#waiting.get(id));
    this.#waiting.delete(id);
    this.#expect();
    if (failed === undefined) resolve(answer);
    else reject(new Error(failed));
  }

  /** Starts the clock if the worker owes a word. */
  #expect() {
    clearTimeout(this.#timer);
    if (!this.#worker || (this.running && !this.#waiting.size)) return;
    const due = Date.now() + this.#patience;
    this.#timer = setTimeout(() => {
      // Where the clock rings far too late the device has slept, and the worker with it.
      if (Date.now() > due + LATE) this.#expect();
      else this.#broken("没有回应", "silent");
    }, this.#patience);
  }

  /**
   * A runtime that broke is followed by the unmodified one, one that fell silent by another of its kind. A download is not tried
   * again, and what this browser cannot compile, it cannot in the other runtime either.
   * @param {string} message @param {string} kind
   */
  #broken(message, kind) {
    console.warn(`Python: ${kind}: ${message}`);
    this.stop();
    if (kind === "download" || kind === "engine" || this.#restarted) {
      this.give(kind === "engine" ? kind : message);
      return;
    }
    this.#restarted = true;
    if (kind === "fault") this.#kind = "plain";
    this.start();
  }

  stop() {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.running = false;
  }

  /**
   * Gives up, for the reason named: nothing will be answered.
   * @param {string} message
   */
  give(message) {
    clearTimeout(this.#timer);
    this.#over = message;
    for (const { reject } of this.#waiting.values()) reject(new NotRunning(message));
    this.#waiting.clear();
    this.#on.failed(message);
  }

  /**
   * A method of the core's service with its arguments → its answer. It may be asked before Python runs.
   * @param {Method} method @param {unknown[]} args @returns {Promise<any>}
   */
  call(method, args) {
    if (this.#over) return Promise.reject(new NotRunning(this.#over));
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, method, args });
      this.#worker?.postMessage({ id, method, args });
      this.#expect();
    });
  }
}
