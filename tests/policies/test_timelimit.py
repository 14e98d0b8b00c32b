"""Every time limit of the texts is data, and what is said of it stands in the text."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from policies import DataError, Library, load
from policies.engine.complete.words import limit_words, other_words, unaccounted
from tests.support.contracted import documents


def test_every_mention_of_time_is_a_limit_or_listed_with_the_reason_why_it_is_none(library: Library) -> None:
    left = [
        (provision.id, mention)
        for document in documents(library)
        for instrument in document.instruments
        for provision in instrument.provisions
        for mention in unaccounted(provision, limit_words(document, provision) | other_words(document, provision))
    ]
    assert left == []


def test_without_its_limits_a_text_has_mentions_of_time_left_over(library: Library) -> None:
    left = {
        provision.id
        for document in library.documents
        for instrument in document.instruments
        for provision in instrument.provisions
        if unaccounted(provision, other_words(document, provision))
    }
    assert left >= {"wuyang_tolerance/a7/i1", "xuzhou/a5/i2", "shangzhou/a6/i3", "lushan_forwarding/body"}


def test_every_number_of_days_or_months_is_a_length_of_a_limit(library: Library) -> None:
    lengths = {"个工作日": "workday", "日": "day", "个月": "month"}
    numbers = {"一": 1}
    found = [
        (provision.id, numbers.get(match[1]) or int(match[1]), lengths[match[2]])
        for provision in library.provisions
        for match in re.finditer(r"(\d+|一) ?(个工作日|个月)", provision.printed)
    ]
    coded = [(limit.provision, limit.length, limit.unit) for limit in library.limits if limit.period is None]
    assert [one for one in found if one not in coded] == []
    assert len(found) == len([one for one in coded if one[1] and one[0] != "wuyang_tolerance/a9"])


@pytest.mark.parametrize(
    ("ident", "length", "unit", "written"),
    [
        ("wuyang_tolerance_apply", 7, "workday", True),
        ("wuyang_tolerance_reply", 7, "workday", False),
        ("wuyang_tolerance_suspend", 30, "workday", False),
        ("wuyang_tolerance_track", 6, "month", True),
        ("wuyang_prevention_talk", 7, "workday", True),
        ("wuyang_accountability_procedures", 1, "month", False),
        ("shangzhou_verify_simple", 15, "workday", False),
        ("shangzhou_verify_complex", 1, "month", False),
        ("shangzhou_verify_most_complex", 3, "month", False),
        ("xuzhou_apply", 7, "workday", True),
        ("xuzhou_verify", 30, "workday", False),
        ("xuzhou_reply", 3, "workday", True),
        ("xuzhou_suspend", 3, "month", False),
    ],
)
def test_a_known_limit_has_its_length_and_says_whether_its_start_is_written(
    library: Library, ident: str, length: int, unit: str, written: bool
) -> None:
    (limit,) = [limit for limit in library.limits if limit.id == ident]
    assert (limit.length, limit.unit) == (length, unit)
    assert limit.start
    assert limit.start.written is written


def test_a_start_that_is_not_written_names_the_reading_it_rests_on(library: Library) -> None:
    assumed = [limit for limit in library.limits if limit.start and not limit.start.written]
    assert assumed
    assert all(limit.readings for limit in assumed)
    by_id = {limit.id: limit.readings for limit in assumed}
    assert "C09" in by_id["wuyang_tolerance_suspend"]
    assert "C31" in by_id["xuzhou_suspend"]


def test_only_the_forwarding_notice_fixes_a_day(library: Library) -> None:
    assert [(limit.id, limit.by) for limit in library.limits if limit.by] == [("lushan_report", date(2023, 1, 16))]


def test_a_text_that_receives_late_applications_no_more_says_so_and_wuyang_does_not(library: Library) -> None:
    late = {limit.id: limit.missed.text if limit.missed else None for limit in library.limits}
    assert late["xuzhou_apply"] == "逾期提交申请者不予受理"
    assert late["wuyang_tolerance_apply"] is None


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('event: "启动问责程序后"', 'event: "收到通知后"', "不是 xuzhou/a5/i1 里的原文"),
        ('modality: "一般不得超过"', 'modality: "一律不得超过"', "不是 xuzhou/a5/i3 里的原文"),
        ("  length: 3\n  unit: month\n", "  length: 3\n", "length 与 unit 须一起写"),
        ("  length: 30\n", "  length: 30\n  period: 30个工作日\n", "须写一个，只写一个"),
        ('  start: {event: "决定暂缓", written: false}\n', "", "有 length 的期限须写 start"),
        ('words: ["纪在法前"', 'words: ["纪在罪前"', "在所说的地方没有出现"),
        ("provision: xuzhou/a5/i1", "provision: shangzhou/a6/i1", "不在这份文件里"),
        ("id: xuzhou_verify", "id: xuzhou_apply", "已经写过"),
    ],
)
def test_a_limit_that_does_not_fit_its_text_is_refused(data: Path, old: str, new: str, message: str) -> None:
    path = data / "xuzhou" / "limits.yaml"
    sound = path.read_text(encoding="utf-8")
    assert old in sound
    path.write_text(sound.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load(data)
    found = [problem for problem in caught.value.problems if message in problem.message]
    assert [problem.file for problem in found] == ["policies/xuzhou/limits.yaml"]
