"""HTML that cannot be broken by what stands in the data: every text is escaped unless it already is Markup."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

Attr = str | int | bool | None
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!])")


def el(name: str, /, *children: str | None, **attrs: Attr) -> Markup:
    """An element. `class_` writes class, `data_x` writes data-x; None and False leave an attribute out, True writes it bare."""
    return Markup("<{}{}>{}</{}>").format(name, _attributes(attrs), join(children), name)


def void(name: str, /, **attrs: Attr) -> Markup:
    """An element without an end tag, such as link."""
    return Markup("<{}{}>").format(name, _attributes(attrs))


def join(children: Iterable[str | None], between: str = "") -> Markup:
    return escape(between).join(child for child in children if child is not None)


def _attributes(attrs: dict[str, Attr]) -> Markup:
    return join(_attribute(name.rstrip("_").replace("_", "-"), value) for name, value in attrs.items())


def _attribute(name: str, value: Attr) -> Markup | None:
    if value is None or value is False:
        return None
    return Markup(" {}").format(name) if value is True else Markup(' {}="{}"').format(name, str(value))


def classes(*names: str | None) -> str:
    return " ".join(name for name in names if name)


def heading(level: int, text: str, anchor: str, style: str = "") -> str:
    """A Markdown heading, so that the theme's contents find it; its text stays as it is."""
    literal = _MARKDOWN.sub(r"\\\1", str(escape(text)))
    return f"{'#' * level} {literal} {{ #{anchor}{style and f' .{style}'} }}"


def blocks(*parts: str | None) -> str:
    """Raw HTML blocks and Markdown headings, apart from each other as Markdown wants them."""
    return "\n\n".join(str(part) for part in parts if part)
