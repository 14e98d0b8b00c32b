"""What is not finished is a state of the data: read, then compared, then checkable; pending and not obtained are never silence."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from policies import DataError, Library, load
from policies.engine import complete, loader
from tests.support import half
from tests.support.independent import plain

pytestmark = pytest.mark.usefixtures("parsed_once")


@pytest.fixture
def unfinished(data: Path) -> Path:
    half.write(data)
    return data


def edit(path: Path, **changed: Any) -> None:
    """Replaces keys of a mapping at the top of a file."""
    path.write_text(yaml.safe_dump(plain(path) | changed, allow_unicode=True, sort_keys=False), encoding="utf-8")


def told(root: Path) -> list[str]:
    with pytest.raises(DataError) as caught:
        load(root)
    return [str(problem) for problem in caught.value.problems]


def test_a_text_alone_is_read_and_neither_compared_nor_checked(unfinished: Path, library: Library) -> None:
    found = load(unfinished)
    read = found.instrument(half.READ)
    assert (dict(read.cells), set(read.left.values())) == ({}, {"pending"})
    assert read in found.only_read
    assert read in found.unchecked
    assert read not in found.compared
    assert {one.id for one in found.compared} == {one.id for one in library.compared} | {half.PART}


def test_one_answer_makes_a_column_and_the_others_say_why_they_have_none(unfinished: Path) -> None:
    part = load(unfinished).instrument(half.PART)
    assert set(part.cells) == set(half.CODED)
    assert {dimension for dimension, why in part.left.items() if why == "not_obtained"} == {half.NOT_OBTAINED}
    assert part in load(unfinished).leading


def test_words_that_were_not_obtained_keep_their_place_and_have_no_lines(unfinished: Path) -> None:
    article = load(unfinished).provision(f"{half.READ}/a2")
    assert (article.label, article.printed_label, article.text, article.lines) == ("第二条", "", "", ())
    assert article.missing == half.WHY
    assert not article.held
    annex = load(unfinished).instrument(half.ANNEX)
    assert (annex.about.status, annex.about.obtained, annex.provisions) == (["未取得"], False, ())


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("linjiang/text.yaml", "missing: 收到", "text: 余文\n  missing: 收到", "不能有 text"),
        ("linjiang/document.yaml", "compared: false", "compared: true", "不能进入对照，写 compared: false"),
        (
            "linjiang/document.yaml",
            "status: not_obtained",
            "status: [not_obtained]",
            "或者 not_obtained（没有取得原文）",
        ),
        (
            "linjiang/document.yaml",
            "status: not_obtained",
            "status: [附件]",
            "没有取得原文的，在 document.yaml 写 status",
        ),
        ("yunhe/cells/yunhe.yaml", "status: pending", "status: pending\n  colour: red", "不认识的字段"),
        ("yunhe/cells/yunhe.yaml", "note: 未取得的", "note: 没有的", "第三条未取得，不能断定没有写"),
        (
            "yunhe/text.yaml",
            "- id: yunhe/a3\n  missing: 扫描件缺最后一页\n",
            "",
            "没有编码的写 pending，没有写到的写 silent",
        ),
        ("yunhe/cells/yunhe.yaml", "purpose:\n  status: pending\n", "", "缺少维度“purpose”的单元格；还没有编码的写"),
    ],
)
def test_what_says_more_than_is_held_is_refused(unfinished: Path, file: str, old: str, new: str, message: str) -> None:
    path = unfinished / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = [line for line in told(unfinished) if message in line]
    assert found
    assert all(line.startswith(f"policies/{file.split('/', maxsplit=1)[0]}/") for line in found)


def test_a_rule_waits_for_the_first_answer(unfinished: Path) -> None:
    rule = plain(unfinished / "xuzhou/rules/xuzhou_clarification.yaml") | {"id": half.READ, "instrument": half.READ}
    (unfinished / half.READ / "rules").mkdir()
    edit_path = unfinished / half.READ / "rules" / f"{half.READ}.yaml"
    edit_path.write_text(yaml.safe_dump(rule, allow_unicode=True, sort_keys=False), encoding="utf-8")
    assert any("还没有一个编了码的单元格" in line for line in told(unfinished))


def test_a_draft_within_a_pending_cell_is_kept_and_its_quotes_are_checked(unfinished: Path) -> None:
    path = unfinished / half.PART / "cells" / f"{half.PART}.yaml"
    draft = {
        "status": "pending",
        "answer": "先写着。",
        "citations": [{"provision": "yunhe/a1", "quote": "可以减轻责任"}],
    }
    edit(path, purpose=draft)
    assert "purpose" in load(unfinished).instrument(half.PART).left
    edit(path, purpose=draft | {"citations": [{"provision": "yunhe/a1", "quote": "应当减轻责任"}]})
    (line,) = told(unfinished)
    assert "purpose.citations[0].quote: “应当减轻责任”不是 yunhe/a1 里的原文" in line


def test_what_is_missing_is_listed_with_its_place_and_what_was_not_obtained_apart(unfinished: Path) -> None:
    library, files = loader.read(unfinished)
    missing = [str(each) for each in complete.missing(library, files) if "/yunhe/" in each.file]
    pending = [line for line in missing if "待编码" in line]
    assert len(pending) == len(library.vocabulary.dimensions) - len(half.CODED) - 1
    assert any("yunhe/document.yaml" in line and "没有规则" in line for line in missing)
    assert any("linjiang/cells/linjiang.yaml:1: 缺少这个文件" in str(each) for each in complete.missing(library, files))
    without = [str(each) for each in complete.not_obtained(library, files)]
    assert [line.split(": ", 1)[0].rsplit(":", 1)[0] for line in without] == [
        "policies/linjiang/document.yaml",
        "policies/linjiang/text.yaml",
        "policies/yunhe/cells/yunhe.yaml",
        "policies/yunhe/text.yaml",
    ]


def test_the_command_lists_what_a_document_lacks_and_refuses_one_that_is_not_there() -> None:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "policies", "--complete", *arguments]
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)

    done = run("xuzhou")
    assert (done.returncode, done.stdout, done.stderr) == (0, "编完了。\n", "")
    refused = run("nowhere")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "没有“nowhere”这份文件，应为" in refused.stderr
