// The page in one file, opened from a folder: neither modules nor workers load there. `Walk` judges; `words` lies in the page.
// There is no Python to explain and to count days, and no page to link to.
/* global Walk */
import "./polyfills.js";
import { Age } from "../kit/age.js";
import { notYet } from "../form/dates.js";
import { countDays } from "../form/day-panel.js";
import { placeAsides } from "../form/question-extras.js";
import { keepSection } from "../keep/keep.js";
import { TabAnswers } from "../keep/tab.js";
import { undoable } from "../keep/undo.js";
import { forget, nextSteps } from "../results/next-steps.js";
import { Questionnaire } from "../form/questionnaire.js";
import { Results } from "../results/results.js";
import { ReviewPlace } from "../results/review-place.js";
import { isoToday } from "../kit/wording.js";
import { Ticks } from "../form/ticks.js";
import { explainQuestions } from "../form/why.js";

const page = /** @type {CheckerPage} */ (document.querySelector("[data-checker]"));
/** @type {Data.Words} */
const words = JSON.parse(/** @type {HTMLElement} */ (document.getElementById("words")).textContent);
placeAsides(page);
new Age(page, words.data.version);
const results = new Results(words, null, null, Walk.calendar);
const asked = new Questionnaire(page, Walk, results);
asked.judge = (facts) => {
  asked.show(Walk(facts));
  if (asked.error) return;
  const { verdicts, contradictions, looked: rules } = asked;
  const view = {
    words,
    root: null,
    facts,
    verdicts,
    contradictions,
    rules: /** @type {Data.RuleWords[]} */ (rules),
    today: isoToday(),
    ask: async () => null,
    counts: false,
    bound: Boolean(asked.state.place),
    notYet: Boolean(notYet(asked.form)),
  };
  asked.role("next-steps").replaceChildren(nextSteps(view));
};
asked.form.addEventListener("reset", forget);
new ReviewPlace(asked, words);
asked.update();
asked.interview.ticks = new Ticks(asked);
countDays(asked, words);
const tab = new TabAnswers(asked);
undoable(asked);
explainQuestions(asked.form, results, { looked: () => asked.looked, facts: () => asked.facts, walk: Walk });
asked.role("keeping").replaceChildren(
  keepSection({
    words,
    state: () => asked.state,
    apply: (read) => asked.apply(read),
    forms: [asked.form],
    drawn: asked.drawn,
    away: "about:blank",
    before: () => tab.stop(),
    kept: tab.said,
  }),
);
asked.role("status").textContent = "离线版：边答边出结论。您填的内容不离开这台设备。";
page.dataset.ready = "";
