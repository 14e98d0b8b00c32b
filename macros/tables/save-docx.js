// A table's chosen part as a Word document, as macros/tables/to_docx.py makes the whole: the strip, then each question with its answers
// and their words. Comes only when it is asked for, with the library and the styles (wasm_checker/build/bundles/classic/docx.js).
{
  const [WIDE, HIGH, SIDE, EDGE, CORNER] = [11906, 16838, 680, 850, 400]; // A4, its edges, in twentieths of a point
  const ROOM = HIGH - 2 * SIDE;
  const WORDS = [22, 74, 54]; // widths of a question's columns, as macros/tables/text.py has them
  const LONG = 600; // a quote of so many characters may run on to the next page
  const HEADED = "EEEEEE";
  const FONT = "宋体";
  const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  globalThis.writeDocx = async ({ title, place, strip, across, down }) => {
    const { columns, dated, about, sheets } = globalThis.comparison;
    const [, shown, quoted] = sheets;
    const words = quoted.head.indexOf("原文");
    const questions = down.map((row) => {
      const [name, asks] = shown.rows[row][0].join("").split("\n");
      const answers = across.flatMap((column) =>
        shown.rows[row][column + 1].map((piece, at) => [
          at ? `${shown.head[column + 1].split("\n")[0]}（续）` : shown.head[column + 1],
          piece,
          at ? "" : quoted.rows[row * columns.length + column][words],
        ]),
      );
      return { name, asks, answers };
    });
    const note = about.rows.find(([fact]) => fact === "怎样看")?.[1] ?? "";

    const word = globalThis.wordWriter;
    const paragraph = (/** @type {string} */ text, bold = false) =>
      new word.Paragraph({ children: [new word.TextRun({ text, bold: bold || undefined })] });

    /** @type {(text: string, width: number, head: boolean, led: boolean, color?: string) => import("docx").TableCell} */
    const cell = (text, width, head, led, color = head ? HEADED : undefined) => {
      const lines = text.split("\n");
      return new word.TableCell({
        width: { size: width, type: "dxa" },
        shading: color ? { type: word.ShadingType.CLEAR, color: "auto", fill: color } : undefined,
        children: lines.map((line, at) => paragraph(line, !at && (head || (led && lines.length > 1)))),
      });
    };
    /** @type {(lines: string[][], shares: number[], led: boolean, colors?: (string | undefined)[][]) => import("docx").Table} */
    const table = (lines, shares, led, colors = []) => {
      const whole = shares.reduce((sum, one) => sum + one, 0);
      const widths = shares.map((one) => Math.floor((ROOM * one) / whole));
      return new word.Table({
        style: "TableGrid",
        columnWidths: widths,
        width: { size: ROOM, type: "dxa" },
        layout: word.TableLayoutType.FIXED,
        rows: lines.map(
          (line, row) =>
            new word.TableRow({
              tableHeader: !row,
              cantSplit: line.every((text) => text.length < LONG),
              children: line.map((text, at) => cell(text, widths[at], !row || !at, led, colors[row]?.[at])),
            }),
        ),
      });
    };
    const heading = (/** @type {string} */ text, level = 2) =>
      new word.Paragraph({ text, style: `Heading${level}`, keepNext: true });
    const kept = (/** @type {string} */ text) => new word.Paragraph({ text, keepNext: true });
    /** @type {(...children: (string)[]) => import("docx").Paragraph} */
    const corner = (style, ...children) =>
      new word.Paragraph({ style, children: [new word.TextRun({ children: /** @type {any} */ (children) })] });

    const fonts = {
      latin: FONT,
      complexScript: FONT,
      eastAsia: FONT,
      scripts: Object.fromEntries(word.SCRIPTS.map((script) => [script, FONT])),
    };
    const { CURRENT, TOTAL_PAGES } = word.PageNumber;
    const made = new word.Document({
      title,
      creator: "",
      lastModifiedBy: "",
      description: place,
      theme: { fonts: { headings: fonts, body: fonts } },
      sections: [
        {
          properties: {
            page: {
              size: { width: WIDE, height: HIGH, orientation: "landscape" },
              margin: { top: EDGE, bottom: EDGE, left: SIDE, right: SIDE, header: CORNER, footer: CORNER },
            },
          },
          headers: { default: new word.Header({ children: [corner("Header", `${title}\t${dated}`)] }) },
          footers: {
            default: new word.Footer({
              children: [corner("Footer", `${place}\t第 `, CURRENT, " 页，共 ", TOTAL_PAGES, " 页")],
            }),
          },
          children: [
            heading(title, 1),
            kept(note),
            heading("简答"),
            table(strip.lines, strip.widths, false, strip.colors),
            ...questions.flatMap(({ name, asks, answers }) => [
              heading(name),
              kept(asks),
              table([[name, "回答", "原文"], ...answers], WORDS, true),
            ]),
          ],
        },
      ],
    });
    const packed = await word.Packer.pack(made, "blob", false, [
      { path: "word/fontTable.xml", data: word.fonts },
      { path: "word/styles.xml", data: word.styles },
    ]);
    return new Blob([/** @type {Blob} */ (packed)], { type: TYPE });
  };
}
