"""One provision as HTML: its words, with what is marked in them, and the way to what is said of it elsewhere."""

from __future__ import annotations

import re

from markupsafe import Markup

from macros.analysis import marked
from macros.kit import unfinished
from macros.kit.html import classes, el, heading
from macros.kit.links import Links
from macros.read import beside, marked_html
from policies import Library, Provision

_HEADED = re.compile(r"^(a|m|part)\d+(_\d+)?$|^(pos|neg)$")
_TITLES = re.compile(r"^part\d+$|^(pos|neg)$")
_CHAPTERS = re.compile(r"(^|-)(book|ch|sec)\d+(_\d+)?$")  # 编, 章, 节
SIGNATURE = 30  # characters a line, at most
FURNITURE = "chrome"  # what a web page had around the document
FURNITURE_SAID = "原网页的页眉页脚，非公文内容"


def headed(provision: Provision) -> bool:
    """Chapters, articles, parts and lists stand in the page's contents."""
    return chapter(provision) or (provision.depth == 1 and bool(_HEADED.match(provision.anchor)))


def chapter(provision: Provision) -> bool:
    return bool(_CHAPTERS.search(provision.anchor))


def titled(provision: Provision) -> bool:
    """Its whole text is a title, and goes into the heading."""
    named = chapter(provision) or bool(_TITLES.match(provision.anchor))
    return named and not any(not defect.in_label for defect in provision.defects)


def heading_text(provision: Provision) -> str:
    between = "\u3000" if chapter(provision) else ""
    return provision.label + between + provision.text if titled(provision) else provision.label


def heading_of(provision: Provision) -> Markup | None:
    if not headed(provision):
        return None
    return heading(3 if provision.anchor.startswith("m") else 2, heading_text(provision), provision.anchor)


def block(library: Library, provision: Provision, links: Links) -> Markup:
    """The provision, folded away if it is none of the document's; every character is there and can be found."""
    drawn = _block(library, provision, links)
    if provision.anchor != FURNITURE:
        return drawn
    return el("details", el("summary", FURNITURE_SAID), drawn, class_="furniture")


def _block(library: Library, provision: Provision, links: Links) -> Markup:
    """The provision's block. Where a heading stands above it, the heading carries the anchor."""
    style = classes("p", f"p--d{provision.depth}", f"p--{_kind(provision)}" if provision.depth == 1 else None)
    return el(
        "div",
        _words(library, provision, links),
        unfinished.of_provision(provision),
        _more(provision),
        class_=classes(style, "p--headed" if headed(provision) else None),
        id=None if headed(provision) else provision.anchor,
        data_anchor=provision.anchor,
        data_place=provision.place,
        data_label=heading_text(provision),
    )


def _kind(provision: Provision) -> str:
    """Its anchor; a closing that is no signature is text like any other."""
    signed = provision.anchor != "closing" or all(len(line) <= SIGNATURE for line in provision.text.split("\n"))
    return provision.anchor if signed else "body"


def _words(library: Library, provision: Provision, links: Links) -> Markup | None:
    if headed(provision) and (titled(provision) or not provision.text):
        return None
    label = None if headed(provision) or not provision.label else _label(provision)
    lexicon = library.vocabulary.lexicon
    lines = (
        el("p", *marked_html.line(provision, line, lexicon, links)) for line in marked.paragraphs(provision, lexicon)
    )
    return el("div", label, el("div", *(lines if provision.text else ()), class_="p__text"), class_="p__words")


def _label(provision: Provision) -> Markup:
    style = classes("p__label", "fix fix--label" if provision.label != provision.printed_label else None)
    return el("a", provision.label, class_=style, href=f"#{provision.anchor}")


def _more(provision: Provision) -> Markup:
    """Leads to what the site says of the provision elsewhere; a script opens that beside it."""
    return el("a", "旁注", class_="p__more", href=f"#{beside.anchor(provision)}", aria_label=f"旁注：{provision.place}")
