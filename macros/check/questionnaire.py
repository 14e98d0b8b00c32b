"""The checker's questionnaire: plain HTML made at build time, readable, printable and answerable before any script runs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from macros.check import dates, result_places
from macros.kit.html import el, join, void
from macros.kit.unfinished import UNCHECKED
from policies import Library
from policies.engine.schema.instrument import Fact, Option, Question
from policies.engine.schema.situations import Situation

_CHOICES = (("yes", "是"), ("no", "否"), ("unknown", "不清楚"), ("organ", "请组织认定"))
_KIND = "tolerance"  # what is judged in any case
FORM = "answers"


def form(library: Library, yours: str | None = None) -> Markup:
    """What is answered and where the verdicts go: all that needs no other file. `yours`: where 比您那里的 is, if it can be reached."""
    results = result_places.drawn(_further(library))
    return join([el("div", data_role="opened", role="status"), _form(library, yours), results, _modes(), _bar()])


def _modes() -> Markup:
    """The two ways to answer. Without scripts everything is on one page."""
    modes = el(
        "div",
        _choice("一次一题", name="mode", value="one", form="checker-modes"),
        _choice("全部在一页（打印、讲课用）", name="mode", value="all", form="checker-modes", checked=True),
        class_="choices checker__modes",
        role="radiogroup",
        aria_label="怎样作答",
    )
    return el("div", el("form", id="checker-modes", hidden=True), modes, class_="checker__foot")


def _bar() -> Markup:
    """Always in sight: how many answers there are, what they come to, and the way to the results."""
    return el(
        "div",
        el("progress", class_="checker__share", data_role="share", max=1, value=0, aria_hidden="true"),
        el("p", class_="checker__left", data_role="left", role="status"),
        el("a", "看结果", href="#verdicts", class_="checker__see", data_role="results"),
        el("button", "回到问题", type="button", class_="checker__see", data_role="again"),
        el("div", class_="checker__running", data_role="running"),
        class_="checker__bar",
    )


def _form(library: Library, yours: str | None) -> Markup:
    facts = {fact.id: fact for fact in library.vocabulary.facts}
    standing = library.vocabulary.situations.situations
    questions = [_situation(library)]
    for each in library.vocabulary.questions:
        questions.append(_question(each, facts, library, yours))
        if each.type == "place":
            questions += map(_beside, standing)
    steps = el(
        "p",
        el("button", "下一题", type="button", class_="md-button md-button--primary", data_role="next"),
        el("button", "上一题", type="button", class_="md-button", data_role="back"),
        class_="checker__steps",
        hidden=True,
        data_role="steps",
    )
    actions = el(
        "p",
        el("a", "看结果", href="#verdicts", class_="md-button md-button--primary", data_role="results"),
        el("button", "接着答只有组织能认定的", type="button", class_="md-button", data_role="further"),
        el("button", "清空重填", type="reset", class_="md-button"),
        class_="checker__actions",
    )
    return el("form", *questions, steps, actions, class_="checker__form", id=FORM, autocomplete="off", data_kind=_KIND)


def _question(question: Question, facts: Mapping[str, Fact], library: Library, yours: str | None) -> Markup:
    drawn = {
        "place": lambda: _places(library, yours),
        "single": lambda: _single(question, facts, library),
        "dates": lambda: dates.drawn(library, question, facts),
    }
    body = drawn.get(question.type, lambda: _rows(library, [facts[ident] for ident in question.facts]))()
    asked = [fact.id for fact in facts.values() if fact.question == question.id]
    filled = sorted({fact for option in question.options for fact in option.sets})
    return el(
        "fieldset",
        el("legend", question.text, tabindex="-1", data_wording=_wording(question)),
        body,
        class_="question",
        id=f"q-{question.id}",
        data_facts=" ".join(asked),
        data_asks=filled[0] if filled and question.type == "single" else None,
        data_given=_given(question, library),
        data_rest=question.rest if question.rest != "no" else None,
        data_saying=_json(question.ticks.model_dump()) if question.ticks else None,
    )


def _wording(asked: Question | Fact) -> str | None:
    return _json(asked.wording) if asked.wording else None


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
            data_verdicts_first=each.verdicts_first or None,
        )
        for each in file.situations
    )
    return el(
        "fieldset",
        el("legend", file.asks, tabindex="-1"),
        el("div", *radios, class_="choices choices--column"),
        el("p", file.note, class_="question__hint"),
        class_="question",
        id="q-situation",
        data_facts="",
    )


def _beside(situation: Situation) -> Markup:
    """What may be looked at beside it: a question to those alone who stand there."""
    found = situation.beside
    if not found:
        return Markup()
    name = f"{situation.id}_beside"
    # What is chosen fills no fact: which mistakes there were is asked by itself.
    has = _choice(found.has, name=name, value="yes", data_sets="{}", data_kinds=found.kind)
    none = _choice(found.none, name=name, value="no", data_sets="{}")
    return el(
        "fieldset",
        el("legend", found.asks, tabindex="-1"),
        el("div", has, none, class_="choices"),
        class_="question",
        id=f"q-{name}",
        data_facts="",
        data_beside=situation.id,
        data_kinds=found.kind,
        data_stated=" ".join(found.facts),
    )


def _further(library: Library) -> Markup:
    """What may be looked at besides, at the end: who has his verdicts goes on from there. They are fields of the form above."""
    ticks = (
        _choice(text, type="checkbox", name="further", value=kind, form=FORM)  # whose autocomplete is off
        for kind, text in library.vocabulary.labels.further_kinds.items()
    )
    return el(
        "fieldset",
        el("legend", "还想查"),
        el("div", *ticks, class_="choices choices--column"),
        class_="checker__more",
        data_role="more",
    )


def _given(question: Question, library: Library) -> str | None:
    """The situations in which one answer alone remains: the question need not be asked there."""
    said = [option for option in question.options if option.sets]
    given = [
        each.id
        for each in library.vocabulary.situations.situations
        if each.sets and question.type == "single" and sum(map(each.fits, said)) == 1
    ]
    return " ".join(given) or None


def _choice(text: str, *, places: Sequence[str] = (), **attrs: str | bool | None) -> Markup:
    kind = str(attrs.pop("type", "radio"))
    return el("label", void("input", type=kind, **attrs), text, class_="choice", data_places=" ".join(places) or None)


def _places(library: Library, yours: str | None) -> Markup:
    """Which documents are judged first. Who has another text is led to where it can be set beside them: no rule of these is his."""
    checkable = {one.document for one in library.instruments if one.rules}
    places = [*((one.slug, one.area) for one in library.documents if one.slug in checkable), ("", "其他，或者都想看")]
    radios = (_choice(area, name="policy_area", value=slug, data_document=slug) for slug, area in places)
    return join(
        [
            el("p", "选了哪里，就先按那里的文件问和判断；别处的结果另附在后面。", class_="question__hint"),
            el("div", *radios, class_="choices"),
            _unchecked(library),
            el("p", "您那里有自己的文件：", el("a", "比您那里的", href=yours), class_="question__hint")
            if yours
            else None,
        ]
    )


def _unchecked(library: Library) -> Markup | None:
    """No links: who begins to answer is not led away."""
    named = "、".join(one.about.short for one in library.unchecked)
    return el("p", f"{UNCHECKED}（没有编成规则）：{named}。", class_="question__hint") if named else None


def _single(question: Question, facts: Mapping[str, Fact], library: Library) -> Markup:
    """Of an option that does not remain for everybody, the situations in which it does.

    What another question asks as well is left to the organ there: 岗位 may be the organ's to find and 是干部 known."""
    filled = sorted({fact for option in question.options for fact in option.sets})
    options = list(question.options)
    if all(option.sets for option in options):
        options.append(Option(text="不清楚", sets={}))
    options.append(
        Option(text="请组织认定", sets={fact: "organ" for fact in filled if facts[fact].question == question.id})
    )
    radios = (
        _choice(
            option.text,
            places=option.places,
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


def _rows(library: Library, facts: Sequence[Fact]) -> Markup:
    """What no text has words for stands last."""
    rest = el("button", "本题其余都选“否”", type="button", class_="small-button", data_role="rest-no")
    rows = (_row(library, fact) for fact in sorted(facts, key=lambda fact: bool(fact.unwritten)))
    return join([*rows, rest if len(facts) > 1 else ""])


def _row(library: Library, fact: Fact) -> Markup:
    """One fact with its four answers, none of which is chosen for anybody."""
    choices = (_choice(text, name=f"f-{fact.id}", value=value) for value, text in _CHOICES)
    note = library.vocabulary.labels.known_by.get(fact.known_by)
    name = el("span", fact.text, class_="fact__name", data_wording=_wording(fact))
    hint = el("small", note, class_="is-organ" if fact.known_by == "organ" else None) if note else ""
    said = el("p", name, hint, class_="fact__text", id=f"t-{fact.id}")
    group = el("div", *choices, class_="choices choices--row", role="radiogroup", aria_labelledby=f"t-{fact.id}")
    counts = el("details", el("summary", "怎样算"), el("p", fact.examples), class_="counts") if fact.examples else ""
    # What no text has words for decides nothing and is never asked for: it may always be said, and nobody is told why it is asked.
    asks = None if fact.unwritten else fact.id
    return el(
        "div",
        said,
        group,
        counts,
        class_="fact",
        data_fact=fact.id,
        data_asks=asks,
        data_unwritten=bool(fact.unwritten) or None,
    )


def _json(data: Mapping[str, object]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
