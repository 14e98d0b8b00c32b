// Walks the published diagrams under node: the cases' facts in on stdin as JSON, the answers out as JSON.
// Usage: node walk-cases.js ASSETS MODULE|classic, where MODULE is the file among the assets that exports `walker`
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { runInNewContext } from "node:vm";

const [assets, form] = [resolve(process.argv[2]), process.argv[3]];
const file = (/** @type {string} */ name) => readFile(`${assets}/${name}`, "utf-8");

async function walk() {
  if (form === "classic") return runInNewContext(`${await file("walk.js")}\nWalk`);
  const { walker } = await import(pathToFileURL(`${assets}/${form}`).href);
  return walker(JSON.parse(await file("diagrams.json")));
}

const assess = await walk();
let given = "";
for await (const chunk of process.stdin) given += chunk;
process.stdout.write(JSON.stringify(JSON.parse(given).map(assess)));
