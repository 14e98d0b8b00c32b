"""The numbers of texts and rules on the front doors: one noun, one number, and none that is typed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros import home
from policies import Library
from policies.engine.numeral import counted, numeral

DOORS = ("", "read", "compare", "check", "worksheet", "data", "about", "search", "compare/logic", "compare/codebook")
# A number before one of these nouns is how many there are of it in all.
NOUNS = {
    "份文件": "documents",
    "份地方文件": "documents",
    "份容错文件": "documents",
    "份文书": "instruments",
    "份可比的文书": "compared",
    "份可比": "compared",
    "套规则": "rules",
    "个问题": "dimensions",
    "处条款项": "provisions",
}
# One and two are said of any: 一个问题, 两份文件.
NUMBER = r"(?<![\d一二三四五六七八九十两第几另])(\d+|[三四五六七八九]|[一二三四五六七八九]?十[一二三四五六七八九]?)\s*"
FORM = re.compile(NUMBER + "(" + "|".join(sorted(NOUNS, key=len, reverse=True)) + ")")


def number(said: str) -> int:
    return int(said) if said.isdigit() else next(n for n in range(1, 100) if numeral(n) == said)


@pytest.mark.parametrize("door", DOORS)
def test_every_front_door_says_the_same_numbers(site_dir: Path, library: Library, door: str) -> None:
    page = BeautifulSoup((site_dir / door / "index.html").read_text(encoding="utf-8"), "html.parser")
    content = page.select_one("article")
    assert content
    for unsaid in content.select("script, style, .checker__form"):
        unsaid.decompose()
    text = re.sub(r"\s+", "", content.get_text())
    expected = home.counts(library)
    wrong = [
        text[max(0, at.start() - 12) : at.end() + 12]
        for at in FORM.finditer(text)
        if number(at[1]) != expected[NOUNS[at[2]]]
    ]
    assert wrong == []


def test_the_one_sentence_stands_on_the_doors_that_begin_and_its_numbers_are_the_data_s(
    site_dir: Path, library: Library
) -> None:
    sentence = re.sub(r"\s+", "", BeautifulSoup(home.scope(library), "html.parser").text)
    for door in ("", "read", "about"):
        page = BeautifulSoup((site_dir / door / "index.html").read_text(encoding="utf-8"), "html.parser")
        assert sentence in re.sub(r"\s+", "", page.get_text()), door
    fewer = Library(library.documents[1:], library.vocabulary)
    said = BeautifulSoup(home.scope(fewer), "html.parser").text
    assert said.startswith(f"{counted(len(library.documents) - 1)}份文件")
    assert said != BeautifulSoup(home.scope(library), "html.parser").text
