// How far the answers have come, in words and as a bar.
import { h } from "../kit/dom.js";

/**
 * `asking`: whether the next question is by which rules to judge; until then nobody can say what is left.
 * @typedef {{given: number, left: number, organs: number, asking: boolean}} Counts
 */

/**
 * `counts`: null while the answers cannot be judged.
 * @param {CheckerPage} page @param {Counts | null} counts
 */
export function tellProgress(page, counts) {
  const line = page.querySelector("[data-role=left]");
  const further = counts ? counts.organs : 0;
  page.querySelector("[data-role=further]").textContent = further
    ? `接着答只有组织能认定的 ${further} 项`
    : "补充条文没有写的情况";
  const [text, more] = counts ? said(counts, page) : ["有一项填得不对，先改好它", ""];
  if (line.textContent !== text + more) line.replaceChildren(text, h("small", {}, more)); // read out only when it is new
  const bar = /** @type {HTMLProgressElement} */ (page.querySelector("[data-role=share]"));
  bar.value = counts && counts.given ? counts.given / (counts.given + counts.left) : 0;
}

/**
 * Nothing before the place is known: of all places together it would be a number that frightens and is not true.
 * @param {Counts} counts @param {CheckerPage} page
 */
function said({ given, left, organs, asking }, page) {
  if (!given && !page.querySelector("input[name=policy_area]:checked")) return ["", ""];
  const done = asking ? `已答 ${given} 项` : "该答的都答完了";
  const text = left ? `已答 ${given} 项，最多还有 ${left} 项` : done;
  return [text, organs ? `另有 ${organs} 项由组织认定，可以不答` : ""];
}
