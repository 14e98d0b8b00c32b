// Calls functions of the page's modules under node. In on stdin: [{module, call, args}]; out: [{value} or {error, name}].
// Usage: node module-call.js ASSETS. An argument {"$file": "NAME"} is the JSON of that file among the assets.
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const assets = resolve(process.argv[2]);
let given = "";
for await (const chunk of process.stdin) given += chunk;

/** @type {Record<string, unknown>} */
const files = {};
/** @param {any} data @returns {Promise<any>} */
async function argument(data) {
  if (data === null || typeof data !== "object") return data;
  if (Array.isArray(data)) return Promise.all(data.map(argument));
  if (data.$none) return undefined;
  if (data.$file) return (files[data.$file] ??= JSON.parse(await readFile(`${assets}/${data.$file}`, "utf-8")));
  return Object.fromEntries(
    await Promise.all(Object.entries(data).map(async ([key, value]) => [key, await argument(value)])),
  );
}

/** @param {{module: string, call: string, args: unknown}} asked */
async function answer({ module, call, args }) {
  try {
    const made = await (await import(pathToFileURL(`${assets}/${module}`).href))[call](...(await argument(args)));
    return { value: made instanceof Uint8Array ? Buffer.from(made).toString("base64") : (made ?? null) };
  } catch (thrown) {
    const error = /** @type {Error} */ (thrown);
    return { error: error.message, name: error.constructor.name };
  }
}

const answers = [];
for (const one of JSON.parse(given)) answers.push(await answer(one));
process.stdout.write(JSON.stringify(answers));
