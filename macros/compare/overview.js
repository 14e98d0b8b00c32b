// One square is reached by Tab; arrows lead to the others. What the square under the hand says stands beside the table.
{
  const table = /** @type {HTMLTableElement} */ (document.querySelector("table.overview"));
  const said = /** @type {HTMLElement} */ (document.querySelector(".overview__said"));
  const grid = [...table.tBodies]
    .flatMap((body) => [...body.rows])
    .map((row) => /** @type {HTMLAnchorElement[]} */ ([...row.querySelectorAll("a.overview__square")]))
    .filter((row) => row.length);
  for (const square of grid.flat()) square.tabIndex = -1;
  grid[0][0].tabIndex = 0;

  /** @type {Record<string, [down: number, right: number]>} */
  const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  table.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    const row = grid.findIndex((one) => one.includes(/** @type {any} */ (event.target)));
    if (!step || row < 0) return;
    const column = grid[row].indexOf(/** @type {any} */ (event.target));
    const next = grid[row + step[0]]?.[column + step[1]];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });

  const tell = (/** @type {Event} */ { target }) => {
    const square = /** @type {Element} */ (target).closest("a.overview__square");
    if (!square) return;
    const [asked, answered] = /** @type {string} */ (square.getAttribute("aria-label")).split(/，(.*)/u);
    const title = document.createElement("b");
    title.textContent = asked;
    said.textContent = "";
    said.append(title, answered);
  };
  table.addEventListener("mouseover", tell);
  table.addEventListener("focusin", (event) => {
    tell(event);
    const square = /** @type {HTMLElement} */ (event.target);
    if (!square.matches("a.overview__square")) return;
    for (const other of grid.flat()) other.tabIndex = other === square ? 0 : -1;
  });
}
