// Makes the runtime as the site ships it, with the pinned Pyodide itself running here.
// Usage: node make.mjs PYODIDE LIBRARY EXERCISE OUT
//   PYODIDE   the npm package's folder; LIBRARY its standard library with the core, as source in a zip
//   EXERCISE  the Python file whose run decides which modules stay
//   OUT       gets python.wasm (unmodified: see docs/adr), lib.zip (the modules, compiled) and kept.json (their names)
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodide, library, exercise, out] = process.argv.slice(2).map((path) => resolve(path));

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

/** Everything that shall go on working: the tour in Python, the core, and what passes between Python and JavaScript. */
async function use(python) {
  python.runPython(await readFile(exercise, "utf-8"), { filename: "exercise.py" });
  const service = python.pyimport("wasm_checker.core.service");
  const echo = python.runPython("import json\nlambda *given: json.dumps(given, ensure_ascii=False)");
  for (const text of ["", "plain", "容错", "\u{1F600}", "x".repeat(99999), "错".repeat(99999)]) echo(text, 1, -2.5, true, 2 ** 40);
  const kind = python.runPython("lambda given: (repr(given), str(type(given)), dir(given), bool(given), given == 1, callable(given))");
  const objects = [{ a: 1 }, [1, [2]], new Map([[1, 2]]), new Set([1]), new Uint8Array(9), new ArrayBuffer(9), new Error("told"), () => 1, class {}];
  for (const object of [...objects, 2n ** 70n, null, undefined, new Date(0), /x/, [][Symbol.iterator](), globalThis]) kind(object)?.destroy?.();
  for (const value of [{ a: [1, "b", null] }, [{}], new Map([["k", [2n]]])]) python.toPy(value)?.destroy?.();
  for (const fault of [() => service.Service("{"), () => echo({}), () => python.runPython("1 / 0"), () => service.nothing()]) {
    try {
      fault();
    } catch (error) {
      String(error);
    }
  }
  for (const proxy of [service, echo, kind]) proxy.destroy();
}

const COMPILE = `
import importlib._bootstrap_external as external, importlib.util, io, sys, zipfile

def lean(given):
    """The modules loaded from the library, compiled: hash-based and unchecked, so that equal sources give equal bytes."""
    packed, kept = io.BytesIO(), []
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(given):
            spec = sys.modules[name].__spec__
            if spec is None or not (getattr(spec, "origin", None) or "").startswith("/lib/python314.zip/"):
                continue
            source = spec.loader.get_source(name).encode()
            # The core's words and Pyodide's own, which it copies onto its types, stay.
            optimise = 0 if name.startswith("wasm_checker") or name == "_pyodide._core_docs" else 2
            code = compile(source, spec.origin, "exec", dont_inherit=True, optimize=optimise)
            data = external._code_to_hash_pyc(code, importlib.util.source_hash(source), False)
            path = spec.origin.removeprefix("/lib/python314.zip/") + "c"
            archive.writestr(zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0)), data)
            kept.append(name)
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
await use(plain);
const loaded = plain.runPython("import sys\nlist(sys.modules)");
plain.runPython(COMPILE);
const [zip, kept] = plain.globals.get("lean")(loaded).toJs();
await writeFile(join(out, "lib.zip"), zip);
await writeFile(join(out, "kept.json"), `${JSON.stringify(kept, null, 1)}\n`);

// 2. The proof that it starts and goes on working without the rest.
await use(await start(join(out, "lib.zip")));
await writeFile(join(out, "python.wasm"), await readFile(join(pyodide, "pyodide.asm.wasm")));
