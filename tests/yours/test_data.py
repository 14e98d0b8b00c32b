"""What is not sound in cues.yaml and signs.yaml is named; what the page loads is small."""

from __future__ import annotations

import gzip
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

import policies
from policies import DataError, Library
from tests.support import half
from tests.support.folders import ROOT
from yours import cuesheet, held
from yours.known import Known


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("nothing: [某词]", "没有这个 id"),
        ("reform: 改革", "应列出一个以上"),
        ("reform: [改]", "应为两个字以上的词"),
        ("reform: [改革…]", "应为两个字以上的词"),
        ("reform: [{words: 改革}]", "应为两个字以上的词"),
        ("reform: [改革创新]", "缺少 pioneering"),
        ("- 改革", "应为一张表"),
    ],
)
def test_a_wrong_cue_is_named(library: Library, tmp_path: Path, written: str, said: str) -> None:
    path = tmp_path / "cues.yaml"
    path.write_text(f"{written}\n", encoding="utf-8")
    with pytest.raises(DataError) as error:
        cuesheet.cues(library, path)
    assert said in error.value.report()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("nothing: [{finds: 词}]", "没有这个 id"),
        ("appeal: [{near: 词}]", "应有 finds"),
        ("appeal: [{finds: 词, wrong: 词}]", "应有 finds"),
        ("appeal: [{finds: '(词'}]", "不是正则表达式"),
        ("appeal: [申诉]", "应有 finds"),
    ],
)
def test_a_wrong_sign_is_named(library: Library, tmp_path: Path, written: str, said: str) -> None:
    path = tmp_path / "signs.yaml"
    path.write_text(f"{written}\n", encoding="utf-8")
    with pytest.raises(DataError) as error:
        cuesheet.signs(library, path)
    assert said in error.value.report()


def test_the_file_of_the_page_is_what_is_known_and_small(library: Library, known: Known, tmp_path: Path) -> None:
    held.write(library, tmp_path / "held.json")
    packed = (tmp_path / "held.json").read_bytes()
    assert json.loads(packed) == known
    assert len(gzip.compress(packed)) < 60_000


def test_every_mark_and_brief_is_that_of_the_data(library: Library, known: Known) -> None:
    texts = {one["id"]: one["text"] for one in known["provisions"]}
    for one in known["circumstances"]:
        for mark in (*one["marks"], *one["elsewhere"]):
            assert (
                mark["quote"] in texts[mark["provision"]]
                or mark["quote"] in library.provision(mark["provision"]).printed
            )
    for row in known["dimensions"]:
        assert set(row["briefs"]) == {document.slug for document in library.documents}
    assert len(known["unlooked"]) + len(known["dimensions"]) == len(library.vocabulary.dimensions)


def test_a_document_that_is_not_coded_to_its_last_cell_is_not_there_at_all(library: Library, tmp_path: Path) -> None:
    """Else what it lacks would look like silence."""
    data = tmp_path / "policies"
    shutil.copytree(ROOT / "policies", data, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    half.write(data)
    assert held.of(policies.load(data)) == held.of(library)


def test_a_cell_whose_words_were_not_obtained_says_so(library: Library) -> None:
    first, *others = library.documents
    (leading,) = [one for one in library.leading if one.document == first.slug]
    cells = {name: cell for name, cell in leading.cells.items() if name != "legal_basis"}
    lacking = replace(leading, cells=cells, left={"legal_basis": "not_obtained"})
    instruments = tuple(lacking if one is leading else one for one in first.instruments)
    changed = replace(library, documents=(replace(first, instruments=instruments), *others))
    (row,) = [one for one in held.of(changed)["dimensions"] if one["id"] == "legal_basis"]
    assert (row["briefs"][first.slug]["brief"], row["briefs"][first.slug]["status"]) == ("未取得", "not_obtained")
