// A mark in the text opens its note at once; and paper shows what the screen folds away.
{
  const open = (/** @type {Element | null} */ target) => {
    const details = target?.closest("details");
    if (details) details.open = true;
    return Boolean(details);
  };

  const named = (/** @type {string} */ hash) => {
    try {
      return document.getElementById(decodeURIComponent(hash.slice(1)));
    } catch (error) {
      console.warn(error);
      return null; // not an address of ours, such as a link cut short within a character
    }
  };

  document.addEventListener("click", (event) => {
    const mark = /** @type {Element} */ (event.target).closest("a.fix[href^='#']");
    const note = mark && named(/** @type {string} */ (mark.getAttribute("href")));
    if (!note || !open(note)) return;
    event.preventDefault();
    note.scrollIntoView({ block: "nearest" });
  });

  // An address that names a note shows the words it speaks of as well.
  const follow = () => {
    const target = location.hash ? named(location.hash) : null;
    if (open(target)) target?.closest(".p")?.scrollIntoView();
  };
  window.addEventListener("hashchange", follow);
  window.addEventListener("load", follow);

  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details.quotes:not([open])")];
    for (const details of opened) details.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  });
}
