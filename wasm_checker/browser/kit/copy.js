// Text to take along where nothing can be downloaded: shown whole, to copy by a button or by hand.
import { h } from "./dom.js";
import { because, noted } from "./failure.js";

/**
 * Selects a field's text and copies it; promises whether that was done. Old browsers and WeChat lend no clipboard.
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 */
export async function copied(field) {
  field.focus({ preventScroll: true });
  field.select();
  field.setSelectionRange(0, field.value.length); // phones
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(field.value);
      return true;
    } catch (error) {
      noted(error); // forbidden here
    }
  }
  return document.execCommand("copy");
}

export const BY_HAND = "这里不能替您复制：请长按上面已经选中的文字，点“复制”。";

/**
 * A text with a button that copies it.
 * @param {string} label @param {string} text
 */
export function textToCopy(label, text) {
  const field = h("textarea", { readonly: true, rows: 8, "aria-label": label, "data-role": "text" });
  field.value = text;
  const said = h("span", { role: "status" });
  const button = h("button", { type: "button", "data-role": "copy-text" }, "复制");
  button.addEventListener("click", async () => {
    said.textContent = (await copied(field).catch((error) => (because(error), false)))
      ? "已复制。剪贴板里留着这些文字。"
      : BY_HAND;
  });
  return h("div", { class: "text-to-copy" }, field, h("p", { class: "steps__action" }, button, said));
}

/**
 * What an element says, in lines, as the browser would lay it out.
 * @param {Element} element
 */
export function plainText(element) {
  const frame = h("div", {}, element);
  document.body.append(frame); // for this turn only: never painted
  const text = frame.innerText;
  frame.remove();
  return text.replace(/\n{3,}/g, "\n\n").trim();
}
