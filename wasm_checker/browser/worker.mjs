// Runs the rule core in Pyodide, away from the page. Messages in: {id, method, args}, a method of the
// core's service with its arguments. Out: {id, answer} or {id, failed}; {progress}, {ready}, {failed} of the start.
import { loadPyodide } from "./pyodide/pyodide.mjs";

const here = new URL("./", import.meta.url);
const file = (name) => new URL(name, here).href;

/** Reports how many bytes of the named files have arrived, by watching the bodies of this worker's own fetches. */
async function watchProgress() {
  const plainFetch = self.fetch.bind(self);
  const sizes = await (await plainFetch(file("sizes.json"))).json();
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  let loaded = 0;
  const counter = () =>
    new TransformStream({
      transform(chunk, controller) {
        loaded += chunk.byteLength;
        self.postMessage({ progress: Math.min(1, loaded / total) });
        controller.enqueue(chunk);
      },
    });
  self.fetch = async (...request) => {
    const response = await plainFetch(...request);
    if (!response.ok || !response.body) return response;
    const { status, statusText, headers } = response;
    return new Response(response.body.pipeThrough(counter()), { status, statusText, headers });
  };
}

async function bytes(name) {
  const response = await self.fetch(file(name));
  if (!response.ok) throw new Error(`${name}: HTTP ${response.status}`);
  return response;
}

async function start() {
  await watchProgress();
  const [python, core, pack] = await Promise.all([
    loadPyodide({ indexURL: file("pyodide/") }),
    bytes("core.zip").then((response) => response.arrayBuffer()),
    bytes("pack.json").then((response) => response.text()),
  ]);
  python.unpackArchive(core, "zip", { extractDir: "/core" });
  python.runPython('import sys; sys.path.insert(0, "/core")');
  return python.pyimport("wasm_checker.core.service").Service(pack);
}

// A download that breaks inside Pyodide rejects a promise nobody holds, and loadPyodide then waits for ever.
self.addEventListener("unhandledrejection", ({ reason }) => self.postMessage({ failed: String(reason) }));

const starting = start();
starting.then(
  () => self.postMessage({ ready: true }),
  (error) => self.postMessage({ failed: String(error) }),
);

self.addEventListener("message", async ({ data: { id, method, args } }) => {
  try {
    const service = await starting;
    self.postMessage({ id, answer: JSON.parse(service[method](...args.map(asText))) });
  } catch (error) {
    self.postMessage({ id, failed: String(error) });
  }
});

/** The service takes texts: JSON for what is not one already. */
function asText(value) {
  return typeof value === "string" ? value : JSON.stringify(value);
}
