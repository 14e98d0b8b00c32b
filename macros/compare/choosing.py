"""The form over a comparison: which rows, which columns, and what to do with them. It shows only where scripts run."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from macros.kit.html import el, join, void
from macros.kit.links import Links
from macros.tables import selection
from macros.tables.files import FOLDER
from macros.tables.table import Column, Table
from policies.engine.schema.instrument import Meaning

# Decided from what stands on each row: its cells' statuses, and which of them say nearly the same (macros/compare/agreement.py).
SHOWN = (
    ("", "全部"),
    ("differ", "状态不同"),
    ("agree", "状态一致"),
    ("same", "说法相同"),
    ("silent", "有未规定"),
    ("stated", "都有规定"),
)
HINT = (
    "只看所选的文书。“状态不同”“状态一致”不计“不适用”；“说法相同”指状态一致，回答的文字也几乎一样、数字相同。"
    "选择记在网址里，收藏或者转发网址就能再打开；打印和导出也照选择。"
)


def panel(table: Table, statuses: Sequence[Meaning], links: Links, *, whole: bool) -> Markup:
    form = el(
        "form",
        _rows(),
        _narrower(statuses, "a3" if whole else "a4"),
        _columns(table.columns),
        _actions(),
        el("p", HINT, class_="choose__hint"),
        class_="choose",
        autocomplete="off",
        data_writer=links.file("assets/vendor/write-excel-file.js"),
        data_table=links.file(f"{FOLDER}/{selection.name(table.id)}"),
        data_title=table.title,
    )
    box = el("details", el("summary", "筛选、选列、投影、导出"), form, class_="choose-box", open=whole)
    return el("div", box, el("p", class_="choose__count", role="status"), class_="choose-area")


def _rows() -> Markup:
    choices = (_choice("radio", "show", value, text, checked=not value) for value, text in SHOWN)
    return el("fieldset", el("legend", "哪些行"), *choices)


def _choice(kind: str, name: str, value: str, text: str, *, checked: bool) -> Markup:
    return el("label", void("input", type=kind, name=name, value=value, checked=checked), el("span", text))


def pin(title: str) -> Markup:
    label = f"置顶：{title}"
    return el("button", "置顶", type="button", class_="pin", aria_label=label, aria_pressed="false")


def _narrower(statuses: Sequence[Meaning], usual: str) -> Markup:
    options = (el("option", text, value=value) for value, text in (("", "不限"), *((s.id, s.title) for s in statuses)))
    status = el("label", "其中有 ", el("select", *options, name="status"))
    words = el("label", "含有文字 ", void("input", type="search", name="q", placeholder="例如：备案"))
    paper = (
        el("option", text, value=value, selected=value == usual) for value, text in (("a4", "A4 横"), ("a3", "A3 横"))
    )
    sheet = el("label", "打印用纸 ", el("select", *paper, name="paper"))
    return el("p", join((status, words, sheet), " "), class_="choose__fields")


def _columns(columns: Sequence[Column]) -> Markup:
    choices = (_choice("checkbox", "cols", column.instrument, column.short, checked=True) for column in columns)
    return el("fieldset", el("legend", "哪些文书"), *choices)


def _actions() -> Markup:
    named = (("project", "投影"), ("xlsx", "导出所选 XLSX"), ("csv", "导出所选 CSV"), ("print", "打印"))
    buttons = (el("button", text, type="button", class_="button", data_do=name) for name, text in named)
    return el(
        "p",
        join(buttons, " "),
        " ",
        el("button", "还原", type="reset", class_="button button--quiet"),
        class_="choose__actions",
    )
