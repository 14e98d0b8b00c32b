// The controls of the question in sight and the buttons that belong to it, for the tap measure.
() => {
  const page = /** @type {HTMLElement} */ (document.querySelector("[data-checker]"));
  const kept = /** @type {{taps?: HTMLInputElement[]}} */ (/** @type {unknown} */ (window));
  const taps = kept.taps || []; // never emptied: what was read before may still be tapped
  kept.taps = taps;
  /** @type {(element: Element) => boolean} */
  const seen = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const questions = [...page.querySelectorAll("fieldset.question")].filter(seen);
  const question = questions.length ? questions[0] : null;
  /** @param {HTMLInputElement} control */
  const told = (control) => {
    const own = control.closest("label") || (control.labels && control.labels[0]) || control;
    if (control.disabled || !seen(own)) return [];
    const { type = "", name = "", value = "", checked = false, dataset } = control;
    const row = /** @type {HTMLElement | null} */ (control.closest("[data-fact]"));
    const fact = dataset.tick || (name.startsWith("f-") ? name.slice(2) : row && row.dataset.fact) || "";
    const sets = dataset.sets ? JSON.parse(dataset.sets) : null;
    const asked = /** @type {HTMLElement | null} */ (control.closest("[data-beside]"));
    const facts = ((asked && asked.dataset.stated) || "").split(" ").filter(Boolean);
    return [{ at: taps.push(control) - 1, type, name, value, checked, fact, facts, sets, place: dataset.document }];
  };
  /** @type {(root: Element | null, selector: string) => HTMLInputElement[]} */
  const all = (root, selector) => (root ? [.../** @type {any} */ (root.querySelectorAll(selector))] : []);
  /** @type {Record<string, object>} */
  const buttons = {};
  for (const button of all(page, "button, a[data-role]")) {
    const { role, rest } = button.dataset;
    const name = rest ? `rest-${rest}` : role || (button.matches(".ticks__each") ? "each" : "");
    const [found] = name && !(name in buttons) ? told(button) : [];
    if (found) buttons[name] = found;
  }
  const left = page.querySelector("[data-role=left]");
  return {
    question: question ? question.id : null,
    height: question ? question.getBoundingClientRect().height : 0,
    view: page.dataset.view || null,
    left: left ? String(left.textContent).trim() : "",
    enough: Boolean(
      question && [...question.querySelectorAll(".ticks__enough")].some((one) => one.textContent && seen(one)),
    ),
    controls: all(question, "input").flatMap(told),
    more: all(page, "[data-role=more] input").flatMap(told),
    buttons,
  };
};
