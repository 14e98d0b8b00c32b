// Makes the runtime as the site ships it, with the pinned Pyodide itself running here.
// Usage: node make.js PYODIDE LIBRARY PACK CALLS OUT
//   PYODIDE   the npm package's folder; LIBRARY its standard library with the core, as source in a zip
//   PACK      the rules; CALLS a JSON list of [method of the core's service, ...its arguments]: what shall go on working
//   OUT       gets python.wasm (the functions that ran and those beside them, and a memory in which Python has started and imported
//             the core), glue.js (without what hands out the others) and kept.json ({modules: what was imported, functions: [how many
//             are kept, of how many]})
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

import { memory, NEEDED, still } from "./memory-image.js";
import { cut, wanted } from "./glue.js";
import { published, start } from "./start-in-node.js";
import { awakened, called, count, pruned, unexported, watched } from "./wasm.js";

const [pyodide, library, packPath, callsPath, out] = process.argv.slice(2).map((path) => resolve(path));
/** @type {[string, [string, ...string[]][]]} */
const [pack, calls] = [await readFile(packPath, "utf-8"), JSON.parse(await readFile(callsPath, "utf-8"))];
const original = await published(pyodide);

// A source file's functions lie together: what lies beside one that ran is the likeliest to run another day.
const BESIDE = 16;

/**
 * What shall go on working: the core's service, and telling what went wrong. The answers, and of each fault what it says last.
 * @param {any} python
 */
function use(python) {
  const { Service } = python.pyimport("wasm_checker.core.service");
  const service = Service(pack);
  const answers = calls.map(([method, ...args]) => service[method](...args));
  const faults = [
    () => Service("{"),
    () => service.assess({}),
    () => python.runPython("1 / 0"),
    () => service.nothing(),
  ];
  const told = faults.map((fault) => {
    try {
      return fault();
    } catch (error) {
      const text = String(error).trim();
      if (text.includes("excepthook")) throw new Error("what went wrong cannot be told", { cause: error });
      return text.split("\n").at(-1);
    }
  });
  for (const proxy of [service, Service]) proxy.destroy();
  return JSON.stringify([answers, told]);
}

/** @param {Iterable<number>} places */
function near(places) {
  /** @type {Set<number>} */
  const kept = new Set();
  for (const place of places) for (let other = place - BESIDE; other <= place + BESIDE; other += 1) kept.add(other);
  return kept;
}

const COMPILE = `
import importlib._bootstrap_external as external, importlib.util, io, sys, zipfile

LIBRARY = next(path for path in sys.path if path.endswith(".zip")) + "/"  # named for its Python

def unnumbered(code):
    """Without line numbers, a twentieth of what is sent: of a traceback those of the core tell enough.

    The table says of every eight units of code that they have no place (CPython, InternalDocs/code_objects.md).
    """
    constants = (unnumbered(one) if isinstance(one, type(code)) else one for one in code.co_consts)
    eights, rest = divmod(len(code.co_code) // 2, 8)
    table = b"\\xff" * eights + (bytes([0xF7 + rest]) if rest else b"")
    return code.replace(co_linetable=table, co_consts=tuple(constants))

def compiled(given):
    """The modules loaded from the library, compiled: hash-based and not to be checked against a source."""
    packed, kept = io.BytesIO(), []
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(given):
            spec = sys.modules[name].__spec__
            if spec is None or not (getattr(spec, "origin", None) or "").startswith(LIBRARY):
                continue
            source = spec.loader.get_source(name).encode()
            # The core's assertions stay, and its lines have their numbers.
            if name.startswith("wasm_checker"):
                code = compile(source, spec.origin, "exec", dont_inherit=True, optimize=0)
            else:
                code = unnumbered(compile(source, spec.origin, "exec", dont_inherit=True, optimize=2))
            path = spec.origin.removeprefix(LIBRARY) + "c"
            data = external._code_to_hash_pyc(code, importlib.util.source_hash(source), False)
            archive.writestr(zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0)), data)
            kept.append(name)
    return packed.getvalue(), kept
`;

const IMPORT = `
import importlib, sys
for name in modules:
    importlib.import_module(name)
# Which browser, or which node: of the build's it would be wrong, and differ from one to the other.
del sys._emscripten_info, importlib, modules, name, sys
`;

// Pyodide's two tables of objects are no memory: what its own setting up puts there, in the same order.
const DROP = 0x1a;
const NOTHING = [0xd0, 0x6f];
/** @type {(call: (name: string) => number[]) => number[]} */
const TABLES = (call) => [
  ...[...NOTHING, ...call("_hiwire_immortal_add"), DROP],
  ...[...call("__hiwire_deduplicate_new"), ...call("_hiwire_immortal_add"), DROP],
  ...call("_hiwire_immortal_table_init"),
];

// Node would print the line that throws, and Pyodide is all one line.
process.on("uncaughtException", (error) => {
  console.error(String(error?.stack || error).slice(0, 4000));
  process.exitCode = 1;
});

await mkdir(out, { recursive: true });

// 1. What is imported, compiled by the runtime's own compiler.
const whole = (await start(pyodide, original, library)).python;
const expected = use(whole);
const loaded = whole.runPython("import sys\nlist(sys.modules)");
whole.runPython(COMPILE);
const [archive, modules] = whole.globals.get("compiled")(loaded).toJs();
const compiled = `${library}.compiled`;
await writeFile(compiled, archive);

// 2. Python, started from that with all of it imported: what its memory then holds is the module's from now on.
const text = (/** @type {string} */ name) => readFile(join(pyodide, name), "utf-8");
const glue = await text("pyodide.asm.mjs");
const asked = wanted(glue, await text("pyodide.mjs"));
const isWanted = (/** @type {string} */ name) => NEEDED.has(name) || asked(name);
const gluePath = join(out, "glue.js");
await writeFile(gluePath, cut(glue, isWanted));
// The glue numbers functions in the order of the exports, and the memory holds those numbers: from here on the exports stay.
const slim = unexported(original, isWanted);
const heap = await still(async () => {
  const { python } = await start(pyodide, slim, compiled, gluePath);
  python.globals.set("modules", python.toPy(modules));
  python.runPython(IMPORT);
  return memory(python);
});
const awake = awakened(slim, heap, "__wasm_call_ctors", TABLES);

// 3. What runs from there.
const trial = await start(pyodide, watched(awake), null, gluePath);
// Python collects its garbage whenever enough has been made: which objects it then finds alive, and goes through by functions of
// their own types, hangs on all that was asked before. Here it collects as often as it can.
trial.python.runPython("import gc\ngc.set_threshold(1, 1)");
use(trial.python);
const kept = near(called(trial.exports));
const wasm = pruned(awake, kept);

// 4. The proof that it goes on working without the rest.
const made = await start(pyodide, wasm, null, gluePath);
if (use(made.python) !== expected) throw new Error("Python answers otherwise than it did before");
if (made.exports.missing.value) throw new Error("a function is missing that ran before");
await writeFile(join(out, "python.wasm"), wasm);
const total = count(original);
const functions = [Array.from({ length: total }, (_, place) => place).filter((place) => kept.has(place)).length, total];
await writeFile(join(out, "kept.json"), `${JSON.stringify({ modules, functions }, null, 1)}\n`);
