// Starts Pyodide, as the site ships it or as it was published, and in it the core's service. Both promise {service, lacks()}: whether
// something was wanted that the build has left out, in which case nothing said since can be relied on.
import { loadPyodide, version } from "pyodide";
import { info } from "pyodide/pyodide-lock.json";

import { asset } from "../kit/asset-table.js";
import { awakeOptions } from "./start-pyodide.js";

const SERVICE = "wasm_checker.core.service";
const OWN = ["plain/pyodide.asm.wasm", "plain/python_stdlib.zip", "plain/pyodide-lock.json"];

/**
 * The lean runtime: Python lies awake in the module's memory, the core with it; the module is compiled as it arrives.
 * @param {import("./counted-downloads.js").Downloads} downloads
 */
export async function lean(downloads) {
  const module = compiled(downloads.get("python.wasm"));
  const pack = downloads.get("pack.json").then((response) => response.text());
  const glue = import(/** @type {any} */ (asset("glue.js")));
  module.catch(() => {}); // told by `downloads`, or when it is asked for below
  pack.catch(() => {});

  // Browsers differ in this; without it all run what the build has tried.
  delete (/** @type {any} */ (WebAssembly).Suspending);
  delete (/** @type {any} */ (WebAssembly).Suspender);
  // Pyodide asks for two files by addresses of its own: the module, which is on its way, and the library, which Python has read.
  const fetched = self.fetch;
  self.fetch = async () => new Response();
  /** @type {WebAssembly.Global} */
  let missing;
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const ready = await module;
    const instance = await WebAssembly.instantiate(ready, imports);
    missing = /** @type {WebAssembly.Global} */ (instance.exports.missing);
    return { module: ready, instance };
  };
  const { default: create } = await glue;
  await module;
  const options = /** @type {any} */ (awakeOptions({ ...info, version }, create)); // some are not documented
  const python = await loadPyodide({ ...options, indexURL: asset("plain/").href });
  self.fetch = fetched;
  return { service: python.pyimport(SERVICE).Service(await pack), lacks: () => missing.value !== 0 };
}

/**
 * As it arrives; from a server that does not call it what it is, once it has. What is a page in its place is refused as before.
 * @param {Promise<Response>} arriving
 */
async function compiled(arriving) {
  const response = await arriving;
  const type = response.headers.get("Content-Type") ?? "";
  if (/^(application\/wasm|text\/html.*)$/i.test(type)) return WebAssembly.compileStreaming(response);
  console.warn(
    `the server sends .wasm as ${type || "nothing"}, not as application/wasm: Python starts later than it could`,
  );
  return WebAssembly.compile(await response.arrayBuffer());
}

/**
 * The runtime as it was published, with the core unpacked into it: slower by far, and short of nothing.
 * @param {import("./counted-downloads.js").Downloads} downloads
 */
export async function plain(downloads) {
  const pack = downloads.get("pack.json").then((response) => response.text());
  pack.catch(() => {}); // told by `downloads`, or when it is asked for
  const python = await published(downloads, "core.zip");
  return { service: python.pyimport(SERVICE).Service(await pack), lacks: () => false };
}

/**
 * The runtime as it was published, with an archive of modules unpacked where Python looks for them.
 * @param {import("./counted-downloads.js").Downloads} downloads @param {string} archive
 */
export async function published(downloads, archive) {
  const modules = downloads.get(archive).then((response) => response.arrayBuffer());
  // What Pyodide asks for by itself is counted like the rest: over a slow line the worker would else be taken for dead.
  const own = new Map(OWN.map((name) => [asset(name).href, downloads.get(name)]));
  for (const arriving of [modules, ...own.values()]) arriving.catch(() => {}); // told by `downloads`, or when it is asked for
  const fetched = self.fetch;
  self.fetch = async (address, options) => {
    const arriving = own.get(String(address));
    own.delete(String(address)); // a body is read once
    return arriving ?? fetched(address, options);
  };
  // A module that is imported cannot be counted; it then comes from the browser's cache.
  await (await downloads.get("plain/pyodide.asm.js")).arrayBuffer();
  const { default: createPyodideModule } = await import(/** @type {any} */ (asset("plain/pyodide.asm.js")));
  const python = await loadPyodide({ indexURL: asset("plain/").href, createPyodideModule });
  self.fetch = fetched;
  python.unpackArchive(await modules, "zip", { extractDir: "/modules" });
  python.runPython('import sys; sys.path.insert(0, "/modules")');
  return python;
}
