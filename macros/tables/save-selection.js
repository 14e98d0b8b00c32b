// Takes away what the reader sees: the chosen rows and columns of the table's workbook, as XLSX, DOCX or CSV, made in the browser.
import { once, Unreached } from "../../wasm_checker/browser/kit/late.js";

{
  const form = /** @type {HTMLFormElement} */ (document.querySelector(".choose"));
  const table = /** @type {HTMLTableElement} */ (document.querySelector("table.comparison"));

  /** The places in `ids` of what the page shows, in the order in which it stands there. */
  /** @type {<T extends HTMLElement>(ids: string[], elements: T[], idOf: (one: T) => string) => number[]} */
  const places = (ids, elements, idOf) => elements.filter(({ hidden }) => !hidden).map((one) => ids.indexOf(idOf(one)));

  /** A row of answers as the rows it takes: what is too long for one goes on in the next, whose name says so. */
  const unfolded = (/** @type {string[][]} */ row) =>
    Array.from({ length: Math.max(...row.map((pieces) => pieces.length)) }, (_, number) =>
      row.map((pieces, column) => (number && !column ? `${pieces[0].split("\n")[0]}（续）` : (pieces[number] ?? ""))),
    );
  const letter = (/** @type {string} */ text) => /^([A-Z]) /.exec(text)?.[1];
  const classes = (/** @type {string[]} */ briefs) => new Set(briefs.map(letter).filter(Boolean)).size;

  /** Where the rows and columns that are shown stand in the table's workbook, in the order of the page. */
  const picks = async () => {
    await once(/** @type {string} */ (form.dataset.table));
    const { columns, rows } = globalThis.comparison;
    const head = /** @type {HTMLTableSectionElement} */ (table.tHead);
    return {
      across: places(
        columns,
        [...head.rows[0].cells].slice(1),
        ({ dataset }) => /** @type {string} */ (dataset.column),
      ),
      down: places(rows, [...table.tBodies[0].rows], (row) => row.cells[0].id),
    };
  };

  /** The sheets of the table's workbook (macros/tables/selection.py), cut down to the rows and columns that are shown. */
  /** @returns {Promise<WorkbookPage[]>} */
  const sheets = async () => {
    const { across, down } = await picks();
    const { columns, about, sheets: whole } = globalThis.comparison;
    /** @type {<T>(line: T[]) => T[]} */
    const picked = (line) => [line[0], ...across.map((column) => line[column + 1])];
    /** @type {<T>(line: T[]) => T[]} */
    const others = (line) => line.slice(columns.length + 1); // after the instruments: how many classes, and the group
    const [strip, shown, quoted] = whole;
    const briefs = down.map((row) => {
      const [name, ...said] = picked(strip.rows[row]).map(String);
      return [name, ...said, classes(said), ...others(strip.rows[row]).slice(1)];
    });
    const answers = down.flatMap((row) => unfolded(picked(shown.rows[row])));
    const cells = down.flatMap((row) => across.map((column) => quoted.rows[row * columns.length + column]));
    const facts = about.rows.map(([name, said]) => [name, name === "网址" ? where() : said]);
    const chosen = document.querySelector(".chosen")?.textContent?.replace(/^照选择打印：/, "");
    return [
      {
        title: strip.title,
        widths: [...picked(strip.widths), ...others(strip.widths)],
        lines: [[...picked(strip.head), ...others(strip.head)], ...briefs],
        colors: [[], ...briefs.map(tones)],
      },
      { title: shown.title, widths: picked(shown.widths), lines: [picked(shown.head), ...answers] },
      { title: quoted.title, widths: quoted.widths, lines: [quoted.head, ...cells] },
      {
        title: about.title,
        widths: about.widths,
        lines: [about.head, ...facts, ...(chosen ? [["所选", chosen]] : [])],
      },
    ];
  };

  /** The address of what is seen, or of the page within the site where it is opened from a disk. */
  const where = () =>
    location.protocol.startsWith("http") ? location.href.split("#")[0] : globalThis.comparison.place;

  const save = (/** @type {Blob} */ blob, /** @type {string} */ ending) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${form.dataset.title}（所选）.${ending}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };

  // What a spreadsheet would take for a formula, and run, it takes for text behind an apostrophe; as macros/tables/to_csv.py has it.
  const harmless = (/** @type {string} */ value) => (/^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(value) ? `'${value}` : value);
  const quotable = (/** @type {string} */ value) => (/[",\r\n]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value);
  const field = (/** @type {string} */ value) => quotable(harmless(value));
  const csv = async () => {
    const [, , quoted] = await sheets();
    const lines = quoted.lines.map((row) => `${row.map((value) => field(String(value))).join(",")}\r\n`);
    save(new Blob(["\uFEFF", ...lines], { type: "text/csv;charset=utf-8" }), "csv");
  };

  const TONES = ["#DCE9F7", "#FBE5D0", "#DFF0D8", "#EFE0F2", "#FFF3BF", "#D9D9D9"];
  /** Cells of a row that share a letter share a colour. */
  const tones = (/** @type {(string | number)[]} */ line) => {
    const letters = line.map((value, column) => (column ? letter(String(value)) : undefined));
    return letters.map((one) =>
      one && letters.filter((other) => other === one).length > 1
        ? TONES[(one.charCodeAt(0) - 65) % TONES.length]
        : undefined,
    );
  };
  const xlsx = async () => {
    const [pages] = await Promise.all([sheets(), once(/** @type {string} */ (form.dataset.writer))]);
    const { dated } = globalThis.comparison;
    save(await globalThis.writeXlsx(pages, { title: `${form.dataset.title}（所选）`, place: where(), dated }), "xlsx");
  };

  const docx = async () => {
    const scripts = /** @type {string} */ (form.dataset.docx).split(" ");
    const [[strip], picked] = await Promise.all([sheets(), picks(), ...scripts.map(once)]);
    const wide = picked.across.length + 1; // without the number of classes and the group
    const lines = strip.lines.map((line) => line.slice(0, wide).map(String));
    const colors = (strip.colors ?? []).map((line) => line.slice(0, wide).map((color) => color?.slice(1)));
    const title = `${form.dataset.title}（所选）`;
    save(
      await globalThis.writeDocx({
        title,
        place: where(),
        strip: { lines, widths: strip.widths.slice(0, wide), colors },
        ...picked,
      }),
      "docx",
    );
  };

  const told = (/** @type {() => Promise<void>} */ act) => async () => {
    try {
      await act();
    } catch (error) {
      console.error(error);
      const why = error instanceof Unreached ? "网络中断" : "这是本站的差错，请告诉维护者";
      /** @type {HTMLElement} */ (document.querySelector(".choose__count")).textContent =
        `没能导出（${why}）。可以改下整表，或者再试一次。`;
    }
  };
  for (const [name, act] of Object.entries({ csv, xlsx, docx })) {
    form.querySelector(`[data-do=${name}]`).addEventListener("click", told(act));
  }
}
