// The page's side of the worker: one question at a time, only the newest answer counts.

export class Engine {
  #worker;
  #asked = 0;
  #on;

  /** `on`: {progress(share), ready(), answer(result), failed(message)}. */
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
    else if (data.failed) this.#on.failed(data.failed);
    else if (data.id === this.#asked) this.#on.answer(data.answer);
  }

  ask(facts) {
    this.#asked += 1;
    this.#worker?.postMessage({ id: this.#asked, facts });
  }
}
