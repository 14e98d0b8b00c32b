// The page's side of the worker.

export class Engine {
  #worker;
  #asked = 0;
  #waiting = new Map();
  #on;
  #newest = 0;

  /** `on`: {progress(share), ready(), answer(result), failed(message)}. `answer` is called for the newest case only. */
  constructor(url, on) {
    this.#on = on;
    try {
      this.#worker = new Worker(url, { type: "module" });
    } catch (error) {
      on.failed(String(error));
      return;
    }
    this.#worker.addEventListener("error", (event) => on.failed(event.message || "worker"));
    this.#worker.addEventListener("message", ({ data }) => this.#receive(data));
  }

  #receive(data) {
    if ("progress" in data) this.#on.progress(data.progress);
    else if (data.ready) this.#on.ready();
    else if (data.id === undefined) this.#on.failed(data.failed);
    else {
      const { resolve, reject } = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if ("failed" in data) reject(new Error(data.failed));
      else resolve(data.answer);
    }
  }

  /** A method of the core's service (explain, preview, deadlines, ics) → its answer. */
  call(method, ...args) {
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker?.postMessage({ id, method, args });
    });
  }

  /** Judges a case; the answer goes to `on.answer` unless a newer case has been asked meanwhile. */
  ask(facts) {
    const promise = this.call("assess", facts);
    const mine = this.#asked;
    this.#newest = mine;
    promise.then(
      (answer) => mine === this.#newest && this.#on.answer(answer),
      (error) => this.#on.failed(String(error)),
    );
  }
}
