"""一图看效果: what a finding gives, a row an effect and a column a text, in the few words of each cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from macros.kit import identity, unfinished
from macros.kit.html import blocks, classes, el, join, void
from macros.kit.links import Links
from policies import Instrument, Library
from policies.engine.schema.instrument import Dimension, Status

GROUP = "effects"
SIGNS = (
    ("stated", "实线框：写明了"),
    ("partial", "右边开口：只写了一部分"),
    ("silent", "虚线：没有写，或者见别处"),
    ("draft", "双线框、斜纹：征求意见稿，未施行"),
)


def page(library: Library, links: Links) -> Markup:
    """The figure with its key, and who is not in it."""
    return blocks(
        styles(links),
        figure(library, links),
        _others(library, links),
        void("link", rel="stylesheet", href=links.file("assets/print-wide.css"), media="print"),
    )


def styles(links: Links) -> Markup:
    """What a page with the figure needs."""
    return void("link", rel="stylesheet", href=links.file("assets/effects.css"))


def rows(library: Library) -> tuple[Dimension, ...]:
    return tuple(one for one in library.vocabulary.dimensions if one.group == GROUP)


def columns(library: Library) -> tuple[Instrument, ...]:
    """The compared instruments that could answer at least one of the rows."""
    asked = [row.id for row in rows(library)]
    return tuple(one for one in library.compared if any(_may_answer(one, ident) for ident in asked))


def _may_answer(instrument: Instrument, row: str) -> bool:
    """Without an answer yet it may."""
    cell = instrument.cells.get(row)
    return cell is None or cell.status != "not_applicable"


def figure(library: Library, links: Links) -> Markup:
    """The matrix; each cell leads to the cell of the comparison, with the whole answer and its quotes."""
    shown = columns(library)
    head = el(
        "tr",
        el("th", "效果", scope="col", role="columnheader"),
        *(_column(one, links) for one in shown),
        role="row",
    )
    table = el(
        "table",
        el("caption", "容错有什么效果，各份文书怎么写", class_="sr-only"),
        el("thead", head, role="rowgroup"),
        el("tbody", *(_row(library, row, shown, links) for row in rows(library)), role="rowgroup"),
        class_="picture-rows effects",
        role="table",
    )
    open_ = ((why, f"点线框：{label.title}") for why, label in unfinished.left(library).items())
    items = (
        el("li", el("span", class_=f"picture-sign effects-sign effects-sign--{sign}", aria_hidden="true"), said)
        for sign, said in (*SIGNS, *open_)
    )
    box = el("div", table, class_="effects-box", role="region", aria_label="一图看效果", tabindex="0")
    return el("figure", el("figcaption", el("ul", *items, class_="picture-key")), box, class_="picture effects-figure")


def _column(instrument: Instrument, links: Links) -> Markup:
    name = el("a", instrument.about.short, href=links.instrument(instrument.id))
    chips = identity.chips(instrument.about)
    return el("th", name, " ", chips, scope="col", role="columnheader")


def _row(library: Library, row: Dimension, shown: tuple[Instrument, ...], links: Links) -> Markup:
    count = el("span", _counted(library, row, shown), class_="effects__count")
    cells = (_cell(library, row, one, links) for one in shown)
    return el("tr", el("th", el("strong", row.title), count, scope="row", role="rowheader"), *cells, role="row")


def counted(statuses: Sequence[Status]) -> str:
    """'3 份写明，3 份只写了一部分', of those that have an answer."""
    numbers = ((statuses.count("stated"), "写明"), (statuses.count("partial"), "只写了一部分"))
    return "，".join(f"{number} 份{said}" for number, said in numbers if number) or ("都没有写" if statuses else "")


def _counted(library: Library, row: Dimension, shown: Sequence[Instrument]) -> str:
    """What has no answer yet is counted apart."""
    open_ = Counter(one.left[row.id] for one in shown if row.id not in one.cells)
    named = (f"{open_[why]} 份{label.title}" for why, label in unfinished.left(library).items() if open_[why])
    return "，".join(
        filter(None, (counted([one.cells[row.id].status for one in shown if row.id in one.cells]), *named))
    )


def _cell(library: Library, row: Dimension, instrument: Instrument, links: Links) -> Markup:
    about, cell = instrument.about, instrument.cells.get(row.id)
    status = cell.status if cell else instrument.left[row.id]
    titles = {one.id: one.title for one in library.vocabulary.statuses}
    said = el("span", f"（{titles[status]}）", class_="sr-only") if cell and status != "stated" else None
    brief = library.brief(instrument, row.id)
    answer = el("a", brief, said, href=links.cell(row.group, row.id, instrument.id), class_="effects__answer")
    return el(
        "td",
        el("span", about.short, None if about.in_force else identity.chips(about), class_="effects__who"),
        answer,
        role="cell",
        class_=classes(f"is-{status}", None if about.in_force else "is-draft"),
    )


def _others(library: Library, links: Links) -> Markup | None:
    left = [one for one in library.compared if one not in columns(library)]
    named = join((el("a", one.about.short, href=links.instrument(one.id)) for one in left), "、")
    return el("p", named, "不办容错，不在图里。") if left else None
