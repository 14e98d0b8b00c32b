// Rewrites a WebAssembly module: its functions one by one, its exports, its memory. No number by which one part names another changes.
// https://webassembly.github.io/spec/core/binary/modules.html

const [IMPORTS, MEMORIES, GLOBALS, EXPORTS, COUNT, CODE, DATA] = [2, 5, 6, 7, 12, 10, 11];
const [FUNCTION, TABLE, MEMORY, GLOBAL, TAG] = [0, 1, 2, 3, 4];
const I32 = 0x7f;
/** The name under which `pruned` exports its mark. */
export const MISSING = "missing";
const [PAGE, GAP] = [65536, 256];
const MARK = "#"; // the exported counters are named by it and their function's place

/** The bytes with every function marking its first call, and `called(exports)`: the places of those that were. */
export function watched(bytes) {
  const sections = split(bytes);
  const functions = list(sections.get(CODE));
  const first = imported(sections.get(IMPORTS), GLOBAL).length + number(sections.get(GLOBALS), 0)[0];
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
  const marking = (body, place) => {
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

/** How many functions the module has of its own. */
export const count = (bytes) => number(split(bytes).get(CODE), 0)[0];

/** The names that `watched` has added to the exports. */
export const isMark = (name) => name.startsWith(MARK);

export function called(exports) {
  const names = Object.keys(exports).filter((name) => isMark(name) && exports[name].value);
  return new Set(names.map((name) => Number(name.slice(MARK.length))));
}

/**
 * The bytes with every function that is not kept replaced by one that leaves a mark, exported as MISSING, and stops: it can do
 * nothing else. The mark, one more than the place of the first such function, outlives whoever catches the stop and goes on.
 * What is left of a module can be pruned once more.
 */
export function pruned(bytes, kept) {
  const sections = split(bytes);
  const before = exported(sections.get(EXPORTS)).find(([name]) => name === MISSING);
  const mark = before?.[2] ?? imported(sections.get(IMPORTS), GLOBAL).length + number(sections.get(GLOBALS), 0)[0];
  if (!before) {
    append(sections, GLOBALS, [[I32, 1, 0x41, 0, 0x0b]]);
    append(sections, EXPORTS, [[...named(MISSING), GLOBAL, ...leb(mark)]]);
  }
  const global = leb(mark);
  // if it is 0, set it; unreachable
  const stop = (place) =>
    Buffer.from([0, 0x23, ...global, 0x45, 0x04, 0x40, 0x41, ...signed(place + 1), 0x24, ...global, 0x0b, 0x00, 0x0b]);
  sections.set(CODE, whole(list(sections.get(CODE)).map((body, place) => (kept.has(place) ? body : stop(place)))));
  return join(bytes, sections);
}

/** The bytes without the exports of functions and numbers that are not wanted. `isWanted(name)` */
export function unexported(bytes, isWanted) {
  const sections = split(bytes);
  const body = sections.get(EXPORTS);
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
 */
export function awakened(bytes, heap, setUp, remaining) {
  const sections = split(bytes);
  const [count, flags] = sections.get(MEMORIES);
  if (count !== 1 || flags !== 1) throw new Error("the module's memory is not as it was");
  const [, most] = number(sections.get(MEMORIES), 2);
  sections.set(
    MEMORIES,
    Buffer.from([count, flags, ...leb(heap.length / PAGE), ...sections.get(MEMORIES).subarray(most)]),
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
  const others = imported(sections.get(IMPORTS), FUNCTION);
  const functions = new Map(others.map((name, place) => [name, place]));
  for (const [name, kind, place] of exported(sections.get(EXPORTS))) if (kind === FUNCTION) functions.set(name, place);
  const find = (name) => functions.get(name) ?? missing(name);
  const body = Buffer.from([0, ...remaining((name) => [0x10, ...leb(find(name))]), 0x0b]);
  sections.set(CODE, whole(list(sections.get(CODE)).with(find(setUp) - others.length, body)));
  return join(bytes, sections);
}

function missing(name) {
  throw new Error(`the module has no function ${name}`);
}

/** [start, end] of what is not empty, in steps of so many bytes that a gap is worth an entry of its own. */
function runs(heap) {
  const found = [];
  const empty = Buffer.alloc(GAP);
  for (let at = 0; at < heap.length; at += GAP) {
    if (heap.compare(empty, 0, GAP, at, at + GAP) === 0) continue;
    if (found.at(-1)?.[1] === at) found.at(-1)[1] += GAP;
    else found.push([at, at + GAP]);
  }
  return found;
}

function split(bytes) {
  const sections = new Map();
  for (let at = 8; at < bytes.length;) {
    const [size, start] = number(bytes, at + 1);
    const id = bytes[at] || `custom ${at}`;
    if (sections.has(id)) throw new Error(`two sections of kind ${id}`);
    sections.set(id, bytes.subarray(start, start + size));
    at = start + size;
  }
  return sections;
}

function join(bytes, sections) {
  const parts = [bytes.subarray(0, 8)];
  for (const [id, body] of sections) {
    parts.push(Buffer.from([typeof id === "number" ? id : 0, ...leb(body.length)]), body);
  }
  return Buffer.concat(parts);
}

/** An unsigned number at a place, and the place after it. */
function number(bytes, at) {
  let value = 0;
  for (let scale = 1; ; scale *= 128) {
    const byte = bytes[at++];
    value += (byte & 127) * scale;
    if (byte < 128) return [value, at];
  }
}

function leb(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  return [...bytes, value];
}

/** A positive number where the format has a signed one: its highest bit must be free. */
function signed(value) {
  const bytes = leb(value);
  const last = bytes.pop();
  return last & 64 ? [...bytes, last | 128, 0] : [...bytes, last];
}

function named(name) {
  const bytes = Buffer.from(name);
  return [...leb(bytes.length), ...bytes];
}

/** A section's parts, each with its length before it. */
function list(body) {
  const parts = [];
  let [left, at] = number(body, 0);
  for (; left; left -= 1) {
    const [size, start] = number(body, at);
    parts.push(body.subarray(start, start + size));
    at = start + size;
  }
  return parts;
}

function whole(parts) {
  return Buffer.concat([
    Buffer.from(leb(parts.length)),
    ...parts.flatMap((part) => [Buffer.from(leb(part.length)), part]),
  ]);
}

function append(sections, id, entries) {
  const body = sections.get(id);
  const [count, start] = number(body, 0);
  sections.set(
    id,
    Buffer.concat([Buffer.from(leb(count + entries.length)), body.subarray(start), Buffer.from(entries.flat())]),
  );
}

/** The names of what is imported of a kind: it is numbered before the module's own. */
function imported(body, wanted) {
  let [left, at] = number(body, 0);
  const found = [];
  const skip = () => ([, at] = number(body, at));
  const limits = () => {
    const hasMaximum = body[at++] & 1;
    skip();
    if (hasMaximum) skip();
  };
  for (; left; left -= 1) {
    let name;
    for (let names = 2; names; names -= 1) {
      const [size, start] = number(body, at);
      at = start + size;
      name = body.toString("utf-8", start, at);
    }
    const kind = body[at++];
    if (kind === wanted) found.push(name);
    if (kind === FUNCTION) skip();
    else if (kind === TABLE) ((at += 1), limits());
    else if (kind === MEMORY) limits();
    else if (kind === GLOBAL) at += 2;
    else if (kind === TAG) ((at += 1), skip());
    else throw new Error(`an import of kind ${kind}`);
  }
  if (at !== body.length) throw new Error("the imports were not understood");
  return found;
}

/** [name, kind, number, start, end] of each export, the last two its entry's place in the section. */
function exported(body) {
  let [left, at] = number(body, 0);
  const found = [];
  for (; left; left -= 1) {
    const start = at;
    const [size, name] = number(body, at);
    let place;
    [place, at] = number(body, name + size + 1);
    found.push([body.toString("utf-8", name, name + size), body[name + size], place, start, at]);
  }
  return found;
}

function afterLocals(body) {
  let [left, at] = number(body, 0);
  for (; left; left -= 1) {
    [, at] = number(body, at);
    const type = body[at++];
    if (type === 0x63 || type === 0x64) [, at] = number(body, at); // a reference to a type
  }
  return at;
}
