// Two or three instruments next to each other. The choice is kept in the page's address.
{
  const form = /** @type {HTMLFormElement} */ (document.querySelector(".choose"));
  const table = /** @type {HTMLTableElement} */ (document.querySelector("table.comparison"));
  const said = /** @type {HTMLElement} */ (document.querySelector(".choose__count"));
  const head = /** @type {HTMLTableSectionElement} */ (table.tHead).rows[0];
  const ids = [...head.cells].slice(1).map((cell) => /** @type {string} */ (cell.dataset.column));
  const boxes = [.../** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[name=cols]"))];
  const most = Number(form.dataset.most);

  /** @type {(name: string) => HTMLInputElement} */
  const field = (name) => /** @type {any} */ (form.elements.namedItem(name));
  const chosen = () => boxes.filter((box) => box.checked).map((box) => box.value);

  const silent = (/** @type {HTMLTableRowElement} */ row, /** @type {string[]} */ shown) => {
    const status = /** @type {string} */ (row.dataset.status).split(" ");
    return shown.every((id) => ["silent", "not_applicable"].includes(status[ids.indexOf(id)]));
  };

  /** @type {(row: HTMLTableRowElement, shown: string[], some: boolean) => void} */
  const showRow = (row, shown, some) => {
    ids.forEach((id, index) => (row.cells[index + 1].hidden = some && !shown.includes(id)));
  };

  /** @type {(shown: string[], some: boolean) => void} */
  const say = (shown, some) => {
    const rows = [...table.tBodies[0].rows].filter((row) => !row.hidden).length;
    const names = boxes.filter((box) => shown.includes(box.value)).map((box) => box.parentElement?.textContent);
    said.textContent = some
      ? `并排：${names.join("、")}，${rows} 行。`
      : `请挑两份到 ${most} 份；现在是全部 ${ids.length} 份，${rows} 行。`;
  };

  const show = () => {
    const shown = chosen();
    const some = shown.length > 1;
    for (const box of boxes) box.disabled = shown.length >= most && !box.checked;
    table.classList.toggle("is-chosen", some);
    showRow(head, shown, some);
    for (const row of table.tBodies[0].rows) {
      showRow(row, shown, some);
      row.hidden = some && field("stated").checked && silent(row, shown);
      for (const quotes of /** @type {NodeListOf<HTMLDetailsElement>} */ (
        row.querySelectorAll("td:not([hidden]) details.quotes")
      )) {
        quotes.open = some && !field("quotes").checked;
      }
    }
    say(shown, some);
  };

  const keep = () => {
    const query = new URLSearchParams(location.search);
    const written = {
      cols: chosen().join(","),
      stated: field("stated").checked ? "1" : "",
      quotes: field("quotes").checked ? "0" : "",
    };
    for (const [name, value] of Object.entries(written)) {
      if (value) query.set(name, value);
      else query.delete(name);
    }
    const text = query.toString().replace(/%2C/g, ",");
    try {
      history.replaceState(history.state, "", (text ? `?${text}` : location.pathname) + location.hash);
    } catch (error) {
      console.warn(error);
      // Some browsers let no page on a disk change its address: the choice then lasts as long as the page.
    }
  };

  const query = new URLSearchParams(location.search);
  const named = (query.get("cols") ?? "")
    .split(",")
    .filter((id) => ids.includes(id))
    .slice(0, most);
  for (const box of boxes) box.checked = named.includes(box.value);
  field("stated").checked = query.get("stated") === "1";
  field("quotes").checked = query.get("quotes") === "0";
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    show();
    keep();
  });
  show();
  // What was hidden above it has moved the row that the address names.
  if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}
