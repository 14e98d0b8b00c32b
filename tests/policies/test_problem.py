"""Bad data is answered with file, line, field and a Chinese sentence, all of it at once, and never with a traceback."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path

import pytest

from policies import DataError, Problem, load
from tests.support.breaks import (
    BREAKS,
    CELLS,
    DEFECTS,
    DIMENSIONS,
    DOCUMENT,
    DOUBLE_CODING,
    FACTS,
    LIST_RULE,
    READINGS,
    RULE,
    TEXT,
    WITHOUT_VARIANT,
    Break,
)
from tests.support.coding_breaks import CODING_BREAKS, VALUES
from tests.support.contracted import held
from tests.support.lead_breaks import LEAD_BREAKS
from tests.support.procedure_breaks import PROCEDURE_BREAKS
from tests.support.sampling import sampled
from tests.support.sentence_breaks import SENTENCE_BREAKS
from tests.support.situation_breaks import SITUATION_BREAKS
from tests.support.told import found

pytestmark = pytest.mark.usefixtures("parsed_once")


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_data_are_sound_as_they_are(data: Path) -> None:
    assert list(load(data).instruments) == list(load().instruments)


# Each loads all the data.
ALL_BREAKS = [*BREAKS, *CODING_BREAKS, *SENTENCE_BREAKS, *SITUATION_BREAKS, *PROCEDURE_BREAKS, *LEAD_BREAKS]


@pytest.mark.parametrize("broken", sampled(ALL_BREAKS, 3), ids=str)
def test_a_break_is_told_with_file_line_field_and_what_was_expected(data: Path, broken: Break) -> None:
    if "没有一个单元格取这个值" in broken.message:  # of rows that are coded whole alone
        unfinished = [path.parent for path in data.glob("*/text.yaml") if not held(path)]
        for folder in unfinished:
            shutil.rmtree(folder)
    line = broken.spoil(data)
    problems = found(data)
    assert sum(broken.matches(problem, line) for problem in problems) == 1, problems
    assert (len(problems) > 1) == broken.missed, problems


def test_a_missing_dimension_is_told_by_its_name(data: Path) -> None:
    path = data / CELLS
    text = re.sub(r"(?ms)^purpose:\n.*?(?=^\w)", "", path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
    (problem,) = found(data)
    line = text[: text.index("\nlegal_basis:")].count("\n") + 2
    assert (problem.file, problem.line, problem.path) == (f"policies/{CELLS}", line, "")
    assert problem.message.startswith("“legal_basis”这一格后面缺少维度“purpose”的单元格")
    with pytest.raises(DataError) as caught:
        load(data)
    pasted = caught.value.report().splitlines()[-2]
    assert pasted == "purpose: {status: pending}"
    before, after = text.split("\ndefinition:")
    path.write_text(f"{before}\n{pasted}\ndefinition:{after}", encoding="utf-8")
    assert load(data).instrument("xuzhou").left == {"purpose": "pending"}


@pytest.mark.parametrize(
    ("file", "old", "new", "meant"),
    [
        (
            RULE,
            "- democratic_procedure\n",
            "- democratic_procedur\n",
            "没有“democratic_procedur”这个事实；是不是“democratic_procedure”？",
        ),
        (CELLS, "purpose:\n", "purposes:\n", "没有“purposes”这个维度；是不是“purpose”？"),
        (
            CELLS,
            "xuzhou/print_line",
            "xuzhou/print_lines",
            "没有“xuzhou/print_lines”这一条款项；是不是“xuzhou/print_line”？",
        ),
        (CELLS, "xuzhou/print_line", "xuzhou/第四条", "如 xuzhou/a4/i2：每一段写 a1（第一条）"),
    ],
)
def test_a_misspelt_name_is_told_with_what_it_may_have_been(
    data: Path, file: str, old: str, new: str, meant: str
) -> None:
    replace(data / file, old, new)
    assert any(meant in problem.message for problem in found(data))


def test_a_cell_that_is_no_longer_silent_is_told_where_its_silence_is_relied_on(data: Path) -> None:
    replace(data / CELLS, "问责启动以前能否先申请，没有写", "问责启动以前能否先申请，条文写了")
    (problem,) = found(data)
    assert (problem.file, problem.path) == ("policies/vocabulary/situations.yaml", "situations[0].says[0].silence[5]")
    assert problem.message == "xuzhou 的“application_stage”单元格没有说“问责启动以前能否先申请”没有写"


# Whole files ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        TEXT,
        DEFECTS,
        DOCUMENT,
        FACTS,
        DIMENSIONS,
        VALUES,
        READINGS,
        DOUBLE_CODING,
        WITHOUT_VARIANT,
        "vocabulary/verdicts.yaml",
    ],
)
def test_a_missing_file_is_told(data: Path, name: str) -> None:
    (data / name).unlink()
    assert found(data) == [Problem(f"policies/{name}", 1, "", "缺少这个文件")]


def test_rules_without_a_single_cell_are_told_at_each(data: Path) -> None:
    """Without its cells a text is only read, and nothing is checked by it yet."""
    (data / CELLS).unlink()
    told = "“xuzhou”还没有一个编了码的单元格：先写 cells/xuzhou.yaml，再写规则"
    rules = sorted(path.name for path in (data / "xuzhou" / "rules").glob("*.yaml"))
    assert [(one.file, one.message) for one in found(data)] == [
        (f"policies/xuzhou/rules/{name}", told) for name in rules
    ]


def test_a_folder_in_the_place_of_a_file_is_told(data: Path) -> None:
    (data / CELLS).unlink()
    (data / CELLS).mkdir()
    assert found(data) == [Problem(f"policies/{CELLS}", 1, "", "打不开这个文件")]


def test_a_file_that_is_not_utf8_is_told_with_the_line_of_the_first_bad_byte(data: Path) -> None:
    text = (data / CELLS).read_text(encoding="utf-8")
    head, tail = text.split("document_number:", 1)
    (data / CELLS).write_bytes(head.encode("utf-8") + "# 备注\n".encode("gbk") + tail.encode("utf-8"))
    (problem,) = found(data)
    assert (problem.file, problem.line) == (f"policies/{CELLS}", head.count("\n") + 1)
    assert "不是 UTF-8" in problem.message


def test_a_byte_order_mark_does_no_harm(data: Path) -> None:
    (data / CELLS).write_bytes(b"\xef\xbb\xbf" + (data / CELLS).read_bytes())
    assert len(load(data).instrument("xuzhou").cells) == len(load().vocabulary.dimensions)


@pytest.mark.parametrize("room", ["cells", "cases"])
def test_a_file_that_no_instrument_is_named_after_is_told(data: Path, room: str) -> None:
    """Else a rule under a misspelt name would silently not count."""
    path = data / "xuzhou" / room / "xuzhuo.yaml"
    path.write_text("a: 1\n", encoding="utf-8")
    (problem,) = found(data)
    assert (problem.file, problem.line) == (f"policies/xuzhou/{room}/xuzhuo.yaml", 1)
    assert "没有用到这个文件" in problem.message


def test_a_folder_without_its_document_is_told(data: Path) -> None:
    (data / "sixth").mkdir()
    (data / "sixth" / "text.yaml").write_text("elements: []\n", encoding="utf-8")
    problems = found(data)
    assert Problem("policies/sixth/document.yaml", 1, "", "缺少这个文件") in problems
    assert Problem("policies/sixth/text.yaml", 1, "elements", "至少要有 1 项") in problems


def test_a_folder_copied_under_its_old_ids_is_told_at_every_id(data: Path) -> None:
    shutil.copytree(data / "xuzhou", data / "xuzhou2")
    rules = [problem for problem in found(data) if "/rules/" in problem.file]
    assert {(problem.file, problem.message) for problem in rules} == {
        (f"policies/{folder}/rules/{rule}.yaml", f"有两套规则都叫“{rule}”")
        for folder in ("xuzhou", "xuzhou2")
        for rule in ("xuzhou", "xuzhou_clarification")
    }
    problems = [problem for problem in found(data) if problem not in rules]
    told = {(problem.file.removeprefix("policies/xuzhou2/"), problem.path) for problem in problems}
    assert told >= {("document.yaml", f"instruments[{i}].id") for i in (0, 1)} | {("facts.yaml", "facts[0].id")}
    assert all(problem.file.startswith("policies/xuzhou2/") for problem in problems)
    assert all("已经写过，见 policies/xuzhou/" in problem.message for problem in problems)


# Sources -------------------------------------------------------------------------------------------------------------


def test_a_source_that_is_missing_is_told(data: Path) -> None:
    (data / "xuzhou" / "xzcit-2018.txt").unlink()
    (problem,) = found(data)
    assert (problem.file, problem.path) == (f"policies/{DOCUMENT}", "source")
    assert "xzcit-2018.txt" in problem.message


def test_a_source_whose_name_is_a_folder_is_told(data: Path) -> None:
    replace(data / DOCUMENT, "source: xzcit-2018.txt", "source: cells")
    (problem,) = found(data)
    assert problem.path == "source"


def test_a_source_that_changed_in_a_character_that_does_not_count_is_told_by_its_hash_alone(data: Path) -> None:
    path = data / "xuzhou" / "xzcit-2018.txt"
    path.write_bytes(path.read_bytes() + b"\n")
    (problem,) = found(data)
    assert (problem.file, problem.path) == (f"policies/{DOCUMENT}", "sha256")
    assert hashlib.sha256(path.read_bytes()).hexdigest() in problem.message


def test_a_source_that_changed_in_its_words_is_told_by_hash_and_place(data: Path) -> None:
    replace(data / "xuzhou" / "xzcit-2018.txt", "蔚然成风", "蔚然成林")
    changed, departs = found(data)
    assert (changed.file, changed.path) == (f"policies/{DOCUMENT}", "sha256")
    assert departs.file == f"policies/{TEXT}"
    assert "原件是“林。" in departs.message
    assert "这里是“风。" in departs.message


def test_a_source_that_is_not_utf8_is_told(data: Path) -> None:
    path = data / "xuzhou" / "xzcit-2018.txt"
    sound = path.read_bytes()
    path.write_bytes(sound.decode("utf-8").encode("gb18030"))
    replace(data / DOCUMENT, hashlib.sha256(sound).hexdigest(), hashlib.sha256(path.read_bytes()).hexdigest())
    (problem,) = found(data)
    assert (problem.file, problem.path) == (f"policies/{DOCUMENT}", "source")
    assert "不是 UTF-8" in problem.message


# All at once ---------------------------------------------------------------------------------------------------------


def test_breaks_of_shape_and_of_names_in_several_files_are_told_at_once(data: Path) -> None:
    chosen = [
        next(b for b in BREAKS if b.file == file and b.path == path)
        for file, path in [
            (CELLS, "document_number.colour"),
            (RULE, "gates[2].when.not"),
            (LIST_RULE, "exclusions[0].yields.decided_by"),
            (TEXT, "elements[#].text"),
            (DEFECTS, "defects[#].printed"),
            (DIMENSIONS, "dimensions[1].group"),
        ]
    ]
    lines = [(broken, broken.spoil(data)) for broken in chosen]
    problems = found(data)
    assert len(problems) == len(chosen)
    for broken, line in lines:
        assert sum(broken.matches(problem, line) for problem in problems) == 1


def test_breaks_of_shape_and_of_names_in_one_file_of_cells_are_told_at_once(data: Path) -> None:
    replace(data / CELLS, "document_number:\n", "document_number:\n  colour: red\n")
    replace(data / CELLS, 'quote: "根据有关法律法规"', 'quote: "根据法律法规"')
    replace(data / CELLS, "readings: [C30]", "readings: [C99]")
    paths = {problem.path for problem in found(data)}
    assert paths == {"document_number.colour", "legal_basis.citations[1].quote", "dates_status.readings[0]"}


def test_a_duplicate_key_does_not_hide_what_else_is_wrong_with_its_file(data: Path) -> None:
    replace(data / DOCUMENT, "place: ", "colour: red\nplace: 徐州\nplace: ")
    problems = found(data)
    assert [(problem.path, problem.message) for problem in problems] == [
        ("colour", "不认识的字段，这里是“red”"),
        ("place", "键“place”重复，前面已经写过"),
    ]
