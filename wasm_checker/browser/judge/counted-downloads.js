// Fetches the worker's files at once and counts the bytes that arrive.
import { asset, sizeOf } from "../kit/asset-table.js";

export class Downloads {
  failed = false;
  #loaded = 0;
  #total = 0;
  /** @type {(loaded: number, total: number) => void} */
  #report;
  /** @type {((error: unknown) => void) | undefined} */
  #break;

  /**
   * `report(loaded, total)` hears of every piece that arrives.
   * @param {(loaded: number, total: number) => void} report
   */
  constructor(report) {
    this.#report = report;
    this.broken = new Promise((_, reject) => {
      this.#break = reject;
    });
  }

  /**
   * A response whose body is counted. Rejects, and so does `broken`, if it does not arrive whole.
   * @param {string} name
   */
  async get(name) {
    this.#total += sizeOf(name);
    try {
      const response = await fetch(asset(name));
      if (!response.ok) throw new Error(`${name}: HTTP ${response.status}`);
      const { status, statusText, headers } = response;
      return new Response(this.#counted(/** @type {ReadableStream<Uint8Array>} */ (response.body)), {
        status,
        statusText,
        headers,
      });
    } catch (error) {
      throw this.#gaveUp(error);
    }
  }

  /** @param {ReadableStream<Uint8Array>} body */
  #counted(body) {
    const reader = body.getReader();
    return new ReadableStream({
      pull: async (controller) => {
        try {
          const { done, value } = await reader.read();
          if (done) {
            controller.close();
            return;
          }
          this.#loaded += value.byteLength;
          this.#report(this.#loaded, this.#total);
          controller.enqueue(value);
        } catch (error) {
          controller.error(this.#gaveUp(error));
        }
      },
    });
  }

  /** @param {unknown} error */
  #gaveUp(error) {
    this.failed = true;
    this.#break?.(error);
    return error;
  }
}
