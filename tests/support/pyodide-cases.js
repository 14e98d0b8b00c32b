// Runs the built core under node, in the runtime as built or as published: calls of the service in on stdin as a JSON list, the
// service's own words out, a line each call. It fails if a function is wanted that the build has left out.
// Usage: node pyodide-cases.js ASSETS lean|plain
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { start } from "../../wasm_checker/runtime/start-in-node.js";

const PYODIDE = fileURLToPath(new URL("../../node_modules/pyodide", import.meta.url));
const assets = resolve(process.argv[2]);
const { files } = JSON.parse(await readFile(join(assets, "manifest.json"), "utf-8"));
const path = (/** @type {string} */ name) => join(assets, files[name].path);

async function lean() {
  const { python, exports } = await start(PYODIDE, await readFile(path("python.wasm")), null, path("glue.js"));
  return { python, missing: exports.missing };
}

async function plain() {
  const published = (/** @type {string} */ name) => import(pathToFileURL(join(path("plain/"), name)).href);
  const { loadPyodide } = await published("pyodide.js");
  const { default: createPyodideModule } = await published("pyodide.asm.js");
  const python = await loadPyodide({ indexURL: path("plain/"), createPyodideModule });
  python.unpackArchive(new Uint8Array(await readFile(path("core.zip"))).buffer, "zip", { extractDir: "/core" });
  python.runPython('import sys; sys.path.insert(0, "/core")');
  return { python, missing: { value: 0 } };
}

const { python, missing } = await { lean, plain }[/** @type {"lean" | "plain"} */ (process.argv[3])]();
const service = python.pyimport("wasm_checker.core.service").Service(await readFile(path("pack.json"), "utf-8"));

let given = "";
for await (const chunk of process.stdin) given += chunk;
for (const [method, ...args] of JSON.parse(given)) {
  const said = service[method](...args);
  if (missing.value) throw new Error(`${method} wants function ${missing.value - 1}, which the build has left out`);
  process.stdout.write(`${said}\n`);
}
