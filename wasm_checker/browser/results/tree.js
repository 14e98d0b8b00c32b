// The condition tree of an explanation, to be unfolded node by node. Words come from the core and from words.json.
import { h } from "../kit/dom.js";

const STATES = { true: ["✓", "具备"], false: ["✗", "不具备"], open: ["？", "未定"] };
const KINDS = { all: "全部具备", any: "有其一即可", not: "不得有" };

/** @typedef {(Data.FactNode & {parts?: undefined}) | Data.GroupNode | Data.ClauseNode} TreeNode */
/** @typedef {(provision: string) => HTMLElement | string} Link */

/**
 * `words` is words.json; `link(provision)` makes a link to a provision.
 * @param {Data.Explanation} explanation @param {Data.Words} words @param {Link} link
 */
export function treeView(explanation, words, link) {
  /** @type {[string, TreeNode][]} */
  const parts = [
    ["适用范围", explanation.tree.scope],
    ["申请时限", explanation.tree.timing],
    ["条件与排除", explanation.tree.merits],
  ];
  return h(
    "ul",
    { class: "tree" },
    parts.map(([title, node]) => branch(node, words, link, title)),
  );
}

/** @param {TreeNode} node @param {Data.Words} words @param {Link} link @returns {HTMLElement} */
function branch(node, words, link, title = "") {
  const inner = essential(node);
  const line = (/** @type {Link} */ cited) => [
    mark(inner),
    " ",
    title ? `${title}：` : "",
    ...said(inner, words, cited),
  ];
  const parts = (inner.parts ?? []).filter((part) => part.kind !== "all" || part.parts?.length);
  if (!parts.length) return h("li", { "data-state": inner.state }, ...line(link));
  const open = Boolean(title) && inner.state !== "true";
  return h(
    "li",
    { "data-state": inner.state },
    h(
      "details",
      { open },
      h("summary", {}, ...line((provision) => words.provisions[provision].place)),
      h(
        "ul",
        {},
        inner.kind === "clause" ? h("li", {}, link(inner.provision)) : null, // no link within what unfolds
        parts.map((part) => branch(part, words, link)),
      ),
    ),
  );
}

/**
 * A group of one is its part.
 * @param {TreeNode} node @returns {TreeNode}
 */
function essential(node) {
  return ["all", "any"].includes(node.kind) && node.parts?.length === 1 ? essential(node.parts[0]) : node;
}

/** @param {TreeNode} node */
function mark({ state }) {
  const [sign, text] = STATES[state];
  return h(
    "span",
    { class: `tree__state tree__state--${state}` },
    h("span", { "aria-hidden": "true" }, sign),
    h("span", { class: "visually-hidden" }, text),
  );
}

/** @param {TreeNode} node @param {Data.Words} words @param {Link} link */
function said(node, words, link) {
  if (node.kind === "fact") {
    return [words.facts[node.fact].text, node.accepted.join() === "是" ? "" : `（${node.accepted.join("、")}）`];
  }
  if (node.kind !== "clause") return [KINDS[node.kind]];
  const quote = node.quote ?? words.provisions[node.provision].text;
  return [link(node.provision), "：", quote];
}
