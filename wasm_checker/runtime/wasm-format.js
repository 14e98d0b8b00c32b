// The binary format of WebAssembly modules: sections, numbers, lists, what is imported and exported.
// https://webassembly.github.io/spec/core/binary/modules.html

/** @typedef {Map<string | number, Buffer>} Sections a module's, by their kind */

export const [FUNCTION, TABLE, MEMORY, GLOBAL, TAG] = [0, 1, 2, 3, 4];

/** @param {Buffer} bytes */
export function split(bytes) {
  /** @type {Sections} */
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

/** @param {Buffer} bytes @param {Sections} sections */
export function join(bytes, sections) {
  const parts = [bytes.subarray(0, 8)];
  for (const [id, body] of sections) {
    parts.push(Buffer.from([typeof id === "number" ? id : 0, ...leb(body.length)]), body);
  }
  return Buffer.concat(parts);
}

/**
 * What a module cannot be without.
 * @param {Sections} sections
 * @param {string | number} id
 */
export function section(sections, id) {
  const body = sections.get(id);
  if (!body) throw new Error(`no section of kind ${id}`);
  return body;
}

/**
 * An unsigned number at a place, and the place after it.
 * @param {Buffer} bytes @param {number} at @returns {[number, number]}
 */
export function number(bytes, at) {
  let value = 0;
  for (let scale = 1; ; scale *= 128) {
    const byte = bytes[at++];
    value += (byte & 127) * scale;
    if (byte < 128) return [value, at];
  }
}

/** @param {number} value */
export function leb(value) {
  /** @type {number[]} */
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  return [...bytes, value];
}

/**
 * A positive number where the format has a signed one: its highest bit must be free.
 * @param {number} value
 */
export function signed(value) {
  const bytes = leb(value);
  const last = /** @type {number} */ (bytes.pop());
  return last & 64 ? [...bytes, last | 128, 0] : [...bytes, last];
}

/** @param {string} name */
export function named(name) {
  const bytes = Buffer.from(name);
  return [...leb(bytes.length), ...bytes];
}

/**
 * A section's parts, each with its length before it.
 * @param {Buffer} body
 */
export function list(body) {
  const parts = [];
  let [left, at] = number(body, 0);
  for (; left; left -= 1) {
    const [size, start] = number(body, at);
    parts.push(body.subarray(start, start + size));
    at = start + size;
  }
  return parts;
}

/** @param {Buffer[]} parts */
export function whole(parts) {
  return Buffer.concat([
    Buffer.from(leb(parts.length)),
    ...parts.flatMap((part) => [Buffer.from(leb(part.length)), part]),
  ]);
}

/** @param {Sections} sections @param {number} id @param {number[][]} entries */
export function append(sections, id, entries) {
  const body = section(sections, id);
  const [count, start] = number(body, 0);
  sections.set(
    id,
    Buffer.concat([Buffer.from(leb(count + entries.length)), body.subarray(start), Buffer.from(entries.flat())]),
  );
}

/**
 * The names of what is imported of a kind: it is numbered before the module's own.
 * @param {Buffer} body @param {number} wanted
 */
export function imported(body, wanted) {
  let [left, at] = number(body, 0);
  /** @type {string[]} */
  const found = [];
  const skip = () => ([, at] = number(body, at));
  const limits = () => {
    const hasMaximum = body[at++] & 1;
    skip();
    if (hasMaximum) skip();
  };
  for (; left; left -= 1) {
    let name = "";
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

/**
 * [name, kind, number, start, end] of each export, the last two its entry's place in the section.
 * @param {Buffer} body
 */
export function exported(body) {
  let [left, at] = number(body, 0);
  /** @type {[string, number, number, number, number][]} */
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
