"""条件怎样合起来: each rule as a way with gates, drawn as a circuit: what must all be there stands in line, what suffices alone side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from macros.kit import identity, unfinished
from macros.kit.fold import fold
from macros.kit.html import blocks, classes, el, join, void
from macros.kit.links import Links
from policies import Instrument, Library
from policies.engine.schema.rule import AnyOf, Clause, Exclusion, Gate, Rule

ROWS = ("decision_body_form", "condition_yield")  # the rows on who finds, and on what a finding gives
MODES = {"all": "全部具备", "any": "有其一即可"}
NOT_DRAWN = "适用范围和申请时限不画在这里。方框里带引号的是原文；不带引号的，原文较长，只写它归入的类名，点开看整条。"
LONG = 60  # characters: a ground with more is called by the circumstances it is sorted under


def page(library: Library, links: Links) -> Markup:
    """A line a rule, which unfolds its figure; the first is open."""
    return blocks(
        styles(links),
        el("p", NOT_DRAWN),
        *(_fold(library, rule, links, open_=not at) for at, rule in enumerate(ordered(library))),
        unfinished.listed(library.unchecked, "还没有编成规则，不在图里。", links),
        void("link", rel="stylesheet", href=links.file("assets/print-wide.css"), media="print"),
    )


def styles(links: Links) -> Markup:
    """What a page with a figure needs."""
    return void("link", rel="stylesheet", href=links.file("assets/logic.css"))


def ordered(library: Library) -> list[Rule]:
    """The rules on tolerance, then the others."""
    return sorted(library.rules, key=lambda rule: rule.kind != "tolerance")


def name(library: Library, rule: Rule) -> str:
    return rule.title or library.instrument(rule.instrument).about.short


def gates(rule: Rule) -> tuple[Gate, ...]:
    """Those that the text writes as conditions; the others come of its principles."""
    return tuple(gate for gate in rule.gates if not gate.barring)


def reminders(rule: Rule) -> tuple[Gate, ...]:
    """What only a principle speaks against: it shuts the way until the organ finds otherwise."""
    return tuple(gate for gate in rule.gates if gate.barring)


def summary(rule: Rule) -> str:
    """'先过 3 道门 → 4 项全部具备 → 5 项排除，一项也不能有'."""
    parts = (
        f"先过 {len(gates(rule))} 道门" if gates(rule) else None,
        wanted(rule),
        f"{len(rule.exclusions)} 项排除，一项也不能有" if rule.exclusions else None,
    )
    return " → ".join(filter(None, parts))


def wanted(rule: Rule) -> str:
    """'4 项全部具备'; of one there is nothing to join."""
    number = len(rule.grounds.clauses)
    return f"{number} 项{MODES[rule.grounds.mode]}" if number > 1 else "只有这 1 项"


def _fold(library: Library, rule: Rule, links: Links, *, open_: bool) -> Markup:
    about = library.instrument(rule.instrument).about
    chips = None if about.in_force else identity.chips(about)
    said = join((chips, summary(rule)), " ")
    return fold(rule.id, name(library, rule), said, figure(library, rule, links), open_=open_)


def figure(library: Library, rule: Rule, links: Links) -> Markup:
    """One rule from its gates to what it gives: an ordered list of stations, each a list of boxes."""
    about = library.instrument(rule.instrument).about
    stations = _stations(library, rule, links)
    chips = el("p", identity.chips(about), class_="way__marks")
    return el(
        "figure",
        chips,
        el("ol", *stations, class_="way"),
        class_=classes("way-figure", None if about.in_force else "is-draft"),
        aria_label=f"{name(library, rule)}：条件怎样合起来",
    )


def _stations(library: Library, rule: Rule, links: Links) -> Iterator[Markup]:
    if written := gates(rule):
        yield _station(f"先过 {len(written)} 道门，道道要过", "all", _boxes(library, written, links))
    grounds = rule.grounds
    quote = el("q", grounds.quote)
    yield _station(wanted(rule), grounds.mode, _boxes(library, grounds.clauses, links), quote)
    if rule.exclusions:
        said = f"{len(rule.exclusions)} 项排除，有其一就不行"
        yield _station(said, "stop", _boxes(library, rule.exclusions, links))
    if rule.aggravating:
        yield _station(
            f"{len(rule.aggravating)} 项从重，有其一就从重", "aside", _boxes(library, rule.aggravating, links)
        )
    if held := reminders(rule):
        yield _held(library, held, links)
    yield _end(library, rule, links)


def _station(said: str, kind: str, boxes: Iterable[Markup], quote: Markup | None = None) -> Markup:
    return el(
        "li",
        el("p", el("strong", said), quote, class_="way__how"),
        el("ul", *boxes, class_=f"way__boxes way__boxes--{kind}"),
    )


def _boxes(library: Library, clauses: Sequence[Clause], links: Links) -> Iterator[Markup]:
    for clause in clauses:
        provision = library.provision(clause.provision)
        label, own = label_of(library, clause)
        named = el("q", label) if own else el("span", label)
        place = el("span", provision.place, class_="way__place")
        box = el("a", place, named, href=links.provision(provision))
        notes = [*_notes(library, clause, links)]
        yield el("li", box, el("span", join(notes, "；"), class_="way__also") if notes else None)


def label_of(library: Library, clause: Clause) -> tuple[str, bool]:
    """What a box says, and whether these are the text's own words.

    The quote of the clause, or all its provision says. A long ground goes by the circumstances under which it is sorted.
    """
    own = (clause.quote or library.provision(clause.provision).text).replace("\n", "").rstrip("；;。")
    titles = _clusters(library, clause, element=False)
    exact = clause.quote or len(own) <= LONG or isinstance(clause, Exclusion | Gate) or not titles
    return (own, True) if exact else ("；".join(titles), False)


def _clusters(library: Library, clause: Clause, *, element: bool) -> list[str]:
    return [
        cluster.title
        for cluster in library.vocabulary.clusters
        if cluster.element == element and any(mark.provision == clause.provision for mark in cluster.marks)
    ]


def _notes(library: Library, clause: Clause, links: Links) -> Iterator[str]:
    """What is said beside a box: what its ground must come with, what the organ finds, to what it gives way, what reading it rests on."""
    if not label_of(library, clause)[1] and (found := _clusters(library, clause, element=True)):
        yield "要件：" + "；".join(found)
    if isinstance(clause, Exclusion) and clause.yields:
        places = "、".join(library.provision(ground).place for ground in clause.yields.to)
        yield f"同时符合{places}的，哪一个优先由组织认定"
    elif not (isinstance(clause, Gate) and clause.barring) and (said := found_by_organ(library, clause)):
        yield said
    if clause.readings:
        yield join((el("a", f"读法 {reading}", href=links.reading(reading)) for reading in clause.readings), "、")


def found_by_organ(library: Library, clause: Clause) -> str | None:
    """That only the organ can find it, where the condition is a fact that only the organ knows; or that it may find so as well."""
    organ = {fact.id for fact in library.vocabulary.facts if fact.known_by == "organ"}
    if isinstance(clause.when, str):
        return "由组织认定" if clause.when in organ else None
    if isinstance(clause.when, AnyOf) and any(isinstance(one, str) and one in organ for one in clause.when.any_):
        return "与它不合的，由组织认定" if isinstance(clause, Gate) else "有的情况由组织认定"
    return None


def _held(library: Library, held: Sequence[Gate], links: Links) -> Markup:
    """Folded, for the text does not write them as conditions."""
    said = f"还有 {len(held)} 处原则：与它不合的，不能指望，须由组织认定"
    boxes = _boxes(library, held, links)
    folded = el("details", el("summary", said), el("ul", *boxes, class_="way__boxes way__boxes--held"))
    return el("li", folded)


def _end(library: Library, rule: Rule, links: Links) -> Markup:
    """Who finds, and what then follows."""
    instrument = library.instrument(rule.instrument)
    finds, gives = (_row(library, instrument, row, links) for row in ROWS)
    effects = [el("li", effect.text) for effect in rule.effects]
    more = el("details", el("summary", f"效果，{len(effects)} 条"), el("ul", *effects)) if effects else None
    whole = rule.kind == "tolerance" and rule.title is None  # the rule is all that its text says of tolerance
    return el(
        "li",
        el("p", "由谁认定：", finds, class_="way__organ"),
        el("p", "符合以后：", gives, class_="way__end") if whole else None,
        more,
        class_="way__last",
    )


def _row(library: Library, instrument: Instrument, row: str, links: Links) -> Markup:
    group = next(dimension.group for dimension in library.vocabulary.dimensions if dimension.id == row)
    brief = library.brief(instrument, row)
    return join((el("a", brief, href=links.cell(group, row, instrument.id)),))
