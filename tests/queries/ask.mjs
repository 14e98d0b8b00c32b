// What the search finds first: `node ask.mjs DATA < [query …]` as JSON, one list of {rows, provisions, …} on stdout.
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";

import { said } from "../../macros/search/engine/draw.mjs";
import { engine } from "../../macros/search/engine/engine.mjs";

globalThis.window = globalThis; // the data name it
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
    headings: one.rows.map(({ at, asked }) => (asked === null ? data.rows[at][3] : data.asked[asked][1])),
    instruments: one.instruments.map((at) => data.instruments[at].id),
    said: said(data, one, query),
    silent: one.silent,
    unwritten: one.unwritten,
  };
});
process.stdout.write(JSON.stringify(found));
