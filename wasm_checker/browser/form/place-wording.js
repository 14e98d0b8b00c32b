// Questions in the words of the place chosen: what data-wording holds for it, as JSON, in place of what stands there for all; and no
// option that is of no use there.

/**
 * @param {HTMLFormElement} form
 * @param {string} place the document chosen, "" for none
 */
export function wordFor(form, place) {
  if (form.dataset.worded !== place) reword(form, place);
  for (const option of form.querySelectorAll("[data-places]")) {
    const places = /** @type {string} */ (option.dataset.places).split(" ");
    option.hidden = place !== "" && !places.includes(place) && !option.querySelector("input:checked");
  }
}

/** @param {HTMLFormElement} form @param {string} place */
function reword(form, place) {
  form.dataset.worded = place;
  for (const element of form.querySelectorAll("[data-wording]")) {
    const { general = element.textContent } = element.dataset;
    element.dataset.general = general;
    const words = JSON.parse(/** @type {string} */ (element.dataset.wording));
    element.textContent = words[place] || general;
  }
}
