// Trims and compiles the runtime's library, with the pinned Pyodide itself running here.
// Usage: node make.mjs PYODIDE LIBRARY OUT
//   PYODIDE   the npm package's folder; LIBRARY its standard library with the core, as source in a zip
//   OUT       gets lib.zip (what starting and the core import, compiled) and kept.json (their names)
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodide, library, out] = process.argv.slice(2).map((path) => resolve(path));

// Browsers differ in this; the worker takes it away as well, so that all run the same.
delete WebAssembly.Suspending;
delete WebAssembly.Suspender;
const { loadPyodide, version } = await import(pathToFileURL(join(pyodide, "pyodide.mjs")));
const { startOptions } = await import("../browser/start.mjs");

/** Pyodide with this library. */
async function start(stdLibURL) {
  const python = await loadPyodide({ indexURL: `${pyodide}/`, stdLibURL, ...startOptions(version) });
  python.setStdout({ batched: () => {} });
  python.setStderr({ batched: () => {} });
  return python;
}

/** What shall go on working: the core, what passes between Python and JavaScript, and telling what went wrong. */
function use(python) {
  const service = python.pyimport("wasm_checker.core.service");
  const echo = python.runPython("import json\nlambda *given: json.dumps(given, ensure_ascii=False)");
  echo("容错", 1, -2.5, true);
  for (const fault of [() => service.Service("{"), () => echo({}), () => python.runPython("1 / 0"), () => service.nothing()]) {
    try {
      fault();
    } catch (error) {
      String(error);
    }
  }
  for (const proxy of [service, echo]) proxy.destroy();
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
const plain = await start(library);
use(plain);
const loaded = plain.runPython("import sys\nlist(sys.modules)");
plain.runPython(COMPILE);
const [zip, kept] = plain.globals.get("lean")(loaded).toJs();
await writeFile(join(out, "lib.zip"), zip);

// 2. The proof that it starts and goes on working without the rest.
use(await start(join(out, "lib.zip")));
await writeFile(join(out, "kept.json"), `${JSON.stringify(kept, null, 1)}\n`);
