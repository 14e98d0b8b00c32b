"""A section that is folded: its heading, and what it holds in a few words, stand where it opens. A link into it opens it (disclose.js)."""

from __future__ import annotations

from markupsafe import Markup

from macros.kit.html import el


def fold(
    ident: str, title: str, said: str | Markup, *children: Markup, level: str = "h2", open_: bool = False
) -> Markup:
    """`said`: what stands beside the heading, so that whoever leaves it folded knows what he leaves."""
    heading = el(level, title, id=ident, class_="fold__name")
    return el(
        "details",
        el("summary", heading, " ", el("span", said, class_="fold__said")),
        *children,
        class_="fold",
        open=open_,
    )
