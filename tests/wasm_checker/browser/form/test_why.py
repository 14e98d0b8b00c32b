"""为什么问: whose verdict hangs on an answer, as the page finds it by the diagrams and as the rule core finds it."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from policies import Library
from tests.support.cases import favourable
from wasm_checker.content import diagram_json
from wasm_checker.content.page_texts import words
from wasm_checker.core.service import Service
from wasm_checker.preview import preview

ASK = """([diagrams, facts, rules, asked]) => {
  const walk = modules.walker(diagrams);
  return asked.map((options) => modules.preview(options, rules, facts, walk));
}"""


def options(service: Service, fact: str) -> list[dict[str, Any]]:
    domain = service.core.facts[fact]
    values = [domain.value(position) for position in range(domain.size)]
    return [{"text": str(value), "sets": {fact: value}} for value in values]


@pytest.mark.parametrize(
    "answered",
    [
        pytest.param(False, id="nothing answered", marks=pytest.mark.long),
        pytest.param(True, id="a whole case answered"),
    ],
)
def test_the_page_says_of_every_answer_what_the_core_says(
    bare: Page, library: Library, service: Service, answered: bool
) -> None:
    core = service.core
    facts = favourable(library) if answered else {}
    asked = [fact.id for fact in core.facts.values() if fact.asked and fact.kind in {"bool", "enum"}]
    given = [options(service, fact) for fact in asked]
    found = bare.evaluate(ASK, [diagram_json.diagrams(core), facts, words(library)["rules"], given])
    for fact, groups in zip(asked, found, strict=True):
        said = {text: group["changes"] for group in groups for text in group["texts"]}
        expected = {str(answer["value"]): answer["changes"] for answer in preview(core, facts, fact)["answers"]}
        assert said == expected, fact
        alike = [str(group["changes"]) for group in groups]
        assert len(alike) == len(set(alike))


def test_of_answers_that_cannot_be_judged_it_says_nothing(bare: Page, library: Library, service: Service) -> None:
    facts = {"accountability_start_date": "2017-10-13", "application_date": "2017-09-27"}
    given = [options(service, "private_gain")]
    assert bare.evaluate(ASK, [diagram_json.diagrams(service.core), facts, words(library)["rules"], given]) == [None]
