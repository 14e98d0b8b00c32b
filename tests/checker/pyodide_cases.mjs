// Runs the built core in Pyodide under node: facts of all cases in on stdin as a JSON list, the service's own words out, a line each.
// Usage: node pyodide_cases.mjs ASSETS
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const assets = resolve(process.argv[2]);
const { loadPyodide } = await import(pathToFileURL(`${assets}/pyodide/pyodide.mjs`));
const python = await loadPyodide({ indexURL: `${assets}/pyodide/` });
python.unpackArchive(new Uint8Array(await readFile(`${assets}/core.zip`)).buffer, "zip", { extractDir: "/core" });
python.runPython('import sys; sys.path.insert(0, "/core")');
const service = python.pyimport("wasm_checker.core.service").Service(await readFile(`${assets}/pack.json`, "utf-8"));

let given = "";
for await (const chunk of process.stdin) given += chunk;
const answers = JSON.parse(given).map((facts) => service.assess(JSON.stringify(facts)));
process.stdout.write(`${answers.join("\n")}\n`);
