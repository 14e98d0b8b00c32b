"""What our small writer writes, PyYAML and the loader read as it was."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from importer.scaffold.yaml import dump, inline
from policies.engine import characters, yamlfile

WORDS = [
    "yes",
    "No",
    "null",
    "~",
    "017",
    "1:30",
    "2018-10-26",
    "- a",
    "a: b",
    "a #b",
    "# a",
    "{a}",
    "[a]",
    "&a",
    "*a",
    "!a",
    "|",
    ">",
    "'",
    '"',
    "\\n",
    "%a",
    "@a",
    "`a",
    "?",
    "=",
    "<<",
    "...",
    "---",
    " a",
    "a ",
    "",
    "一\n二",
    "一\n\n二",
    "一\n 二",
    "\n一",
    "一\n",
    "一 \n二\t",
    "第一条\u3000为\xa0了",
    "（一）",
    "“引”",
    "甲，乙；丙：",
    "\ue000",
    "𠀀😀",
    "1e5",
    "0x1f",
    ".inf",
    "e1",
]
TEXT = st.sampled_from(WORDS) | st.text(st.characters(codec="utf-8"), max_size=30)
SCALAR = TEXT | st.booleans() | st.integers(0, 10**6)
NESTED = st.recursive(
    SCALAR, lambda child: st.lists(child, max_size=3) | st.dictionaries(TEXT, child, max_size=3), max_leaves=12
)


def seen(data: Any) -> bool:
    """Whether the loader may read it at all: it refuses what nobody sees, however it is written."""
    if isinstance(data, dict):
        return all(seen(key) and seen(child) for key, child in data.items())
    if isinstance(data, list):
        return all(map(seen, data))
    return not isinstance(data, str) or characters.unseen(data) < 0


@pytest.mark.parametrize("word", WORDS)
def test_a_word_that_readers_take_for_something_else_stays_that_word(word: str) -> None:
    for text in (
        dump({"a": word, "b": [word], "c": [{"d": word}]}),
        f"{{a: {inline(word)}, b: {inline([word])}, c: [{{d: {inline(word)}}}]}}",
    ):
        wanted = {"a": word, "b": [word], "c": [{"d": word}]}
        assert yaml.safe_load(text) == wanted
        assert yamlfile.parse(text, "a.yaml").data == wanted


@given(st.dictionaries(TEXT, NESTED, max_size=4))
def test_whatever_is_written_is_read_as_it_was(data: dict[str, Any]) -> None:
    text = dump(data)
    assert (yaml.safe_load(text) or {}) == data
    assert yaml.safe_load(f"a: {inline(data)}") == {"a": data}
    if seen(data):
        file = yamlfile.parse(text, "a.yaml")
        assert file.problems == []
        assert (file.data or {}) == data


def test_chinese_is_written_as_it_is() -> None:
    assert (
        dump({"a": "第一条 为了“容错”，制定本办法。", "b": "（一）"})
        == "a: 第一条 为了“容错”，制定本办法。\nb: （一）\n"
    )
    assert dump({"e": [{"id": "x/a1", "text": "一\n二"}]}) == "e:\n- id: x/a1\n  text: |-\n    一\n    二\n"
