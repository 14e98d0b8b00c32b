from __future__ import annotations

from dataclasses import replace
from html import unescape
from pathlib import Path

import yaml

from macros import stubs
from policies import Library

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_every_instrument_and_every_group_has_its_page(library: Library) -> None:
    """A title in a stub that no longer is the instrument's short name shows here too."""
    for name, text in stubs.stubs(library).items():
        assert (DOCS / name).read_text(encoding="utf-8") == text


def test_a_title_is_words_to_yaml_and_to_the_theme(library: Library) -> None:
    """The theme writes it into the page as it is."""
    title = 'yes: <b>"{{ 1 }}"\'&lt; # -'
    group = library.vocabulary.groups[0].model_copy(update={"title": title})
    vocabulary = replace(library.vocabulary, groups=(group,))
    text = stubs.stubs(replace(library, vocabulary=vocabulary))[f"compare/{group.id}.md"]
    read = yaml.safe_load(text.split("---")[1])["title"]
    assert not set(read) & set("<>{}\"'")
    assert unescape(read) == title


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
