// Milliseconds an answer takes in Pyodide: `relevance` of questions.py over the pack on stdin. Usage: node … ROOT INTERVIEWS SEED
import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [root, interviews, seed] = [resolve(process.argv[2]), Number(process.argv[3]), Number(process.argv[4])];
const home = createRequire(`${root}/`)
  .resolve("pyodide/package.json")
  .replace(/package\.json$/, "");
const { loadPyodide } = await import(pathToFileURL(`${home}pyodide.mjs`).href);
const python = await loadPyodide({ indexURL: home });
for (const folder of ["wasm_checker", "wasm_checker/core", "tools/bench"]) {
  python.FS.mkdirTree(`/core/${folder}`);
  const names = (await readdir(`${root}/${folder}`)).filter(
    (name) => name === "__init__.py" || (folder !== "wasm_checker" && name.endsWith(".py")),
  );
  for (const name of names) python.FS.writeFile(`/core/${folder}/${name}`, await readFile(`${root}/${folder}/${name}`));
}
let pack = "";
for await (const chunk of process.stdin) pack += chunk;
python.globals.set("pack", pack);
python.globals.set("asked", python.toPy([interviews, seed]));
const said = python.runPython(`
import json, sys
sys.path.insert(0, "/core")
from tools.measure.bench.questions import relevance
from wasm_checker.core.assess import Core
json.dumps(relevance(Core.from_pack(json.loads(pack)), *asked))
`);
process.stdout.write(said);
