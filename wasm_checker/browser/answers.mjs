// Reads the questionnaire. A field's data-sets holds, as JSON, the facts its choice fills.

/** The facts answered so far: {fact: true | false | member | number | date | "organ"}. */
export function answers(form) {
  const facts = {};
  for (const field of form.elements) {
    if (field.type === "radio" && field.checked && field.dataset.sets) Object.assign(facts, JSON.parse(field.dataset.sets));
    if (field.type === "date" && field.value) facts[field.name] = field.value;
    if (field.type === "number" && field.value !== "") facts[field.name] = Number(field.value);
  }
  return facts;
}

/** Answers 没有 to every fact of one question that is not answered yet. */
export function answerRestNo(question) {
  for (const row of question.querySelectorAll("[data-fact]")) {
    if (row.querySelector("input[value=unknown]")?.checked) row.querySelector("input[value=no]").checked = true;
  }
}

/** Dims the facts that can no longer change any verdict and are not answered; `needed` is a Set of fact ids. */
export function markNeeded(form, needed, facts) {
  for (const row of form.querySelectorAll("[data-fact]")) {
    row.classList.toggle("is-settled", !needed.has(row.dataset.fact) && !(row.dataset.fact in facts));
  }
}
