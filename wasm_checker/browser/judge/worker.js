// Runs the rule core in Pyodide, away from the page. Messages in: {id, method, args}, a method of the core's service with its
// arguments. Out: {id, answer} or {id, failed}; of the start {progress: bytes, total} and {ready}; and {failed, kind} once nothing
// more will come: kind "download" if a file did not arrive, "engine" if this browser cannot compile the module, "fault" if the runtime
// broke.
import { Downloads } from "./counted-downloads.js";
import { lean, plain } from "./python-service.js";

const LEFT_OUT = "something is needed that the build has left out";
const downloads = new Downloads((progress, total) => self.postMessage({ progress, total }));
// The page names the worker after the runtime it wants.
const starting = self.name === "plain" ? plain(downloads) : lean(downloads);

const over = (/** @type {unknown} */ error) =>
  self.postMessage({ failed: String(error).slice(0, 500), kind: kindOf(error) });

/** @param {unknown} error */
function kindOf(error) {
  if (downloads.failed) return "download";
  return error instanceof WebAssembly.CompileError ? "engine" : "fault";
}

// What breaks inside Pyodide's start rejects a promise nobody holds, and loadPyodide then waits for ever.
self.addEventListener("unhandledrejection", ({ reason }) => over(reason));
starting.then(({ lacks }) => (lacks() ? over(LEFT_OUT) : self.postMessage({ ready: true })), over);
downloads.broken.catch(over);

self.addEventListener("message", async (/** @type {MessageEvent} */ { data: { id, method, args } }) => {
  const { service, lacks } = await starting;
  try {
    const answer = JSON.parse(service[method](...args.map(asText)));
    if (lacks()) over(LEFT_OUT);
    else self.postMessage({ id, answer });
  } catch (error) {
    if (lacks() || isFatal(error)) over(error);
    else self.postMessage({ id, failed: String(error) });
  }
});

/** @param {any} error */
function isFatal(error) {
  return error instanceof WebAssembly.RuntimeError || error?.pyodide_fatal_error;
}

/**
 * The service takes texts: JSON for what is not one already.
 * @param {unknown} value
 */
function asText(value) {
  return typeof value === "string" ? value : JSON.stringify(value);
}
