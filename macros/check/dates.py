"""The question about days: when the procedure began, and whether the application was handed in. Each day stands beside the choice that
it belongs to, and typing it is choosing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from markupsafe import Markup

from macros.kit.html import el, join, void
from policies import Library
from policies.engine.schema.instrument import Fact, Question
from wasm_checker.core.assess import APPLIED, SINCE_START, STARTED

_NUMBER: Mapping[str, str] = {"min": "0", "max": "9999", "step": "1", "inputmode": "numeric"}
_DATE: Mapping[str, str] = {"max": "9999-12-31"}


def drawn(library: Library, question: Question, facts: Mapping[str, Fact]) -> Markup:
    """Two groups of choices, and the place where the script counts the days."""
    mine = {ident: fact for ident, fact in facts.items() if fact.question == question.id}
    started = [
        _dated(mine[STARTED], _radio("启动日", "started", "on", data_with=STARTED)),
        el("div", *_without_day(question), class_="choices"),
    ]
    not_yet = _radio("还没提出", "application", "not_yet", data_with="", data_today=APPLIED, data_since=STARTED)
    applied = [
        el("div", not_yet, class_="choices"),
        _dated(
            mine[APPLIED],
            _radio("已经提出，日期", "application", "on", data_with=APPLIED),
            *_wordings(library, mine[APPLIED]),
        ),
        _dated(
            mine[SINCE_START],
            _radio("只知道是第几个工作日", "application", "nth", data_with=SINCE_START),
            el("small", "启动次日为第1个，只数工作日", class_="dated__wording"),
        ),
    ]
    return join(
        [
            *_group("started", "问责程序", started),
            *_group("application", "书面申请", applied),
            el("div", class_="days", data_role="days"),
        ]
    )


def _group(name: str, title: str, rows: Iterable[Markup]) -> list[Markup]:
    ident = f"t-{name}"
    return [
        el("p", title, class_="dates__title", id=ident),
        el("div", *rows, class_="dates", role="radiogroup", aria_labelledby=ident),
    ]


def _without_day(question: Question) -> Iterable[Markup]:
    """The answers that are no day: those of the data, and 不知道."""
    for index, option in enumerate(question.options):
        sets = json.dumps(option.sets, ensure_ascii=False, separators=(",", ":"))
        yield _radio(option.text, "started", str(index), data_with="", data_sets=sets, data_about=STARTED)
    yield _radio("不知道", "started", "unknown", data_with="")


def _radio(text: str, name: str, value: str, **attrs: str) -> Markup:
    """`data_with`: the field that belongs to it, if any; `data_today`: the fact whose day is today while it is chosen, from `data_since` on."""
    return el("label", void("input", type="radio", name=name, value=value, **attrs), text, class_="choice")


def _dated(fact: Fact, choice: Markup, *beside: Markup) -> Markup:
    """What the field does not take is told beside it."""
    unfit = f"u-{fact.id}"
    kind, limits = ("number", _NUMBER) if fact.type == "int" else ("date", _DATE)
    after = STARTED if fact.id == APPLIED else None
    field = void("input", type=kind, name=fact.id, aria_describedby=unfit, data_after=after, **limits)
    told = el("p", id=unfit, class_="dated__unfit", data_role="unfit", role="status")
    named = el("label", el("span", fact.text, class_="sr-only"), field)
    style = "dated dated--wide" if fact.id == APPLIED else "dated"
    return el("div", choice, named, *beside, told, class_=style)


def _wordings(library: Library, fact: Fact) -> Iterable[Markup]:
    """How each place says it; the script leaves the one chosen, without the place's name."""
    for document in library.documents:
        if document.slug in fact.wording:
            name = el("span", f"{document.area}：")
            yield el("small", name, fact.wording[document.slug], class_="dated__wording", data_said_of=document.slug)
