from __future__ import annotations

from pathlib import Path

from macros import stubs
from policies import Library

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_every_instrument_and_every_group_has_its_page(library: Library) -> None:
    """A title in a stub that no longer is the instrument's short name shows here too."""
    for name, text in stubs.stubs(library).items():
        assert (DOCS / name).read_text(encoding="utf-8") == text


def test_no_page_is_left_over_from_an_instrument_that_is_gone(library: Library) -> None:
    pages = {path.relative_to(DOCS).as_posix() for path in (DOCS / "read").glob("*.md")} - {"read/index.md"}
    assert pages <= set(stubs.stubs(library))


def test_only_what_is_missing_is_written(library: Library, tmp_path: Path) -> None:
    kept = tmp_path / "read" / "xuzhou.md"
    kept.parent.mkdir()
    kept.write_text("mine", encoding="utf-8")
    written = stubs.write_missing(library, tmp_path)
    assert kept not in written
    assert kept.read_text(encoding="utf-8") == "mine"
    assert len(written) == len(stubs.stubs(library)) - 1
    assert stubs.write_missing(library, tmp_path) == []
