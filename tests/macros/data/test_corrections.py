"""The page 更正 says of every correction what, when, why, which verdicts changed and for whom; and it is told which are newest."""

from __future__ import annotations

from bs4 import BeautifulSoup

from macros.data import corrections_page
from macros.kit.links import Links
from policies import Library
from policies.engine.numeral import day


def test_every_correction_stands_on_the_page_with_its_verdicts_in_words(library: Library) -> None:
    page = BeautifulSoup(corrections_page.page(library, Links()), "html.parser")
    titles = {verdict.id: verdict.title for verdict in library.vocabulary.verdicts}
    drawn = page.select("dl.reading")
    assert len(drawn) == len(library.vocabulary.corrections) > 8
    for one, correction in zip(drawn, library.vocabulary.corrections, strict=True):
        text = one.get_text()
        assert correction.what in text
        assert correction.why in text
        assert day(correction.date) in page.get_text()
        assert len(one.select("a")) == len(correction.provisions)
        if not correction.verdicts:
            assert text.endswith("没有变。")
        for changed in correction.verdicts:
            assert f"原来“{titles[changed.from_]}”，现在“{titles[changed.to]}”。{changed.when}" in text
            assert "_" not in text, "an id stands before readers"
