"""Whatever stands in a file is told in Chinese, and never with a traceback."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from policies import DataError, read_cases
from policies.engine import messages, yamlfile
from policies.engine.schema import case, cell, document, instrument, readings, rule, values
from tests.support.told import ENGLISH, found

pytestmark = pytest.mark.usefixtures("parsed_once")

# Ugly files ----------------------------------------------------------------------------------------------------------

UGLY = {
    "nothing": "",
    "null": "null\n",
    "a comment": "# 以后再写\n",
    "a list": "- a\n- b\n",
    "a list of lists": "- [a, [b, {c: [d]}]]\n",
    "a word": "徐州\n",
    "a number": "5\n",
    "a date": "2018-10-26\n",
    "a number as key": "7: {8: 9}\n",
    "null as key": "null: null\n~: ~\n",
    "an empty key": '"": ""\n',
    "a list as key": "? [a, b]\n: c\n",
    "a mapping as key": "? {a: b}\n: c\n",
    "an anchor and its alias": "a: &x {b: c}\nd: *x\ne: {<<: *x}\n",
    "an alias inside its anchor": "a: &x [1, *x, *x]\n",
    "an alias of nothing": "a: *x\n",
    "a control character": "a: \x00\n",
    "two documents": "a: 1\n---\nb: 2\n",
    "a tag": "a: !!python/object/apply:os.system [echo]\nb: !!int 七\nc: !!binary 三\n",
    "a tag that is none": "a: !! 7\n",
    "an impossible date": "a: 2018-13-45\n",
    "an endless number": "a: " + "9" * 5000 + "\n",
    "not a number": "a: .nan\nb: -.inf\n",
    "an open quote": 'a: "甲\n',
    "deep brackets": "a: " + "[" * 3000 + "]" * 3000 + "\n",
    "brackets deep enough to take the interpreter down": "[" * 100_000,
    "deep indentation": "\n".join(" " * depth + "a:" for depth in range(400)) + "\n",
    "deep dashes": "- " * 400 + "a\n",
    "names for everything": "id: []\nfacts: {a: b}\nelements: 5\ncases: [null]\nreadings: [[]]\nscope: {not: {}}\nquestions: [[]]\n",
    "a cell of odd citations": "purpose: {citations: [{provision: [], quote: {}}, null, 5], readings: C01, external: null}\n",
    "a rule of odd conditions": "scope: {fact: [a], in: {b: c}}\ntiming: [all]\ngates: [{when: {all: {a: b}}}, {when: {fact: {}}}]\nexclusions: {yields: {to: 5}}\n",
}  # fmt: skip
ROUNDS = [list(UGLY)[start : start + 5] for start in range(0, len(UGLY), 5)]


def spoil(root: Path, *patterns: str, chosen: list[str]) -> set[str]:
    """Gives the files of each pattern the ugly contents in turn; tells which files were spoilt."""
    spoilt = set()
    for pattern in patterns:
        for index, path in enumerate(sorted(root.glob(pattern))):
            path.write_text(UGLY[chosen[index % len(chosen)]], encoding="utf-8")
            spoilt.add(path.relative_to(root.parent).as_posix())
    assert len(spoilt) >= 5 * len(patterns)
    return spoilt


@pytest.mark.parametrize("chosen", ROUNDS, ids=", ".join)
def test_whatever_stands_in_the_files_that_define_names_is_told(data: Path, chosen: list[str]) -> None:
    spoilt = spoil(data, "vocabulary/*.yaml", "*/document.yaml", "*/text.yaml", "*/defects.yaml", chosen=chosen)
    assert {problem.file for problem in found(data)} == spoilt


@pytest.mark.parametrize("chosen", ROUNDS, ids=", ".join)
def test_whatever_stands_in_the_files_of_coding_is_told_when_all_else_is_sound(data: Path, chosen: list[str]) -> None:
    """Then the names are checked too, in the ugly files as well."""
    spoilt = spoil(data, "*/cells/*.yaml", "*/rules/*.yaml", "*/cases/*.yaml", chosen=chosen)
    assert {problem.file for problem in found(data)} == spoilt


LINES = st.lists(
    st.sampled_from(["a:", "  b: 1", "- c", "\t", "'", '"', "[", "]", "{", "}", "&x", "*x", "? ", "! ", "|", ">", "---", "甲：", "\0", "%"]),
    max_size=12,
)  # fmt: skip


@given(st.one_of(st.text(max_size=60), LINES.map("\n".join), LINES.map("".join)))
def test_any_text_is_parsed_or_told_in_chinese(text: str) -> None:
    file = yamlfile.parse(text, "x.yaml")
    assert not (file.problems and file.data) or all("重复" in problem.message for problem in file.problems)
    for problem in file.problems:
        assert 1 <= problem.line <= len(re.findall("[\r\n\x85\u2028\u2029]", text)) + 2  # the end counts as a line
        assert "YAML 写法有误：" in problem.message or "重复" in problem.message
        assert not ENGLISH.search(re.sub("“.*?”", "", problem.message, flags=re.DOTALL))


def test_what_a_person_hands_in_is_refused_with_the_first_thing_wrong_in_its_writing() -> None:
    assert read_cases("cases: [{id: a, facts: {private_gain: true}}]", "x.yaml") == {
        "cases": [{"id": "a", "facts": {"private_gain": True}}]
    }
    for text in ("cases: [", "a: 1\na: 2", "a: 2018-02-30", "a: &x [*x]", "[" * 100_000):
        with pytest.raises(DataError) as caught:
            read_cases(text, "x.yaml")
        assert len(caught.value.problems) == 1


# Whatever pydantic finds ---------------------------------------------------------------------------------------------

MODELS: list[type[BaseModel]] = [
    case.CasesFile,
    cell.Cell,
    instrument.DefectsFile,
    instrument.DimensionsFile,
    document.DocumentFile,
    instrument.DoubleCodingFile,
    instrument.FactsFile,
    instrument.LocalFactsFile,
    readings.ReadingsFile,
    rule.Rule,
    instrument.TextFile,
    values.ValuesFile,
    instrument.VerdictsFile,
]
KEYS = [
    *{key for model in MODELS for key in model.model_fields},
    *(
        "id",
        "all",
        "any",
        "not",
        "fact",
        "in",
        "at_most",
        "provision",
        "quote",
        "when",
        "yields",
        "to",
        "sets",
        "label",
    ),
    *("text", "verdict", "type", "values", "known_by", "甲"),
]
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.dates(), st.datetimes(), st.sampled_from(["", "甲", "C01", "a", "a/b"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5),
    max_leaves=12,
)  # fmt: skip


def findings(model: type[BaseModel], value: object) -> Iterator[str]:
    try:
        model.model_validate(value)
    except ValidationError as error:
        yield from (messages.chinese(finding) for finding in error.errors(include_url=False))


@settings(max_examples=400, deadline=None)
@given(model=st.sampled_from(MODELS), value=VALUES)
def test_whatever_pydantic_finds_is_said_in_chinese(model: type[BaseModel], value: object) -> None:
    for said in findings(model, value):
        assert re.search(r"[\u4e00-\u9fff]", said)
        assert not ENGLISH.search(said)


def test_a_kind_of_finding_that_pydantic_may_yet_invent_is_said_in_chinese() -> None:
    finding = ErrorDetails(type="not_yet_invented", loc=("a",), msg="Input should be {something} else", input=5)
    assert messages.chinese(finding) == "写法不合要求，这里是 5"
