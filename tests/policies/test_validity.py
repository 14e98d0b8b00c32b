"""What is said of an instrument's later amendment or repeal: what was looked up, or that nobody has."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from macros.kit import identity
from policies import Instrument, Library, load
from policies.engine.schema.document import Validity
from policies.engine.validity import said

UNCHECKED = "有没有修改、废止：本站没有查，请问发文机关。"
CHECKED = "有没有修改、废止：2026年11月2日在某市政府网站查过，没有查到修改、废止的文件。"
LOOKED_UP = Validity(checked=date(2026, 11, 2), where="某市政府网站", found="没有查到修改、废止的文件")


def sentence(library: Library, instrument: Instrument, validity: Validity | None) -> str:
    about = instrument.about.model_copy(update={"validity": validity})
    return said(library.vocabulary.labels.validity, about)


def test_of_what_nobody_has_looked_up_every_instrument_says_so_and_a_draft_says_what_it_is(library: Library) -> None:
    for instrument in library.instruments:
        expected = UNCHECKED if instrument.about.in_force else "征求意见稿，未施行，不能作为依据。"
        assert sentence(library, instrument, None) == expected


@pytest.mark.parametrize("ident", ["wuyang_tolerance", "puyang_draft"])
def test_what_was_looked_up_is_said_with_day_and_place(library: Library, ident: str) -> None:
    assert sentence(library, library.instrument(ident), LOOKED_UP) == CHECKED


def test_it_is_read_from_the_document(data: Path) -> None:
    path = data / "xuzhou" / "document.yaml"
    text = path.read_text(encoding="utf-8")
    looked = "  validity: {checked: 2026-11-02, where: 学院网站, found: 没有查到}\n"
    path.write_text(text + looked, encoding="utf-8")
    library = load(data)
    assert library.instrument("xuzhou").about.validity == Validity(
        checked=date(2026, 11, 2), where="学院网站", found="没有查到"
    )
    assert "在学院网站查过，没有查到。" in str(identity.validity(library, library.instrument("xuzhou").about))


def test_the_reading_page_of_a_draft_says_it_in_its_band_alone(library: Library) -> None:
    draft = library.instrument("puyang_draft").about
    assert identity.validity(library, draft) is None
    assert identity.validity(library, draft.model_copy(update={"validity": LOOKED_UP})) is not None
    assert UNCHECKED in str(identity.validity(library, library.instrument("xuzhou").about))
