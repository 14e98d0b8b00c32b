"""The successors' table: what is called a break is one, and what is alike is not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from macros import for_theme
from policies import load
from tests.support.folders import ROOT
from tools.successor.pages import Page, broken, differs, page
from tools.successor.settings import SUCCESSORS, plain
from tools.successor.table import BREAKS, SHOWN, WORKS, row, rows, told

HTML = """<!doctype html><head><meta http-equiv="Content-Security-Policy" content="default-src 'self'"><title>一 · 站</title>
<script src="../assets/find.js"></script></head><nav class="md-tabs"><a href="../">首页</a></nav>
<article><h1 id="a">原 文</h1><a href="#a">x</a><a href="../read/b/#c">y</a><a href="https://e.org/">z</a></article><script>1</script>"""


@pytest.fixture
def one() -> Page:
    return page(HTML, Path("about/index.html"))


def test_a_page_is_read_as_a_reader_and_a_browser_find_it(one: Page) -> None:
    assert one.title == "一·站"
    assert one.words == "原文xyz"
    assert one.places == {"a"}
    assert one.links == {"", "about/#a", "read/b/#c"}
    assert one.nav == (("首页", ""),)
    assert one.policy == "default-src 'self'"
    assert one.policy_first
    assert one.search
    assert one.hosts == set()
    assert one.loads == {"assets/find.js"}
    # One step too many is no accident that the root of a host forgives.
    assert page(HTML.replace("../assets", "../../assets"), Path("about/index.html")).loads == {"/sub/assets/find.js"}
    loaded = page(
        '<script src="https://cdn.example/x.js"></script><link rel="canonical" href="https://e.org/">', Path("x")
    )
    assert loaded.hosts == {"cdn.example"}


def test_a_policy_behind_a_script_is_not_the_first() -> None:
    assert not page(f"<script></script>{HTML}", Path("x.html")).policy_first
    assert page("<title>x</title>", Path("x.html")).policy == ""


def test_links_that_lead_to_no_page_file_or_place_are_broken_and_others_are_not(one: Page) -> None:
    pages = {"about/index.html": one, "index.html": replace(one, links=frozenset(), loads=frozenset())}
    assert broken(pages, frozenset()) == ["about/index.html → assets/find.js", "about/index.html → read/b/#c"]
    one = replace(one, loads=frozenset())
    pages["about/index.html"] = one
    there = replace(one, ids=frozenset({"c"}), links=frozenset())
    assert broken({**pages, "read/b/index.html": there}, frozenset()) == []
    elsewhere = replace(there, ids=frozenset({"d"}))
    assert broken({**pages, "read/b/index.html": elsewhere}, frozenset()) == ["about/index.html → read/b/#c"]
    filed = replace(one, links=frozenset({"data/a.csv"}))
    assert broken({"index.html": filed}, frozenset({"data/a.csv"})) == []
    assert broken({"404.html": one}, frozenset()) == []


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [("甲乙", "甲乙", ""), ("甲乙", "甲丙", "p at 1: '乙' → '丙'"), ("甲", "甲乙", "p at 1: '' → '乙'")],
)
def test_a_difference_is_told_by_its_first_place(before: str, after: str, said: str) -> None:
    assert differs("p", before, after) == said


def outcomes(before: dict[str, Page], after: dict[str, Page], *files: str) -> dict[str, str]:
    return {one.what: one.outcome for one in rows(before, after, files)}


def test_alike_sites_work_in_every_row_and_each_break_shows_in_its_own(one: Page) -> None:
    whole = replace(one, links=frozenset({"about/#a"}), loads=frozenset())
    before = {"about/index.html": whole}
    names = {
        "text of the pages (macros)": replace(whole, words="{{ front() }}"),
        "titles (override of the head)": replace(whole, title=""),
        "places that links may name": replace(whole, ids=frozenset(), links=frozenset()),
        "menu (nav)": replace(whole, nav=()),
        "links and files within the site": replace(whole, links=frozenset({"gone/"})),
        "policy in the head": replace(whole, policy=""),
        "policy before what it speaks of": replace(whole, policy_first=False),
        "nothing from another host": replace(whole, hosts=frozenset({"cdn.example"})),
        "search's script on every page": replace(whole, search=False),
    }
    assert set(outcomes(before, before).values()) == {WORKS}
    for what, changed in names.items():
        found = outcomes(before, {"about/index.html": changed})
        assert {name for name, outcome in found.items() if outcome == BREAKS} - {"links and files within the site"} == {
            what
        } - {"links and files within the site"}
        assert found[what] == BREAKS
    assert outcomes(before, {})["pages"] == BREAKS
    assert outcomes(before, {**before, "more/index.html": whole})["pages of its own"] == BREAKS


def test_a_row_shows_some_examples_and_how_many_more() -> None:
    found = row("x", list("abcde"), 7)
    assert found.detail == f"5 of 7: a; b; c; {5 - SHOWN} more"
    assert row("x", [], 0).outcome == BREAKS
    assert told("n 1", [replace(found, detail="a|b")]).splitlines()[-1] == "| x | breaks | a\\|b |"


def test_the_theme_is_told_texts_alone_and_a_head_for_every_page() -> None:
    conf = {
        "site_name": "站",
        "site_url": "https://e.org/sub/",
        "site_description": "说明",
        "docs_dir": str(ROOT / "docs"),
        "use_directory_urls": True,
        "extra": {"report": ""},
    }
    told_theme = plain(for_theme(load(), conf))
    heads = told_theme["head"]
    assert {"", "404.html", "read/xuzhou/", "check/"} <= heads.keys()
    assert 'href="https://e.org/sub/read/xuzhou/"' in heads["read/xuzhou/"]
    assert "canonical" not in heads["404.html"]
    assert {type(text) for text in heads.values()} == {str}


def test_every_successor_is_one_that_make_names() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert f"(SUCCESSOR={', '.join([*SUCCESSORS][:-1])} or {[*SUCCESSORS][-1]})" in makefile
