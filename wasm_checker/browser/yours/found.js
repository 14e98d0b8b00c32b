// What the program found, drawn: what was not found first, then provision by provision, then the table beside the five.
import { h, list } from "../kit/dom.js";

/** @typedef {import("./shapes").Result} Result @typedef {import("./shapes").Named} Named */

/**
 * @param {HTMLElement} place @param {Result} result
 * @param {string} root from the page to the site's root
 */
export function drawFound(place, result, root) {
  const mark = () => h("span", { class: "yours__mark" }, result.mark);
  const link = (/** @type {{page: string}} */ { page }, /** @type {string} */ text) =>
    h("a", { href: root + page }, text);
  const marks = (/** @type {Named} */ { marks: said, in_force }) =>
    said.map((one) => h("span", { class: in_force ? "yours__status" : "yours__status yours__status--draft" }, one));
  const cited = (/** @type {import("./shapes").Theirs} */ theirs) => [
    link(theirs, theirs.citation),
    ...marks(result.instruments[theirs.instrument]),
  ];
  place.replaceChildren(
    summary(),
    absent(),
    provisions(),
    table(),
    h(
      "ul",
      { class: "yours__notes" },
      result.notes.map((one) => h("li", {}, one)),
    ),
  );

  function summary() {
    const { figures } = result;
    const lacking = Object.values(figures.missing).reduce((sum, one) => sum + one, 0);
    /** @type {(count: number, of: string, said: string) => HTMLElement} */
    const figure = (count, of, said) => h("div", {}, h("dd", {}, h("b", {}, String(count)), of), h("dt", {}, said));
    return h(
      "div",
      { class: "yours__sum" },
      h("p", {}, mark()),
      h(
        "dl",
        {},
        figure(figures.with_twins, ` / ${figures.provisions} 处`, "和它们有相同的字句"),
        figure(lacking, " 项", "它们有，您那里没有找到"),
        figure(figures.dimensions_found, ` / ${figures.dimensions} 问`, "在您那里找到了字句"),
      ),
    );
  }

  function absent() {
    const parts = Object.entries(result.roles).map(([role, name]) => {
      const rows = result.circumstances.filter((one) => one.role === role && one.missing);
      if (!rows.length) return null;
      return h(
        "details",
        {},
        h("summary", {}, `${name}：${rows.length} 项没有找到`),
        list(
          rows.map((one) =>
            h(
              "li",
              {},
              h("b", {}, one.title),
              "\u3000",
              Object.values(one.theirs).flatMap((quotes) =>
                quotes.slice(0, 1).map((quote) => h("span", { class: "yours__theirs" }, ...cited(quote))),
              ),
            ),
          ),
        ),
      );
    });
    return h(
      "section",
      {},
      h("h3", {}, "它们有，您那里没有找到"),
      h("p", {}, mark(), " 没有找到不等于没有写：程序只认得字句，请自己再看一遍。"),
      parts,
    );
  }

  function provisions() {
    const shown = result.provisions.filter((one) => one.twins.length || one.speaks.length);
    return h(
      "section",
      {},
      h("h3", {}, "逐条看"),
      h("p", {}, mark(), " 带底色的（＋）只有您那里写，划去的（－）只有对方写，其余两边一样。"),
      shown.map((one) =>
        h(
          "details",
          { class: "yours__provision" },
          h("summary", {}, h("b", {}, one.place), ` ${one.text.slice(0, 24)}…… `, counted(one)),
          h("p", {}, one.text),
          one.speaks.map((spoken) =>
            h("p", {}, mark(), ` 说的像是“${spoken.title}”（${result.roles[spoken.role]}）：“${spoken.quote}”`),
          ),
          one.twins.map((twin) => twinOf(twin)),
        ),
      ),
      shown.length ? null : h("p", {}, "没有一处与已收文件有相同的字句。"),
    );
  }

  /** @param {import("./shapes").Provision} one */
  function counted(one) {
    const said = [
      one.twins.length && `相同字句 ${one.twins.length} 处`,
      one.speaks.length && `说到 ${one.speaks.length} 项`,
    ];
    return h("span", { class: "yours__count" }, said.filter(Boolean).join("，"));
  }

  /** @param {import("./shapes").Twin} twin */
  function twinOf(twin) {
    const words = twin.passages.flatMap((passage) =>
      passage.segments.flatMap(({ same, yours, theirs }) =>
        same
          ? [yours]
          : [
              yours ? h("ins", { title: "您那里的" }, yours) : "",
              theirs ? h("del", { title: twin.citation }, theirs) : "",
            ],
      ),
    );
    return h(
      "div",
      { class: "yours__twin" },
      h("p", {}, ...cited(twin), twin.identical ? "\u3000一字不差（标点不计）" : ""),
      twin.identical ? null : h("p", { class: "yours__words" }, words),
    );
  }

  function table() {
    const head = h(
      "tr",
      {},
      h("th", { scope: "col" }, "问题"),
      h("th", { scope: "col" }, "您那里的 ", mark()),
      result.columns.map((column) => h("th", { scope: "col" }, column.name, ...marks(column))),
    );
    const rows = result.dimensions.map((row) =>
      h(
        "tr",
        {},
        h("th", { scope: "row" }, row.title),
        h(
          "td",
          { "data-whose": "您那里的" },
          row.yours.length ? row.yours.map((quote) => h("p", {}, `${quote.place}“${quote.quote}”`)) : row.said,
        ),
        result.columns.map((column) =>
          h(
            "td",
            { "data-whose": column.in_force ? column.name : [column.name, ...column.marks].join("，") },
            link(row.theirs[column.slug], row.theirs[column.slug].brief),
          ),
        ),
      ),
    );
    return h(
      "section",
      {},
      h("h3", {}, "并排看"),
      h("p", {}, "各份的简答是人工编的，点开看原文；您那里的一列只摘字句，是程序找的。"),
      h("table", { class: "yours__table" }, h("thead", {}, head), h("tbody", {}, rows)),
    );
  }
}
