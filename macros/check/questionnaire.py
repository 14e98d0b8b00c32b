"""The checker's questionnaire: plain HTML made at build time, readable, printable and answerable before any script runs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from markupsafe import Markup

from macros.check import dates, result_places
from macros.kit.html import el, join, void
from policies import Library
from policies.engine.schema.instrument import Fact, Option, Question

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
    questions = (_question(question, facts, library) for question in library.vocabulary.questions)
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
        "single": lambda: _single(question, facts),
        "dates": lambda: dates.drawn(library, question, facts),
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
    )


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


def _single(question: Question, facts: Mapping[str, Fact]) -> Markup:
    """What another question asks as well is left to the organ there: 岗位 may be the organ's to find and 是干部 known."""
    filled = sorted({fact for option in question.options for fact in option.sets})
    options = list(question.options)
    if all(option.sets for option in options):
        options.append(Option(text="不清楚", sets={}))
    options.append(
        Option(text="留给组织认定", sets={fact: "organ" for fact in filled if facts[fact].question == question.id})
    )
    radios = (
        _choice(option.text, name=question.id, value=str(index), data_sets=_json(option.sets))
        for index, option in enumerate(options)
    )
    return el("div", *radios, class_="choices")


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
