// What a person has written of his own for a draft. In memory only: no link and no tab keeps it, and a file only when he asks.

/** @type {import("./sentences.js").Written} */
let texts = {};
let saved = false;

export const written = () => texts;

/** What a saved file takes along: nothing unless the person asks. */
export const toSave = () => (saved && Object.values(texts).some((text) => text.trim()) ? texts : undefined);

/** Whether he asks. @param {boolean} asks */
export const save = (asks) => {
  saved = asks;
};

export const saves = () => saved;

/** @param {string} id @param {string} text */
export const write = (id, text) => {
  texts = { ...texts, [id]: text };
};

/**
 * Another case's, or none; the fields that show it follow. `asks`: whether a saved file takes it along, as one does that brought it.
 * @param {import("./sentences.js").Written} given
 */
export function rewrite(given = {}, asks = Object.keys(given).length > 0) {
  texts = { ...given };
  saved = asks;
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("[data-written]"))) {
    field.value = texts[/** @type {string} */ (field.dataset.written)] ?? "";
  }
  for (const box of document.querySelectorAll("input[data-role=save-written]")) box.checked = saved;
}
