// The columns of a comparison: whose stands first, which are shown, and which answers are the same among those that are.
{
  // As macros/compare/tones.py has them.
  const SHARED = ["a", "b", "c", "d"];
  const SIGNS = /** @type {Record<string, string>} */ ({ a: "●", b: "■", c: "▲", d: "◆", own: "◇" });
  const coded = (/** @type {string} */ code) => /\d/.test(code); // a letter says that there is no answer here

  /** @type {(one: ComparedRow, shown: boolean[]) => void} */
  const tone = ({ codes, cells }, shown) => {
    const there = codes.filter((code, index) => shown[index] && coded(code));
    const shared = [...new Set(there)].filter((code) => there.filter((other) => other === code).length > 1);
    codes.forEach((code, index) => {
      if (!coded(code)) return;
      const name = SHARED[shared.indexOf(code)] ?? "own";
      const cell = cells[index];
      cell.className = cell.className.replace(/tone-\w+/, `tone-${name}`);
      /** @type {HTMLElement} */ (cell.querySelector(".sign")).textContent = SIGNS[name];
    });
  };

  globalThis.comparedColumns = (table) => {
    const head = /** @type {HTMLTableSectionElement} */ (table.tHead).rows[0];
    const columns = [...head.cells].slice(1);
    const ids = columns.map(({ dataset }) => /** @type {string} */ (dataset.column));
    const documents = columns.map(({ dataset }) => /** @type {string} */ (dataset.document));
    const rows = [...table.tBodies[0].rows].map((row) => ({
      row,
      id: row.cells[0].id,
      status: /** @type {string} */ (row.dataset.status).split(" "),
      codes: /** @type {string} */ (row.dataset.codes).split(" "),
      cells: [...row.cells].slice(1),
    }));

    const set = (/** @type {string[]} */ cols, /** @type {string} */ mine) => {
      const own = documents.map((document) => document === mine);
      const order = [...ids.keys()].sort((one, other) => Number(own[other]) - Number(own[one]) || one - other);
      const shown = ids.map((id) => cols.includes(id));
      const lay = (/** @type {HTMLTableRowElement} */ row, /** @type {HTMLTableCellElement[]} */ cells) => {
        if (order.some((index, at) => row.cells[at + 1] !== cells[index])) {
          row.append(...order.map((index) => cells[index]));
        }
        cells.forEach((cell, index) => {
          cell.hidden = !shown[index];
          cell.classList.toggle("is-mine", own[index]);
        });
      };
      lay(head, columns);
      for (const one of rows) {
        lay(one.row, one.cells);
        tone(one, shown);
      }
      table.classList.add("is-chosen");
    };
    return { ids, documents, rows, set };
  };
}
