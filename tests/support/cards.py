"""The results' cards drawn on the bare page, with the core's own explanations."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Page

from policies import Library
from tests.support.cases import Judged
from wasm_checker.core.service import Service

DRAW = """async ([facts, verdicts, place, kinds, contradictions, explained, deadlines, choices, calendar]) => {
  const results = new modules.Results(words, "../", async (rule) => explained[rule], calendar);
  const { here } = results.sorted({ document: place, kinds: new Set(kinds) });
  window.place.className = "md-typeset";
  window.place.replaceChildren(...results.cards(here, verdicts, { facts, place, contradictions, choices }));
  if (deadlines) results.renew(window.place, verdicts, deadlines);
  await results.turns(window.place);
  window.results = results;
}"""


def draw(
    bare: Page,
    judged: Judged,
    place: str = "",
    *,
    service: Service | None = None,
    kinds: tuple[str, ...] = ("tolerance",),
    contradictions: list[list[str]] | None = None,
    deadlines: Mapping[str, Any] | None = None,
    choices: Mapping[str, str] | None = None,
    calendar: Mapping[str, Any] | None = None,
) -> None:
    """`service`: whoever explains; without one nothing is explained. `calendar`: the days that the page counts by."""
    facts = json.dumps(judged.facts)
    explained = {rule: json.loads(service.explain(facts, rule)) for rule in judged.verdicts} if service else {}
    silent = {rule: {"error": "检查程序没有运行"} for rule in judged.verdicts}
    asked = [judged.facts, judged.verdicts, place, list(kinds), contradictions or [], explained or silent]
    bare.evaluate(DRAW, [*asked, deadlines, choices or {}, calendar])


def title(library: Library, rule: str, verdict: str) -> str:
    """How a card names a verdict: who asks for nothing by a rule is not refused by it."""
    applied = next(each.application for each in library.rules if each.id == rule)
    found = next(each for each in library.vocabulary.verdicts if each.id == verdict)
    return "这一条用不上" if found.sign == "✗" and verdict != "too_late" and not applied else found.title
