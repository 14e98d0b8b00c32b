"""Every fact that a draft application can state has one sentence for 是 and one for 否, and no other fact has."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from policies import DataError, Library, load

LINE = re.compile(r"^ *- \{id: private_gain, .*\n", re.MULTILINE)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda _: "", "缺“private_gain”：申请草稿会写到这个事实"),
        (lambda line: line * 2, "“private_gain”写了 2 次"),
        (lambda line: line + line.replace("private_gain", "acct_other"), "申请草稿用不到“acct_other”"),
    ],
    ids=["missing", "twice", "of no use"],
)
def test_the_loader_tells_what_is_missing_twice_or_of_no_use(
    data: Path, change: Callable[[str], str], told: str
) -> None:
    path = data / "vocabulary" / "draft.yaml"
    text = path.read_text(encoding="utf-8")
    (line,) = LINE.findall(text)
    path.write_text(text.replace(line, change(line)), encoding="utf-8")
    with pytest.raises(DataError) as raised:
        load(data)
    assert told in raised.value.report()


def test_a_question_of_which_only_what_is_so_is_stated_exists(data: Path) -> None:
    path = data / "vocabulary" / "draft.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("only_yes: [work_context", "only_yes: [work_contexts"), encoding="utf-8")
    with pytest.raises(DataError) as raised:
        load(data)
    assert "没有“work_contexts”这个问题" in raised.value.report()


def test_what_makes_a_statement_less_is_a_fact(data: Path) -> None:
    path = data / "vocabulary" / "draft.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("when: {impact_none_or_minor: true}", "when: {impact_minor: true}"), encoding="utf-8")
    with pytest.raises(DataError) as raised:
        load(data)
    assert "没有“impact_minor”这个事实" in raised.value.report()


def test_what_is_stated_names_who_states_it_by_what_the_page_fills_in(library: Library) -> None:
    for each in library.vocabulary.draft.statements:
        for text in (each.yes, each.no, *([each.lesser.yes] if each.lesser else [])):
            assert "本人" not in text
            assert set(re.findall(r"\{(\w+)\}", text)) <= {"who", "actor"}
