// What is taken of the library that writes DOCX: paragraphs, tables and a document on A4 laid across, with the styles of the files made at
// the build, so that all look alike.
import {
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
} from "docx";
import fonts from "../../../../macros/tables/word/word/fontTable.xml";
import styles from "../../../../macros/tables/word/word/styles.xml";
import { SCRIPTS } from "../../../browser/papers/theme-scripts.js";

const [WIDE, HIGH, SIDE, EDGE, CORNER] = [11906, 16838, 680, 850, 400]; // A4, its edges, in twentieths of a point
const ROOM = HIGH - 2 * SIDE;
const LONG = 600; // a text of so many characters may run on to the next page
const HEADED = "EEEEEE";
const FONT = "宋体";
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const paragraph = (/** @type {string} */ text, bold = false) =>
  new Paragraph({ children: [new TextRun({ text, bold: bold || undefined })] });
const heading = (/** @type {string} */ text, level = 2) =>
  new Paragraph({ text, style: `Heading${level}`, keepNext: true });
const kept = (/** @type {string} */ text) => new Paragraph({ text, keepNext: true });

/** @type {(text: string, width: number, head: boolean, led: boolean, color?: string) => TableCell} */
const cell = (text, width, head, led, color = head ? HEADED : undefined) => {
  const lines = text.split("\n");
  return new TableCell({
    width: { size: width, type: "dxa" },
    shading: color ? { type: ShadingType.CLEAR, color: "auto", fill: color } : undefined,
    children: lines.map((line, at) => paragraph(line, !at && (head || (led && lines.length > 1)))),
  });
};

/**
 * The first line and the first column are its heads. `shares`: of the room, by column. `led`: a text's first line is its headline.
 * `colors`: by line and cell, as six digits.
 * @type {(lines: string[][], shares: number[], led: boolean, colors?: (string | undefined)[][]) => Table}
 */
const table = (lines, shares, led, colors = []) => {
  const whole = shares.reduce((sum, one) => sum + one, 0);
  const widths = shares.map((one) => Math.floor((ROOM * one) / whole));
  return new Table({
    style: "TableGrid",
    columnWidths: widths,
    width: { size: ROOM, type: "dxa" },
    layout: TableLayoutType.FIXED,
    rows: lines.map(
      (line, row) =>
        new TableRow({
          tableHeader: !row,
          cantSplit: line.every((text) => text.length < LONG),
          children: line.map((text, at) => cell(text, widths[at], !row || !at, led, colors[row]?.[at])),
        }),
    ),
  });
};

/** @type {(style: string, ...children: string[]) => Paragraph} */
const corner = (style, ...children) =>
  new Paragraph({ style, children: [new TextRun({ children: /** @type {any} */ (children) })] });

/**
 * Promises the document as a Blob. `dated` and `place` stand in the corners of every page.
 * @type {(given: {title: string, place: string, dated: string, children: (Paragraph | Table)[]}) => Promise<Blob>}
 */
const packed = async ({ title, place, dated, children }) => {
  const named = {
    latin: FONT,
    complexScript: FONT,
    eastAsia: FONT,
    scripts: Object.fromEntries(SCRIPTS.map((script) => [script, FONT])),
  };
  const { CURRENT, TOTAL_PAGES } = PageNumber;
  const made = new Document({
    title,
    creator: "",
    lastModifiedBy: "",
    description: place,
    theme: { fonts: { headings: named, body: named } },
    sections: [
      {
        properties: {
          page: {
            size: { width: WIDE, height: HIGH, orientation: "landscape" },
            margin: { top: EDGE, bottom: EDGE, left: SIDE, right: SIDE, header: CORNER, footer: CORNER },
          },
        },
        headers: { default: new Header({ children: [corner("Header", `${title}\t${dated}`)] }) },
        footers: {
          default: new Footer({
            children: [corner("Footer", `${place}\t第 `, CURRENT, " 页，共 ", TOTAL_PAGES, " 页")],
          }),
        },
        children,
      },
    ],
  });
  const blob = await Packer.pack(made, "blob", false, [
    { path: "word/fontTable.xml", data: fonts },
    { path: "word/styles.xml", data: styles },
  ]);
  return new Blob([/** @type {Blob} */ (blob)], { type: TYPE });
};

globalThis.wordWriter = { paragraph, heading, kept, table, packed };
