"""The checker's questionnaire: plain HTML made at build time, readable, printable and answerable before any script runs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from markupsafe import Markup

from policies import Library
from policies.schema import Fact, Option, Question

_CHOICES = (("yes", "有／是", True), ("no", "没有／否", False), ("unknown", "不清楚", None), ("organ", "留给组织认定", "organ"))
_KNOWN_BY = {"organ": "由组织认定", "both": "组织会核实", "person": ""}


def questionnaire(library: Library, root: str) -> Markup:
    """The whole form with its place for the results. `root` is the way from the page to the site's root, as in '../'."""
    facts = {fact.id: fact for fact in library.vocabulary.facts}
    questions = Markup("").join(_question(question, facts, library) for question in library.vocabulary.questions)
    return Markup(
        '<div class="checker" data-checker data-root="{root}">\n'
        '<p class="checker__status" data-role="status" role="status">检查程序随页面载入，载入前就可以作答。</p>\n'
        '<form class="checker__form" autocomplete="off">\n{questions}\n'
        '<p class="checker__actions"><a class="md-button md-button--primary" href="#verdicts">看结果</a> '
        '<button type="reset" class="md-button">清空重填</button></p>\n</form>\n'
        '<section class="checker__results" id="verdicts" aria-label="检查结果">\n'
        '<p class="checker__summary" data-role="summary" role="status"></p>\n'
        '<div class="checker__verdicts" data-role="verdicts"></div>\n</section>\n'
        '<noscript><p class="checker__noscript">这个浏览器没有开 JavaScript，不能自动判断。'
        "本页可以打印出来作自查表，对照“读原文”里的条款逐项核对。</p></noscript>\n</div>\n"
    ).format(root=root, questions=questions)


def _question(question: Question, facts: Mapping[str, Fact], library: Library) -> Markup:
    if question.type == "place":
        body = _places(library)
    elif question.type == "single":
        body = _single(question)
    elif question.type == "dates":
        body = _dates(question, facts)
    else:
        body = _rows([facts[ident] for ident in question.facts])
    return Markup('<fieldset class="question" id="q-{id}"><legend>{text}</legend>\n{body}</fieldset>\n').format(
        id=question.id, text=question.text, body=body
    )


def _places(library: Library) -> Markup:
    """Which document is shown first; no verdict depends on it."""
    places = [(document.slug, document.area) for document in library.documents]
    radios = Markup("").join(
        Markup(
            '<label class="choice"><input type="radio" name="policy_area" value="{slug}" data-document="{slug}"> <span>{area}</span></label>\n'
        ).format(slug=slug, area=area)
        for slug, area in (*places, ("", "其他，或者都想看"))
    )
    return Markup('<p class="question__hint">只影响先显示哪一份，每一份都会判断。</p>\n<div class="choices">{}</div>\n').format(radios)


def _single(question: Question) -> Markup:
    filled = sorted({fact for option in question.options for fact in option.sets})
    options = list(question.options)
    if all(option.sets for option in options):
        options.append(Option(text="不清楚", sets={}))
    options.append(Option(text="留给组织认定", sets=dict.fromkeys(filled, "organ")))
    radios = Markup("").join(_radio(question.id, str(index), option) for index, option in enumerate(options))
    return Markup('<div class="choices">{}</div>\n').format(radios)


def _radio(name: str, value: str, option: Option) -> Markup:
    return Markup(
        '<label class="choice"><input type="radio" name="{name}" value="{value}" data-sets="{sets}"> <span>{text}</span></label>\n'
    ).format(name=name, value=value, sets=_json(option.sets), text=option.text)


def _dates(question: Question, facts: Mapping[str, Fact]) -> Markup:
    dates = Markup("").join(
        Markup('<label class="dated"><span>{text}</span> <input type="date" name="{id}"></label>\n').format(text=facts[ident].text, id=ident)
        for ident in question.facts
        if facts[ident].type == "date"
    )
    numbers = Markup("").join(
        Markup('<label class="dated"><span>{text}</span> <input type="number" name="{id}" min="0" step="1" inputmode="numeric"></label>\n').format(
            text=fact.text, id=fact.id
        )
        for fact in facts.values()
        if fact.question == question.id and fact.type == "int"
    )
    hint = Markup('<p class="question__hint">填两个日期，或者直接填第几个工作日，填一样就行。</p>\n')
    return hint + dates + numbers


def _rows(facts: Iterable[Fact]) -> Markup:
    rows = Markup("").join(map(_row, facts))
    button = Markup('<button type="button" class="rest-no" data-role="rest-no">本题其余都选“没有／否”</button>\n')
    return rows + button


def _row(fact: Fact) -> Markup:
    """One fact with its four answers; 不清楚 stands until another is chosen."""
    choices = Markup("").join(
        Markup('<label class="choice"><input type="radio" name="f-{id}" value="{value}"{checked}{sets}> <span>{text}</span></label>').format(
            id=fact.id,
            value=value,
            checked=Markup(" checked") if answer is None else "",
            sets="" if answer is None else Markup(' data-sets="{}"').format(_json({fact.id: answer})),
            text=text,
        )
        for value, text, answer in _CHOICES
    )
    note = _KNOWN_BY[fact.known_by]
    return Markup(
        '<div class="fact" data-fact="{id}" role="radiogroup" aria-labelledby="t-{id}"><p class="fact__text" id="t-{id}">{text}{note}</p>'
        '<div class="choices choices--row">{choices}</div></div>\n'
    ).format(
        id=fact.id, text=fact.text, choices=choices, note=Markup(' <small class="fact__note">{}</small>').format(note) if note else ""
    )


def _json(data: Mapping[str, object]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
