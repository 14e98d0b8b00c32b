// A table's chosen part as a Word document, as macros/tables/to_docx.py makes the whole: the strip, then each question with its answers
// and their words. Comes only when it is asked for, with the library and the styles (wasm_checker/build/bundles/classic/docx.js).
{
  const WORDS = [22, 74, 54]; // widths of a question's columns, as macros/tables/text.py has them

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

    const { heading, kept, table, packed } = globalThis.wordWriter;
    return packed({
      title,
      place,
      dated,
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
    });
  };
}
