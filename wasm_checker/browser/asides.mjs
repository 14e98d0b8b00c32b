// Under every question that can be explained, a 为什么问 to open. It is made by the script, for without one it could say nothing;
// and by the first one, so that nothing moves later.
import { h } from "./dom.mjs";

/** data-asks names the fact. */
export function placeAsides(page) {
  const aside = h("details", { class: "why" }, h("summary", {}, "为什么问"), h("div", { "data-role": "why" }));
  for (const asking of page.querySelectorAll("[data-asks]")) {
    const made = aside.cloneNode(true);
    made.dataset.why = asking.dataset.asks;
    asking.append(made);
  }
}
