"""`make reproduce` takes the steps of `make site`, in two copies that have nothing in common but what they are made from."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.support.folders import ROOT
from tools.release import twice


def test_it_takes_the_steps_of_make_site() -> None:
    recipe = re.search(r"(?m)^site:.*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text(encoding="utf-8"))
    assert recipe
    made = tuple(tuple(line.removeprefix("\t$(RUN) ").split()) for line in recipe[1].splitlines())
    assert made == twice.STEPS


def test_the_two_never_have_the_same_day() -> None:
    """Whatever the hour: more than a day lies between their clocks."""
    hours = [int(place.env["TZ"][1:]) for place in (twice.HERE, twice.THERE)]  # POSIX: what to add to come to UTC
    assert max(hours) - min(hours) > 24
    now = datetime(2026, 1, 1, tzinfo=UTC)
    for step in range(24):
        days = {(now + timedelta(hours=step - hour)).date() for hour in hours}
        assert len(days) == 2


def test_a_copy_has_what_git_has_and_no_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(twice, "link", lambda *_: None)  # a hundred megabytes
    twice.copy(tmp_path, twice.THERE.changed)
    copied = {path.relative_to(tmp_path).parts[0] for path in tmp_path.rglob("*") if path.is_file()}
    assert {"Makefile", "docs", "macros", "policies"} <= copied
    assert not {".cache", "site", ".venv", ".git"} & copied
    assert not (tmp_path / "docs" / "assets").exists()
    assert (tmp_path / "Makefile").stat().st_mtime == twice.THERE.changed


def test_one_byte_and_one_file_more_are_told(tmp_path: Path) -> None:
    for name, byte in (("one", b"a"), ("other", b"b")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.html").write_bytes(b"<p>" + byte)
        (tmp_path / name / "same").write_bytes(b"same")
    (tmp_path / "other" / "more").write_bytes(b"")
    with pytest.raises(twice.Differs) as told:
        twice.compare(tmp_path / "one", tmp_path / "other")
    assert str(told.value).splitlines() == [
        "more: only in one of the two",
        "page.html: 4 and 4 bytes, the first other one is at 3",
    ]
    assert twice.compare(tmp_path / "one", tmp_path / "one") == (2, 8)
