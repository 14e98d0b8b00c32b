// Cuts a module of two functions, awakes another with a memory, and cuts Pyodide's own glue. Usage: node cut.js PYODIDE
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { cut, wanted } from "../../wasm_checker/runtime/glue.js";
import { MISSING, awakened, called, isMark, pruned, unexported, watched } from "../../wasm_checker/runtime/wasm.js";

const text = (/** @type {string} */ value) => [value.length, ...Buffer.from(value)];
/** @type {(id: number, ...parts: any[]) => number[]} */
const section = (id, ...parts) => [id, parts.flat().length, ...parts.flat()];
const exported = [
  ["add", 0, 0],
  ["take", 0, 1],
  ["store", 2, 0],
  ["number", 3, 0],
];
// (i32, i32) → i32, twice: adding and subtracting; a memory; a number
const two = Buffer.from([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...section(1, [1, 0x60, 2, 0x7f, 0x7f, 1, 0x7f]),
  ...section(2, [0]),
  ...section(3, [2, 0, 0]),
  ...section(5, [1, 0, 1]),
  ...section(6, [1, 0x7f, 0, 0x41, 7, 0x0b]),
  ...section(7, [exported.length], ...exported.map(([name, kind, at]) => [...text(String(name)), kind, at])),
  ...section(10, [2], [7, 0, 0x20, 0, 0x20, 1, 0x6a, 0x0b], [7, 0, 0x20, 0, 0x20, 1, 0x6b, 0x0b]),
]);
/** @type {(bytes: Buffer) => Promise<any>} */
const run = async (bytes) => (await WebAssembly.instantiate(/** @type {BufferSource} */ (bytes), {})).instance.exports;
const caught = (/** @type {() => unknown} */ work) => {
  try {
    return work();
  } catch (error) {
    return String(error);
  }
};

const seen = await run(watched(two));
seen.add(1, 2);
const ran = called(seen);
const left = await run(pruned(two, ran));
/** @type {Record<string, unknown>} */
const said = {
  called: [...ran],
  before: left[MISSING].value,
  kept: left.add(1, 2),
  stopped: caught(() => left.take(2, 1)),
  mark: left[MISSING].value,
};
const named = await run(unexported(pruned(two, ran), (name) => ["add", MISSING].includes(name)));
said.exports = Object.keys(named)
  .filter((name) => !isMark(name))
  .sort();

const twice = await run(pruned(pruned(two, ran), new Set()));
said.twice = [caught(() => twice.add(1, 2)), twice[MISSING].value];

// () → (), twice: 7 stored at 0, and 9 at 8; a memory of one page that may have four, with "x" at 16; how many pieces of data there are
const storing = (/** @type {number} */ at, /** @type {number} */ value) => [
  9,
  0,
  0x41,
  at,
  0x41,
  value,
  0x36,
  2,
  0,
  0x0b,
];
const asleep = Buffer.from([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...section(1, [1, 0x60, 0, 0]),
  ...section(2, [0]),
  ...section(3, [2, 0, 0]),
  ...section(5, [1, 1, 1, 4]),
  ...section(7, [3], [...text("setUp"), 0, 0], [...text("rest"), 0, 1], [...text("store"), 2, 0]),
  ...section(12, [1]),
  ...section(10, [2], storing(0, 7), storing(8, 9)),
  ...section(11, [1], [0, 0x41, 16, 0x0b, 1, 0x78]),
]);
const heap = Buffer.alloc(2 * 65536);
for (const [at, value] of [
  [100, 1],
  [255, 2],
  [256, 3],
  [70_000, 4],
]) {
  heap[at] = value;
}
const awake = await run(awakened(asleep, heap, "setUp", (call) => call("rest")));
said.slept = heap.equals(Buffer.from(awake.store.buffer));
awake.setUp();
heap[8] = 9;
said.setUp = heap.equals(Buffer.from(awake.store.buffer));
said.unknown = caught(() => awakened(asleep, heap, "setUp", (call) => call("nothing")));

const glue = readFileSync(join(process.argv[2], "pyodide.asm.mjs"), "utf-8");
const isWanted = wanted(glue);
const short = cut(glue, isWanted);
said.asked = Object.fromEntries(
  ["malloc", "main", "PyRun_SimpleString", "PyDict_Copy"].map((name) => [name, isWanted(name)]),
);
said.handed = Object.fromEntries(
  ["malloc", "PyDict_Copy"].map((name) => [name, short.includes(`wasmExports["${name}"]`)]),
);
said.strange = caught(() => wanted("let nothing;"));
process.stdout.write(JSON.stringify(said));
