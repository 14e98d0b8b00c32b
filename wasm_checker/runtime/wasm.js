// Rewrites a WebAssembly module: its functions one by one, its exports, its memory. No number by which one part names another changes.
import {
  append,
  exported,
  FUNCTION,
  GLOBAL,
  imported,
  join,
  leb,
  list,
  named,
  number,
  section,
  signed,
  split,
  whole,
} from "./wasm-format.js";

const [IMPORTS, MEMORIES, GLOBALS, EXPORTS, COUNT, CODE, DATA] = [2, 5, 6, 7, 12, 10, 11];
const I32 = 0x7f;
/** The name under which `pruned` exports its mark. */
export const MISSING = "missing";
const [PAGE, GAP] = [65536, 256];
const MARK = "#"; // the exported counters are named by it and their function's place

/**
 * The bytes with every function marking its first call, and `called(exports)`: the places of those that were.
 * @param {Buffer} bytes
 */
export function watched(bytes) {
  const sections = split(bytes);
  const functions = list(section(sections, CODE));
  const first = imported(section(sections, IMPORTS), GLOBAL).length + number(section(sections, GLOBALS), 0)[0];
  append(
    sections,
    GLOBALS,
    functions.map(() => [I32, 1, 0x41, 0, 0x0b]),
  ); // a mutable i32, 0 at first
  append(
    sections,
    EXPORTS,
    functions.map((_, place) => [...named(MARK + place), GLOBAL, ...leb(first + place)]),
  );
  const marking = (/** @type {Buffer} */ body, /** @type {number} */ place) => {
    const start = afterLocals(body);
    return Buffer.concat([
      body.subarray(0, start),
      Buffer.from([0x41, 1, 0x24, ...leb(first + place)]),
      body.subarray(start),
    ]);
  };
  sections.set(CODE, whole(functions.map(marking)));
  return join(bytes, sections);
}

/**
 * How many functions the module has of its own.
 * @type {(bytes: Buffer) => number}
 */
export const count = (bytes) => number(section(split(bytes), CODE), 0)[0];

/**
 * The names that `watched` has added to the exports.
 * @type {(name: string) => boolean}
 */
export const isMark = (name) => name.startsWith(MARK);

/** @param {any} exports */
export function called(exports) {
  const names = Object.keys(exports).filter((name) => isMark(name) && exports[name].value);
  return new Set(names.map((name) => Number(name.slice(MARK.length))));
}

/**
 * The bytes with every function that is not kept replaced by one that leaves a mark, exported as MISSING, and stops: it can do
 * nothing else. The mark, one more than the place of the first such function, outlives whoever catches the stop and goes on.
 * What is left of a module can be pruned once more.
 * @param {Buffer} bytes @param {Set<number>} kept
 */
export function pruned(bytes, kept) {
  const sections = split(bytes);
  const before = exported(section(sections, EXPORTS)).find(([name]) => name === MISSING);
  const mark =
    before?.[2] ?? imported(section(sections, IMPORTS), GLOBAL).length + number(section(sections, GLOBALS), 0)[0];
  if (!before) {
    append(sections, GLOBALS, [[I32, 1, 0x41, 0, 0x0b]]);
    append(sections, EXPORTS, [[...named(MISSING), GLOBAL, ...leb(mark)]]);
  }
  const global = leb(mark);
  // if it is 0, set it; unreachable
  const stop = (/** @type {number} */ place) =>
    Buffer.from([0, 0x23, ...global, 0x45, 0x04, 0x40, 0x41, ...signed(place + 1), 0x24, ...global, 0x0b, 0x00, 0x0b]);
  sections.set(CODE, whole(list(section(sections, CODE)).map((body, place) => (kept.has(place) ? body : stop(place)))));
  return join(bytes, sections);
}

/**
 * The bytes without the exports of functions and numbers that are not wanted. `isWanted(name)`
 * @param {Buffer} bytes @param {(name: string) => boolean} isWanted
 */
export function unexported(bytes, isWanted) {
  const sections = split(bytes);
  const body = section(sections, EXPORTS);
  const kept = [];
  for (const [name, kind, , start, end] of exported(body)) {
    if (![FUNCTION, GLOBAL].includes(kind) || isWanted(name)) kept.push(body.subarray(start, end));
  }
  sections.set(EXPORTS, Buffer.concat([Buffer.from(leb(kept.length)), ...kept]));
  return join(bytes, sections);
}

/**
 * The bytes with a memory that holds from the start what a running instance's holds: the work of setting it up is done, so the
 * function exported as `setUp` does only what concerns something else than memory.
 * `heap`: the whole memory, of as many pages as it has. `remaining(call)`: the instructions of what is left to do; `call(name)`: of a call
 * @param {Buffer} bytes
 * @param {Buffer} heap
 * @param {string} setUp
 * @param {(call: (name: string) => number[]) => number[]} remaining
 */
export function awakened(bytes, heap, setUp, remaining) {
  const sections = split(bytes);
  const [count, flags] = section(sections, MEMORIES);
  if (count !== 1 || flags !== 1) throw new Error("the module's memory is not as it was");
  const [, most] = number(section(sections, MEMORIES), 2);
  sections.set(
    MEMORIES,
    Buffer.from([count, flags, ...leb(heap.length / PAGE), ...section(sections, MEMORIES).subarray(most)]),
  );
  const filled = runs(heap);
  sections.set(
    DATA,
    Buffer.concat([
      Buffer.from(leb(filled.length)),
      ...filled.flatMap(([start, end]) => [
        Buffer.from([0, 0x41, ...signed(start), 0x0b, ...leb(end - start)]),
        heap.subarray(start, end),
      ]),
    ]),
  );
  sections.set(COUNT, Buffer.from(leb(filled.length)));
  const others = imported(section(sections, IMPORTS), FUNCTION);
  const functions = new Map(others.map((name, place) => [name, place]));
  for (const [name, kind, place] of exported(section(sections, EXPORTS))) {
    if (kind === FUNCTION) functions.set(name, place);
  }
  const find = (/** @type {string} */ name) => functions.get(name) ?? missing(name);
  const body = Buffer.from([0, ...remaining((name) => [0x10, ...leb(find(name))]), 0x0b]);
  sections.set(CODE, whole(list(section(sections, CODE)).with(find(setUp) - others.length, body)));
  return join(bytes, sections);
}

/** @param {string} name @returns {never} */
function missing(name) {
  throw new Error(`the module has no function ${name}`);
}

/**
 * [start, end] of what is not empty, in steps of so many bytes that a gap is worth an entry of its own.
 * @param {Buffer} heap
 */
function runs(heap) {
  /** @type {[number, number][]} */
  const found = [];
  const empty = Buffer.alloc(GAP);
  for (let at = 0; at < heap.length; at += GAP) {
    if (heap.compare(empty, 0, GAP, at, at + GAP) === 0) continue;
    const last = found.at(-1);
    if (last?.[1] === at) last[1] += GAP;
    else found.push([at, at + GAP]);
  }
  return found;
}

/** @param {Buffer} body */
function afterLocals(body) {
  let [left, at] = number(body, 0);
  for (; left; left -= 1) {
    [, at] = number(body, at);
    const type = body[at++];
    if (type === 0x63 || type === 0x64) [, at] = number(body, at); // a reference to a type
  }
  return at;
}
