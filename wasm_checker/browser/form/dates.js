// The question about days. A day or a number stands beside the choice that it belongs to (data-with): typing it is choosing, and while
// another choice of its group is taken it does not count. 还没提出 (data-today) is an answer: today counts, on the person's own clock.
import { day, isoToday } from "../kit/wording.js";

/** @type {(form: HTMLFormElement, name: string | undefined) => HTMLInputElement | null} */
const fieldOf = (form, name) => (name ? form.querySelector(`input[name="${name}"]:not([type=radio])`) : null);

/**
 * A tick has no name, and a choice with nothing beside it is no tick's.
 * @type {(field: HTMLInputElement) => HTMLInputElement | null}
 */
const choiceFor = ({ form, name }) =>
  name ? /** @type {HTMLFormElement} */ (form).querySelector(`input[data-with="${name}"]`) : null;

/**
 * Whether what stands in a field counts.
 * @param {HTMLInputElement} field
 */
export function counts(field) {
  const own = choiceFor(field);
  const taken = own && /** @type {HTMLFormElement} */ (field.form).querySelector(`input[name="${own.name}"]:checked`);
  return !taken || taken === own;
}

/**
 * Whether the facts have what stands beside a choice.
 * @param {HTMLInputElement} choice @param {Facts} facts
 */
export const holds = ({ dataset: { with: field } }, facts) => Boolean(field) && /** @type {string} */ (field) in facts;

/**
 * The choice that says that nothing was handed in yet, if it is taken.
 * @param {HTMLFormElement} form
 */
export const notYet = (form) => form.querySelector("input[data-today]:checked");

/**
 * What it says: the day of the application is today, once the procedure has begun.
 * @param {HTMLFormElement} form @param {Facts} facts @returns {Facts}
 */
export function untilToday(form, facts) {
  const { today, since } = notYet(form)?.dataset ?? {};
  const start = since && facts[since];
  return today && typeof start === "string" && start <= isoToday() ? { [today]: isoToday() } : {};
}

/**
 * What is to be said beside a field that takes what stands in it, mostly "".
 * @param {HTMLInputElement} field
 */
export function remark(field) {
  if (!field.value) return "";
  if (!counts(field)) return "选了另一个答案，这里填的没有计入。";
  if (field.type !== "date") return "";
  const start = fieldOf(/** @type {HTMLFormElement} */ (field.form), field.dataset.after);
  if (start && start.validity.valid && start.value > field.value && counts(start)) {
    return `这一天早于启动日（${day(start.value)}），请改正其中一个。`;
  }
  if (field.value <= isoToday()) return "";
  return start ? "这一天还没有到，先按这天提出来算。" : `这一天还没有到（今天是${day(isoToday())}），请核对。`;
}

/**
 * Typing chooses; and an answer that another question offers as well, such as 还没启动, is one answer seen in two places.
 * @param {HTMLFormElement} form
 */
export function followDays(form) {
  const mirror = new Mirror(form);
  const follow = (/** @type {Event} */ { target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const choice = target.type === "radio" ? target : target.value && choiceFor(target);
    if (!choice || (choice === target && !choice.checked)) return;
    choice.checked = true;
    mirror.chosen(choice);
  };
  // Before anything else reads the form.
  for (const event of ["input", "change"]) form.addEventListener(event, follow, true);
}

/** What somebody has answered is never changed from elsewhere, for he would not see it; only what was filled in for him. */
class Mirror {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.here = form.querySelector("input[data-with][data-sets]");
  }

  /** @param {HTMLInputElement} choice */
  chosen(choice) {
    const { here } = this;
    if (!here || choice.name === "situation") return; // what that one says is filled in by itself
    if (choice === here) this.#fill();
    else if (choice.name === here.name) this.#take();
    else this.#follow(here, choice);
  }

  #fill() {
    const { sets } = /** @type {HTMLInputElement} */ (this.here).dataset;
    for (const other of this.form.querySelectorAll("input[type=radio][data-sets]")) {
      // The question that asks this fact, and no other that fills it on the way.
      if (other.dataset.sets !== sets || !other.closest("[data-asks]") || this.#taken(other)) continue;
      other.checked = true;
      other.dataset.mirrors = "";
    }
  }

  /** What was filled in for another choice of this group goes with it. */
  #take() {
    const { sets } = /** @type {HTMLInputElement} */ (this.here).dataset;
    for (const other of this.form.querySelectorAll("input[data-mirrors]:checked")) {
      if (other.dataset.sets === sets && other !== this.here) other.checked = false;
    }
  }

  /** @param {HTMLInputElement} here @param {HTMLInputElement} choice */
  #follow(here, choice) {
    const same = choice.dataset.sets === here.dataset.sets;
    const asked = choice.closest("[data-asks]") !== null;
    if (here.checked) here.checked = !contrary(here, choice) && (same || !asked || !("mirrors" in here.dataset));
    else if (same && !this.#taken(here)) {
      here.checked = true;
      here.dataset.mirrors = "";
    }
  }

  /** @param {HTMLInputElement} choice */
  #taken({ name }) {
    return this.form.querySelector(`input[name="${name}"]:checked`) !== null;
  }
}

/**
 * Whether two choices fill a fact differently.
 * @param {HTMLInputElement} one @param {HTMLInputElement} two
 */
function contrary(one, two) {
  /** @type {Facts[]} */
  const [mine, theirs] = [one, two].map(({ dataset }) => JSON.parse(dataset.sets ?? "{}"));
  return Object.entries(mine).some(([fact, value]) => fact in theirs && theirs[fact] !== value);
}
