// 一键清除并离开: nothing that was answered stays on the page, in its address or in its memory.
import { rewound } from "../form/trail.js";
import { releaseAll } from "../kit/download.js";

/**
 * Empties `forms` and the elements of `drawn`, takes back object URLs, drops the fragment, forgets what pages of this site may have
 * stored for the session, and replaces this page by `away`, so that 后退 does not return to it. `before`: what the host clears itself.
 * @param {{forms: HTMLFormElement[], drawn: Element[], away: string, before?: () => void}} given
 */
export function clearAndLeave({ forms, drawn, away, before = () => {} }) {
  before();
  for (const form of forms) form.reset();
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("input, textarea"))) {
    if (!["radio", "checkbox"].includes(field.type)) field.value = "";
  }
  for (const element of drawn) element.replaceChildren();
  for (const frame of document.querySelectorAll(".print-alone")) frame.remove();
  releaseAll();
  try {
    sessionStorage.clear();
    // macros/compare/place.js, macros/read/type-size.js
    for (const name of ["rongcuo-place", "rongcuo-type-size"]) localStorage.removeItem(name);
  } catch (error) {
    console.warn(error); // forbidden, hence empty
  }
  history.replaceState(history.state, "", location.pathname);
  // The questions gone through are entries of the history too.
  rewound().then(() => location.replace(away));
}
