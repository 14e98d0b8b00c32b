// Under a question: which provisions ask for it, and what each answer would do to the verdicts.
import { h, list } from "./dom.mjs";

/** Fills every 为什么问 when it is opened. `preview(fact)` promises the core's answer, or null while it is not ready. */
export function explainQuestions(form, results, preview) {
  for (const details of form.querySelectorAll("[data-why]")) {
    const fill = async () => {
      if (!details.open) return;
      const place = details.querySelector("[data-role=why]");
      const found = await preview(details.dataset.why);
      place.replaceChildren(found ? drawn(found, results) : h("p", {}, "检查程序还没有就绪，请稍后再打开。"));
    };
    details.addEventListener("toggle", fill);
    fill(); // it may have been opened before
  }
}

function drawn({ fact, asked_by: askedBy, answers }, results) {
  const shorts = Object.fromEntries(results.words.rules.map(({ id, short }) => [id, short]));
  const places = Object.entries(askedBy).map(([rule, provisions]) =>
    h("span", {}, `${shorts[rule]}：`, provisions.flatMap((provision, index) => [index ? "、" : "", results.link(provision)])),
  );
  const effects = answers.map(({ value, changes }) => h("span", {}, `答“${label(results.words.facts[fact], value)}”：${effect(changes, shorts, results)}`));
  return h("div", {}, h("p", {}, "这些条款要看它："), list(places), h("p", {}, "按现在的其他回答："), list(effects));
}

function effect(changes, shorts, results) {
  const said = Object.entries(changes).map(([rule, verdict]) => `${shorts[rule]}变为“${results.words.verdicts[verdict].title}”`);
  return said.length ? `${said.join("；")}。` : "结论不变。";
}

function label({ labels }, value) {
  if (typeof value === "boolean") return value ? "是" : "否";
  return labels?.[value] ?? value;
}
