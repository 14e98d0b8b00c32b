"""Whether a number that a sentence says is the text's number, and not the end or the beginning of another."""

from __future__ import annotations

import pytest

from policies.engine.checks.borne_out import stands


@pytest.mark.parametrize(
    ("word", "words"),
    [
        ("5日", "应在15日内"),
        ("5个工作日", "应在15个工作日内"),
        ("十日", "三十日内"),
        ("10日", "二十日内"),
        ("1个月", "2018年1月1日"),
        ("三五十天", "50天"),
        ("十十日", "10日"),
    ],
)
def test_a_number_is_not_borne_out_by_another_that_looks_alike(word: str, words: str) -> None:
    assert not stands(word, words)


@pytest.mark.parametrize(
    ("word", "words"),
    [
        ("5日", "应在5日内"),
        ("15日", "应在十五日内"),
        ("十日", "10天内"),
        ("1个月", "一个月内"),
        ("两个月", "2个月内"),
        ("7个工作日", "7工作日内"),
        ("三五天", "三五天内"),
        ("6个月", "期限半年"),
        ("《办法》", "本办法"),
    ],
)
def test_a_number_is_borne_out_however_it_is_written(word: str, words: str) -> None:
    assert stands(word, words)
