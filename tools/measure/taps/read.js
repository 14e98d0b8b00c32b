// The controls of the question in sight and the buttons that belong to it, for the tap measure.
() => {
  const page = document.querySelector("[data-checker]");
  const seen = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const questions = [...page.querySelectorAll("fieldset.question")].filter(seen);
  const question = questions.length ? questions[0] : null;
  window.taps = window.taps || []; // never emptied: what was read before may still be tapped
  const told = (control) => {
    const own = control.closest("label") || (control.labels && control.labels[0]) || control;
    if (control.disabled || !seen(own)) return [];
    const { type = "", name = "", value = "", checked = false, dataset } = control;
    const row = control.closest("[data-fact]");
    const fact = dataset.tick || (name.startsWith("f-") ? name.slice(2) : row ? row.dataset.fact : "") || "";
    const sets = dataset.sets ? JSON.parse(dataset.sets) : null;
    const text = own.textContent.trim();
    return [
      { at: window.taps.push(control) - 1, type, name, value, checked, fact, sets, text, place: dataset.document },
    ];
  };
  const controls = question ? [...question.querySelectorAll("input, select")].flatMap(told) : [];
  const buttons = {};
  for (const button of page.querySelectorAll("button, a[data-role]")) {
    const { role, rest } = button.dataset;
    const name = rest ? `rest-${rest}` : role || (button.matches(".ticks__each") ? "each" : "");
    const [found] = name && !(name in buttons) ? told(button) : [];
    if (found) buttons[name] = found;
  }
  const left = page.querySelector("[data-role=left]");
  return {
    question: question ? question.id : null,
    together: questions.length,
    height: question ? question.getBoundingClientRect().height : 0,
    view: page.dataset.view || null,
    left: left ? left.textContent.trim() : "",
    controls,
    buttons,
  };
};
