// The page in one file, opened from a folder: neither modules nor workers load there. `Walk` judges; `words` lies in the page.
/* global Walk */
import { Questionnaire } from "./questionnaire.mjs";
import { Results } from "./results.mjs";

const page = document.querySelector("[data-checker]");
const words = JSON.parse(document.getElementById("words").textContent);
// No Python to explain, and no page to link to.
const asked = new Questionnaire(page, Walk, new Results(words, "", async () => null));
asked.judge = (facts) => {
  asked.show(Walk(facts));
  for (const link of page.querySelectorAll("a[href]")) if (!link.getAttribute("href").startsWith("#")) link.removeAttribute("href");
};
asked.update();
asked.role("status").textContent = "离线版：回答随时计入结果，不会离开这台设备。";
page.dataset.ready = "";
