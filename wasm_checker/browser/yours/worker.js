// Runs the room `yours` in Pyodide, away from the page 比您那里的. Messages in: {id, method, args}, a call of yours/page.py. Out:
// {id, answer} or {id, failed}; of the start {progress: bytes, total} and {ready: milliseconds}; {failed} once nothing more will come.
import { Downloads } from "../judge/counted-downloads.js";
import { published } from "../judge/python-service.js";

const began = performance.now();
const downloads = new Downloads((progress, total) => self.postMessage({ progress, total }));
const held = downloads.get("held.json").then((response) => response.text());
const starting = published(downloads, "modules.zip").then((python) => ({
  python,
  page: python.pyimport("yours.page"),
}));

// A download that broke says so in whatever words it has: the page tells the reader that it was the network.
const over = (/** @type {unknown} */ error) =>
  self.postMessage({ failed: `${downloads.failed ? "Failed to fetch: " : ""}${String(error).slice(0, 500)}` });
// What breaks inside Pyodide's start rejects a promise nobody holds.
self.addEventListener("unhandledrejection", ({ reason }) => over(reason));
starting.then(() => self.postMessage({ ready: performance.now() - began }), over);
held.catch(over);
downloads.broken.catch(over);

/** @type {Record<string, (python: any, page: any, args: any[]) => string | Promise<string>>} */
const METHODS = {
  read: (python, page, [given, name]) => page.read(typeof given === "string" ? given : python.toPy(given), name),
  compare: async (python, page, [elements, title]) => page.compare(JSON.stringify(elements), await held, title),
  table: (python, page, [result]) => page.table(JSON.stringify(result)),
};

self.addEventListener("message", async (/** @type {MessageEvent} */ { data: { id, method, args } }) => {
  try {
    const { python, page } = await starting;
    self.postMessage({ id, answer: JSON.parse(await METHODS[method](python, page, args)) });
  } catch (error) {
    console.error(error);
    self.postMessage({ id, failed: String(error).slice(-500) });
  }
});
