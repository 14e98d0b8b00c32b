// Loads the wheel into the runtime as published, by Pyodide's own loader and from an address, and judges cases with it: a JSON list of
// facts in on stdin, the package's own words out, a line each case. The first line is what the package says of its version.
// Usage: node wheel-cases.js ADDRESS
import { loadPyodide } from "pyodide";

const python = await loadPyodide();
/** @type {string[]} */
const failed = [];
await python.loadPackage(process.argv[2], { messageCallback() {}, errorCallback: (said) => failed.push(said) });
if (failed.length) throw new Error(failed.join("\n"));
python.runPython(`
import json, rongcuo_core
told = lambda data: json.dumps(data, ensure_ascii=False)
judged = lambda text: told(rongcuo_core.assess(json.loads(text)))
`);

let given = "";
for await (const chunk of process.stdin) given += chunk;
process.stdout.write(`${python.runPython("told(rongcuo_core.version())")}\n`);
const judged = python.globals.get("judged");
for (const facts of JSON.parse(given)) process.stdout.write(`${judged(JSON.stringify(facts))}\n`);
