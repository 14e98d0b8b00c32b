// 清空重填 asks nothing, and can be taken back until the next answer.
import { h } from "../kit/dom.js";
import { rewrite, saves, written } from "../papers/written.js";
import { count } from "./offer.js";

/**
 * Says at the foot of the window, wherever it is scrolled to, that the answers were emptied, with a button that brings them back.
 * @param {import("../form/questionnaire.js").Questionnaire} asked
 */
export function undoable(asked) {
  const line = h("p", { role: "status", class: "checker__undo", "data-role": "undo" });
  asked.page.append(line);
  const { form } = asked;
  asked.page.addEventListener("judged", () => {
    if (count(asked.state)) line.replaceChildren(); // other answers stand there now, whoever has given them
  });
  form.addEventListener("click", ({ target }) => {
    const button = /** @type {Element} */ (target).closest("[type=reset]");
    const before = asked.state;
    if (!button || !count(before)) return;
    const undo = h("button", { type: "button", "data-role": "undo-clear" }, "撤销");
    const [texts, asks] = [written(), saves()];
    undo.addEventListener("click", () => {
      asked.apply(before);
      rewrite(texts, asks);
      line.replaceChildren("已恢复。");
      button.focus({ preventScroll: true });
    });
    line.replaceChildren("已清空。", undo);
  });
}
