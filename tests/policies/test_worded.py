"""Whoever has chosen his place reads the words of no other."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from policies import DataError, load
from policies.engine.loader import HERE

WRONG = [
    ('  wording: {wuyang: "事情本身发生在', '  wording: {wuyang: "商州的事情本身发生在', "别处的名字“商州”"),
    ('  wording: {wuyang: "事情本身发生在', '  wording: {shangzhou: "事情本身发生在', "不用再读“（舞阳…）”"),
    ('  wording: {wuyang: "事情本身发生在', '  wording: {wuyan: "事情本身发生在', "没有“wuyan”这份文件"),
    ("places: [xuzhou]", "places: [xuzho]", "没有“xuzho”这份文件"),
]


@pytest.mark.parametrize(("old", "new", "told"), WRONG)
def test_another_place_s_name_or_none_that_there_is_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    root = tmp_path / "policies"
    shutil.copytree(HERE, root, ignore=shutil.ignore_patterns("__pycache__", "*.py"))
    path = root / "vocabulary" / "facts.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as error:
        load(root)
    assert told in error.value.report()
