"""The form over a comparison: which rows, which columns, and what to do with them. It shows only where scripts run."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from macros.compare import comparison, tones
from macros.kit.html import el, join, void
from macros.kit.links import Links
from macros.kit.unfinished import left
from macros.tables import selection
from macros.tables.files import FOLDER
from macros.tables.table import Column, Table
from policies import Library
from policies.engine.numeral import counted

# Decided from what stands on each row: the codes of its values (macros/compare/tones.py) and its cells' statuses.
SHOWN = (
    ("", "全部"),
    ("differ", "说法不同"),
    ("same", "说法相同"),
    ("silent", "有没写的"),
)
HINT = (
    "只看所选的文书。说法相同、不同，看的是取值，不计“见本件”和“不办容错”{left}；没有写也是一种说法。"
    "选择记在网址里，收藏或者转发网址就能再打开；打印和导出也照选择。勾了“选”的行，换一页也在，关掉标签页就没有了。"
)
SIGNS = (
    ("●■▲◆", "同一行里同色同形，说法相同"),
    (tones.ALONE[1], "只此一份这样说"),
    ("○", "没有写"),
    ("→", "见同件另一份"),
    ("↗", "另见他文，本站没有收录"),
)
WHOLE, LEADING = "compare/all-texts", "compare/all"  # every question: of all texts, of one a document
KEYS = "投影时：空格、→ 下一页，← 上一页，Q 原文，B 黑屏，Esc 退出，? 全部按键"


def panel(library: Library, table: Table, links: Links, *, whole: bool) -> Markup:
    """`whole`: every question is there; then what is looked at more often is a page of its own, and the rest another."""
    form = el(
        "form",
        el(
            "div",
            _sets(library),
            _rows(),
            _mine(library),
            el(
                "p",
                _do("unfold", "全部展开", aria_pressed="false"),
                " ",
                _do("project", "投影"),
                " ",
                el("span", KEYS, class_="choose__keys"),
                class_="choose__actions choose__actions--wide",
            ),
            class_="choose__bar",
        ),
        el(
            "details",
            el("summary", "选列、查字、打印、导出"),
            _columns(comparison.columns(library), table),
            _narrower(library),
            _actions(),
            el("p", HINT.replace("{left}", _unanswered(library)), class_="choose__hint"),
            class_="choose-box",
        ),
        class_="choose",
        autocomplete="off",
        data_writer=links.file("assets/vendor/write-excel-file.js"),
        data_docx=f"{links.file('assets/vendor/docx.js')} {links.file('assets/save-docx.js')}",
        data_table=links.file(f"{FOLDER}/{selection.name(table.id)}"),
        data_title=table.title,
        data_whole=links.page(WHOLE) if whole else None,
    )
    return el("div", form, class_="choose-area")


def legend(library: Library) -> Markup:
    """What the signs say, under the colours that only help."""
    items = (el("li", el("b", sign, aria_hidden="true"), " ", said) for sign, said in SIGNS)
    open_ = (
        el(
            "li",
            el("b", tones.LEFT[why][1], aria_hidden="true", class_="sign--left"),
            " ",
            f"{label.title}，{label.meaning}",
        )
        for why, label in left(library).items()
    )
    return el("ul", *items, *open_, el("li", "点一格，看这一行的依据和原文"), class_="signs")


def _sets(library: Library) -> Markup:
    """Which texts: one a document, all of them, or one's own beside others."""
    few, many = named_sets(library)
    sets = (
        ("leading", few, " ".join(one.id for one in library.leading)),
        ("all", many, " ".join(one.id for one in library.compared)),
        ("mine", "我那里和…", None),
    )
    buttons = (_do("set", text, data_set=name, data_ids=ids) for name, text, ids in sets)
    return el("fieldset", el("legend", "哪些文书", class_="sr-only"), *buttons, class_="choose__sets")


def named_sets(library: Library) -> tuple[str, str]:
    few, many = len(library.leading), len(library.compared)
    return f"{counted(few).strip()}份容错文件", f"全部{counted(many).strip()}份"


def _unanswered(library: Library) -> str:
    return "".join(f"，也不计“{label.title}”" for label in left(library).values())


def _do(name: str, text: str, **attrs: str | None) -> Markup:
    return el("button", text, type="button", class_="button", data_do=name, **attrs)


def _rows() -> Markup:
    choices = [_choice("radio", "show", value, text, checked=not value) for value, text in SHOWN]
    own = el(
        "span", _choice("radio", "show", "other", "和我那里不同", checked=False), class_="choose__own", hidden=True
    )
    return el("fieldset", el("legend", "哪些行", class_="sr-only"), *choices, own, class_="choose__rows")


def _mine(library: Library) -> Markup:
    """Where the reader serves: that text stands first. It is kept only where he wants it kept."""
    compared = {one.document for one in library.compared}
    options = (el("option", one.area, value=one.slug) for one in library.documents if one.slug in compared)
    place = el("label", "我在 ", el("select", el("option", "不选", value=""), *options, name="mine"))
    kept = el(
        "label",
        void("input", type="checkbox", name="kept"),
        " 记住",
        title="只存在这台设备的浏览器里；取消勾选就删掉",
        class_="choose__kept",
        hidden=True,
    )
    return el("p", place, " ", kept, class_="choose__fields choose__mine")


def _choice(kind: str, name: str, value: str, text: str, *, checked: bool) -> Markup:
    return el("label", void("input", type=kind, name=name, value=value, checked=checked), el("span", text))


def _narrower(library: Library) -> Markup:
    statuses = [(one.id, one.title) for one in library.vocabulary.statuses]
    statuses += [(why, label.title) for why, label in left(library).items()]
    options = (el("option", text, value=value) for value, text in (("", "不限"), *statuses))
    status = el("label", "其中有 ", el("select", *options, name="status"))
    words = el("label", "含有文字 ", void("input", type="search", name="q", placeholder="例如：备案"))
    paper = (el("option", text, value=value) for value, text in (("a4", "A4 横"), ("a3", "A3 横")))
    sheet = el("label", "打印用纸 ", el("select", *paper, name="paper"))
    return el("p", join((status, words, sheet), " "), class_="choose__fields")


def _columns(columns: Sequence[Column], table: Table) -> Markup:
    first = {one.instrument for one in table.columns} - set(table.beside)
    choices = (
        _choice("checkbox", "cols", one.instrument, one.short, checked=one.instrument in first) for one in columns
    )
    return el("fieldset", el("legend", "选列"), *choices)


def _actions() -> Markup:
    named = (
        ("print", "打印简答"),
        ("print-words", "连同原文打印"),
        ("xlsx", "导出所选 XLSX"),
        ("docx", "导出所选 DOCX"),
        ("csv", "导出所选 CSV"),
    )
    return el(
        "p",
        join((_do(name, text) for name, text in named), " "),
        " ",
        el("button", "还原", type="reset", class_="button button--quiet"),
        class_="choose__actions",
    )
