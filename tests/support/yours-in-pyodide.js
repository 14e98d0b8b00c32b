// Compares a text in the runtime as published, with the page's own Python: {"text", "held"} in on stdin as JSON; out, as JSON, what the
// three calls answer, and how many seconds of the processor reading and comparing took.
// Usage: node yours-in-pyodide.js ARCHIVE
import { readFile } from "node:fs/promises";

import { loadPyodide } from "pyodide";

const python = await loadPyodide();
python.unpackArchive(new Uint8Array(await readFile(process.argv[2])), "zip");
const page = python.pyimport("yours.page");

let given = "";
for await (const chunk of process.stdin) given += chunk;
const { text, held } = JSON.parse(given);
const started = process.cpuUsage();
const read = JSON.parse(page.read(python.toPy(new TextEncoder().encode(text)), "您的.txt"));
const result = page.compare(JSON.stringify(read.elements), held, read.title);
const spent = process.cpuUsage(started); // of the processor, which others may share
const seconds = (spent.user + spent.system) / 1e6;
const book = JSON.parse(page.table(result));
process.stdout.write(JSON.stringify({ read, result: JSON.parse(result), book, seconds }));
