// Two or three instruments next to each other. The choice is kept in the page's address.
{
  const form = /** @type {HTMLFormElement} */ (document.querySelector(".choose"));
  const table = /** @type {HTMLTableElement} */ (document.querySelector("table.comparison"));
  const said = /** @type {HTMLElement} */ (document.querySelector(".choose__count"));
  const { ids, rows, set } = globalThis.comparedColumns(table);
  const boxes = [.../** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[name=cols]"))];
  const most = Number(form.dataset.most);

  /** @type {(name: string) => HTMLInputElement} */
  const field = (name) => /** @type {any} */ (form.elements.namedItem(name));
  const chosen = () => boxes.filter((box) => box.checked).map((box) => box.value);

  /** @type {(one: ComparedRow, shown: string[]) => boolean} */
  const silent = ({ status }, shown) =>
    shown.every((id) => ["silent", "not_applicable"].includes(status[ids.indexOf(id)]));
  // macros/compare/tones.py: equal codes give the same answer; of b and n the question is not theirs, p and m have no answer yet.
  /** @type {(one: ComparedRow, shown: string[]) => boolean} */
  const alike = ({ codes }, shown) =>
    new Set(shown.map((id) => codes[ids.indexOf(id)]).filter((code) => !["b", "n", "p", "m"].includes(code))).size < 2;

  /** @type {(shown: string[], some: boolean) => void} */
  const say = (shown, some) => {
    const left = rows.filter(({ row }) => !row.hidden).length;
    const names = boxes.filter((box) => shown.includes(box.value)).map((box) => box.parentElement?.textContent);
    said.textContent = some ? `并排：${names.join("、")}，${left} 行。` : `请先挑两份到 ${most} 份。`;
  };

  const show = () => {
    const shown = chosen();
    const some = shown.length > 1;
    for (const box of boxes) box.disabled = shown.length >= most && !box.checked;
    set(some ? shown : ids, "");
    table.classList.toggle("is-chosen", some);
    for (const one of rows) {
      const { row } = one;
      row.hidden =
        some && ((field("stated").checked && silent(one, shown)) || (field("differ").checked && alike(one, shown)));
      for (const cell of /** @type {NodeListOf<HTMLDetailsElement>} */ (
        row.querySelectorAll("td:not([hidden]) .cell")
      )) {
        cell.open = some;
      }
      for (const quotes of /** @type {NodeListOf<HTMLDetailsElement>} */ (
        row.querySelectorAll("td:not([hidden]) details.quotes")
      )) {
        quotes.open = some && !field("quotes").checked;
      }
    }
    say(shown, some);
  };

  const keep = () =>
    globalThis.chosenAddress.keep({
      cols: chosen().join(","),
      differ: field("differ").checked ? "1" : "",
      stated: field("stated").checked ? "1" : "",
      quotes: field("quotes").checked ? "0" : "",
    });

  const query = new URLSearchParams(location.search);
  const named = globalThis.chosenAddress
    .listed("cols")
    .filter((id) => ids.includes(id))
    .slice(0, most);
  for (const box of boxes) box.checked = named.includes(box.value);
  field("differ").checked = query.get("differ") === "1";
  field("stated").checked = query.get("stated") === "1";
  field("quotes").checked = query.get("quotes") === "0";
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    show();
    keep();
  });
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-pair]"))) {
    button.addEventListener("click", () => {
      const pair = /** @type {string} */ (button.dataset.pair).split(" ");
      for (const box of boxes) box.checked = pair.includes(box.value);
      show();
      keep();
    });
  }
  show();
  // What was hidden above it has moved the row that the address names.
  if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}
