// Compresses files for servers that send them as they lie there. Takes on stdin a JSON list of [file, target, quality]; a target
// that ends in .br is written with brotli of that quality, one in .gz with gzip. Several at a time, since one keeps one core busy.
import { readFile, rename, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const { BROTLI_PARAM_LGWIN, BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;

/** @param {string} target @param {Buffer} bytes @param {number} quality */
function compressed(target, bytes, quality) {
  if (target.endsWith(".gz")) return promisify(gzip)(bytes, { level: quality });
  const params = { [BROTLI_PARAM_QUALITY]: quality, [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return promisify(brotliCompress)(bytes, { params });
}

let given = "";
for await (const chunk of process.stdin) given += chunk;
const jobs = JSON.parse(given);

async function work() {
  for (let job = jobs.pop(); job; job = jobs.pop()) {
    const [file, target, quality] = job;
    const aside = `${target}.${process.pid}`;
    await writeFile(aside, await compressed(target, await readFile(file), quality));
    await rename(aside, target);
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, work));
