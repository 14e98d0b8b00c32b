"""What the checker's page says about rules: titles, citations and texts, as plain JSON. The page script knows no policy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from policies import Instrument, Library
from policies.engine import validity
from policies.engine.as_json import plain
from policies.engine.schema.instrument import Fact
from policies.engine.schema.rule import Rule
from wasm_checker.content.next_steps import data_version, steps
from wasm_checker.content.pack import rule_pack
from wasm_checker.content.question_order import question_order
from wasm_checker.content.situations import instead, offers, situations
from wasm_checker.core.assess import APPLIED, STARTED, Core


def words(library: Library) -> dict[str, Any]:
    vocabulary = library.vocabulary
    core = Core.from_pack(rule_pack(library))
    after = steps(library)
    standing, without = situations(library), instead(library)
    cited = set(_provisions([*(plain(rule) for rule in library.rules), *after.values(), standing, without]))
    return {
        "data": data_version(library),
        "steps": after,
        "draft": plain(vocabulary.draft),
        "start": STARTED,
        "applied": APPLIED,
        "situations": standing,
        "offers": offers(library),
        "instead": without,
        "documents": {document.slug: document.area for document in library.documents},
        "verdicts": {
            verdict.id: {"title": verdict.title, "meaning": verdict.meaning, "sign": verdict.sign, "side": verdict.side}
            for verdict in vocabulary.verdicts
        },
        "reasons": plain(vocabulary.labels.reasons),
        "facts": {fact.id: _fact(fact, core) for fact in vocabulary.facts},
        "questions": {question.id: question.text for question in vocabulary.questions},
        "order": question_order(library, core),
        "readings": {reading.id: reading.question for reading in vocabulary.readings.values()},
        "rules": [_rule(library, item, rule) for item in library.instruments for rule in item.rules],
        "provisions": {
            provision.id: {
                "citation": provision.citation,
                "place": provision.place,
                "text": provision.text,
                "page": f"read/{provision.instrument}/#{provision.anchor}",
            }
            for provision in library.provisions
            if provision.id in cited
        },
    }


def first(library: Library) -> dict[str, Any]:
    """As much of it as names a verdict and whose it is, and what to ask next: what the page draws before the rest has come."""
    whole = words(library)
    names = ("id", "kind", "document", "short", "status", "in_force", "applied", "validity")
    verdicts = {
        ident: {name: verdict[name] for name in ("title", "meaning", "sign")}
        for ident, verdict in whole["verdicts"].items()
    }
    return {
        "verdicts": verdicts,
        "rules": [{name: rule[name] for name in names} for rule in whole["rules"]],
        "order": whole["order"],
    }


def _fact(fact: Fact, core: Core) -> dict[str, Any]:
    """`asked_by`: where the rules ask for it."""
    papers = {"papers": fact.papers} if fact.papers else {}
    unwritten = {"unwritten": fact.unwritten} if fact.unwritten else {}
    asked_by = {ident: list(places) for ident, rule in core.rules.items() if (places := rule.asked_in(fact.id))}
    return {
        "text": fact.text,
        "question": fact.question,
        "type": fact.type,
        "known_by": fact.known_by,
        "labels": fact.values,
        "asked_by": asked_by,
        **papers,
        **unwritten,
    }


def _rule(library: Library, instrument: Instrument, rule: Rule) -> dict[str, Any]:
    about = instrument.about
    return {
        "id": rule.id,
        "instrument": about.id,
        "kind": rule.kind,
        "document": instrument.document,
        "title": rule.title or about.title,
        "short": rule.title or about.short,
        "status": about.status,
        "in_force": about.in_force,
        "applied": rule.application is not None,
        "validity": validity.said(library.vocabulary.labels.validity, about),
        "effects": [plain(effect) for effect in rule.effects],
    }


def _provisions(data: Any) -> Iterator[str]:
    """Every provision named anywhere in the rules."""
    if isinstance(data, list):
        for child in data:
            yield from _provisions(child)
    elif isinstance(data, dict):
        if "provision" in data:
            yield data["provision"]
        for child in data.values():
            yield from _provisions(child)
