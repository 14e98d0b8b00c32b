// What is taken of the library that writes XLSX: sheets of rows to a workbook that prints as those made at the build do. It compresses at
// once: for larger files the library's usual way is a worker made from a blob, which `default-src 'self'` forbids. Its package names no
// such way, hence the path.
import { generateXlsxFileSync } from "../../../../node_modules/write-excel-file/modules/export/writeXlsxFileUniversal.js";

// Sizes as macros/tables/to_xlsx.py has them.
const [SMALL, USUAL, TALLEST, NARROW] = [9, 10.5, 409, 160];
const sum = (/** @type {number[]} */ numbers) => numbers.reduce((before, one) => before + one, 0);
const large = (/** @type {number[]} */ widths) => sum(widths) > NARROW;
const halves = (/** @type {string} */ text) => sum([...text].map((sign) => (sign > "\u2000" ? 2 : 1)));
/** @type {(text: string, width: number, size: number) => number} */
const height = (text, width, size) =>
  sum(text.split("\n").map((line) => Math.max(1, Math.ceil(halves(line) / ((width * 10.3) / size - 1))))) *
    size *
    1.39 +
  3;

// What the library leaves open: one sheet of paper wide, the head and the first column on each, and where it is from; filters.
/** @type {(ends: {title: string, place: string, dated: string}) => object} */
const printable = ({ title, place, dated }) => {
  const code = (/** @type {string} */ text) =>
    text.slice(0, 100).replace(/&/g, "&&").replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const header = `&amp;L${code(title)}&amp;R${code(dated)}`;
  const footer = `&amp;L${code(place)}&amp;R第 &amp;P 页，共 &amp;N 页`;
  const ends = `<headerFooter><oddHeader>${header}</oddHeader><oddFooter>${footer}</oddFooter></headerFooter>`;
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (/** @type {string} */ xml, /** @type {{columns: {width: number}[]}} */ { columns }) => {
            const paper = large(columns.map(({ width }) => width)) ? 8 : 9;
            const last = `${String.fromCharCode(64 + columns.length)}${xml.match(/<row /g)?.length}`;
            return xml
              .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace("<pageMargins ", `<autoFilter ref="A1:${last}"/><pageMargins `)
              .replace(
                /<pageSetup [^>]*\/>/,
                () => `<pageSetup paperSize="${paper}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>${ends}`,
              );
          },
        },
        "xl/workbook.xml": {
          transform: (/** @type {string} */ xml, /** @type {{sheet: string}[]} */ sheets) => {
            const names = sheets.map(
              ({ sheet }, at) =>
                `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${sheet}'!$A:$A,'${sheet}'!$1:$1</definedName>`,
            );
            return xml.replace(
              /<definedNames\s*\/>|<definedNames><\/definedNames>/,
              () => `<definedNames>${names.join("")}</definedNames>`,
            );
          },
        },
      },
    },
  };
};

/** @type {(value: string | number, size: number, bold: boolean, color?: string) => object} */
const look = (value, size, bold, color = bold ? "#EEEEEE" : undefined) => ({
  value,
  type: typeof value === "number" ? Number : String,
  wrap: true,
  alignVertical: "top",
  borderColor: "#888888",
  borderStyle: "thin",
  fontSize: size,
  ...(bold ? { fontFamily: "黑体", fontWeight: "bold" } : {}),
  ...(color ? { backgroundColor: color } : {}),
});
/** @type {(page: WorkbookPage) => object} */
const drawn = ({ title, widths, lines, colors = [] }) => {
  const size = large(widths) ? SMALL : USUAL;
  const data = lines.map((line, row) => {
    const tall = Math.max(...line.map((value, column) => height(String(value), widths[column], size)));
    const cells = line.map((value, column) => look(value, size, !row || !column, colors[row]?.[column]));
    return [{ ...cells[0], height: Math.min(TALLEST, row ? tall : tall + size) }, ...cells.slice(1)];
  });
  return {
    data,
    sheet: title,
    columns: widths.map((width) => ({ width })),
    orientation: "landscape",
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  };
};

/** Promises the workbook as a Blob. `ends`: what stands in the corners of every printed sheet. */
globalThis.writeXlsx = (pages, ends) =>
  generateXlsxFileSync(pages.map(drawn), { fontFamily: "宋体", fontSize: 11, features: [printable(ends)] });
