// A brief answer unfolds with its whole row: side by side, the row is what one compares. On a phone each is read by itself.
{
  const table = /** @type {HTMLTableElement} */ (document.querySelector("table.comparison--brief"));
  const wide = matchMedia("(min-width: 45em)");
  const ALL = "all";
  let printing = false; // the theme opens all that folds: that is nobody's choice
  /** @type {ReturnType<typeof setTimeout>} */
  let telling;

  table.addEventListener(
    "toggle",
    ({ target }) => {
      const cell = /** @type {HTMLDetailsElement} */ (target);
      if (printing || !cell.classList.contains("cell")) return;
      const row = /** @type {HTMLTableRowElement} */ (cell.closest("tr"));
      if (wide.matches) {
        for (const other of /** @type {NodeListOf<HTMLDetailsElement>} */ (row.querySelectorAll(".cell"))) {
          other.open = cell.open;
        }
      }
      row.classList.toggle("is-open", row.querySelector(".cell[open]") !== null);
      clearTimeout(telling);
      telling = setTimeout(() => globalThis.unfolded.changed(), 200); // a row's cells tell one after another
    },
    true,
  );

  /** @type {(open: boolean) => void} */
  const unfold = (open) => {
    for (const row of table.tBodies[0].rows) {
      if (row.hidden) continue;
      for (const cell of /** @type {NodeListOf<HTMLDetailsElement>} */ (row.querySelectorAll(".cell"))) {
        cell.open = open;
      }
    }
  };

  const button = /** @type {HTMLElement} */ (document.querySelector("[data-do=unfold]"));
  button.addEventListener("click", () => {
    const open = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(open));
    button.textContent = open ? "全部收起" : "全部展开";
    unfold(open);
  });

  /** What stands open, for an address: rows, or single cells of a phone's; but not what its # opens by itself. */
  const said = () => {
    const shown = [...table.tBodies[0].rows].filter((row) => !row.hidden);
    const ids = shown.flatMap((row) => {
      const cells = [...row.querySelectorAll(".cell")];
      const open = cells.filter((cell) => cell.matches("[open]"));
      if (open.length === cells.length) return row.cells[0].id;
      return open.map((cell) => /** @type {HTMLElement} */ (cell.parentElement).id);
    });
    if (shown.length > 1 && shown.every((row) => ids.includes(row.cells[0].id))) return ALL;
    const hash = location.hash.slice(1);
    return ids.filter((id) => id !== hash && id !== hash.split("--")[0]).join(",");
  };

  globalThis.unfolded = {
    said,
    changed: () => {},
    open(ids) {
      if (ids.includes(ALL)) unfold(true);
      const found = ids.map((id) => /^[\w-]+$/.test(id) && document.getElementById(id));
      for (const one of found) {
        if (!one || !table.contains(one)) continue;
        for (const cell of /** @type {NodeListOf<HTMLDetailsElement>} */ (
          (one.matches("td") ? one : /** @type {Element} */ (one.parentElement)).querySelectorAll(".cell")
        )) {
          cell.open = true;
        }
      }
      return ids.filter((id, at) => id !== ALL && !(found[at] && table.contains(found[at])));
    },
  };

  // On paper stands what is shown: brief answers, and of an unfolded row the rest; or, asked for, the rest of all.
  const rows = () => [...table.tBodies[0].rows];
  const opened = () => rows().filter((row) => row.classList.contains("is-open"));
  addEventListener("beforeprint", () => {
    printing = true;
  });
  addEventListener("afterprint", () => {
    // Toggles are told later than they happen.
    setTimeout(() => {
      printing = false;
    });
  });
  document.querySelector("[data-do=print]").addEventListener("click", () => print());
  document.querySelector("[data-do=print-words]").addEventListener("click", () => {
    const before = opened();
    for (const row of rows()) row.classList.add("is-open");
    addEventListener(
      "afterprint",
      () => {
        for (const row of rows()) row.classList.toggle("is-open", before.includes(row));
      },
      { once: true },
    );
    print();
  });

  // An address that names a cell or a row shows it unfolded.
  const follow = () => {
    const named = /^#[\w-]+$/.test(location.hash) && document.getElementById(location.hash.slice(1));
    const row = named && table.contains(named) && named.closest("tr");
    if (!row) return;
    const cells = /** @type {HTMLDetailsElement[]} */ ([...row.querySelectorAll(".cell")]);
    const cell = cells.find((one) => named.contains(one)) || cells.find((one) => one.getClientRects().length);
    if (cell) cell.open = true;
  };
  addEventListener("hashchange", follow);
  follow();
}
