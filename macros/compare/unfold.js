// A brief answer unfolds with its whole row: side by side, the row is what one compares. On a phone each is read by itself.
{
  const table = /** @type {HTMLTableElement} */ (document.querySelector("table.comparison--brief"));
  const wide = matchMedia("(min-width: 45em)");
  let printing = false; // the theme opens all that folds: that is nobody's choice

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
