"""The checker's questionnaire: plain HTML made at build time, readable, printable and answerable before any script runs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from markupsafe import Markup

from macros.html import el, join, void
from macros.links import Links
from policies import Library
from policies.schema import Fact, Option, Question

_CHOICES = (
    ("yes", "有／是", True),
    ("no", "没有／否", False),
    ("unknown", "不清楚", None),
    ("organ", "留给组织", "organ"),
)
_KNOWN_BY = {"organ": "由组织认定", "both": "组织会核实", "person": None}


def page(library: Library, links: Links) -> Markup:
    """The whole form, with its place for the results and the script that judges."""
    return el(
        "div",
        void("link", rel="stylesheet", href=links.file("assets/checker/checker.css")),
        el("p", "检查程序随页面载入，载入前就可以作答。", class_="checker__status", data_role="status", role="status"),
        _form(library),
        _results(),
        el(
            "noscript",
            el(
                "p",
                "这个浏览器没有开 JavaScript，不能自动判断。本页可以打印出来作自查表，对照“读原文”里的条款逐项核对。",
            ),
        ),
        el("script", type="module", src=links.file("assets/checker/checker.mjs")),
        class_="checker",
        data_checker=True,
        data_root=links.base,
    )


def _form(library: Library) -> Markup:
    facts = {fact.id: fact for fact in library.vocabulary.facts}
    questions = (_question(question, facts, library) for question in library.vocabulary.questions)
    actions = el(
        "p",
        el("a", "看结果", href="#verdicts", class_="md-button md-button--primary"),
        el("button", "清空重填", type="reset", class_="md-button"),
        class_="checker__actions",
    )
    return el("form", *questions, actions, class_="checker__form", autocomplete="off")


def _results() -> Markup:
    return el(
        "section",
        el("h2", "检查结果", id="verdicts"),
        el("p", class_="checker__summary", data_role="summary", role="status"),
        el("div", class_="checker__verdicts", data_role="verdicts"),
        class_="checker__results",
        aria_labelledby="verdicts",
    )


def _question(question: Question, facts: Mapping[str, Fact], library: Library) -> Markup:
    drawn = {
        "place": lambda: _places(library),
        "single": lambda: _single(question),
        "dates": lambda: _dates(question, facts),
    }
    body = drawn.get(question.type, lambda: _rows(facts[ident] for ident in question.facts))()
    return el("fieldset", el("legend", question.text), body, class_="question", id=f"q-{question.id}")


def _choice(text: str, **attrs: str | bool | None) -> Markup:
    return el("label", void("input", type="radio", **attrs), el("span", text), class_="choice")


def _places(library: Library) -> Markup:
    """Which document is shown first; no verdict depends on it."""
    places = [*((document.slug, document.area) for document in library.documents), ("", "其他，或者都想看")]
    radios = (_choice(area, name="policy_area", value=slug, data_document=slug) for slug, area in places)
    hint = el("p", "只影响先显示哪一份；每一份都会判断。", class_="question__hint")
    return join([hint, el("div", *radios, class_="choices")])


def _single(question: Question) -> Markup:
    filled = sorted({fact for option in question.options for fact in option.sets})
    options = list(question.options)
    if all(option.sets for option in options):
        options.append(Option(text="不清楚", sets={}))
    options.append(Option(text="留给组织认定", sets=dict.fromkeys(filled, "organ")))
    radios = (
        _choice(option.text, name=question.id, value=str(index), data_sets=_json(option.sets))
        for index, option in enumerate(options)
    )
    return el("div", *radios, class_="choices")


def _dates(question: Question, facts: Mapping[str, Fact]) -> Markup:
    """The two days, or the count between them."""
    mine = [fact for fact in facts.values() if fact.question == question.id]
    hint = el("p", "填两个日期，或者直接填第几个工作日，填一样就行。", class_="question__hint")
    return join([hint, *map(_dated, mine)])


def _dated(fact: Fact) -> Markup:
    number: dict[str, str] = {"min": "0", "step": "1", "inputmode": "numeric"} if fact.type == "int" else {}
    field = void("input", type="number" if fact.type == "int" else "date", name=fact.id, **number)
    return el("label", el("span", fact.text), field, class_="dated")


def _rows(facts: Iterable[Fact]) -> Markup:
    rest = el("button", "本题其余都选“没有／否”", type="button", class_="rest-no", data_role="rest-no")
    return join([*map(_row, facts), rest])


def _row(fact: Fact) -> Markup:
    """One fact with its four answers; 不清楚 stands until another is chosen."""
    choices = (
        _choice(
            text,
            name=f"f-{fact.id}",
            value=value,
            checked=answer is None,
            data_sets=None if answer is None else _json({fact.id: answer}),
        )
        for value, text, answer in _CHOICES
    )
    note = _KNOWN_BY[fact.known_by]
    said = el("p", fact.text, el("small", note) if note else None, class_="fact__text", id=f"t-{fact.id}")
    group = el("div", *choices, class_="choices choices--row", role="radiogroup", aria_labelledby=f"t-{fact.id}")
    return el("div", said, group, class_="fact", data_fact=fact.id)


def _json(data: Mapping[str, object]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
