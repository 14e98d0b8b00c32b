// What a reader chooses from a comparison: rows, columns, what stands on top, paper. It is kept in the page's address.
{
  /** @typedef {{row: HTMLTableRowElement, id: string, status: string[], wording: string[]}} Row */
  /** @typedef {ReturnType<typeof chosen>} Choice */
  /** @typedef {{status: string[], concerned: string[], wording: string[]}} Shown */

  const form = /** @type {HTMLFormElement} */ (document.querySelector(".choose"));
  const table = /** @type {HTMLTableElement} */ (document.querySelector("table.comparison"));
  const body = table.tBodies[0];
  const columns = [.../** @type {HTMLTableSectionElement} */ (table.tHead).rows[0].cells].slice(1);
  const ids = columns.map((column) => /** @type {string} */ (column.dataset.column));
  const rows = [...body.rows].map((row) => ({
    row,
    id: row.cells[0].id,
    status: /** @type {string} */ (row.dataset.status).split(" "),
    wording: /** @type {string} */ (row.dataset.wording).split(" "),
  }));
  const large = /** @type {HTMLLinkElement} */ (document.querySelector("link[href$='print-a3.css']"));
  const usualPaper = large.media === "print" ? "a3" : "a4";
  /** @type {string[]} */
  let pinned = [];

  // What the list above the table calls it: its group where all are shown, or else itself.
  /** @type {(row: HTMLTableRowElement) => string | undefined} */
  const named = (row) => row.querySelector(".row-group, strong")?.textContent;
  const plain = (/** @type {string} */ text) => text.normalize("NFKC").replace(/\s/g, "").toLowerCase();
  const only = (/** @type {string[]} */ values) => new Set(values).size <= 1;

  // What stands on the row for the columns shown; where an instrument is not concerned, it neither agrees nor differs.
  /** @type {Record<string, (shown: Shown) => boolean>} */
  const tests = {
    "": () => true,
    differ: ({ concerned }) => !only(concerned),
    agree: ({ concerned }) => concerned.length > 1 && only(concerned),
    same: ({ concerned, wording }) => concerned.length > 1 && only(wording),
    silent: ({ status }) => status.includes("silent"),
    stated: ({ status }) => status.every((one) => one === "stated"),
  };

  /** @type {(name: string) => HTMLSelectElement} */
  const field = (name) => /** @type {any} */ (form.elements.namedItem(name));

  const chosen = () => {
    const data = new FormData(form);
    const given = (/** @type {string} */ name) => /** @type {string} */ (data.get(name));
    return {
      show: given("show"),
      status: given("status"),
      q: given("q").trim(),
      cols: /** @type {string[]} */ (data.getAll("cols")),
      paper: given("paper"),
      pin: pinned,
    };
  };

  /** @type {(one: Row, choice: Choice) => boolean} */
  const matches = (one, choice) => {
    const at = ids.flatMap((id, index) => (choice.cols.includes(id) ? [index] : []));
    const status = at.map((index) => one.status[index]);
    const concernedAt = at.filter((index) => one.status[index] !== "not_applicable");
    const facts = {
      status,
      concerned: concernedAt.map((index) => one.status[index]),
      wording: concernedAt.map((index) => one.wording[index]),
    };
    if (!tests[choice.show](facts) || (choice.status && !status.includes(choice.status))) return false;
    const cells = [one.row.cells[0], ...at.map((index) => one.row.cells[index + 1])];
    return !choice.q || plain(cells.map((cell) => cell.textContent).join("\n")).includes(plain(choice.q));
  };

  // Pinned rows stand on top, in the order they were pinned, whatever else is chosen.
  /** @type {(choice: Choice) => void} */
  const arrange = (choice) => {
    const named = new Map(rows.map((one) => [one.id, one]));
    const top = choice.pin.map((id) => /** @type {Row} */ (named.get(id)));
    const rest = rows.filter((one) => !choice.pin.includes(one.id));
    const order = [...top, ...rest].map((one) => one.row);
    if (order.some((row, index) => body.rows[index] !== row)) body.append(...order);
    for (const { row, id } of rows) {
      const up = choice.pin.includes(id);
      const button = /** @type {HTMLElement} */ (row.querySelector(".pin"));
      row.classList.toggle("is-pinned", up);
      button.setAttribute("aria-pressed", String(up));
    }
    for (const one of rest) one.row.hidden = !matches(one, choice);
    for (const one of top) one.row.hidden = false;
  };

  /** @type {(choice: Choice) => void} */
  const hideColumns = (choice) => {
    for (const { cells } of table.rows) {
      ids.forEach((id, index) => (cells[index + 1].hidden = !choice.cols.includes(id)));
    }
  };

  /** @type {(choice: Choice) => string} */
  const words = (choice) => {
    const checked = form.querySelector("[name=show]:checked")?.parentElement?.textContent;
    const status = field("status").selectedOptions[0].textContent;
    return [
      choice.show && checked,
      choice.status && `其中有“${status}”`,
      choice.q && `含有“${choice.q}”`,
      choice.cols.length < ids.length && `所选文书 ${choice.cols.length} 份`,
      choice.pin.length && `置顶 ${choice.pin.length} 行`,
    ]
      .filter(Boolean)
      .join("；");
  };

  /** @type {(choice: Choice) => void} */
  const say = (choice) => {
    const shown = rows.filter((one) => !one.row.hidden).length;
    const counted = `显示 ${shown} 行（共 ${rows.length} 行），${choice.cols.length} 份文书（共 ${ids.length} 份）。`;
    /** @type {HTMLElement} */ (document.querySelector(".choose__count")).textContent = shown
      ? counted
      : `没有符合的行（共 ${rows.length} 行）。`;
    const said = words(choice);
    /** @type {HTMLElement} */ (document.querySelector(".chosen")).textContent = said
      ? `照选择打印：${said}。${counted}`
      : "";
  };

  const show = () => {
    const choice = chosen();
    hideColumns(choice);
    arrange(choice);
    large.media = choice.paper === "a3" ? "print" : "not all";
    say(choice);
    for (const item of document.querySelectorAll(".jump li")) {
      const link = /** @type {HTMLAnchorElement} */ (item.firstElementChild);
      const first = [...body.rows].find((row) => !row.hidden && named(row) === link.textContent);
      item.hidden = !first;
      if (first) link.href = `#${first.cells[0].id}`;
    }
  };

  // Only what is not as usual is written down.
  const address = () => {
    const choice = chosen();
    const query = new URLSearchParams(location.search);
    const written = {
      show: choice.show,
      status: choice.status,
      q: choice.q,
      cols: choice.cols.length < ids.length ? choice.cols.join(",") || "-" : "",
      pin: choice.pin.join(","),
      paper: choice.paper === usualPaper ? "" : choice.paper,
    };
    for (const [name, value] of Object.entries(written)) {
      if (value) query.set(name, value);
      else query.delete(name);
    }
    const text = query.toString().replace(/%2C/g, ",");
    return (text ? `?${text}` : location.pathname) + location.hash;
  };

  const keep = () => {
    try {
      history.replaceState(history.state, "", address());
    } catch (error) {
      console.warn(error);
      // Some browsers let no page on a disk change its address: the choice then lasts as long as the page.
    }
  };

  const read = () => {
    const query = new URLSearchParams(location.search);
    const listed = (/** @type {string} */ name) => (query.get(name) ?? "").split(",").filter(Boolean);
    const show = /** @type {HTMLInputElement | null} */ (
      form.querySelector(`[name=show][value="${CSS.escape(query.get("show") ?? "")}"]`)
    );
    if (show) show.checked = true;
    field("status").value = query.get("status") ?? "";
    if (field("status").selectedIndex < 0) field("status").value = "";
    field("q").value = query.get("q") ?? "";
    field("paper").value =
      /** @type {Record<string, string>} */ ({ a3: "a3", a4: "a4" })[query.get("paper") ?? ""] ?? usualPaper;
    const named = listed("cols").filter((id) => ids.includes(id) || id === "-");
    for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[name=cols]"))) {
      box.checked = !named.length || named.includes(box.value);
    }
    pinned = [...new Set(listed("pin"))].filter((id) => rows.some((one) => one.id === id));
  };

  const pin = (/** @type {HTMLTableRowElement} */ row) => {
    const { id } = row.cells[0];
    pinned = pinned.includes(id) ? pinned.filter((other) => other !== id) : [...pinned, id];
  };

  const changed = () => {
    show();
    keep();
  };
  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    pinned = [];
    setTimeout(() => {
      field("paper").value = usualPaper;
      changed();
    });
  });
  body.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest(".pin");
    if (!button) return;
    pin(/** @type {HTMLTableRowElement} */ (button.closest("tr")));
    changed();
    button.focus();
  });
  form.querySelector("[data-do=print]").addEventListener("click", () => print());

  const box = /** @type {HTMLDetailsElement} */ (document.querySelector(".choose-box"));
  const asked = ["show", "status", "q", "cols", "pin", "paper"].some((name) =>
    new URLSearchParams(location.search).has(name),
  );
  if (asked) {
    read();
    show();
  } else say(chosen()); // the page is drawn as it came, without waiting for this script
  if (!matchMedia("(min-width: 45em)").matches) box.open = false;
  else if (asked) box.open = true;
}
