"""Two policies that are not finished, in a copy of the project: the site is built, and its pages say what is there and what is not."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from openpyxl import load_workbook

import policies
from macros import home
from macros.compare import tones
from policies import Library
from tests.support import half, projects

pytestmark = [pytest.mark.slow, pytest.mark.site]

PENDING, MISSING = "待编码", "未取得"


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unfinished")
    projects.copy(folder)
    half.write(folder / "policies")
    projects.build(folder)
    return folder


@pytest.fixture(scope="module")
def found(copied: Path) -> Library:
    return policies.load(copied / "policies")


def page(copied: Path, name: str) -> Tag:
    parsed = BeautifulSoup((copied / "site" / name / "index.html").read_text(encoding="utf-8"), "html.parser")
    article = parsed.select_one("article")
    assert article
    return article


def words(tag: Tag) -> str:
    return re.sub(r"\s+", "", tag.get_text())


def test_a_text_that_is_only_read_says_so_and_is_in_no_table(copied: Path) -> None:
    read = page(copied, f"read/{half.READ}")
    assert "还没有进入对照，也还不能对照自查" in words(read)
    assert half.WHY in words(read)
    for name in ("compare/all-texts", "compare/identity", "compare/side-by-side"):
        table = page(copied, name).select_one("table.comparison")
        assert table
        assert not table.select(f"[data-column={half.READ}]")
        assert table.select(f"[data-column={half.PART}]")
    assert "临江市还没有进入对照" in words(page(copied, "compare"))


def test_what_was_not_obtained_stands_in_its_place_and_is_never_silence(copied: Path) -> None:
    for name in (f"read/{half.READ}", f"read/{half.PART}", f"read/{half.ANNEX}"):
        said = page(copied, name).select(".unfinished")
        assert said, name
        assert MISSING in said[0].get_text()
        assert all("没有写到" not in one.get_text() for one in said)


def test_a_pending_cell_has_a_sign_and_a_tone_of_its_own(copied: Path, found: Library) -> None:
    table = page(copied, "compare/all-texts")
    rows = {row["id"]: row for row in table.select("table.comparison tbody th[id]")}
    column = [one.id for one in found.compared].index(half.PART)
    for dimension in found.vocabulary.dimensions:
        row = rows[dimension.id].parent
        assert row
        drawn = row.select("td")[column]
        why = found.instrument(half.PART).left.get(dimension.id)
        classes = drawn["class"]
        assert ("tone-left" in classes) == (why is not None), dimension.id
        if why:
            assert f"is-{why}" in classes
            sign = drawn.select_one(".sign")
            assert sign
            assert sign.text == tones.LEFT[why][1]
            assert (PENDING if why == "pending" else MISSING) in words(drawn)
            assert "没有写" not in words(drawn).replace("不等于没有写", "").replace("写没写", "")
    legend = table.select_one(".signs")
    assert legend
    assert PENDING in legend.text
    assert MISSING in legend.text


def test_counts_are_of_what_is_coded(copied: Path, found: Library, library: Library) -> None:
    assert home.counts(found)["cells"] == home.counts(library)["cells"] + len(half.CODED)
    assert f"共{home.counts(found)['cells']}格" in words(page(copied, ""))
    number = len([1 for one in found.compared if "purpose" in one.cells])
    tally = page(copied, "compare/codebook").select_one("#purpose ~ .tally")
    assert tally
    assert sum(map(int, re.findall(r" (\d+)", tally.text))) == number


def test_files_leave_them_out_or_say_so(copied: Path, found: Library) -> None:
    data = json.loads((copied / "site" / "data" / "comparison.json").read_text(encoding="utf-8"))
    mine = {one["dimension"] for one in data["cells"] if one["instrument"] == half.PART}
    assert mine == set(half.CODED)
    assert not [one for one in data["cells"] if one["instrument"] == half.READ]
    book = load_workbook(copied / "site" / "data" / "tables" / "compare-persons.xlsx", read_only=True)
    rows = [
        [str(value or "") for value in row] for sheet in book.worksheets for row in sheet.iter_rows(values_only=True)
    ]
    assert any(PENDING in value for row in rows for value in row)
    assert not any("…" in value and "没有写" in value for row in rows for value in row if PENDING in value)


def test_the_search_finds_no_pending_answer(copied: Path, found: Library) -> None:
    script = copied / "site" / "data" / "search.js"
    data = json.loads(script.read_text(encoding="utf-8").split("=", 1)[1].rstrip().rstrip(";"))
    assert not [row for row in data["rows"] if PENDING in "".join(row[4]) or MISSING in "".join(row[4])]
    assert len({len(row[4]) for row in data["rows"]}) == 1


def test_the_checker_offers_what_has_rules_and_names_the_rest(copied: Path, found: Library) -> None:
    check = page(copied, "check")
    offered = {str(one["data-document"]) for one in check.select("input[data-document]")} - {""}
    assert offered == {one.document for one in found.instruments if one.rules}
    assert "还不能对照自查（没有编成规则）：临江市、云河县。" in words(check)


def test_no_picture_calls_them_silent_or_without_tolerance(copied: Path) -> None:
    effects = page(copied, "compare/effects-matrix")
    assert half.PART in str(effects)
    assert "云河县不办容错" not in words(effects)
    assert "云河县没有容错程序" not in words(page(copied, "compare/procedures"))
    assert "云河县的程序还没有编进数据" in words(page(copied, "compare/procedures")).replace("、临江市", "")
