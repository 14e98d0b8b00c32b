"""HTML that cannot be broken by what stands in the data: every text is escaped unless it already is Markup."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

Attr = str | int | bool | None
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")  # of ASCII: all that HTML, Markdown and Jinja read as more than itself


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


def literal(text: str) -> Markup:
    """Words that stand among Markdown, in a heading or a page's title: on one line, and nothing in them is markup of any kind."""
    return Markup(_PUNCTUATION.sub(lambda found: f"&#{ord(found[0])};", " ".join(text.splitlines())))  # noqa: S704 - just escaped


def heading(level: int, text: str, anchor: str, style: str = "") -> Markup:
    """A Markdown heading, so that the theme's contents find it; its text stays as it is."""
    attributes = f"{{ #{anchor}{style and f' .{style}'} }}"
    return Markup("{} {} {}").format("#" * level, literal(text), attributes)


def blocks(*parts: Markup | None) -> Markup:
    """Raw HTML blocks and Markdown headings, apart from each other as Markdown wants them."""
    return Markup("\n\n").join(part for part in parts if part)


def drawn(made: object) -> str:
    """What a page may be given: a number, or what went through the functions above. A page takes it as it is."""
    if isinstance(made, Markup | int):
        return str(made)
    raise TypeError(f"a macro must return Markup or a number, not {type(made).__name__}: {made!r:.80}")
