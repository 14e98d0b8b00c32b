"""The published diagrams, walked by the page's script, say what the rule core says: on every case and on random answers."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from policies import Library
from tests.support.contrary import contrary
from tests.support.walks import first_difference, heard, judged, random_answers, walked
from tools.measure.bench.decomposition import decompose
from wasm_checker.build.assets import BROWSER
from wasm_checker.content import diagram_json, write_diagrams
from wasm_checker.content.pack import rule_pack
from wasm_checker.core.answers.facts import InputError
from wasm_checker.core.assess import APPLIED, SINCE_START, STARTED, Core, Outcome
from wasm_checker.core.service import Service

Facts = Mapping[str, object]
RANDOM = {"quick": 300, "long": 10_000}
DETAILED = [
    100,
    pytest.param(1000, marks=pytest.mark.long),
]  # whole assessments, which the core makes some ten of a second

UNREADABLE: list[dict[str, object]] = [
    {"nobody": True},
    {"constructor": True},
    {"private_gain": "yes"},
    {"private_gain": 1},
    {"post_type": "elsewhere"},
    {"post_type": True},
    {"post_type": ["college"]},
    {"workdays_since_start": "7"},
    {"workdays_since_start": True},
    {"workdays_since_start": 1.5},
    {"workdays_since_start": -1},
    {APPLIED: "2017-02-30"},
    {APPLIED: "2017-2-3"},
    {APPLIED: "20170301"},
    {APPLIED: "0000-01-01"},
    {APPLIED: 20170301},
    {APPLIED: ["2017-03-01"]},
    {STARTED: "2017-03-06", APPLIED: "2017-03-05"},
    {STARTED: "1999-03-06", APPLIED: "2017-03-05"},
    {STARTED: "2026-12-30", APPLIED: "2099-01-01"},
    {STARTED: "2017-03-06", APPLIED: "2017-03-07", SINCE_START: 5},
]


@pytest.fixture(scope="module")
def published(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the site offers to others: one module instead of two, and the data with their version."""
    out = tmp_path_factory.mktemp("published")
    write_diagrams.write(library, out)
    return out


@pytest.fixture(scope="module")
def told(library: Library, service: Service) -> tuple[list[Facts], list[Any]]:
    """Every case, and what the core says of it."""
    cases: list[Facts] = [{}, *(case.facts for instrument in library.instruments for case in instrument.cases)]
    return cases, [judged(service, case) for case in cases]


@pytest.mark.node
@pytest.mark.parametrize(
    ("folder", "form", "every"),
    [
        ("assets", "judge/walk.js", 5),
        pytest.param("assets", "judge/walk.js", 1, marks=pytest.mark.long),
        pytest.param("assets", "classic", 1, marks=pytest.mark.long),
        pytest.param("published", "walk.mjs", 1, marks=pytest.mark.long),
        pytest.param("published", "classic", 1, marks=pytest.mark.long),
    ],
)
def test_every_case_is_judged_by_the_walk_as_by_the_core(
    folder: str, form: str, every: int, told: tuple[list[Facts], list[Any]], request: pytest.FixtureRequest
) -> None:
    assets: Path = request.getfixturevalue(folder)
    cases, wanted = (one[::every] for one in told)
    assert first_difference(walked(assets, cases, form), wanted, cases) is None


@pytest.mark.node
@pytest.mark.slow
@pytest.mark.parametrize("count", [RANDOM["quick"], pytest.param(RANDOM["long"], marks=pytest.mark.long)])
def test_random_partial_answers_have_the_verdicts_and_open_facts_of_the_core(
    assets: Path, core: Core, count: int
) -> None:
    cases = list(random_answers(core.facts, core.calendar, count))
    found = [
        {ident: outcome(said) for ident, said in case.get("verdicts", {}).items()} for case in walked(assets, cases)
    ]
    wanted = [outcomes(core, case) for case in cases]
    assert first_difference(found, wanted, cases) is None
    assert sum(map(bool, wanted)) > count / 2
    reached = {verdict for told in wanted for verdict, _, _ in told.values()}
    assert reached >= {"out_of_scope", "too_late", "ineligible", "needs_judgement", "insufficient_information"}


def outcome(said: Mapping[str, Any]) -> Outcome:
    return Outcome(said["verdict"], tuple(said["missing"]), tuple(said["organ"]))


def outcomes(core: Core, case: Facts) -> dict[str, Outcome]:
    """Every rule's; nothing for a case that cannot be read."""
    try:
        answers = core.read(case)
    except InputError:
        return {}
    return {ident: core.outcome(ident, answers) for ident in core.rules}


@pytest.mark.node
@pytest.mark.parametrize("count", DETAILED)
def test_answers_that_do_not_agree_are_assessed_by_the_walk_in_every_detail_as_by_the_core(
    assets: Path, library: Library, service: Service, count: int
) -> None:
    cases = list(contrary(service.core, library, count))
    assert sum(bool(service.core.read(case).contradictions) for case in cases) > count / 2
    assert first_difference(walked(assets, cases), [judged(service, case) for case in cases], cases) is None


@pytest.mark.node
@pytest.mark.parametrize("count", DETAILED)
def test_random_partial_answers_are_assessed_by_the_walk_in_every_detail_as_by_the_core(
    assets: Path, core: Core, service: Service, count: int
) -> None:
    cases = list(random_answers(core.facts, core.calendar, count))
    assert first_difference(walked(assets, cases), [judged(service, case) for case in cases], cases) is None


@pytest.mark.node
def test_the_walk_would_ask_what_an_interview_with_the_same_answers_would_ask(assets: Path, core: Core) -> None:
    # An interview knows no dates and no contradictions.
    random_cases = random_answers(core.facts, core.calendar, 600)
    cases = [case for case in random_cases if not {STARTED, APPLIED} & set(case) and not core.read(case).contradictions]
    assert len(cases) > 50
    apart = decompose(core.rules)
    with ExitStack() as scratch:
        for rule in core.rules.values():
            scratch.enter_context(rule.diagrams.scratch())
        wanted = [heard(core, apart, case) for case in cases]
    assert first_difference([said["needed"] for said in walked(assets, cases)], wanted, cases) is None


@pytest.mark.node
def test_what_cannot_be_read_is_refused_by_the_walk_in_the_words_of_the_core(assets: Path, service: Service) -> None:
    wanted = [json.loads(service.assess(json.dumps(case))) for case in UNREADABLE]
    assert [case for case, said in zip(UNREADABLE, wanted, strict=True) if "error" not in said] == []
    assert first_difference(walked(assets, UNREADABLE), wanted, UNREADABLE) is None


@pytest.mark.node
def test_a_procedure_that_has_not_started_but_has_a_start_day_is_a_contradiction_to_the_walk_as_to_the_core(
    assets: Path, service: Service
) -> None:
    stage, pair = {"procedure_stage": "not_started"}, ["procedure_stage", STARTED]
    cases: list[Facts] = [
        stage,
        {**stage, STARTED: "2017-03-06"},
        {**stage, STARTED: "organ"},
        {**stage, STARTED: "2017-03-06", APPLIED: "2017-03-30"},
        {**stage, STARTED: "2017-03-06", SINCE_START: 30},
    ]
    found = walked(assets, cases)
    assert first_difference(found, [judged(service, case) for case in cases], cases) is None
    assert [said["contradictions"] for said in found] == [[], [pair], [], [pair], [pair]]
    # Without a day no time has passed; with one the days are asked for, or counted.
    assert [SINCE_START in said["needed"] for said in found] == [False, True, False, True, False]


@pytest.mark.node
def test_other_readings_aggravation_and_tracks_are_walked_too(assets: Path, tmp_path: Path) -> None:
    made = Core.from_pack(MADE_UP)
    shutil.copytree(assets / "judge", tmp_path / "judge")
    shutil.copyfile(assets / "package.json", tmp_path / "package.json")
    (tmp_path / "diagrams.json").write_text(diagram_json.text(diagram_json.diagrams(made)), encoding="utf-8")
    cases: list[Facts] = [
        {name: value for name, value in zip("abcd", (a, b, c, d), strict=True) if value != "left out"}
        for a in (True, False, "organ", "left out")
        for b in (True, False, "organ", "left out")
        for c in (True, False, "left out")
        for d in (True, "left out")
    ]
    found = walked(tmp_path, cases)
    wanted = [{**made.assess_all(case)} for case in cases]
    for said in found:
        del said["needed"]
    assert first_difference(found, json.loads(json.dumps(wanted)), cases) is None
    verdicts = {rule["verdict"] for said in found for rule in said["verdicts"].values()}
    assert {"accountable", "accountable_aggravated", "follows", "does_not_follow"} <= verdicts
    assert any(rule["other_readings"] for said in found for rule in said["verdicts"].values())


def test_two_exports_are_byte_identical_and_so_is_one_after_other_use_of_the_core(
    library: Library, service: Service, data: dict[str, Any]
) -> None:
    service.assess(json.dumps({"private_gain": True}))
    fresh = diagram_json.text(diagram_json.diagrams(Core.from_pack(rule_pack(library))))
    assert diagram_json.text(diagram_json.diagrams(service.core)) == diagram_json.text(data) == fresh


def test_the_walk_names_no_fact_rule_or_provision(core: Core) -> None:
    scripts = "".join((BROWSER / "judge" / name).read_text(encoding="utf-8") for name in diagram_json.WALK)
    assert [name for name in (*core.facts, *core.rules) if name in scripts] == []


def test_a_module_that_imports_from_elsewhere_cannot_become_a_classic_script_nor_a_module_of_its_own() -> None:
    for make in (lambda scripts: diagram_json.classic(scripts, {}), diagram_json.module):
        with pytest.raises(ValueError, match="only from each other"):
            make(['import fs from "fs";\n'])


def _rule(ident: str, kind: str, **more: Any) -> dict[str, Any]:
    grounds = {"mode": "any", "provision": "x/a1", "quote": "…", "clauses": [{"provision": "x/a1/i1", "when": "a"}]}
    return {"id": ident, "kind": kind, "scope": {"provision": "x/a0", "when": {"not": "c"}}, "grounds": grounds, **more}


MADE_UP: dict[str, Any] = {
    "facts": [
        {"id": name, "type": "bool", "known_by": by}
        for name, by in (("a", "both"), ("b", "person"), ("c", "organ"), ("d", "person"))
    ],
    "implications": [
        {"when": {"a": True}, "sets": {"c": False}, "forced": False, "unless": "d"},
        {"when": {"b": True}, "sets": {"a": "organ"}, "forced": False},
    ],
    "calendar": {"first": "2017-01-01", "last": "2017-12-31", "other": [], "undecided": [], "unannounced": []},
    "rules": [
        _rule("one", "accountability", aggravating=[{"provision": "x/a2", "when": "b", "readings": ["C01"]}]),
        _rule(
            "two",
            "track",
            gates=[{"provision": "x/a3", "when": {"not": "b"}}],
            other_readings=[{"reading": "C02", "says": "…", "changes": [{"part": "gates", "provision": "x/a3"}]}],
        ),
    ],
}
