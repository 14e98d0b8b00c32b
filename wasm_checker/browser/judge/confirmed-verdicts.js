// The page's side of judging: the precompiled diagrams answer at once, the rule core in Python confirms as soon as it runs.
import { noted } from "../kit/failure.js";
import { asset } from "../kit/asset-table.js";
import { Judge } from "./python-worker.js";

const PATIENCE = 30_000; // milliseconds without a word from a worker that owes one

// What Python's module is written with, at its smallest: a type, a table of JavaScript's objects (a browser of 2021), an exception's tag.
const NEEDED = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 4, 4, 1, 0x6f, 0, 0, 13, 3, 1, 0, 0];

/**
 * Why Python cannot run here, or "": learnt before its megabytes are fetched.
 * @param {any} scope
 */
export function lacking(scope = globalThis) {
  if (typeof scope.WebAssembly?.compileStreaming !== "function") return "webassembly";
  if (!scope.WebAssembly.validate(new Uint8Array(NEEDED))) return "engine";
  let modules = false;
  const options = {
    get type() {
      modules = true; // only a browser that knows module workers looks
      return "module";
    },
  };
  try {
    new scope.Worker("http://[", options).terminate(); // no address: it is refused after the options are read
  } catch {
    // not logged: refused in every browser, which is what is asked
  }
  return modules ? "" : "worker";
}

/**
 * @typedef {object} Listener
 * @property {(share: number) => void} progress
 * @property {() => void} ready
 * @property {() => void} asked
 * @property {(answer: Answer) => void} answer
 * @property {() => void} confirmed
 * @property {() => void} unchecked
 * @property {(rules: string[], count: number) => void} mismatch
 * @property {(reason: string) => void} failed
 */

export class Engine {
  /** @type {Partial<Listener>} */
  #on = {};
  /** @type {Map<keyof Listener, any[]>} */
  #said = new Map();
  /** @type {Walk} */
  #walk;
  /** @type {Answer | undefined} */
  #walked;
  /** @type {Judge} */
  #judge;
  /** @type {Facts | null} */
  #facts = null;
  #round = 0;
  #mismatches = 0;

  /**
   * `walk(facts)`: the compiled rules' answer. The worker starts loading.
   * @param {Walk} walk
   */
  constructor(walk) {
    this.#walk = walk;
    this.#judge = new Judge(asset("worker.js"), PATIENCE, {
      progress: (share) => this.#tell("progress", share),
      ready: () => {
        this.#tell("ready");
        this.#confirm();
      },
      failed: (message) => this.#tell("failed", message),
    });
    const missing = lacking();
    if (missing) this.#judge.give(missing);
    else this.#judge.start();
  }

  /**
   * `on`: {progress(share), ready(), asked(), answer(result), confirmed(), unchecked(), mismatch(rules, count), failed(message)}. What has
   * been said before is said again. All speak of the newest case only: `asked` before anything is known of it; `answer`, and once more
   * if Python judges it otherwise than the diagrams; `confirmed` if it judges alike, `unchecked` if it could not judge it.
   * @param {Partial<Listener>} on
   */
  listen(on) {
    this.#on = on;
    for (const [name, values] of this.#said) /** @type {any} */ (on)[name]?.(...values);
  }

  /** @param {keyof Listener} name @param {...any} values */
  #tell(name, ...values) {
    if (name !== "progress") this.#said.set(name, values);
    /** @type {any} */ (this.#on)[name]?.(...values);
  }

  /**
   * A method of the core's service (explain, deadlines, ics) → its answer; rejects if Python does not run.
   * @type {Call}
   */
  call(method, ...args) {
    return this.#judge.call(method, args);
  }

  /** Ends Python for good; the diagrams go on answering. */
  stop() {
    this.#judge.stop();
  }

  /**
   * Judges a case.
   * @param {Facts} facts
   */
  ask(facts) {
    this.#facts = facts;
    this.#round += 1;
    for (const name of /** @type {const} */ (["confirmed", "unchecked", "mismatch"])) this.#said.delete(name);
    this.#tell("asked");
    this.#walked = this.#walk(facts);
    this.#tell("answer", this.#walked);
    this.#confirm();
  }

  /** Asks Python about the newest case. While it does not run, nothing need be asked: it will be then. */
  #confirm() {
    if (!this.#judge.running || !this.#facts) return;
    const mine = this.#round;
    this.#judge.call("assess", [this.#facts]).then(
      (judged) => mine === this.#round && this.#compare(judged),
      (error) => {
        noted(error);
        if (mine === this.#round) this.#tell("unchecked");
      },
    );
  }

  /** @param {Answer} judged */
  #compare(judged) {
    const differing = differences(/** @type {Answer} */ (this.#walked), judged);
    if (!differing.length) {
      this.#tell("confirmed");
      return;
    }
    this.#tell("answer", judged);
    this.#mismatches += 1;
    this.#tell("mismatch", differing, this.#mismatches);
  }
}

/**
 * The rules on which two answers differ; [""] if they differ elsewhere.
 * @param {Answer} walked @param {Answer} judged
 */
export function differences(walked, judged) {
  const same = (/** @type {unknown} */ one, /** @type {unknown} */ other) =>
    JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
  const [ones, others] = [walked.verdicts ?? {}, judged.verdicts ?? {}];
  const rules = [...new Set([...Object.keys(ones), ...Object.keys(others)])].filter(
    (rule) => !same(ones[rule], others[rule]),
  );
  const rest = (/** @type {Answer} */ { error = "", contradictions = [] }) => ({ error, contradictions });
  return rules.length || same(rest(walked), rest(judged)) ? rules : [""];
}

/**
 * With the keys of every mapping in one order.
 * @param {any} value @returns {unknown}
 */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((name) => [name, sorted(value[name])]),
  );
}

/** @param {string} name @returns {Promise<any>} */
export async function fetchJson(name) {
  const response = await fetch(asset(name));
  if (!response.ok) throw new Error(`${name}: HTTP ${response.status}`);
  return response.json();
}
