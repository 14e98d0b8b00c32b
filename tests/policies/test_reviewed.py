"""Every item of ours has been read against its provisions since it was last changed: tests/contract/reviewed.txt has its signature.

Who changes an item reads the whole of it again beside the text and replaces its line, in the same commit. There is no command that
signs: whoever could sign everything at once would have read nothing.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from policies.engine.loader import HERE
from tests.support.contracted import held
from tests.support.folders import ROOT
from tests.support.reviewed import Item, items

REVIEWED = ROOT / "tests" / "contract" / "reviewed.txt"


def signed() -> list[str]:
    return REVIEWED.read_text(encoding="utf-8").splitlines()


def ours(root: Path = HERE) -> list[Item]:
    """Of what all share, and of the documents of the contract: another that is being written is read when it is complete."""
    known = {"vocabulary", *(path.parent.name for path in root.glob("*/text.yaml") if held(path))}
    return [item for item in items(root) if item.name.split("/")[0] in known]


def test_every_item_is_as_it_was_when_it_was_last_read_against_its_provisions() -> None:
    lines = set(signed())
    changed = [
        f"{item.where}: 改过或新写的，请对照条文重读，再换上这一行：{item.line}"
        for item in ours()
        if item.line not in lines
    ]
    assert not changed, "\n".join(changed)


def test_nothing_is_signed_that_is_not_there_and_nothing_twice() -> None:
    lines = signed()
    assert sorted(set(lines) - {item.line for item in items()}) == []
    assert len(lines) == len(set(lines))


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("xuzhou/cells/xuzhou.yaml", '    - {provision: xuzhou/a5/i1, quote: "逾期提交申请者不予受理。"}\n', ""),
        ("xuzhou/cells/xuzhou.yaml", "status: stated", "status: partial"),
        ("vocabulary/facts.yaml", "书面申请由所在单位党委（党组）提出", "书面申请由本人提出"),
        (
            "pingdingshan/rules/pingdingshan_measures_8.yaml",
            "when: {any: [private_gain, dereliction, violated_discipline_or_law]}",
            "when: {not: {any: [private_gain, dereliction, violated_discipline_or_law]}}",
        ),
        ("pingdingshan/rules/pingdingshan_list.yaml", "extortion_or_rudeness", "fraud_or_formalism"),
    ],
)
def test_an_edit_that_no_guard_can_judge_is_told_by_its_signature(
    file: str, old: str, new: str, tmp_path: Path
) -> None:
    """A citation dropped, a status changed, a fact's words, a warning negated, another reading's condition."""
    root = tmp_path / "policies"
    shutil.copytree(HERE, root, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    lines = set(signed())
    assert sum(item.line not in lines for item in ours(root)) == 1
