// What an address names is not left folded away; and paper shows what the screen folds away, and where it is from.
{
  /** Unfolds all that the target lies in, and says whether anything had to be. */
  const open = (/** @type {Element | null} */ target) => {
    let folded = false;
    for (let at = target?.closest("details"); at; at = at.parentElement?.closest("details")) {
      folded = folded || !at.open;
      at.open = true;
    }
    return folded;
  };

  const named = (/** @type {string} */ hash) => {
    try {
      return document.getElementById(decodeURIComponent(hash.slice(1)));
    } catch (error) {
      console.warn(error);
      return null; // not an address of ours, such as a link cut short within a character
    }
  };

  const follow = () => {
    const target = location.hash ? named(location.hash) : null;
    if (open(target)) target?.scrollIntoView();
  };
  window.addEventListener("hashchange", follow);
  window.addEventListener("load", follow);

  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  window.addEventListener("beforeprint", () => {
    const folded = ["details.quotes", "details.cell", "details.fold", ".asked details"];
    const closed = folded.map((one) => `${one}:not([open])`).join(", ");
    opened = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(closed))];
    for (const details of opened) details.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  });

  // What is drawn without a script (macros/theme/main.html) knows neither the address, with what is chosen in it, nor the day.
  const corners = document.createElement("style");
  document.head.append(corners);
  const told = (/** @type {string} */ name) => document.querySelector(`.source__${name}`);
  const dated = told("date")?.textContent;
  /** As a string of CSS. */
  const quoted = (/** @type {string} */ text) => `"${text.replace(/[\\"]/g, "\\$&").replace(/\s/g, " ")}"`;
  const say = (/** @type {string} */ name, /** @type {string} */ text) => {
    const element = told(name);
    if (element) element.textContent = text;
    return quoted(text);
  };
  window.addEventListener("beforeprint", () => {
    const now = new Date();
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((one) => String(one).padStart(2, "0"))
      .join("-");
    const rules = [`@top-right { content: ${say("date", [dated, `打印于 ${day}`].filter(Boolean).join("，"))}; }`];
    // A folder's name is nobody else's business; and what follows # may be what somebody answered.
    if (location.protocol.startsWith("http")) {
      rules.push(`@bottom-left { content: ${say("address", location.href.split("#")[0])}; }`);
    }
    // Where the corners are filled, the line that says the same is one too many.
    document.querySelector(".source")?.classList.toggle("source--spare", "CSSMarginRule" in window);
    corners.textContent = `@page { ${rules.join(" ")} }`;
  });
}
