"""已选: the bar of the rows that a reader has put together, and the button that puts a row in. They show only where scripts run."""

from __future__ import annotations

from markupsafe import Markup

from macros.compare.choosing import LEADING
from macros.kit.html import el, join
from macros.kit.links import Links
from policies import Library

FILES = (("xlsx", "XLSX"), ("docx", "DOCX"), ("csv", "CSV"))


def bar(library: Library, links: Links, *, whole: bool) -> Markup:
    """`whole`: every question is on this page; on another page what the bar does is done there."""
    files = (_act(name, text, aria_label=f"导出已选的行，{text}") for name, text in FILES)
    return el(
        "div",
        el("p", class_="basket__said", role="status"),
        _act("undo", "找回", title="先前选的行"),
        el(
            "div",
            _act("only", "只看已选"),
            _act("project", "投影", title="空格、→ 下一页，? 看全部按键"),
            _act("print", "打印"),
            el("span", "导出 ", join(files, " "), class_="basket__files"),
            _act("link", "复制链接"),
            _act("clear", "清空"),
            class_="basket__acts",
        ),
        class_="basket",
        role="region",
        aria_label="已选的行",
        hidden=True,
        data_rows=" ".join(dimension.id for dimension in library.vocabulary.dimensions),
        data_whole=None if whole else links.page(LEADING),
    )


def pick(title: str) -> Markup:
    """Puts a row in, and takes it out."""
    label = f"选：{title}"
    return el("button", "选", type="button", class_="pick", data_pick="row", aria_label=label, aria_pressed="false")


def hint() -> Markup:
    return el("span", "勾“选”，几行放在一起", class_="asks pick-hint")


def _act(name: str, text: str, **attrs: str | None) -> Markup:
    return el("button", text, type="button", class_="button", data_pick=name, **attrs)
