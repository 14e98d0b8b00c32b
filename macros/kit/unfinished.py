"""What is not there yet, said as such: a text that is only read, one without rules, and words that were not obtained."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from macros.kit.html import el, join
from macros.kit.identity import chip
from macros.kit.links import Links
from policies import Instrument, Library, Provision
from policies.engine.schema.labels import LeftLabel
from policies.engine.schema.unfinished import NOT_OBTAINED, Left

ONLY_READ, UNCHECKED = "还没有进入对照", "还不能对照自查"


def left(library: Library) -> dict[Left, LeftLabel]:
    """Why cells of the comparison have no answer, in the order of the labels; empty where all are coded."""
    why = {each for one in library.compared for each in one.left.values()}
    return {name: label for name, label in library.vocabulary.labels.unfinished.items() if name in why}


def listed(those: Sequence[Instrument], said: str, links: Links) -> Markup | None:
    """'临江、某市还没有进入对照。'; nothing where there are none."""
    named = join((el("a", one.about.short, href=links.instrument(one.id)) for one in those), "、")
    return el("p", named, said, class_="unfinished") if those else None


def of_text(instrument: Instrument) -> Markup | None:
    """Above a text that is not whole, or to which nothing is compared yet."""
    about = instrument.about
    lacks = "、".join(one.place for one in instrument.provisions if one.missing)
    said = []
    if not about.obtained:
        said.append(f"{NOT_OBTAINED}：本站没有这份文书的原文，这里没有可读的条款项。")
    if lacks:
        said.append(f"{NOT_OBTAINED}：{lacks}。下面没有这些文字，不等于文件没有写。")
    if about.compared and not instrument.cells:
        said.append(f"只能读原文：这份文书{ONLY_READ}，也{UNCHECKED}。")
    return el("p", "".join(said), class_="unfinished") if said else None


def of_provision(provision: Provision) -> Markup | None:
    """In the place of its words, or after those that were obtained."""
    if not provision.missing:
        return None
    what = "其余文字" if provision.text else ""
    return el("p", chip(f"{what}{NOT_OBTAINED}", left=True), " ", provision.missing, class_="unfinished p__missing")
