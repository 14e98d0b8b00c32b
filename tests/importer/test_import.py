"""The bars: our five, the sixth, real files; every character in its place; what the loader says of it."""

from __future__ import annotations

import json
import random
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import importer
from importer import Unreadable
from importer.grammar.numeral import numeral
from tests.importer import measure
from tests.importer.support import accounted, refused

GOLD = dict(measure.with_gold())


@pytest.mark.parametrize("name", GOLD)
def test_a_text_with_a_gold_structure_is_found_nearly_whole(name: str) -> None:
    got = importer.read(GOLD[name].text, slug=name)
    rated = measure.score(got, GOLD[name])
    assert (rated.precision, rated.recall) >= (0.98, 0.98), (rated.missing, rated.extra)
    assert rated.recall >= 0.98
    accounted(got)
    assert refused(got) == []


def test_our_five_texts_are_found_exactly() -> None:
    ours = [path.parent.name for path in (measure.ROOT / "policies").glob("*/text.yaml")]
    rated = [measure.score(importer.read(GOLD[name].text, slug=name), GOLD[name]) for name in ours]
    assert len(ours) >= 5
    assert all(not one.missing and not one.extra for one in rated)


def test_every_number_of_a_real_text_is_found_in_order_and_no_character_lost(real: Path) -> None:
    text = real.read_text(encoding="utf-8")
    got = importer.read(text)
    accounted(got)
    assert measure.found(got) == measure.printed(text)
    assert refused(got) == []


def test_what_is_missing_in_a_real_text_has_a_reason_that_was_checked(real: Path) -> None:
    reasons = json.loads(measure.REASONS.read_text(encoding="utf-8")).get(real.stem[:2], {})
    assert set(measure.told(importer.read(real.read_text(encoding="utf-8")))) == set(reasons)


def mutated(text: str, seed: int) -> str:
    """A stretch of the text, damaged as copying damages: lines lost, doubled, broken, run together, out of order, strange ones between."""
    rng = random.Random(seed)  # noqa: S311 - it damages a text
    lines = text.split("\n")
    start = rng.randrange(len(lines))
    lines = lines[start : start + rng.randrange(5, 60)]
    strange = [
        "- 3 -",
        "附件",
        "附件1：某某登记表",
        "目录",
        "第一条 甲",
        "（一）",
        "1.",
        "①",
        "一、",
        "**",
        "## ",
        "某县人民政府",
        "2020年1月1日",
        "各单位：",
        "第一章 总则",
    ]
    for _ in range(rng.randrange(1, 8)):
        at = rng.randrange(len(lines))
        within = rng.randrange(len(lines[at]) + 1)
        match rng.randrange(6):
            case 0:
                lines[at : at + 1] = [lines[at][:within], lines[at][within:]]
            case 1:
                lines[at : at + 2] = ["".join(lines[at : at + 2])]
            case 2:
                lines.insert(at, rng.choice([*strange, *lines]))
            case 3:
                rng.shuffle(lines)
            case 4:
                lines[at] = (
                    lines[at][:within]
                    + rng.choice("*（）()、.：；。“”　 \t第条一①\x0b\u2028\u200b")
                    + lines[at][within:]
                )
            case _:
                lines[at] = lines[at][:within]
    return "\n".join(lines)


@given(st.sampled_from(sorted(GOLD)), st.integers(0, 2**32))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_damaged_text_loses_no_character_and_passes_the_loader_or_is_refused_in_a_sentence(
    name: str, seed: int
) -> None:
    try:
        got = importer.read(mutated(GOLD[name].text, seed))
    except Unreadable as said:
        assert str(said).endswith("。")  # noqa: PT017
        return
    accounted(got)
    assert refused(got) == []
    json.dumps(got.to_json(), ensure_ascii=False)


@given(
    st.text(
        alphabet=st.sampled_from("甲乙。；：，、第一二三条款章节（）()1.①附件 \n\u3000*#-“”年月日办法通知"),
        max_size=300,
    )
)
@settings(max_examples=150, deadline=None)
def test_any_words_are_read_or_refused(text: str) -> None:
    try:
        got = importer.read(text)
    except Unreadable:
        return
    accounted(got)
    assert refused(got) == []


def test_a_megabyte_takes_less_than_two_seconds() -> None:
    article = "第{}条 为了规范行政行为，保护公民、法人和其他组织的合法权益，根据有关法律，结合本市实际，制定本条。\n\n（一）在推进改革中因缺乏经验出现失误的；\n\n（二）其他情形。\n\n"
    text = "某某市容错纠错办法\n\n" + "".join(article.format(numeral(n)) for n in range(1, 4200))
    assert len(text.encode()) > 1_000_000
    begun = time.process_time()
    got = importer.read(text)
    assert time.process_time() - begun < 2 * 2  # twice the bar: the processor may be shared
    assert sum(one.kind == "条" for one in got.elements) == 4199


@pytest.mark.parametrize(
    "piece",
    ["（一）甲；\n", "第一条 甲\n", "1.甲：\n“乙\n", "乙、\n- 1 -\n", "（一）甲。\n乙。\n", "附件1：甲表\n", "*甲*"],
)
def test_time_grows_with_length_and_not_faster(piece: str) -> None:
    took = []
    for times in (2_000, 8_000):
        begun = time.process_time()
        importer.read("某某办法\n第一条 甲：\n" + piece * times + "\n第二条 本办法自印发之日起施行。")
        took.append(time.process_time() - begun)
    assert took[1] < 12 * took[0] + 0.3  # fourfold; sixteenfold would be the square
