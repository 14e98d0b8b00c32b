"""No brief answer lies by being short: who has only it and the question finds the full answer among four."""

from __future__ import annotations

from pathlib import Path

from policies import Library
from tests.coding import quiz
from tests.support.independent import plain

READ = plain(Path(__file__).parent / "blind_reading.yaml")
LEAST = 0.95


def test_nearly_every_brief_answer_that_is_shown_was_read_blind_and_led_to_its_answer(library: Library) -> None:
    """A brief that was changed since counts as not read."""
    cells = [(one.id, dimension.id) for one in library.compared for dimension in library.vocabulary.dimensions]
    right = [
        (instrument, dimension)
        for instrument, dimension in cells
        if READ["right"][instrument].get(dimension) == library.instrument(instrument).cells[dimension].brief
    ]
    print(f"read blind and found: {len(right)} of {len(cells)}; wrong when read: {len(READ['wrong'])}")
    assert len(right) / len(cells) >= LEAST


def test_a_question_offers_the_answer_once_among_four_and_no_other_has_the_same_brief(library: Library) -> None:
    asked = list(quiz.drawn(library))
    assert len(asked) == len(library.compared) * len(library.vocabulary.dimensions)
    for dimension, instrument, options in asked:
        own = instrument.cells[dimension.id]
        assert len(set(options)) == quiz.OPTIONS
        assert own.answer in options
        same = {
            one.cells[dimension.id].answer for one in library.compared if one.cells[dimension.id].brief == own.brief
        }
        assert not set(options) & (same - {own.answer})
