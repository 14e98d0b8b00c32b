// Wires the questionnaire, the worker and the results together. Nothing is stored and nothing is sent.
import { answerRestNo, answers, markNeeded } from "./answers.mjs";
import { Engine } from "./engine.mjs";
import { Results } from "./results.mjs";

const here = new URL("./", import.meta.url);

async function start(page) {
  const form = page.querySelector("form");
  const status = page.querySelector("[data-role=status]");
  const summary = page.querySelector("[data-role=summary]");
  const cards = page.querySelector("[data-role=verdicts]");
  const words = await (await fetch(new URL("words.json", here))).json();
  const results = new Results(words, page.dataset.root);
  let ready = false;
  let facts = {};

  const engine = new Engine(new URL("worker.mjs", here), {
    progress: (share) => {
      if (!ready && !("failed" in page.dataset)) status.textContent = `正在载入检查程序：${Math.round(share * 100)}%。您可以先作答。`;
    },
    ready: () => {
      ready = true;
      page.dataset.ready = "";
      status.textContent = "检查程序已就绪，回答随时计入结果，不会离开这台设备。";
    },
    answer: show,
    failed: () => {
      page.dataset.failed = "";
      status.textContent = "检查程序没有载入成功（浏览器太旧，或者网络中断）。您填的内容还在；可以换一个浏览器再试，或者打印本页作自查表。";
    },
  });

  function show({ error, verdicts }) {
    delete page.dataset.pending;
    delete page.dataset.error;
    if (error) {
      summary.textContent = error;
      cards.replaceChildren();
      page.dataset.error = "";
      return;
    }
    const chosen = form.querySelector("input[name=policy_area]:checked")?.dataset.document;
    cards.replaceChildren(...results.draw(verdicts, chosen));
    summary.textContent = results.summary(verdicts);
    const needed = new Set(Object.values(verdicts).flatMap(({ missing, organ }) => [...missing, ...organ]));
    markNeeded(form, needed, facts);
  }

  function update() {
    facts = answers(form);
    page.dataset.pending = "";
    engine.ask(facts);
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
  update();
}

const page = document.querySelector("[data-checker]");
if (page) start(page);
