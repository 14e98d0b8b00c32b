"""Each of the five left out in turn is found again as well as the issue asks; failures are named."""

from __future__ import annotations

import re

import pytest
import yaml

from policies import Library
from tests.support.folders import ROOT
from yours import __main__ as command
from yours.comparing import compare
from yours.known import Known
from yours.likeness.text import normalised
from yours.measure import score
from yours.measure.halves import half
from yours.measure.leaving import elements, without
from yours.shapes import Element, Result
from yours.speaking import pattern

CORPUS = ROOT.parent / "shared" / "corpus"  # published laws and regulations, as tests/importer/measure.py has them
OUTSIDE = yaml.safe_load((score.ROOM / "outside.yaml").read_text(encoding="utf-8"))["clauses"]


def test_twins(library: Library, found: dict[str, Result]) -> None:
    scored = score.twins(library, found)
    assert command.reaches("twins", scored), (scored.wrong, scored.missed)


def test_circumstances(library: Library, found: dict[str, Result]) -> None:
    scored = score.circumstances(library, found)
    assert command.reaches("circumstances", scored), (scored.wrong, scored.missed)


def test_circumstances_of_the_half_that_nothing_was_tuned_on(library: Library, found: dict[str, Result]) -> None:
    scored = score.circumstances(library, found)
    kept = scored.of(pair for pair in scored.pairs if half(pair[0]) == "test")
    assert len(kept.right) + len(kept.missed) > 60
    assert command.reaches("circumstances", kept), (kept.wrong, kept.missed)


def test_dimensions(library: Library, found: dict[str, Result]) -> None:
    scored = score.dimensions(library, found)
    assert len(scored.right) > 100
    assert command.reaches("dimensions", scored), scored.wrong


def test_nothing_of_the_document_is_left(library: Library, known: Known) -> None:
    for document in library.documents:
        left = without(known, document.slug)
        own = {one["id"] for one in known["provisions"] if one["slug"] == document.slug}
        said = [mark["provision"] for one in left["circumstances"] for mark in (*one["marks"], *one["elsewhere"])]
        assert own
        assert not own & {*said, *(one["id"] for one in left["provisions"])}
        alone = [cue for one in left["circumstances"] for cue in one["cues"] if cue["origin"] == [document.slug]]
        assert all(cue["also"] for cue in alone)


def test_a_document_that_is_left_out_is_found_worse_than_one_that_is_not(library: Library, known: Known) -> None:
    """So leaving out does leave something out."""
    given = elements(library, "pingdingshan")
    there, away = (
        {(one["id"], said["id"]) for one in compare(given, held)["provisions"] for said in one["speaks"]}
        for held in (known, without(known, "pingdingshan"))
    )
    assert away < there
    assert len(there - away) > 20


def test_a_cue_stands_where_its_origin_says(library: Library, known: Known) -> None:
    document = {p.id: i.document for i in library.instruments for p in i.provisions}
    for one in known["circumstances"]:
        marked = {document[mark["provision"]]: "" for mark in one["marks"]}
        for mark in one["marks"]:
            marked[document[mark["provision"]]] += library.provision(mark["provision"]).text
        for cue in one["cues"]:
            assert set(cue["origin"]) <= set(marked)
            assert not cue["also"] or len(cue["origin"]) == 1, (one["id"], cue)
            if not cue["origin"]:
                assert not any(pattern(cue["words"]).search(text) for text in marked.values()), (one["id"], cue)


@pytest.mark.parametrize("clause", OUTSIDE, ids=lambda clause: clause["from"])
def test_of_a_regulation_outside_the_five_nothing_wrong_is_said(clause: dict[str, str], known: Known) -> None:
    given: list[Element] = [{"id": "x/a1", "kind": "条", "label": None, "text": clause["text"]}]
    spoken = {said["id"] for said in compare(given, known)["provisions"][0]["speaks"]}
    assert spoken <= {*clause["speaks"], *clause["open"]}
    assert len(spoken & set(clause["speaks"])) * 3 >= len(clause["speaks"]) * 2


def test_the_command_prints_figures_and_failures(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main() == 0
    printed = capsys.readouterr().out
    assert "查准" in printed
    assert "  找错：" in printed
    assert "  漏掉：" in printed
    assert printed.endswith("都达到了。\n")


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the texts outside the five are not here")
def test_a_text_outside_the_five_has_the_cue_that_is_said_to_be_its(known: Known) -> None:
    texts = {re.sub(r"^\d+-", "", path.stem): path for path in CORPUS.glob("*.txt")}
    titled = {re.sub(r"\((\d{4})-\d\d-\d\d\)$", r"（\1）", name): path for name, path in texts.items()}
    cues = [cue for one in known["circumstances"] for cue in one["cues"] if cue["also"]]
    assert len(cues) > 40
    for cue in cues:
        text = normalised(titled[cue["also"]].read_text(encoding="utf-8"))
        assert pattern(cue["words"]).search(text), cue
