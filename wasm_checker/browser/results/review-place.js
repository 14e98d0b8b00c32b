// Keeps the page of all answers, and the fold among the results, as new as the answers; and puts what an answer changed where it was
// given.
import { h } from "../kit/dom.js";
import { review } from "./review.js";

export class ReviewPlace {
  /** @param {import("../form/questionnaire.js").Questionnaire} asked @param {Data.Words} words */
  constructor(asked, words) {
    this.asked = asked;
    this.words = words;
    this.page = asked.page;
    this.fold = /** @type {HTMLDetailsElement} */ (this.page.querySelector(".checker__review"));
    this.fold.addEventListener("toggle", () => this.#unfold());
    this.page.addEventListener("judged", () => this.#draw());
    new MutationObserver(() => this.#follow()).observe(this.page, { attributeFilter: ["data-view"] });
    this.#follow();
  }

  /** One question at a time, what an answer changed is said beside it; on one page above the verdicts; in their own view below, for they lead. */
  #follow() {
    const [changed, steps] = [this.asked.role("changed"), this.asked.role("steps")];
    const { view } = this.page.dataset;
    const above = view === "result" ? this.fold : this.asked.role("contradictions");
    const beside = view === "ask" ? steps : above;
    if (beside.previousElementSibling !== changed) beside.before(changed);
  }

  /** Whoever has answered the last question comes there at once: it is there before he does. */
  #draw() {
    renew(this.asked.role("review"), [
      h("h2", { tabindex: "-1" }, "核对您的回答"),
      h("p", {}, "下面是您答的。有不对的，点“修改”；都对的，看结果。"),
      this.#review(),
    ]);
    this.#unfold();
  }

  #unfold() {
    if (this.fold.open) renew(this.asked.role("reviewed"), [this.#review()]);
  }

  #review() {
    const { facts, form, verdicts, looked } = this.asked;
    const found = looked.flatMap(({ id }) => (verdicts[id] ? [verdicts[id]] : []));
    const matters = new Set(found.flatMap(({ missing, organ }) => [...missing, ...organ]));
    return review(form, this.words, facts, (fact) => matters.has(fact));
  }
}

/**
 * Puts elements into a place unless the same stand there: what somebody is just pressing stays under his finger.
 * @param {HTMLElement} place @param {HTMLElement[]} elements
 */
function renew(place, elements) {
  const same = place.childElementCount === elements.length;
  if (same && elements.every((element, at) => element.isEqualNode(place.children[at]))) return;
  place.replaceChildren(...elements);
}
