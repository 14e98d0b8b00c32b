// The first verdict. This script stands in the page itself, behind the form, with the compiled rules within: whoever sees the form
// can answer it and is answered. What it has begun, checker.js takes over.
import "./polyfills.js";
import { Age } from "../kit/age.js";
import { placeAsides } from "../form/question-extras.js";
import { Cards } from "../results/cards.js";
import text from "../first.json"; // as text: JSON is read faster than a script
import { Questionnaire } from "../form/questionnaire.js";
import { walker } from "../judge/walk.js";

const page = /** @type {CheckerPage | null} */ (document.querySelector("[data-checker]"));
if (page && !page.questionnaire) {
  const { diagrams, words, version } = JSON.parse(text);
  placeAsides(page);
  new Age(page, version);
  page.questionnaire = new Questionnaire(page, walker(diagrams), new Cards(words));
}
