// Takes away what the reader sees: the chosen rows and columns, as XLSX or CSV, made in the browser.
{
  const form = document.querySelector(".choose");
  const table = document.querySelector("table.comparison");
  const text = (element) => element?.textContent.trim() ?? "";
  const said = (cell, what) => text(cell.querySelector(what));

  const columns = () => [...table.tHead.rows[0].cells].slice(1).filter((column) => !column.hidden);
  const rows = () => [...table.tBodies[0].rows].filter((row) => !row.hidden);
  const cells = (row) => [...row.cells].slice(1).filter((cell) => !cell.hidden);

  const marks = (column) => [...column.querySelectorAll(".chip")].map(text).join("；");
  const status = (cell) => cell.querySelector(".badge").lastChild.textContent.trim();
  const asked = (row) => `${said(row, "strong")}\n${said(row, ".asks")}`;
  const note = (cell) => said(cell, ".note").replace(/^注\s*/, "");
  const external = (cell) => said(cell, ".external").replace(/^另见本站没有收录的\s*/, "");
  const quotes = (cell) =>
    [...cell.querySelectorAll("blockquote")].map((quote) => {
      const lines = [...quote.querySelectorAll("p")].map(text).join("\n");
      return `“${lines}”（${said(quote, "footer")}）`;
    });

  const answered = (cell) =>
    [
      `【${status(cell)}】${said(cell, ".answer")}`,
      said(cell, ".cites").replace(/\s+/, "："),
      note(cell) && `注：${note(cell)}`,
      said(cell, ".readings") && `读法：${said(cell, ".readings").replace(/读法 /g, "")}`,
      external(cell) && `另见：${external(cell)}`,
    ]
      .filter(Boolean)
      .join("\n");

  const shown = () => [
    ["问题", ...columns().map((column) => `${said(column, "a")}\n（${marks(column)}）`)],
    ...rows().map((row) => [asked(row), ...cells(row).map(answered)]),
  ];

  const quoted = () => [
    [
      "问题",
      "文书",
      "效力",
      "状态",
      "回答",
      "依据（未规定的，是相近条款）",
      "原文",
      "注",
      "读法",
      "另见本站没有收录的",
    ],
    ...rows().flatMap((row) =>
      cells(row).map((cell, at) => [
        said(row, "strong"),
        said(columns()[at], "a"),
        marks(columns()[at]),
        status(cell),
        said(cell, ".answer"),
        [...cell.querySelectorAll(".cites a")].map((link) => link.title).join("\n"),
        quotes(cell).join("\n"),
        note(cell),
        said(cell, ".readings").replace(/读法 /g, ""),
        external(cell),
      ]),
    ),
  ];

  const save = (blob, ending) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${form.dataset.title}（所选）.${ending}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };

  // What a spreadsheet would take for a formula, and run, it takes for text behind an apostrophe; as macros/tables/to_csv.py has it.
  const harmless = (value) => (/^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(value) ? `'${value}` : value);
  const quotable = (value) => (/[",\r\n]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value);
  const field = (value) => quotable(harmless(value));
  const csv = () => {
    const lines = quoted().map((row) => `${row.map(field).join(",")}\r\n`);
    save(new Blob(["\uFEFF", ...lines], { type: "text/csv;charset=utf-8" }), "csv");
  };

  let loading;
  const library = () => {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = form.dataset.xlsx;
      script.onload = () => resolve(globalThis.writeXlsxFile);
      script.onerror = reject;
      document.head.append(script);
    });
    return loading;
  };

  // What the library leaves open: one sheet of paper wide, the head and the first column on each.
  const printable = {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml) =>
            xml
              .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace(
                /<pageSetup [^>]*\/>/,
                '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
              ),
        },
        "xl/workbook.xml": {
          transform: (xml, sheets) => {
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

  const look = (value, bold) => ({
    value,
    type: String,
    wrap: true,
    alignVertical: "top",
    borderColor: "#888888",
    borderStyle: "thin",
    ...(bold ? { fontWeight: "bold", backgroundColor: "#eeeeee" } : {}),
  });
  const sheet = (name, lines, widths) => ({
    data: lines.map((line, row) => line.map((value, column) => look(value, !row || !column))),
    sheet: name,
    columns: lines[0].map((_, at) => ({ width: widths[Math.min(at, widths.length - 1)] })),
    orientation: "landscape",
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  });

  const xlsx = async () => {
    const write = await library();
    const sheets = [
      sheet("对照", shown(), [18, 28]),
      sheet("依据与原文", quoted(), [14, 14, 12, 9, 46, 36, 60, 28, 7, 18]),
    ];
    save(await write(sheets, { fontFamily: "宋体", fontSize: 9, features: [printable] }).toBlob(), "xlsx");
  };

  const told = (act) => async () => {
    try {
      await act();
    } catch (error) {
      console.error(error);
      document.querySelector(".choose__count").textContent = "没能导出。可以改下整表，或者再试一次。";
    }
  };
  form.querySelector("[data-do=csv]").addEventListener("click", told(csv));
  form.querySelector("[data-do=xlsx]").addEventListener("click", told(xlsx));
}
