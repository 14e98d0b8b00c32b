// A running Python's memory, cleaned up: what its start and its imports have used and given back is emptied, for it costs as much on
// the wire as what is in use.
import { createRequire } from "node:module";

import { expectedKeys } from "../browser/judge/start-pyodide.js";

const IMMORTAL = 7; // how many immortal objects Pyodide itself makes at every start

/** The functions that must be exported for this and for the module made from it. */
export const NEEDED = new Set([
  "malloc",
  "free",
  "PyObject_Malloc",
  "PyObject_Free",
  "sbrk",
  "_hiwire_immortal_table_init",
]);

const EPOCH = Date.UTC(1980, 0, 1); // milliseconds

/**
 * Does what `work` promises while the clock stands still and chance gives zeros: equal builds come to equal memories.
 * @template T @param {() => Promise<T>} work
 */
export async function still(work) {
  const crypto = createRequire(import.meta.url)("node:crypto");
  /** @type {[any, string, (...args: any[]) => unknown][]} */
  const stopped = [
    [Date, "now", () => EPOCH],
    [performance, "now", () => 0],
    [crypto, "randomFillSync", (view) => view.fill(0)],
  ];
  const before = stopped.map(([of, name]) => of[name]);
  for (const [of, name, instead] of stopped) of[name] = instead;
  try {
    return await work();
  } finally {
    stopped.forEach(([of, name], place) => (of[name] = before[place]));
  }
}

const [LARGEST, SMALL, STEP] = [1 << 22, 512, 8];

/**
 * The bytes of the whole memory.
 * @param {any} python
 */
export function memory(python) {
  const { _api: API, _module: module } = python;
  check(API, module);
  // What has been imported stays: frozen, no later collection goes through it.
  python.runPython("import gc\ngc.collect()\ngc.freeze()");
  empty(module);
  return Buffer.from(module.HEAPU8);
}

/**
 * Takes whatever the allocators still have to give below the top, empties it, and gives it back.
 * @param {any} module
 */
function empty(module) {
  const top = module._sbrk(0);
  /** @type {(() => void)[]} */
  const taken = [];
  /** @type {(allocate: (size: number) => number, release: (at: number) => void, size: number) => void} */
  const take = (allocate, release, size) => {
    for (;;) {
      const at = allocate(size);
      if (!at) throw new Error("no memory is left");
      taken.push(() => release(at));
      if (at + size > top) return;
      module.HEAPU8.fill(0, at, at + size);
    }
  };
  for (let size = LARGEST; size > 1024; size /= 2) take(module._malloc, module._free, size);
  for (let size = 1024; size >= STEP; size -= STEP) take(module._malloc, module._free, size);
  // Python's own allocator has larger blocks of those, which it hands out in small pieces.
  for (let size = SMALL; size >= STEP; size -= STEP) take(module._PyObject_Malloc, module._PyObject_Free, size);
  for (const release of taken.reverse()) release();
}

/**
 * Raises an error if Python holds anything of JavaScript beyond what it is given anew where it awakes.
 * @param {any} API @param {any} module
 */
function check(API, module) {
  const keys = expectedKeys(API);
  const same = keys.every((key, place) => module.__hiwire_get(place) === key);
  const more = holds(module.__hiwire_get, keys.length) || holds(module.__hiwire_immortal_get, IMMORTAL);
  if (!same || more) throw new Error("Python holds other objects than expected");
}

/** @param {(place: number) => unknown} get @param {number} place */
function holds(get, place) {
  try {
    get(place);
    return true;
  } catch {
    return false;
  }
}
