"""The page of sheets: one for each rule, to print and fill in by hand."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from macros.check import worksheet
from macros.check.worksheet import Line, Part
from macros.kit import identity, unfinished
from macros.kit.html import blocks, el, join, void
from macros.kit.identity import place
from macros.kit.links import Links
from policies import Instrument, Library
from policies.engine.numeral import numeral
from policies.engine.schema.instrument import Fact
from policies.engine.schema.rule import Clause, Rule

COLUMNS = ("条款、要看的事实", "怎样答算合", "本人填写")

HOW = "“合”是指条文写的这一项对得上。"
COUNTS_AGAINST = {
    "tolerance": "排除情形“合”了，对本人不利。",
    "accountability": "情形、从重情形“合”了，对本人不利。",
    "track": "",
}
ALONE = "表上没有写全：下面的“请留意”和“另一读法”也要看，不要单凭次序打算。"


def page(library: Library, links: Links) -> Markup:
    sheets = [(instrument, rule) for instrument in library.instruments for rule in instrument.rules]
    named = (el("li", el("a", _name(instrument, rule), href=f"#{rule.id}")) for instrument, rule in sheets)
    return blocks(
        el("nav", el("ul", *named), class_="sheets__list", aria_label="自查表目录"),
        *(_sheet(library, instrument, rule, links) for instrument, rule in sheets),
        unfinished.listed(library.unchecked, f"{unfinished.UNCHECKED}，没有表。", links),
        void("link", rel="stylesheet", href=links.file("assets/worksheet.css")),
    )


def _name(instrument: Instrument, rule: Rule) -> str:
    return rule.title or instrument.about.short


def _worded(fact: Fact, document: str) -> Fact:
    """In the words of the sheet's own place."""
    return fact.model_copy(update={"text": fact.wording.get(document, fact.text)})


def _sheet(library: Library, instrument: Instrument, rule: Rule, links: Links) -> Markup:
    """Whoever has gone to one by its address prints that one alone."""
    about = instrument.about
    facts = {fact.id: _worded(fact, instrument.document) for fact in library.vocabulary.facts}
    back = el("a", "只打印这一份：先点这里，再打印", href=f"#{rule.id}")
    return el(
        "section",
        el("h2", f"自查表：{_name(instrument, rule)} ", identity.chips(about), id=f"{rule.id}-title"),
        identity.draft_band(about),
        identity.validity(library, about),
        el("p", el("a", about.title, href=links.instrument(instrument.id)), class_="sheets__about"),
        el("p", rule.caveat, class_="sheets__caveat") if rule.caveat else None,
        el("p", back, class_="sheets__alone"),
        el("p", HOW + COUNTS_AGAINST[rule.kind], class_="sheets__hint"),
        _table(library, instrument, worksheet.parts(rule, facts), links),
        el("p", rule.no_timing.text, " ", _cited(library, instrument, rule.no_timing.provision, links))
        if rule.no_timing
        else None,
        el("h3", "怎样得出结论"),
        el("p", f"从上往下看，第一行对得上的就是结论。不清楚的不要当作“否”。{ALONE}"),
        _steps(library, rule),
        *_reminders(library, instrument, rule, links),
        *_readings(rule, links),
        *_effects(library, instrument, rule, links),
        el("p", "填写人：　　　　　　　　　填写日期：　　　　年　　月　　日", class_="sheets__sign"),
        class_="sheets__one",
        id=rule.id,
        aria_labelledby=f"{rule.id}-title",
    )


def _table(library: Library, instrument: Instrument, parts: list[Part], links: Links) -> Markup:
    head = el("thead", el("tr", *(el("th", name, scope="col") for name in COLUMNS)))
    bodies = (
        el(
            "tbody",
            el("tr", el("th", _part_title(number, part), colspan="3", scope="rowgroup"), class_="sheets__part"),
            *(_row(library, instrument, line, links) for line in part.lines),
        )
        for number, part in enumerate(parts)
    )
    table = el("table", head, *bodies, class_="sheets__table")
    return el("div", table, class_="scroller", role="region", aria_label="逐项填写的表", tabindex="0")


def _part_title(number: int, part: Part) -> str:
    return f"{numeral(number + 1)}、{part.title}" + (f"（{part.how}）" if part.how else "")


def _row(library: Library, instrument: Instrument, line: Line, links: Links) -> Markup:
    depth = f"--depth: {line.depth}"
    if line.clause:
        how = el("span", line.text, class_="sheets__how") if line.text else None
        said = join((_clause(library, instrument, line.clause, links), how))
        return el("tr", el("th", said, colspan="3", scope="row", style=depth))
    if not line.ticks:
        return el("tr", el("td", line.text, colspan="3", style=depth), class_="sheets__how")
    said = join((_weighed(library, instrument, line, links), line.text, el("small", line.note) if line.note else None))
    return el("tr", el("td", said, style=depth), el("td", line.wants), el("td", line.ticks, class_="sheets__ticks"))


def _weighed(library: Library, instrument: Instrument, line: Line, links: Links) -> Markup | None:
    if not line.weighed:
        return None
    named = join((_cited(library, instrument, one, links) for one in line.weighed), "、")
    return join(("没有合", named, "的，只看上一行；合了其中一项的，还要看下面这一点，先按“没有定”填："))


def _clause(library: Library, instrument: Instrument, clause: Clause, links: Links) -> Markup:
    words = clause.quote or library.provision(clause.provision).text
    return join((_cited(library, instrument, clause.provision, links), el("q", words), *_also(clause)))


def _also(clause: Clause) -> Iterator[Markup]:
    if clause.also:
        yield el("small", "条文还写了，由组织核实：" + "；".join(clause.also))


def _cited(library: Library, instrument: Instrument, ident: str, links: Links) -> Markup:
    provision = library.provision(ident)
    return el("a", place(library, provision, instrument.id), href=links.provision(provision))


def _steps(library: Library, rule: Rule) -> Markup:
    titles = {verdict.id: verdict.title for verdict in library.vocabulary.verdicts}
    rows = (
        el("tr", el("td", str(number)), el("td", step.says), el("td", el("strong", titles[step.verdict])))
        for number, step in enumerate(worksheet.steps(rule), 1)
    )
    head = el("thead", el("tr", *(el("th", name, scope="col") for name in ("次序", "看什么", "结论"))))
    return el("table", head, el("tbody", *rows), class_="sheets__table sheets__steps")


def _reminders(library: Library, instrument: Instrument, rule: Rule, links: Links) -> Iterator[Markup]:
    """Those that hang on an answer are marked: a sheet cannot tell whether they are meant."""
    if rule.reminders:
        yield el("h3", "请留意")
        items = (
            el(
                "li",
                el("small", "只在有这种情形时：") if reminder.when else None,
                reminder.text,
                _bracketed(_cited(library, instrument, reminder.provision, links)),
            )
            for reminder in rule.reminders
        )
        yield el("ul", *items)


def _readings(rule: Rule, links: Links) -> Iterator[Markup]:
    if rule.other_readings:
        yield el("h3", "另一读法")
        items = (
            el(
                "li",
                el("a", f"读法{other.reading}", href=links.reading(other.reading)),
                f"：{other.says}。按它，结论可能不同。",
            )
            for other in rule.other_readings
        )
        yield el("ul", *items)


def _bracketed(cited: Markup) -> Markup:
    """A place such as （三） has its brackets."""
    return cited if cited.striptags().startswith("（") else join(("（", cited, "）"))


def _effects(library: Library, instrument: Instrument, rule: Rule, links: Links) -> Iterator[Markup]:
    if rule.effects:
        yield el("h3", "如果认定，条文写的结果")
        items = (
            el("li", effect.text, _bracketed(_cited(library, instrument, effect.provision, links)))
            for effect in rule.effects
        )
        yield el("ul", *items)
