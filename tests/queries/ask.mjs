// What the search finds first: `node ask.mjs DATA < [query …]` as JSON, one list of {rows, provisions, …} on stdout.
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";

import { engine } from "../../macros/search/engine/engine.mjs";

globalThis.searchData = undefined;
new Function(readFileSync(process.argv[2], "utf-8"))();
const data = globalThis.searchData;
const find = engine(data);
const provision = (/** @type {{ at: number }} */ { at }) =>
  `${data.instruments[data.provisions[at][0]].id}/${data.provisions[at][1].replace(/-/g, "/")}`;
const found = JSON.parse(await text(process.stdin)).map((/** @type {string} */ query) => {
  const one = find(query);
  return {
    rows: one.rows.map(({ at }) => data.rows[at][0]),
    provisions: one.provisions.map(provision),
    kinds: one.provisions.map(({ kind }) => kind),
    terms: one.words.map((at) => data.words[at][0]),
    units: one.query.units.map(({ text: said, lead }) => (lead ? `[${said}]` : said)),
    silent: one.silent,
    unwritten: one.unwritten,
  };
});
process.stdout.write(JSON.stringify(found));
