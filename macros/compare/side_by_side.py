"""并排读: two or three instruments next to each other, question by question. Without scripts it is the whole table."""

from __future__ import annotations

from markupsafe import Markup

from macros.compare import comparison, comparison_html
from macros.kit.html import blocks, el, heading, join, void
from macros.kit.links import Links
from macros.tables.table import Column, Table
from policies import Library

MOST = 3


def page(library: Library, links: Links) -> Markup:
    table = comparison.whole(library)
    return blocks(
        void("link", rel="stylesheet", href=links.file("assets/brief.css")),
        void("link", rel="stylesheet", href=links.file("assets/choose.css")),
        void("link", rel="stylesheet", href=links.file("assets/side-by-side.css")),
        el("nav", el("a", "比一比", href=links.page("compare/index")), class_="trail", aria_label="所在位置"),
        heading(1, "并排读", "top"),
        el("p", "挑两份或者三份文书，按同样的问题并排看，引文一并打开。", class_="lede"),
        _form(table),
        el("p", "这个浏览器没有开 JavaScript，下面是全部文书的对照。", class_="beside-all"),
        comparison_html.jump(library, table),
        _scroller(table, links),
        void("link", rel="stylesheet", href=links.file("assets/print-wide.css"), media="print"),
        *(
            el("script", src=links.file(f"assets/{name}.js"), defer=True)
            for name in ("address", "columns", "side-by-side")
        ),
    )


def _form(table: Table) -> Markup:
    boxes = (_box("cols", column.instrument, column.short) for column in table.columns)
    form = el(
        "form",
        el("fieldset", el("legend", f"文书（两份到 {MOST} 份）"), *boxes),
        el(
            "fieldset",
            el("legend", "还可以"),
            _box("differ", "1", "只看说法不同的行"),
            _box("stated", "1", "略去所选都没有规定的行"),
            _box("quotes", "0", "收起引文"),
        ),
        class_="choose",
        autocomplete="off",
        data_most=MOST,
    )
    return el("div", form, _pairs(table), el("p", "", class_="choose__count", role="status"), class_="choose-area")


def _pairs(table: Table) -> Markup:
    """What to begin with: the first of the leading texts beside each of the others, and the texts of one document."""
    leading = [column for column in table.columns if column.leads]
    pairs: list[list[Column]] = [[leading[0], other] for other in leading[1:]]
    documents = [[one for one in table.columns if one.document == column.document] for column in leading]
    pairs += [found[:MOST] for found in documents if len(found) > 1]
    buttons = (
        el(
            "button",
            "｜".join(column.short for column in pair),
            type="button",
            class_="button button--quiet",
            data_pair=" ".join(column.instrument for column in pair),
        )
        for pair in pairs
    )
    return el("p", "或者从这里开始：", join(buttons, " "), class_="choose__pairs")


def _box(name: str, value: str, text: str) -> Markup:
    return el("label", void("input", type="checkbox", name=name, value=value), el("span", text))


def _scroller(table: Table, links: Links) -> Markup:
    return el(
        "div",
        comparison_html.html(table, links),
        class_="briefs briefs--beside",
        role="region",
        aria_label=f"并排读：{len(table.columns)} 份文书",
        tabindex="0",
    )
