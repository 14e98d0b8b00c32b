// Lays paragraphs out as GB/T 9704-2012 asks and makes a DOCX of them. The library is loaded here, and only when one is made.
import { SCRIPTS } from "./theme-scripts.js";

/** @typedef {typeof import("docx")} Docx */
/**
 * @typedef {{role?: Role, size?: number, centred?: boolean, indented?: boolean, keep?: boolean, right?: number, left?: number,
 *   hanging?: number, height?: number, plain?: boolean, rest?: string}} Look
 */
/** @typedef {keyof typeof FONTS} Role */

const MM = 1440 / 25.4;
/** @type {(millimetres: number) => number} */
const twips = (millimetres) => Math.round(millimetres * MM);
const LINE = 28 * 20; // fixed, in twentieths of a point: 22 lines on a page of 225 mm
const SQUEEZE = -5; // a quarter point less a character: 28 of 16 points each in a line of 156 mm
const CHARACTER = 16 * 20 + SQUEEZE;
const FONTS = {
  title: ["方正小标宋简体", "小标宋;华文中宋;宋体;SimSun"],
  body: ["仿宋_GB2312", "仿宋;FangSong;华文仿宋"],
  heading: ["黑体", "SimHei;华文黑体"],
  second: ["楷体_GB2312", "楷体;KaiTi;华文楷体"],
  number: ["宋体", "SimSun;华文宋体"],
};
/** @type {Role[]} */
const LEVELS = ["body", "heading", "second"];
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** @type {(role: Role) => import("docx").IFontAttributesProperties} */
const font = (role) => ({
  ascii: "Times New Roman",
  hAnsi: "Times New Roman",
  cs: "Times New Roman",
  eastAsia: FONTS[role][0],
  hint: "eastAsia",
});

/** The fonts of the document's theme: none but those of its text. */
function themeFonts() {
  const { ascii: latin, cs: complexScript, eastAsia } = font("body");
  const scripts = Object.fromEntries(SCRIPTS.map((script) => [script, FONTS.body[0]]));
  const fonts = { latin, complexScript, eastAsia, scripts };
  return { headings: fonts, body: fonts };
}

/** Other names for fonts that a machine may not have, for Word and WPS to try in turn. */
function fontTable() {
  const rows = Object.values(FONTS).map(
    ([name, others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others.replaceAll(";", ",")}"/><w:charset w:val="86"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${rows.join("")}</w:fonts>`;
}

/**
 * A DOCX of {note, title, to, body: [{level, text}], attachments, signature, annex}, as a Blob. `note`, `to`, `attachments` and `annex`
 * may be left out.
 * `output`: "blob", or "nodebuffer" for tests.
 * @param {Content} content
 * @param {"blob" | "nodebuffer"} output
 * @param {() => Promise<Docx>} library
 */
export async function gongwen(content, output = "blob", library = () => import("../docx.js")) {
  const docx = await library();
  const made = new docx.Document({
    title: content.title,
    creator: "",
    lastModifiedBy: "",
    evenAndOddHeaderAndFooters: true,
    theme: { fonts: themeFonts() },
    styles: {
      default: {
        document: {
          run: {
            font: font("body"),
            size: 32,
            characterSpacing: SQUEEZE,
            language: { value: "zh-CN", eastAsia: "zh-CN" },
          },
        },
      },
    },
    sections: [{ ...page(docx, content), children: paragraphs(docx, content) }],
  });
  const packed = await docx.Packer.pack(made, output, false, [{ path: "word/fontTable.xml", data: fontTable() }]);
  return output === "blob" ? new Blob([/** @type {Blob} */ (packed)], { type: DOCX }) : packed;
}

/** @param {Docx} docx @param {Content} content */
function page(docx, { note }) {
  const header = () =>
    new docx.Header({ children: [line(docx, note ?? "", { size: 21, role: "number", plain: true })] });
  const footer = (/** @type {boolean} */ right) =>
    new docx.Footer({
      children: [
        new docx.Paragraph({
          alignment: right ? docx.AlignmentType.RIGHT : docx.AlignmentType.LEFT,
          indent: right ? { right: 280 } : { left: 280 }, // one character of 14 points
          children: [
            new docx.TextRun({
              font: { ...font("number"), ascii: "SimSun", hAnsi: "SimSun" },
              size: 28,
              characterSpacing: 0,
              children: ["— ", docx.PageNumber.CURRENT, " —"],
            }),
          ],
        }),
      ],
    });
  const size = { width: twips(210), height: twips(297) };
  const margin = {
    top: twips(37),
    bottom: twips(35),
    left: twips(28),
    right: twips(26),
    header: twips(20),
    footer: twips(25),
  };
  return {
    properties: { page: { size, margin } },
    headers: { default: header(), even: header() },
    footers: { default: footer(true), even: footer(false) },
  };
}

const [LINES, CHARACTERS] = [22, 28]; // of a page, and of a line

/**
 * How many pages a paper takes without its annex, about: as many characters of 16 points as it has, or fewer where some are narrower.
 * @param {Content} content
 */
export function pages({ title, to, body, attachments = [], signature = [] }) {
  const long = (/** @type {string} */ text) => Math.ceil(text.length / CHARACTERS);
  const above = titleLines(title).length * (36 / 28) + 1 + (to ? long(to) : 0);
  const paragraph = body.map(({ text, rest = "" }) => long(`  ${text}${rest}`));
  const below = attachments.length && 1 + attachments.length;
  const sum = paragraph.reduce(
    (before, one) => before + one,
    above + below + (signature.length && 1 + signature.length),
  );
  return Math.ceil(sum / LINES);
}

/** @param {Docx} docx @param {Content} content */
function paragraphs(docx, { title, to, body, attachments = [], signature = [], annex }) {
  const empty = () => line(docx, "");
  const kept = () => line(docx, "", { keep: true });
  return [
    ...titleLines(title).map((text) => line(docx, text, { role: "title", size: 44, centred: true, height: 36 * 20 })),
    empty(),
    ...(to ? [line(docx, to)] : []),
    ...body.map(({ level, text, rest }) =>
      line(docx, text, { role: LEVELS[level], indented: true, keep: level > 0 && !rest, rest }),
    ),
    ...(attachments.length ? [empty(), ...listed(docx, attachments)] : []),
    ...(signature.length ? [kept(), ...signed(docx, signature)] : []),
    ...(annex ? annexed(docx, annex) : []),
  ];
}

/**
 * A title longer than a line is broken after its last 的, so that no word is torn.
 * @param {string} title
 */
function titleLines(title) {
  const at = title.lastIndexOf("的") + 1;
  return title.length > 20 && at > 0 && at < title.length ? [title.slice(0, at), title.slice(at)] : [title];
}

/**
 * 附件：1. …, the later ones under the first number.
 * @param {Docx} docx @param {string[]} names
 */
function listed(docx, names) {
  const lead = "附件：".length;
  return names.map((name, index) => {
    const number = names.length > 1 ? `${index + 1}. ` : "";
    const left = (2 + lead + (number ? 1 : 0)) * CHARACTER;
    return line(docx, `${index ? "" : "附件："}${number}${name}`, {
      keep: index === names.length - 1,
      left,
      hanging: index ? (number ? CHARACTER : 0) : left - 2 * CHARACTER,
    });
  });
}

/**
 * The annex on a page of its own: the word 附件, its title, and its items numbered.
 * @param {Docx} docx @param {{title: string, items: string[]}} annex
 */
function annexed(docx, { title, items }) {
  return [
    new docx.Paragraph({ pageBreakBefore: true, children: [run(docx, "附件", "heading", 32)] }),
    line(docx, ""),
    line(docx, title, { role: "title", size: 44, centred: true, height: 36 * 20 }),
    line(docx, ""),
    ...items.map((text, index) => line(docx, `${index + 1}. ${text}`, { indented: true })),
  ];
}

/**
 * The signature and the date under it, two characters from the right; never alone on a page.
 * @param {Docx} docx @param {string[]} lines
 */
function signed(docx, lines) {
  return lines.map((text, index) => line(docx, text, { right: 2 * CHARACTER, keep: index < lines.length - 1 }));
}

/** @param {Docx} docx @param {string} text @param {Look} look */
function line(
  docx,
  text,
  { role = "body", size = 32, centred, indented, keep, right, left, hanging, height = LINE, plain, rest } = {},
) {
  const alignment = centred
    ? docx.AlignmentType.CENTER
    : right
      ? docx.AlignmentType.RIGHT
      : plain || left
        ? docx.AlignmentType.LEFT
        : docx.AlignmentType.BOTH;
  const indent = indented
    ? { firstLine: 2 * CHARACTER }
    : { ...(right && { right }), ...(left && { left }), ...(hanging && { hanging }) };
  return new docx.Paragraph({
    alignment,
    indent,
    keepNext: keep,
    widowControl: false,
    spacing: {
      line: size < 32 ? 240 : height,
      lineRule: size < 32 ? docx.LineRuleType.AUTO : docx.LineRuleType.EXACT,
      before: 0,
      after: 0,
    },
    children: [
      ...(text ? [run(docx, text, role, size)] : []),
      ...(rest ? [run(docx, rest, "body", size)] : []), // a heading and its text in one paragraph
    ],
  });
}

/** @param {Docx} docx @param {string} text @param {Role} role @param {number} size */
const run = (docx, text, role, size) =>
  new docx.TextRun({ text, font: font(role), size, characterSpacing: size === 32 ? SQUEEZE : 0 });
