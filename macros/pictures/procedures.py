"""一图看程序: from application to tracking, a lane an instrument and a column a step; what is not written is an open end."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from macros.analysis import limits
from macros.kit import identity, unfinished
from macros.kit.html import blocks, classes, el, heading, join, void
from macros.kit.links import Links
from macros.pictures import spans
from policies import Instrument, Library
from policies.engine.schema.procedure import Procedure, Step, StepTaken
from policies.engine.schema.timelimit import Limit

UNWRITTEN = "没有写"
RECEIVED = "receiving_body"  # the dimension that says who receives an application
EXCEED = "超过"  # the modal words that bound a length are said with it
SIGNS = (
    ("box", "方框：写了这一步"),
    ("gap", "虚线：没有写这一步"),
    ("days", "条：写了几个工作日，各条同一把尺子，淡色是全长"),
    ("open", "空心：天数写了，从哪天起算没有写明"),
    ("months", "格：按月写的，一格一个月，不折算成工作日"),
    ("double", "双线框、斜纹：征求意见稿，未施行"),
)


def page(library: Library, links: Links) -> Markup:
    """The figure with its key, then the same in words with the quotes."""
    return blocks(
        styles(links),
        figure(library, links),
        _others(library, links),
        heading(2, "这张图的文字和原文", "words"),
        el("details", el("summary", "每一步写了什么，逐条附原文"), words(library, links), class_="lanes-words"),
        void("link", rel="stylesheet", href=links.file("assets/print-wide.css"), media="print"),
    )


def styles(links: Links) -> Markup:
    """What a page with the figure needs."""
    return void("link", rel="stylesheet", href=links.file("assets/procedures.css"))


def figure(library: Library, links: Links) -> Markup:
    """The lanes of every instrument whose procedure is in the data, in the order of the library."""
    measure = spans.longest(limit for _, _, _, taken in _steps(library) for limit in taken)
    steps = library.vocabulary.steps
    head = el(
        "tr",
        el("th", "文书", scope="col", role="columnheader"),
        *(el("th", step.title, scope="col", role="columnheader") for step in steps),
        role="row",
    )
    table = el(
        "table",
        el("caption", f"从{steps[0].title}到{steps[-1].title}，各份文书写了哪几步、各多少天", class_="sr-only"),
        el("thead", head, role="rowgroup"),
        el("tbody", *(_lane(library, one, links, measure) for one in procedures(library)), role="rowgroup"),
        class_="picture-rows lanes",
        role="table",
    )
    box = el("div", table, class_="lanes-box", role="region", aria_label="一图看程序", tabindex="0")
    return el("figure", _key(measure), box, class_="picture lanes-figure")


def procedures(library: Library) -> tuple[Procedure, ...]:
    return tuple(procedure for document in library.documents for procedure in document.procedures)


def of_step(library: Library, instrument: str, step: Step) -> tuple[Limit, ...]:
    """The limits of an instrument that say how long a step may take."""
    return tuple(limit for limit in library.limits if limit.instrument == instrument and limit.kind in step.kinds)


def _steps(library: Library) -> Iterator[tuple[Procedure, Step, StepTaken, tuple[Limit, ...]]]:
    for procedure in procedures(library):
        for step in library.vocabulary.steps:
            yield procedure, step, procedure.steps[step.id], of_step(library, procedure.id, step)


def _key(measure: int) -> Markup:
    items = (
        el("li", el("span", class_=f"picture-sign lanes-sign lanes-sign--{sign}", aria_hidden="true"), said)
        for sign, said in SIGNS
    )
    whole = f"（最长的 {measure} 个工作日）" if measure else ""
    return el(
        "figcaption",
        el("ul", *items, class_="picture-key"),
        el("p", f"每条从它自己的起算点画起，并不首尾相接{whole}。"),
    )


def _lane(library: Library, procedure: Procedure, links: Links, measure: int) -> Markup:
    about = library.instrument(procedure.id).about
    name = el("a", about.short, href=links.instrument(about.id))
    head = el("th", name, " ", identity.chips(about), scope="row", role="rowheader")
    cells = (
        _cell(library, procedure.id, step, procedure.steps[step.id], links, measure)
        for step in library.vocabulary.steps
    )
    return el("tr", head, *cells, role="row", class_=None if about.in_force else "is-draft", id=f"lane-{about.id}")


def _cell(library: Library, instrument: str, step: Step, taken: StepTaken, links: Links, measure: int) -> Markup:
    name = el("span", step.title, class_="lanes__step")
    return el(
        "td",
        name,
        el("div", *_station(library, instrument, step, taken, links, measure), class_="lanes__stop"),
        role="cell",
        class_=classes("is-written" if taken.says else "is-unwritten"),
    )


def _station(
    library: Library, instrument: str, step: Step, taken: StepTaken, links: Links, measure: int
) -> Iterator[Markup]:
    if taken.unwritten:
        group = next(one.group for one in library.vocabulary.dimensions if one.id == taken.unwritten.dimension)
        yield el("a", UNWRITTEN, href=links.cell(group, taken.unwritten.dimension, instrument), class_="lanes__gap")
        return
    assert taken.provision
    yield el("a", taken.says, href=links.provision(library.provision(taken.provision)), class_="lanes__box")
    for limit in of_step(library, instrument, step):
        yield _limit(library, step, limit, links, measure)


def _limit(library: Library, step: Step, limit: Limit, links: Links, measure: int) -> Markup:
    return el(
        "div",
        spans.drawn(limit, measure),
        el("a", length(library, step, limit), href=links.limit(limit.id), class_="lanes__length"),
        el("span", _start(limit), class_="lanes__start") if limit.start else None,
        class_="lanes__limit",
    )


def length(library: Library, step: Step, limit: Limit) -> str:
    """'30 个工作日'; what it is for stands before it where that is a part of the step, or a pause: '暂缓认定，一般不超过 30 个工作日'."""
    pause = library.vocabulary.labels.limit_kinds[limit.kind].title if limit.kind in step.pauses else None
    bound = f"{limit.modality} " if limit.modality and EXCEED in limit.modality else ""
    said = f"{bound}{limit.duration}" if limit.length else f"{limit.duration}，没有天数"
    return "，".join(filter(None, (pause, limit.applies, said)))


def _start(limit: Limit) -> str:
    assert limit.start
    return f"从“{limit.start.event}”起" if limit.start.written else limits.start(limit)


def _others(library: Library, links: Links) -> Markup | None:
    """The compared instruments that are not drawn."""
    drawn = {procedure.id for procedure in procedures(library)}
    undrawn = [one for one in library.compared if one.id not in drawn]
    left = [one for one in undrawn if _none(one)]
    named = join((el("a", one.about.short, href=links.instrument(one.id)) for one in left), "、")
    said = "没有容错程序，不在图里；它们自己的期限见"
    none = el("p", named, said, el("a", "期限", href=links.page("compare/time")), "。") if left else None
    open_ = [one for one in undrawn if one not in left]
    return join((none, unfinished.listed([*open_, *library.only_read], "的程序还没有编进数据，不在图里。", links)))


def _none(instrument: Instrument) -> bool:
    """Whether the comparison says that there is no application for tolerance to receive."""
    cell = instrument.cells.get(RECEIVED)
    return cell is not None and cell.status == "not_applicable"


# In words


def words(library: Library, links: Links) -> Markup:
    """Every step of every lane as a list, with its limits and the words it rests on."""
    lanes = (el("li", *_named(library.instrument(one.id)), _listed(library, one, links)) for one in procedures(library))
    return el("ul", *lanes)


def _named(instrument: Instrument) -> tuple[Markup, str, Markup]:
    return el("strong", instrument.about.short), " ", identity.chips(instrument.about)


def _listed(library: Library, procedure: Procedure, links: Links) -> Markup:
    instrument = library.instrument(procedure.id)
    return el(
        "ol",
        *(_said(library, instrument, step, procedure.steps[step.id], links) for step in library.vocabulary.steps),
    )


def _said(library: Library, instrument: Instrument, step: Step, taken: StepTaken, links: Links) -> Markup:
    if taken.unwritten:
        return el("li", f"{step.title}：{UNWRITTEN}")
    assert taken.provision
    provision = library.provision(taken.provision)
    quote = el("q", taken.quote)
    place = el("a", provision.place, href=links.provision(provision))
    timed = (
        el("li", limits.said(library, limit), "：", el("q", limit.quote))
        for limit in of_step(library, instrument.id, step)
    )
    times = list(timed)
    return el("li", f"{step.title}：{taken.says}。", place, " ", quote, el("ul", *times) if times else None)
