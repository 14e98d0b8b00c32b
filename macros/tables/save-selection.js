// Takes away what the reader sees: the chosen rows and columns of the table's workbook, as XLSX or CSV, made in the browser.
{
  const form = /** @type {HTMLFormElement} */ (document.querySelector(".choose"));
  const table = /** @type {HTMLTableElement} */ (document.querySelector("table.comparison"));
  class Unreached extends Error {}

  /** @type {Map<string, Promise<unknown>>} */
  const loading = new Map();
  const load = (/** @type {string} */ address) => {
    const script = document.createElement("script");
    const arrived = new Promise((resolve, reject) => {
      script.onload = resolve;
      script.onerror = () => reject(new Unreached(address));
    });
    script.src = address;
    document.head.append(script);
    return arrived;
  };
  /** Loads a script once; what did not come is asked for again. */
  const once = async (/** @type {string} */ address) => {
    if (!loading.has(address)) loading.set(address, load(address));
    try {
      await loading.get(address);
    } catch (error) {
      loading.delete(address);
      throw error;
    }
  };

  /** The places in `ids` of what the page shows, in the order in which it stands there. */
  /** @type {<T extends HTMLElement>(ids: string[], elements: T[], idOf: (one: T) => string) => number[]} */
  const places = (ids, elements, idOf) => elements.filter(({ hidden }) => !hidden).map((one) => ids.indexOf(idOf(one)));

  /** The two sheets of the table's workbook (macros/tables/selection.py), cut down to the rows and columns that are shown. */
  const sheets = async () => {
    await once(/** @type {string} */ (form.dataset.table));
    const { columns, rows, sheets: whole } = globalThis.comparison;
    const head = /** @type {HTMLTableSectionElement} */ (table.tHead);
    const across = places(
      columns,
      [...head.rows[0].cells].slice(1),
      ({ dataset }) => /** @type {string} */ (dataset.column),
    );
    const down = places(rows, [...table.tBodies[0].rows], (row) => row.cells[0].id);
    /** @type {<T>(line: T[]) => T[]} */
    const picked = (line) => [line[0], ...across.map((column) => line[column + 1])];
    const [shown, quoted] = whole;
    const cells = down.flatMap((row) => across.map((column) => quoted.rows[row * columns.length + column]));
    return [
      {
        title: shown.title,
        widths: picked(shown.widths),
        lines: [shown.head, ...down.map((row) => shown.rows[row])].map(picked),
      },
      { title: quoted.title, widths: quoted.widths, lines: [quoted.head, ...cells] },
    ];
  };

  const save = (/** @type {Blob} */ blob, /** @type {string} */ ending) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${form.dataset.title}（所选）.${ending}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };

  // What a spreadsheet would take for a formula, and run, it takes for text behind an apostrophe; as macros/tables/to_csv.py has it.
  const harmless = (/** @type {string} */ value) => (/^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(value) ? `'${value}` : value);
  const quotable = (/** @type {string} */ value) =>
    /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  const field = (/** @type {string} */ value) => quotable(harmless(value));
  const csv = async () => {
    const [, quoted] = await sheets();
    const lines = quoted.lines.map((row) => `${row.map(field).join(",")}\r\n`);
    save(new Blob(["\uFEFF", ...lines], { type: "text/csv;charset=utf-8" }), "csv");
  };

  // What the library leaves open: one sheet of paper wide, the head and the first column on each.
  const printable = {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (/** @type {string} */ xml) =>
            xml
              .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace(
                /<pageSetup [^>]*\/>/,
                '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
              ),
        },
        "xl/workbook.xml": {
          transform: (/** @type {string} */ xml, /** @type {{sheet: string}[]} */ sheets) => {
            const names = sheets.map(
              ({ sheet }, at) =>
                `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${sheet}'!$A:$A,'${sheet}'!$1:$1</definedName>`,
            );
            return xml.replace(
              /<definedNames\s*\/>|<definedNames><\/definedNames>/,
              `<definedNames>${names.join("")}</definedNames>`,
            );
          },
        },
      },
    },
  };

  const look = (/** @type {string} */ value, /** @type {boolean} */ bold) => ({
    value,
    type: String,
    wrap: true,
    alignVertical: "top",
    borderColor: "#888888",
    borderStyle: "thin",
    ...(bold ? { fontWeight: "bold", backgroundColor: "#eeeeee" } : {}),
  });
  /** @type {(sheet: Awaited<ReturnType<typeof sheets>>[0]) => object} */
  const page = ({ title, widths, lines }) => ({
    data: lines.map((line, row) => line.map((value, column) => look(value, !row || !column))),
    sheet: title,
    columns: widths.map((width) => ({ width })),
    orientation: "landscape",
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  });

  const xlsx = async () => {
    const [pages] = await Promise.all([sheets(), once(/** @type {string} */ (form.dataset.writer))]);
    const options = { fontFamily: "宋体", fontSize: 9, features: [printable] };
    save(await globalThis.writeXlsx(pages.map(page), options), "xlsx");
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
  form.querySelector("[data-do=csv]").addEventListener("click", told(csv));
  form.querySelector("[data-do=xlsx]").addEventListener("click", told(xlsx));
}
