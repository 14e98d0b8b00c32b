// Runs the built core under node, in the runtime as built or as published: facts of all cases in on stdin as a JSON list, the
// service's own words out, a line each call.
// Usage: node pyodide_cases.mjs ASSETS lean|plain
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { startOptions } from "../../wasm_checker/browser/start.mjs";

const assets = resolve(process.argv[2]);
const lean = process.argv[3] === "lean";
const { files } = JSON.parse(await readFile(join(assets, "manifest.json"), "utf-8"));
const path = (name) => join(assets, files[name].path);
const { loadPyodide, version } = await import(pathToFileURL(join(path("plain/"), "pyodide.mjs")));

async function start() {
  if (!lean) return loadPyodide({ indexURL: path("plain/") });
  delete WebAssembly.Suspending;
  const { default: createPyodideModule } = await import(pathToFileURL(path("glue.mjs")));
  return loadPyodide({ ...startOptions(version), createPyodideModule, indexURL: path("plain/"), stdLibURL: path("lib.zip") });
}

const python = await start();
if (!lean) {
  python.unpackArchive(new Uint8Array(await readFile(path("core.zip"))).buffer, "zip", { extractDir: "/core" });
  python.runPython('import sys; sys.path.insert(0, "/core")');
}
const service = python.pyimport("wasm_checker.core.service").Service(await readFile(path("pack.json"), "utf-8"));

let given = "";
for await (const chunk of process.stdin) given += chunk;
for (const [method, ...args] of JSON.parse(given)) process.stdout.write(`${service[method](...args)}\n`);
