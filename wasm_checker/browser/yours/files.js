// What was found as a workbook and as a Word document; the libraries come only when they are asked for.
import { download } from "../kit/download.js";
import { once } from "./late.js";

/** @typedef {import("./shapes").Book} Book */

const [WIDE, HIGH, EDGE] = [11906, 16838, 680]; // A4 in twentieths of a point
const FONT = "宋体";

/**
 * Whether the browser took the file.
 * @param {Book} book @param {string} root
 */
export async function saveXlsx(book, root) {
  await once(`${root}assets/vendor/write-excel-file.js`);
  const cell = (/** @type {string} */ value, /** @type {boolean} */ bold) => ({
    value,
    type: String,
    wrap: true,
    alignVertical: "top",
    borderColor: "#888888",
    borderStyle: "thin",
    ...(bold ? { fontWeight: "bold", backgroundColor: "#EEEEEE" } : {}),
  });
  const sheets = book.sheets.map((sheet) => ({
    data: [sheet.head, ...sheet.rows].map((row, at) => row.map((value) => cell(value, !at))),
    sheet: sheet.title,
    columns: sheet.widths.map((width) => ({ width })),
    orientation: "landscape",
    stickyRowsCount: 1,
  }));
  sheets.push({
    data: book.notes.map((note) => [cell(note, false)]),
    sheet: "说明",
    columns: [{ width: 100 }],
    orientation: "landscape",
    stickyRowsCount: 0,
  });
  const blob = await globalThis.writeXlsx(sheets, { fontFamily: FONT, fontSize: 10.5 });
  return download(blob, `${book.file}.xlsx`);
}

/** @param {Book} book @param {string} root */
export async function saveDocx(book, root) {
  await once(`${root}assets/vendor/docx.js`);
  const word = globalThis.wordWriter;
  const room = HIGH - 2 * EDGE;
  const paragraph = (/** @type {string} */ text, bold = false) =>
    new word.Paragraph({ children: [new word.TextRun({ text, bold: bold || undefined })] });
  const heading = (/** @type {string} */ text, level = 2) =>
    new word.Paragraph({ text, style: `Heading${level}`, keepNext: true });
  const tableOf = (/** @type {import("./shapes").Sheet} */ sheet) => {
    const whole = sheet.widths.reduce((sum, one) => sum + one, 0);
    const widths = sheet.widths.map((one) => Math.floor((room * one) / whole));
    return new word.Table({
      style: "TableGrid",
      columnWidths: widths,
      width: { size: room, type: "dxa" },
      layout: word.TableLayoutType.FIXED,
      rows: [sheet.head, ...sheet.rows].map(
        (line, row) =>
          new word.TableRow({
            tableHeader: !row,
            children: line.map(
              (text, at) =>
                new word.TableCell({
                  width: { size: widths[at], type: "dxa" },
                  children: text.split("\n").map((one) => paragraph(one, !row)),
                }),
            ),
          }),
      ),
    });
  };
  const fonts = {
    latin: FONT,
    complexScript: FONT,
    eastAsia: FONT,
    scripts: Object.fromEntries(word.SCRIPTS.map((script) => [script, FONT])),
  };
  const { CURRENT, TOTAL_PAGES } = word.PageNumber;
  const corner = (/** @type {string} */ style, /** @type {string[]} */ ...children) =>
    new word.Paragraph({ style, children: [new word.TextRun({ children: /** @type {any} */ (children) })] });
  const made = new word.Document({
    title: book.title,
    creator: "",
    lastModifiedBy: "",
    theme: { fonts: { headings: fonts, body: fonts } },
    sections: [
      {
        properties: {
          page: {
            size: { width: WIDE, height: HIGH, orientation: "landscape" },
            margin: { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE },
          },
        },
        headers: { default: new word.Header({ children: [corner("Header", `${book.title}\t${book.notes[0]}`)] }) },
        footers: {
          default: new word.Footer({ children: [corner("Footer", "第 ", CURRENT, " 页，共 ", TOTAL_PAGES, " 页")] }),
        },
        children: [
          heading(book.title, 1),
          ...book.notes.map((note) => paragraph(note)),
          ...book.sheets.flatMap((sheet) => [heading(sheet.title), tableOf(sheet)]),
        ],
      },
    ],
  });
  const packed = await word.Packer.pack(made, "blob", false, [
    { path: "word/fontTable.xml", data: word.fonts },
    { path: "word/styles.xml", data: word.styles },
  ]);
  const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  return download(new Blob([/** @type {Blob} */ (packed)], { type }), `${book.file}.docx`);
}
