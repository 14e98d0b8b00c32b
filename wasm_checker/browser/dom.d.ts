// The page that the scripts find. The build makes both: what a script looks for by its role is there.

/** The page of the checker, from when its first script has run. */
interface CheckerPage extends HTMLElement {
  questionnaire?: import("./form/questionnaire.js").Questionnaire;
}

/** The compiled rules as one script of the page in one file. */
declare const Walk: Walk;

interface ParentNode {
  querySelector(selector: `[data-role=${string}]` | `[data-do=${string}]`): HTMLElement;
  querySelector(selector: `input${string}`): HTMLInputElement | null;
  querySelector<E extends HTMLElement = HTMLElement>(selector: string): E | null;
  querySelectorAll(selector: `input${string}`): NodeListOf<HTMLInputElement>;
  querySelectorAll(selector: `details${string}`): NodeListOf<HTMLDetailsElement>;
  querySelectorAll<E extends HTMLElement = HTMLElement>(selector: string): NodeListOf<E>;
}

interface Element {
  closest(selector: "fieldset" | `.${string}` | `[${string}`): HTMLElement | null;
}
