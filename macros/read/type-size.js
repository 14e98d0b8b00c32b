// How large the text of a document is set: kept in this browser, as a preference only. A page from a disk keeps nothing, for some
// browsers show it to every other file.
{
  const NAME = "rongcuo-type-size"; // type-size-early.js reads it; 一键清除并离开 forgets it too
  const root = document.documentElement;
  const buttons = /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("[data-size][aria-pressed]"));

  const keep = (/** @type {string} */ size) => {
    if (location.protocol === "file:") return;
    try {
      if (size) localStorage.setItem(NAME, size);
      else localStorage.removeItem(NAME);
    } catch (error) {
      console.warn(error); // the browser keeps nothing for pages
    }
  };
  const show = () => {
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String((root.dataset.size ?? "") === button.dataset.size));
    }
  };

  for (const button of buttons) {
    button.addEventListener("click", () => {
      const size = button.dataset.size ?? "";
      window.keptInPlace(() => root.setAttribute("data-size", size));
      show();
      keep(size);
    });
  }
  show();
}
