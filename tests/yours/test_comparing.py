"""What a reader's text comes to beside the five: quotes verbatim, nothing claimed that was not found, refusals that name the place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from policies import Library
from yours import page
from yours.comparing import compare
from yours.known import Known
from yours.shapes import MARK, NOT_FOUND, Element, Quote, Result
from yours.tables import table

TEXT = """某市容错纠错办法
第一条 为鼓励干部担当作为，根据有关规定，制定本办法。
第二条 有下列情形之一的，可以容错免责：
（一）在推动改革创新中因缺乏经验出现失误，经过集体决策，没有为个人谋取私利的；
（二）因自然灾害等不可抗力造成损失的。
第三条 有下列情形之一的，不予容错：
（一）失职渎职、弄虚作假的；
（二）发生重大安全责任事故的。
第四条 当事人应当在启动问责程序后十个工作日内提出书面申请；逾期不予受理。认定结果在五日内书面告知申请人。
第五条 对认定结果不服的，可以申诉。
第六条 本办法由市纪委负责解释，自印发之日起施行。
"""


def elements(text: str = TEXT) -> list[Element]:
    read: dict[str, Any] = json.loads(page.read(text))
    found: list[Element] = read["elements"]
    return found


@pytest.fixture(scope="module")
def result(known: Known) -> Result:
    return compare(elements(), known)


def spoken(result: Result, ident: str) -> set[str]:
    return {said["id"] for one in result["provisions"] if one["id"] == ident for said in one["speaks"]}


def quoted(result: Result, dimension: str) -> list[Quote]:
    return next(row["yours"] for row in result["dimensions"] if row["id"] == dimension)


def test_items_speak_of_circumstances_conditions_and_exclusions(result: Result) -> None:
    assert spoken(result, "yours/a2/i1") == {"reform", "pioneering", "democratic", "no_private_gain"}
    assert spoken(result, "yours/a2/i2") == {"force_majeure"}
    assert spoken(result, "yours/a3/i1") == {"dereliction", "fraud"}
    assert spoken(result, "yours/a3/i2") == {"accident"}
    assert not any(one["speaks"] for one in result["provisions"] if one["id"] in {"yours/a1", "yours/a4", "yours/a5"})


def test_an_exclusion_is_no_ground_and_a_ground_no_exclusion(known: Known) -> None:
    turned = TEXT.replace("可以容错免责", "X").replace("不予容错", "可以容错免责").replace("X", "不予容错")
    result = compare(elements(turned), known)
    assert not {"dereliction", "fraud"} & spoken(result, "yours/a3/i1")
    assert "force_majeure" not in spoken(result, "yours/a2/i2")


def test_dimensions_are_quoted_with_their_numbers(result: Result) -> None:
    (deadline,) = quoted(result, "application_deadline")
    assert (deadline["place"], deadline["figures"]) == ("第四条", ["十个工作日"])
    assert deadline["quote"] == "当事人应当在启动问责程序后十个工作日内提出书面申请；"
    assert [one["figures"] for one in quoted(result, "reply_time")] == [["五日"]]
    assert [one["place"] for one in quoted(result, "appeal")] == ["第五条"]
    for dimension in ("late_consequence", "interpreter", "entry_into_force"):
        assert quoted(result, dimension), dimension


def test_what_was_not_found_is_said_so_and_never_that_it_is_not_written(result: Result) -> None:
    for row in (*result["circumstances"], *result["dimensions"]):
        assert (row["said"] == NOT_FOUND) == (not row["yours"])
    assert quoted(result, "publicity") == []
    own = json.dumps({**result, "circumstances": [], "dimensions": [], "columns": []}, ensure_ascii=False)
    assert "没有写" not in own.replace("不等于没有写", "").replace("没有写到", "")
    assert result["mark"] == MARK


def test_what_the_five_have_and_it_has_not(result: Result) -> None:
    rows = {row["id"]: row for row in result["circumstances"]}
    assert rows["private_gain"]["missing"]
    assert rows["private_gain"]["theirs"]["wuyang"][0]["quote"] == "为自己、他人或单位谋取私利的"
    assert not rows["dereliction"]["missing"]


def verbatim(result: Result) -> Iterator[tuple[str, str]]:
    for row in (*result["circumstances"], *result["dimensions"], *result["modals"]):
        yield from ((quote["provision"], quote["quote"]) for quote in row["yours"])


def test_every_quote_stands_in_its_provision(library: Library, found: dict[str, Result]) -> None:
    for result in found.values():
        texts = {one["id"]: one["text"] for one in result["provisions"]}
        quotes = [*verbatim(result)]
        assert len(quotes) > 30
        assert [pair for pair in quotes if pair[1] not in texts[pair[0]]] == []
        for one in result["provisions"]:
            for said in one["speaks"]:
                assert one["text"][said["start"] :].startswith(said["quote"])
            for twin in one["twins"]:
                assert twin["text"] == library.provision(twin["provision"]).text


def test_a_correction_by_hand_is_what_is_compared(known: Known) -> None:
    corrected = elements()
    item = next(one for one in corrected if one["id"] == "yours/a2/i2")
    item["text"] = "在招商引资中出现失误的。"
    assert spoken(compare(corrected, known), "yours/a2/i2") == {"investment"}
    item["id"] = "yours/a3/i3"
    moved = compare(corrected, known)
    assert next(one["place"] for one in moved["provisions"] if one["id"] == "yours/a3/i3") == "第三条第（三）项"
    assert spoken(moved, "yours/a3/i3") == set()


def test_pieces_of_one_provision_are_joined(known: Known) -> None:
    parts: list[Element] = [
        {"id": "yours/a1", "kind": "条", "label": "第一条", "text": "本办法由市纪委"},
        {"id": "yours/chrome", "kind": "网页信息", "label": None, "text": "第 2 页"},
        {"id": "yours/a1", "kind": "条", "label": None, "text": "负责解释。"},
    ]
    result = compare(parts, known)
    assert [one["text"] for one in result["provisions"]] == ["本办法由市纪委\n负责解释。"]
    assert [one["quote"] for one in quoted(result, "interpreter")] == ["本办法由市纪委\n负责解释。"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([{"id": "yours/a1/zz9", "kind": "", "label": None, "text": "文"}], "第 1 段的位置“yours/a1/zz9”认不出来"),
        ([{"id": "yours", "kind": "", "label": None, "text": "文"}], "第 1 段的位置“yours”认不出来"),
        ([{"id": "yours/a1", "kind": "", "label": None, "text": " "}], "一个字也没有"),
        ([], "一个字也没有"),
    ],
)
def test_a_bad_correction_is_refused_with_its_place(given: list[Any], said: str, known: Known) -> None:
    answer = json.loads(page.compare(json.dumps(given), json.dumps(known)))
    assert said in answer["refused"]


def test_what_is_no_document_is_refused() -> None:
    assert "refused" in json.loads(page.read("你好"))
    assert "refused" in json.loads(page.read(b"\x00\x01", "a.bin"))


def test_data_of_another_format_are_a_fault(known: Known) -> None:
    with pytest.raises(ValueError, match="format 0"):
        page.compare("[]", json.dumps({**known, "format": 0}))


def test_a_draft_is_named_as_such(result: Result) -> None:
    column = next(one for one in result["columns"] if one["slug"] == "puyang")
    assert (column["name"], column["marks"], column["in_force"]) == ("濮阳", ["征求意见稿，未施行"], False)


def test_every_column_that_a_program_filled_says_so(result: Result) -> None:
    book = json.loads(page.table(json.dumps(result)))
    assert book["notes"][0].startswith(MARK)
    for sheet in book["sheets"]:
        assert sheet["rows"]
        assert {len(sheet["head"]), len(sheet["widths"]), len(sheet["inferred"])} == {len(sheet["head"])}
        assert {len(row) for row in sheet["rows"]} == {len(sheet["head"])}
        assert [MARK in head for head in sheet["head"]] == sheet["inferred"]
        assert any(sheet["inferred"])
    first = book["sheets"][0]
    assert len(first["rows"]) == len(result["circumstances"]) + len(result["dimensions"])
    assert "濮阳（征求意见稿，未施行）" in first["head"]


def test_words_of_a_text_not_in_force_say_so_wherever_they_are_quoted_and_each_file_is_called_by_its_own_name(
    known: Known,
) -> None:
    """Not by the name of the instrument that leads its document's column."""
    text = next(one["text"] for one in known["provisions"] if one["id"] == "wuyang_prevention/a4/i1")
    result = compare(elements(f"{TEXT}第七条 {text}\n"), known)
    whole, missing, same, *_ = table(result)["sheets"]
    drafts = [
        cell for sheet in (whole, missing) for row in sheet["rows"] for cell in row[3:] if "征求意见稿）》" in cell
    ]
    assert drafts
    for cell in drafts:
        for line in cell.splitlines():
            assert "征求意见稿）》" not in line or "（征求意见稿，未施行）：“" in line
    assert {(row[2], row[3]) for row in same["rows"]} >= {
        ("舞阳·防错纠错（试行）", "《舞阳县党员干部防错纠错办法（试行）》第四条第（一）项")
    }
