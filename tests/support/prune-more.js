// Writes a module that can start the core and assess a case, but has nothing of what only an explanation needs.
// Usage: node prune-more.js ASSETS OUT
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { start } from "../../wasm_checker/runtime/start-in-node.js";
import { called, pruned, watched } from "../../wasm_checker/runtime/wasm.js";

const PYODIDE = fileURLToPath(new URL("../../node_modules/pyodide", import.meta.url));
const assets = resolve(process.argv[2]);
const { files } = JSON.parse(await readFile(join(assets, "manifest.json"), "utf-8"));
const path = (/** @type {string} */ name) => join(assets, files[name].path);
const whole = await readFile(path("python.wasm"));
const { python, exports } = await start(PYODIDE, watched(whole), null, path("glue.js"));
const service = python.pyimport("wasm_checker.core.service").Service(await readFile(path("pack.json"), "utf-8"));
for (const facts of ["{}", '{"private_gain": true}']) service.assess(facts);
const judging = called(exports);
service.explain('{"private_gain": true}', "shangzhou");
const explaining = new Set([...called(exports)].filter((place) => !judging.has(place)));
if (!explaining.size) throw new Error("an explanation needs nothing of its own");
// The browser's own start is not node's: what lies beside stays.
const kept = new Set([...judging].flatMap((place) => Array.from({ length: 33 }, (_, step) => place - 16 + step)));
await writeFile(resolve(process.argv[3]), pruned(whole, new Set([...kept].filter((place) => !explaining.has(place)))));
