// What was found as a workbook and as a Word document; the libraries come only when they are asked for.
import { download } from "../kit/download.js";
import { once } from "../kit/late.js";

/** @typedef {import("./shapes").Book} Book */

/** What stands in the corners of every printed sheet. @param {Book} book */
const ends = ({ title, mark }) => ({ title, place: location.href.split("#")[0], dated: mark });

/**
 * Promises whether the browser took the file.
 * @param {Book} book @param {string} root from the page to the site's root
 */
export async function saveXlsx(book, root) {
  await once(`${root}assets/vendor/write-excel-file.js`);
  const pages = book.sheets.map(({ title, widths, head, rows }) => ({ title, widths, lines: [head, ...rows] }));
  const notes = { title: "说明", widths: [100], lines: [[book.mark], ...book.notes.map((note) => [note])] };
  const blob = await globalThis.writeXlsx([...pages, notes], ends(book));
  return download(blob, `${book.file}.xlsx`);
}

/** The same as a Word document. @param {Book} book @param {string} root */
export async function saveDocx(book, root) {
  await once(`${root}assets/vendor/docx.js`);
  const { paragraph, heading, table, packed } = globalThis.wordWriter;
  const children = [
    heading(book.title, 1),
    ...book.notes.map((note) => paragraph(note)),
    ...book.sheets.flatMap(({ title, widths, head, rows }) => [heading(title), table([head, ...rows], widths, false)]),
  ];
  return download(await packed({ ...ends(book), children }), `${book.file}.docx`);
}
