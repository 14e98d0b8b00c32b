// Makes the runtime as the site ships it, with the pinned Pyodide itself running here.
// Usage: node make.mjs PYODIDE LIBRARY PACK CALLS OUT
//   PYODIDE   the npm package's folder; LIBRARY its standard library with the core, as source in a zip
//   PACK      the rules; CALLS a JSON list of [method of the core's service, ...its arguments]: what shall go on working
//   OUT       gets python.wasm (the functions that ran and those beside them), glue.mjs (without what hands out the others),
//             lib.zip (what was imported, compiled) and kept.json ({modules: their names, functions: [how many are kept, of how many]})
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

import { cut, wanted } from "./glue.mjs";
import { published, start } from "./started.mjs";
import { called, count, MISSING, pruned, unexported, watched } from "./wasm.mjs";

const [pyodide, library, packPath, callsPath, out] = process.argv.slice(2).map((path) => resolve(path));
const [pack, calls] = [await readFile(packPath, "utf-8"), JSON.parse(await readFile(callsPath, "utf-8"))];
const original = await published(pyodide);

// A source file's functions lie together: what lies beside one that ran is the likeliest to run another day.
const BESIDE = 16;

/** What shall go on working: the core's service, and telling what went wrong. */
function use(python) {
  const { Service } = python.pyimport("wasm_checker.core.service");
  const service = Service(pack);
  for (const [method, ...args] of calls) service[method](...args);
  for (const fault of [() => Service("{"), () => service.assess({}), () => python.runPython("1 / 0"), () => service.nothing()]) {
    try {
      fault();
    } catch (error) {
      String(error);
    }
  }
  for (const proxy of [service, Service]) proxy.destroy();
}

function near(places) {
  const kept = new Set();
  for (const place of places) for (let other = place - BESIDE; other <= place + BESIDE; other += 1) kept.add(other);
  return kept;
}

const COMPILE = `
import importlib._bootstrap_external as external, importlib.util, io, marshal, sys, zipfile

# Wanted before the table is there; sitecustomize brings it in.
EARLY = {"encodings", "encodings.aliases", "encodings.utf_8", "sitecustomize"}

def lean(given):
    """The modules loaded from the library, compiled: those wanted early one by one, hash-based and unchecked; the rest in one table."""
    packed, kept, table = io.BytesIO(), [], {}
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        put = lambda name, data: archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data)
        for name in sorted(given):
            spec = sys.modules[name].__spec__
            if spec is None or not (getattr(spec, "origin", None) or "").startswith("/lib/python314.zip/"):
                continue
            source = spec.loader.get_source(name).encode()
            # The core's assertions stay.
            optimise = 0 if name.startswith("wasm_checker") else 2
            code = compile(source, spec.origin, "exec", dont_inherit=True, optimize=optimise)
            kept.append(name)
            if name in EARLY:
                data = external._code_to_hash_pyc(code, importlib.util.source_hash(source), False)
                put(spec.origin.removeprefix("/lib/python314.zip/") + "c", data)
            else:
                table[name] = (spec.submodule_search_locations is not None, marshal.dumps(code))
        put("table", marshal.dumps(table))
    return packed.getvalue(), kept
`;

// Node would print the line that throws, and Pyodide is all one line.
process.on("uncaughtException", (error) => {
  console.error(String(error?.stack || error).slice(0, 4000));
  process.exitCode = 1;
});

await mkdir(out, { recursive: true });

// 1. What is imported, compiled by the runtime's own compiler.
const whole = (await start(pyodide, original, library)).python;
use(whole);
const loaded = whole.runPython("import sys\nlist(sys.modules)");
whole.runPython(COMPILE);
const [zip, modules] = whole.globals.get("lean")(loaded).toJs();
await writeFile(join(out, "lib.zip"), zip);

// 2. What runs when started from that.
const trial = await start(pyodide, watched(original), join(out, "lib.zip"));
use(trial.python);
const kept = near(called(trial.exports));
const text = (name) => readFile(join(pyodide, name), "utf-8");
const glue = await text("pyodide.asm.mjs");
const isWanted = wanted(glue, await text("pyodide.mjs"));
const wasm = unexported(pruned(original, kept), (name) => name === MISSING || isWanted(name));
await writeFile(join(out, "glue.mjs"), cut(glue, isWanted));

// 3. The proof that it starts and goes on working without the rest.
const made = await start(pyodide, wasm, join(out, "lib.zip"), join(out, "glue.mjs"));
use(made.python);
if (made.exports.missing.value) throw new Error("a function is missing that ran before");
await writeFile(join(out, "python.wasm"), wasm);
const total = count(original);
const functions = [Array.from({ length: total }, (_, place) => place).filter((place) => kept.has(place)).length, total];
await writeFile(join(out, "kept.json"), `${JSON.stringify({ modules, functions }, null, 1)}\n`);
