// What is made by the script, for without one it could do nothing; and by the first one, so that nothing moves later: a 为什么问
// to open under every question that can be explained, and a 今天 beside every date.
import { h } from "../kit/dom.js";
import { isoToday } from "../kit/wording.js";

/**
 * data-asks names the fact.
 * @param {CheckerPage} page
 */
export function placeAsides(page) {
  const aside = h("details", { class: "why" }, h("summary", {}, "为什么问"), h("div", { "data-role": "why" }));
  for (const asking of page.querySelectorAll("[data-asks]")) {
    const made = /** @type {HTMLElement} */ (aside.cloneNode(true));
    made.dataset.why = asking.dataset.asks;
    asking.append(made);
  }
  for (const field of page.querySelectorAll("input[type=date]")) {
    /** @type {HTMLElement} */ (field.closest(".dated")).append(today(field));
  }
}

/** @param {HTMLInputElement} field */
function today(field) {
  const button = h(
    "button",
    {
      type: "button",
      class: "small-button",
      "aria-label": `${/** @type {NodeListOf<HTMLLabelElement>} */ (field.labels)[0].textContent}：今天`,
    },
    "今天",
  );
  button.addEventListener("click", () => {
    field.value = isoToday();
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
  return button;
}
