// The first verdict. This script stands in the page itself, behind the form, with the compiled rules within: whoever sees the form
// can answer it and is answered. What it has begun, checker.mjs takes over.
import "./older.mjs";
import { Age } from "./age.mjs";
import { placeAsides } from "./asides.mjs";
import { Cards } from "./cards.mjs";
import text from "./first.json"; // as text: JSON is read faster than a script
import { Questionnaire } from "./questionnaire.mjs";
import { walker } from "./walk.mjs";

const page = document.querySelector("[data-checker]");
if (page && !page.questionnaire) {
  const { diagrams, words, version } = JSON.parse(text);
  placeAsides(page);
  new Age(page, version);
  page.questionnaire = new Questionnaire(page, walker(diagrams), new Cards(words));
}
