// Starts Pyodide under node as the page's worker does, with a module, a library and a glue of one's choice.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { awakeOptions, startOptions } from "../browser/judge/start-pyodide.js";
import { isMark } from "./wasm.js";

// Browsers differ in this; the worker takes it away as well, so that all run the same.
delete (/** @type {any} */ (WebAssembly).Suspending);
delete (/** @type {any} */ (WebAssembly).Suspender);
const EMPTY = "/dev/null";
const instantiate = /** @type {any} */ (WebAssembly.instantiate);

/**
 * The npm package's module, as published.
 * @type {(pyodide: string) => Promise<Buffer<ArrayBuffer>>}
 */
export const published = (pyodide) => readFile(join(pyodide, "pyodide.asm.wasm"));

/**
 * {python, exports}: Pyodide, and what its module exports.
 * `stdLibURL`: its library; without one, Python lies awake in the module. `glue`: its file, if not the one published
 * @param {string} pyodide
 * @param {Uint8Array} wasm
 * @param {string | null} stdLibURL
 * @param {string} glue
 */
export async function start(pyodide, wasm, stdLibURL, glue = join(pyodide, "pyodide.asm.mjs")) {
  const { loadPyodide, version } = await import(pathToFileURL(join(pyodide, "pyodide.mjs")).href);
  const lock = JSON.parse(await readFile(join(pyodide, "pyodide-lock.json"), "utf-8"));
  const info = { ...lock.info, version };
  const { length } = await published(pyodide);
  /** @type {any} */
  let exports;
  /** @type {any} */ (WebAssembly).instantiate = async (/** @type {any} */ source, /** @type {any} */ imports) => {
    if (source.length !== length) return instantiate.call(WebAssembly, source, imports);
    const { module, instance } = await instantiate.call(WebAssembly, wasm, imports);
    exports = instance.exports;
    return {
      module,
      instance: { exports: Object.fromEntries(Object.entries(exports).filter(([name]) => !isMark(name))) },
    };
  };
  const { default: create } = await import(pathToFileURL(glue).href);
  const options = stdLibURL
    ? { stdLibURL, createPyodideModule: create, ...startOptions(info) }
    : { stdLibURL: EMPTY, ...awakeOptions(info, create) };
  const python = await loadPyodide({ indexURL: `${pyodide}/`, ...options });
  python.setStdout({ batched: () => {} });
  python.setStderr({ batched: () => {} });
  return { python, exports };
}
