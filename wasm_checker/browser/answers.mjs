// Reads and writes the questionnaire. A field's data-sets holds, as JSON, the facts its choice fills; a row's choices, named
// f-fact, need none.

const ROW = { yes: true, no: false, organ: "organ" };

function sets({ dataset, name, value }) {
  if (dataset.sets) return JSON.parse(dataset.sets);
  return name.startsWith("f-") && value in ROW ? { [name.slice(2)]: ROW[value] } : {};
}

/** The facts answered so far: {fact: true | false | member | number | date | "organ"}. */
export function answers(form) {
  const facts = {};
  for (const field of form.querySelectorAll("input[type=radio]:checked, input[type=date], input[type=number]")) {
    if (field.type === "radio") Object.assign(facts, sets(field));
    if (field.type === "date" && field.value) facts[field.name] = field.value;
    if (field.type === "number" && field.value !== "") facts[field.name] = Number(field.value);
  }
  return facts;
}

/** Fills an emptied form with a case's facts; facts that no field asks are returned. */
export function fill(form, facts) {
  form.reset();
  const left = new Set(Object.keys(facts));
  for (const field of form.elements) {
    if (field.type === "radio") fillRadio(field, facts, left);
    if ((field.type === "date" || field.type === "number") && field.name in facts && facts[field.name] !== "organ") {
      field.value = facts[field.name];
      left.delete(field.name);
    }
  }
  return [...left];
}

function fillRadio(field, facts, left) {
  const entries = Object.entries(sets(field));
  if (!entries.length || !entries.every(([fact, value]) => facts[fact] === value)) return;
  field.checked = true;
  for (const [fact] of entries) left.delete(fact);
}

/** The answers that one question or row offers: [{text, sets: {fact: value}}]. 不清楚 and what is left to the organ are none. */
export function offered(asking) {
  return [...asking.querySelectorAll("input[type=radio]")]
    .map((field) => ({ text: field.parentElement.textContent, sets: sets(field) }))
    .filter(({ sets: given }) => Object.keys(given).length && !Object.values(given).includes("organ"));
}

/** Answers 否 to every fact of one question that is shown and not answered yet. */
export function answerRestNo(question) {
  for (const row of question.querySelectorAll("[data-fact]:not([hidden])")) {
    if (row.querySelector("input[value=unknown]")?.checked) row.querySelector("input[value=no]").checked = true;
  }
}

/** The document chosen ("" for all), and the kinds of rules to judge by. */
export function chosen(form) {
  const further = [...form.querySelectorAll("input[name=further]:checked")].map((field) => field.value);
  return {
    document: form.querySelector("input[name=policy_area]:checked")?.dataset.document ?? "",
    kinds: new Set(["tolerance", ...further]),
  };
}

/** Chooses a document ("" for all), as `chosen` names it. */
export function choose(form, place) {
  for (const field of form.querySelectorAll("input[name=policy_area]")) field.checked = field.dataset.document === place;
}
