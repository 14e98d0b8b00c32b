// What the program found, drawn: what was not found first, then provision by provision, then the table beside the five.
import { h, list } from "../kit/dom.js";

/** @typedef {import("./shapes").Result} Result @typedef {import("./shapes").Role} Role */

/** @type {Record<Role, string>} */
const ROLES = { circumstance: "可以容错的情形", condition: "容错的要件", exclusion: "不予容错的情形" };

/**
 * @param {HTMLElement} place @param {Result} result
 * @param {string} root from the page to the site's root
 */
export function drawFound(place, result, root) {
  const named = new Map(result.columns.map((column) => [column.slug, column]));
  const mark = () => h("span", { class: "yours__mark" }, result.mark);
  const link = (/** @type {{page: string}} */ { page }, /** @type {string} */ text) =>
    h("a", { href: root + page }, text);
  const whose = (/** @type {string} */ slug) => {
    const column = named.get(slug);
    return column
      ? [
          column.name,
          ...column.marks.map((one) =>
            h("span", { class: column.in_force ? "yours__status" : "yours__status yours__status--draft" }, one),
          ),
        ]
      : [slug];
  };
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
    return h(
      "p",
      { class: "yours__sum" },
      mark(),
      ` ${figures.provisions} 处文字里，${figures.with_twins} 处与已收文件有相同的字句；它们写了、您那里没有找到的情形、要件和排除有 ${lacking} 项；${figures.dimensions} 个问题里，${figures.dimensions_found} 个在您那里找到了字句。`,
    );
  }

  function absent() {
    const parts = Object.entries(ROLES).map(([role, name]) => {
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
              "　",
              Object.entries(one.theirs).flatMap(([slug, quotes]) =>
                quotes
                  .slice(0, 1)
                  .map((quote) =>
                    h("span", { class: "yours__theirs" }, link(quote, quote.citation), ...whose(slug).slice(1)),
                  ),
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
      shown.map((one) =>
        h(
          "details",
          { class: "yours__provision" },
          h("summary", {}, h("b", {}, one.place), ` ${one.text.slice(0, 24)}…… `, counted(one)),
          h("p", {}, one.text),
          one.speaks.map((spoken) =>
            h("p", {}, mark(), ` 说的像是“${spoken.title}”（${ROLES[spoken.role]}）：“${spoken.quote}”`),
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
      one.speaks.length && `情形 ${one.speaks.length} 项`,
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
      h("p", {}, link(twin, twin.citation), ...whose(twin.slug).slice(1), twin.identical ? "　一字不差" : ""),
      twin.identical ? null : h("p", { class: "yours__words" }, words),
    );
  }

  function table() {
    const head = h(
      "tr",
      {},
      h("th", { scope: "col" }, "问题"),
      h("th", { scope: "col" }, "您那里的 ", mark()),
      result.columns.map((column) => h("th", { scope: "col" }, ...whose(column.slug))),
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
        result.columns.map(({ slug, name, marks, in_force }) =>
          h(
            "td",
            { "data-whose": in_force ? name : [name, ...marks].join("，") },
            row.theirs[slug] ? link(row.theirs[slug], row.theirs[slug].brief) : "待编码",
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
