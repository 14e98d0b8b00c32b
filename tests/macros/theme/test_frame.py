"""What stands around every page is named by what it is, and what is not Chinese is marked."""

from __future__ import annotations

import re
from pathlib import Path

from bs4 import BeautifulSoup, Tag


def test_names_and_commands_are_marked_as_english(site_dir: Path) -> None:
    for name in ("compare/codebook", "data"):
        html = BeautifulSoup((site_dir / name / "index.html").read_bytes(), "html.parser")
        codes = [code for code in html.find_all("code") if not within_sample(code)]
        assert len(codes) > 50
        assert [code for code in codes if code.get("lang") != "en"] == []
        assert [code for code in codes if re.search(r"[\u4e00-\u9fff]", code.text)] == []


def within_sample(code: Tag) -> bool:
    return code.find_parent("pre") is not None


def test_the_frame_s_parts_are_named_by_what_they_are(site_dir: Path) -> None:
    html = BeautifulSoup((site_dir / "read" / "xuzhou" / "index.html").read_bytes(), "html.parser")
    skip = html.select_one(".md-skip")
    assert skip
    assert skip.text.strip() == "跳到正文"
    assert skip["href"] == "#top"
    tabs = html.select_one("nav.md-tabs")
    assert tabs
    assert tabs["aria-label"] == "栏目"
    colours = html.select_one("[role=radiogroup]")
    assert colours
    assert colours["aria-label"] == "网页颜色"
    assert len(colours.select("input[type=radio]")) == 2


def test_no_picture_of_the_frame_is_named_in_english(site_dir: Path) -> None:
    for path in site_dir.rglob("*.html"):
        assert 'alt="logo"' not in path.read_text(encoding="utf-8"), path


def test_the_licences_in_english_are_announced_as_such(site_dir: Path) -> None:
    html = BeautifulSoup((site_dir / "about" / "index.html").read_bytes(), "html.parser")
    assert [link["hreflang"] for link in html.select("a[href$='LICENSES.txt']")] == ["en"]
