// Seeks while one types. On the search page, and in the header's box, which find.js opens.

import { groups, said } from "./engine/draw.mjs";
import { engine } from "./engine/engine.mjs";

const LONGEST = 80; // characters of a query; who pastes an article is answered by its beginning

/** @type {((query: string) => Found) | undefined} */
let find;

/** @type {() => string | null} The place that the reader let be kept. */
const place = () => {
  try {
    return location.protocol === "file:" ? null : localStorage.getItem("rongcuo-place");
  } catch (error) {
    console.warn(error);
    return null;
  }
};

window.siteSearch = (input, out, site) => {
  const status = document.createElement("p");
  status.className = "found__count";
  status.setAttribute("role", "status");
  const results = document.createElement("div");
  out.append(status, results);

  const seek = () => {
    const sought = input.value.trim().slice(0, LONGEST);
    results.textContent = "";
    if (!sought) {
      status.textContent = "";
      return null;
    }
    find ??= engine(window.searchData);
    const found = find(sought);
    status.textContent = said(window.searchData, found, sought);
    results.append(...groups(window.searchData, site, found, place()));
    return found;
  };

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      seek();
      input.dispatchEvent(new CustomEvent("sought", { bubbles: true }));
    }, 120);
  };
  input.addEventListener("input", (event) => {
    if (!(/** @type {InputEvent} */ (event).isComposing)) soon();
  });
  input.addEventListener("compositionend", soon);
  return seek;
};
