"""The checker's questionnaire: plain HTML made at build time, readable, printable and answerable before any script runs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from markupsafe import Markup

from macros.check import result_places
from macros.kit.html import el, join, void
from policies import Library
from policies.engine.schema.instrument import Fact, Option, Question
from policies.engine.schema.situations import Situation

_CHOICES = (("yes", "是"), ("no", "否"), ("unknown", "不清楚"), ("organ", "留给组织"))
_KIND = "tolerance"  # what is judged in any case


def form(library: Library) -> Markup:
    """What is answered and where the verdicts go: all that needs no other file."""
    return join([_bar(), el("div", data_role="opened", role="status"), _form(library), result_places.drawn()])


def _bar() -> Markup:
    """Always in sight: how much is still to answer, and the two ways to answer."""
    modes = el(
        "div",
        _choice("一次一题", name="mode", value="one", form="checker-modes"),
        _choice("全部在一页", name="mode", value="all", form="checker-modes", checked=True),
        class_="choices checker__modes",
        role="radiogroup",
        aria_label="怎样作答",
    )
    return el(
        "div",
        el("p", class_="checker__left", data_role="left", role="status"),
        modes,
        el("form", id="checker-modes"),
        class_="checker__bar",
    )


def _form(library: Library) -> Markup:
    facts = {fact.id: fact for fact in library.vocabulary.facts}
    questions = [_situation(library), *(_question(each, facts, library) for each in library.vocabulary.questions)]
    steps = el(
        "p",
        el("button", "上一题", type="button", class_="md-button", data_role="back"),
        el("button", "下一题", type="button", class_="md-button md-button--primary", data_role="next"),
        class_="checker__steps",
        hidden=True,
        data_role="steps",
    )
    actions = el(
        "p",
        el("a", "看结果", href="#verdicts", class_="md-button md-button--primary"),
        el("button", "清空重填", type="reset", class_="md-button"),
        class_="checker__actions",
    )
    return el("form", *questions, steps, actions, class_="checker__form", autocomplete="off", data_kind=_KIND)


def _question(question: Question, facts: Mapping[str, Fact], library: Library) -> Markup:
    drawn = {
        "place": lambda: _places(library),
        "single": lambda: _single(question, facts, library),
        "dates": lambda: _dates(question, facts),
    }
    body = drawn.get(question.type, lambda: _rows(library, (facts[ident] for ident in question.facts)))()
    asked = [fact.id for fact in facts.values() if fact.question == question.id]
    filled = sorted({fact for option in question.options for fact in option.sets})
    return el(
        "fieldset",
        el("legend", question.text, tabindex="-1"),
        body,
        class_="question",
        id=f"q-{question.id}",
        data_facts=" ".join(asked),
        data_asks=filled[0] if filled and question.type == "single" else None,
        data_given=_given(question, library),
    )


def _situation(library: Library) -> Markup:
    """Where the person stands: a choice like any other, and it says what is looked at; the script knows no situation."""
    file = library.vocabulary.situations
    radios = (
        _choice(
            each.text,
            name="situation",
            value=each.id,
            data_sets=_json(each.sets),
            data_kinds=" ".join(each.kinds),
            data_leaves=" ".join(each.leaves) or None,
            data_supposed=each.supposed,
        )
        for each in file.situations
    )
    return el(
        "fieldset",
        el("legend", file.asks, tabindex="-1"),
        el("div", *radios, class_="choices choices--column"),
        *(_beside(each) for each in file.situations if each.beside),
        el("p", file.note, class_="question__hint"),
        class_="question",
        id="q-situation",
        data_facts="",
    )


def _beside(situation: Situation) -> Markup:
    """What may be looked at beside it: shown while the situation is chosen."""
    found = situation.beside
    if not found:
        return Markup()
    tick = _choice(found.text, type="checkbox", name="further", value=found.kind, data_facts=" ".join(found.facts))
    return el("div", tick, class_="choices", data_beside=situation.id)


def _given(question: Question, library: Library) -> str | None:
    """The situations in which one answer alone remains: the question need not be asked there."""
    said = [option for option in question.options if option.sets]
    given = [
        each.id
        for each in library.vocabulary.situations.situations
        if each.sets and question.type == "single" and sum(map(each.fits, said)) == 1
    ]
    return " ".join(given) or None


def _choice(text: str, **attrs: str | bool | None) -> Markup:
    kind = str(attrs.pop("type", "radio"))
    return el("label", void("input", type=kind, **attrs), text, class_="choice")


def _places(library: Library) -> Markup:
    """Which documents are judged first, and what besides tolerance."""
    places = [*((document.slug, document.area) for document in library.documents), ("", "其他，或者都想看")]
    radios = (_choice(area, name="policy_area", value=slug, data_document=slug) for slug, area in places)
    further = (
        _choice(text, type="checkbox", name="further", value=kind)
        for kind, text in library.vocabulary.labels.further_kinds.items()
    )
    return join(
        [
            el("p", "选了哪里，就先按那里的文件问和判断；别处的结果另附在后面。", class_="question__hint"),
            el("div", *radios, class_="choices"),
            el("p", "除了容错，还想查（可不选）：", class_="question__hint"),
            el("div", *further, class_="choices"),
        ]
    )


def _single(question: Question, facts: Mapping[str, Fact], library: Library) -> Markup:
    """Of an option that does not remain for everybody, the situations in which it does.

    What another question asks as well is left to the organ there: 岗位 may be the organ's to find and 是干部 known."""
    filled = sorted({fact for option in question.options for fact in option.sets})
    options = list(question.options)
    if all(option.sets for option in options):
        options.append(Option(text="不清楚", sets={}))
    options.append(
        Option(text="留给组织认定", sets={fact: "organ" for fact in filled if facts[fact].question == question.id})
    )
    radios = (
        _choice(
            option.text,
            name=question.id,
            value=str(index),
            data_sets=_json(option.sets),
            data_situations=_remains(option, library),
        )
        for index, option in enumerate(options)
    )
    return el("div", *radios, class_="choices")


def _remains(option: Option, library: Library) -> str | None:
    situations = library.vocabulary.situations.situations
    fitting = [each.id for each in situations if each.fits(option)]
    return " ".join(fitting) if len(fitting) < len(situations) else None


def _dates(question: Question, facts: Mapping[str, Fact]) -> Markup:
    """The two days, or the count between them."""
    mine = [fact for fact in facts.values() if fact.question == question.id]
    hint = el("p", "填两个日期，或者直接填第几个工作日，两种填法任选一种。", class_="question__hint")
    return join([hint, *map(_dated, mine)])


def _dated(fact: Fact) -> Markup:
    """What the field does not take is told beside it."""
    number, date = {"min": "0", "max": "9999", "step": "1", "inputmode": "numeric"}, {"max": "9999-12-31"}
    limits, unfit = number if fact.type == "int" else date, f"u-{fact.id}"
    kind = "number" if fact.type == "int" else "date"
    field = void("input", type=kind, name=fact.id, aria_describedby=unfit, **limits)
    told = el("p", id=unfit, class_="dated__unfit", data_role="unfit", role="status")
    return el("div", el("label", el("span", fact.text), field), told, class_="dated")


def _rows(library: Library, facts: Iterable[Fact]) -> Markup:
    rest = el("button", "本题其余都选“否”", type="button", class_="small-button", data_role="rest-no")
    return join([*(_row(library, fact) for fact in facts), rest])


def _row(library: Library, fact: Fact) -> Markup:
    """One fact with its four answers; 不清楚 stands until another is chosen."""
    choices = (
        _choice(
            text,
            name=f"f-{fact.id}",
            value=value,
            checked=value == "unknown",
        )
        for value, text in _CHOICES
    )
    note = library.vocabulary.labels.known_by.get(fact.known_by)
    notes = (el("small", each) for each in (note, fact.examples) if each)
    said = el("p", fact.text, *notes, class_="fact__text", id=f"t-{fact.id}")
    group = el("div", *choices, class_="choices choices--row", role="radiogroup", aria_labelledby=f"t-{fact.id}")
    # What no text has words for decides nothing and is never asked for: it may always be said, and nobody is told why it is asked.
    asks = None if fact.unwritten else fact.id
    return el(
        "div",
        said,
        group,
        class_="fact",
        data_fact=fact.id,
        data_asks=asks,
        data_unwritten=bool(fact.unwritten) or None,
    )


def _json(data: Mapping[str, object]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
