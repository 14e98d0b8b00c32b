// What the page's cards say as the verdict of each case: [{verdicts, contradictions}] in on stdin, [{rule: headline}] out.
// Usage: node headlines.js ASSETS
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const assets = resolve(process.argv[2]);
const { Results } = await import(pathToFileURL(`${assets}/results/results.js`).href);
const words = JSON.parse(await readFile(`${assets}/words.json`, "utf-8"));
const results = new Results(words, null, null);

let given = "";
for await (const chunk of process.stdin) given += chunk;
const said = JSON.parse(given).map((/** @type {any} */ { verdicts, contradictions }) => {
  results.asked = { facts: {}, contradictions, place: "" };
  return Object.fromEntries(
    words.rules.map((/** @type {any} */ rule) => [rule.id, results.headline(rule, verdicts[rule.id])]),
  );
});
process.stdout.write(JSON.stringify(said));
