"""Labels, ids and citations agree by construction."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importer.grammar import labels, steps
from importer.grammar.citation import place
from importer.grammar.labels import Label
from importer.grammar.numeral import number, numeral
from importer.grammar.steps import Step


def test_a_numeral_is_read_as_it_was_written() -> None:
    assert [number(numeral(n)) for n in range(1, 10_000)] == list(range(1, 10_000))


@pytest.mark.parametrize(
    ("written", "value"),
    [("一百〇一", 101), ("一百零一", 101), ("二〇一八", 2018), ("１２", 12), ("十", 10), ("两", 2)],
)
def test_a_numeral_is_read_in_its_other_forms(written: str, value: int) -> None:
    assert number(written) == value


@pytest.mark.parametrize("written", ["", "甲", "一二x", "-1"])
def test_what_is_no_numeral_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"no numeral|invalid"):
        number(written)


CITED = {
    "x/a120_1/p2/i3/2": "第一百二十条之一第二款第（三）项第2目",
    "x/ch3/sec2": "第三章第二节",
    "x/book2/ch3_1": "第二编第三章之一",
    "x/a5/i3/2/n1": "第五条第（三）项第2目（1）",
    "x/a5/i1/o2": "第五条第（一）项第②目",
    "x/a5/n2": "第五条第（2）项",
    "x/a109": "第一百零九条",
    "x/part2/i1/s2": "第二部分第（一）项第二段",
    "x/m1/2": "（一）第2项",
    "x/pos/10": "正面清单第10项",
    "x/toc": "目录",
}


@pytest.mark.parametrize(("ident", "cited"), CITED.items())
def test_a_provision_is_cited_by_its_id(ident: str, cited: str) -> None:
    assert place(ident) == cited


@pytest.mark.parametrize("ident", ["x/q1", "x/a0_", "x/p1_2", "x/a1_0", "x/a", "x/o99", "x/a10000"])
def test_what_is_no_id_has_no_citation(ident: str) -> None:
    with pytest.raises(ValueError, match=r"step|numeral|circled"):
        place(ident)


READ = {
    "第一百二十条之一": Label("a", 120, 1),
    "第 三 章": Label("ch", 3),
    "第二编": Label("book", 2),
    "第12条": Label("a", 12),
    "(三)": Label("paren", 3),
    "（十一）": Label("paren", 11),
    "（1）": Label("round", 1),
    "⑴": Label("round", 1),
    "一、": Label("dun", 1),
    "1．": Label("dot", 1),
    "１、": Label("dot", 1),
    "2)": Label("dot", 2),
    "⑳": Label("circle", 20),
}


@pytest.mark.parametrize(("printed", "label"), READ.items())
def test_a_label_is_read_in_all_its_forms(printed: str, label: Label) -> None:
    assert labels.parse(printed) == label


@pytest.mark.parametrize("printed", ["3.5", "第一条款", "一", "(三", "2018年", "第条"])
def test_what_is_no_label_is_not_read(printed: str) -> None:
    assert labels.parse(printed) is None


@given(st.sampled_from([kind for kind, have in steps.LABELS.items() if have]), st.integers(1, 50), st.integers(0, 9))
def test_the_label_of_a_step_is_the_label_it_agrees_with(kind: str, number: int, sub: int) -> None:
    step = Step(kind, number, sub if kind in {"a", "ch"} else 0)
    printed = steps.printed(step)
    assert printed
    assert steps.agrees(step, printed)
    assert steps.read(str(step)) == step
    assert not steps.agrees(Step(kind, number + 1, step.sub), printed)
    assert place(f"x/{step}")


def test_what_follows_a_step() -> None:
    assert Step("a", 4).follows((3, 0))
    assert Step("a", 3, 1).follows((3, 0))
    assert Step("a", 3, 2).follows((3, 1))
    assert Step("a", 4).follows((3, 2))
    assert Step("a", 1).follows((0, 0))
    assert not Step("a", 5).follows((3, 0))
    assert not Step("a", 0, 1).follows((0, 0))
