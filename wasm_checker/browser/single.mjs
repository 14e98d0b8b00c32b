// The page in one file, opened from a folder: neither modules nor workers load there. `Walk` judges; `words` lies in the page.
/* global Walk */
import { answerRestNo, answers, chosen } from "./answers.mjs";
import { Interview } from "./interview.mjs";
import { Results } from "./results.mjs";

const page = document.querySelector("[data-checker]");
const form = page.querySelector("form.checker__form");
const role = (name) => page.querySelector(`[data-role=${name}]`);
const words = JSON.parse(document.getElementById("words").textContent);
// No page to link to, and no Python to explain.
const results = new Results(words, "", async () => null);
const interview = new Interview(form, { left: role("left"), steps: role("steps") });
let before = {};

function update() {
  const facts = answers(form);
  const { error, verdicts, contradictions } = Walk(facts);
  page.toggleAttribute("data-error", Boolean(error));
  if (error) {
    role("summary").textContent = error;
    for (const name of ["verdicts", "elsewhere", "contradictions"]) role(name).replaceChildren();
    return;
  }
  const { here, elsewhere } = results.sorted(chosen(form));
  role("verdicts").replaceChildren(...results.cards(here, verdicts));
  role("elsewhere").replaceChildren(...results.cards(elsewhere, verdicts));
  role("elsewhere").parentElement.hidden = !elsewhere.length;
  role("summary").textContent = results.summary(here, verdicts);
  role("changed").textContent = results.changed(here, before, verdicts);
  role("contradictions").replaceChildren(...results.contradictions(contradictions));
  interview.update(new Set(here.flatMap(({ id }) => [...verdicts[id].missing, ...verdicts[id].organ])), facts);
  before = verdicts;
  for (const link of page.querySelectorAll("a[href]")) if (!link.getAttribute("href").startsWith("#")) link.removeAttribute("href");
}

form.addEventListener("change", update);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(update));
form.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-role=rest-no]");
  if (!button) return;
  answerRestNo(button.closest("fieldset"));
  update();
});
for (const mode of page.querySelectorAll("input[name=mode]")) {
  mode.addEventListener("change", () => {
    interview.oneAtATime = mode.value === "one";
  });
}
role("status").textContent = "离线版：回答随时计入结果，不会离开这台设备。";
page.dataset.ready = "";
update();
