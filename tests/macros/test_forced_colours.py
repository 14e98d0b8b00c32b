"""Where the reader's system chooses the colours, what backgrounds told is told by lines, and nothing is painted in its own ground."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

OpenPage = Callable[..., Page]
STYLE = "([selector, name]) => getComputedStyle(document.querySelector(selector))[name]"


@pytest.fixture
def forced(page_of: OpenPage) -> Callable[[str], Callable[[str, str], str]]:
    page = page_of(forced_colors="active")

    def open_(path: str) -> Callable[[str, str], str]:
        page.goto(path)
        return lambda selector, name: str(page.evaluate(STYLE, [selector, name]))

    return open_


def test_the_map_of_what_is_shared_grows_darker_by_lines(forced: Callable[[str], Callable[[str, str], str]]) -> None:
    style = forced("/compare/reuse/")
    widths = [float(style(f".heat__{level}", "borderBottomWidth").removesuffix("px")) for level in (1, 2, 3, 4)]
    assert widths == sorted(set(widths))
    assert style(".heat__5 a", "color") != style(".heat__5", "backgroundColor")


def test_the_keys_of_the_limits_are_full_empty_and_dashed(forced: Callable[[str], Callable[[str, str], str]]) -> None:
    style = forced("/compare/time/")
    full, empty = (style(bar, "borderTopWidth") for bar in (".key-bar:not(.key-bar--open)", ".key-bar--open"))
    assert float(full.removesuffix("px")) > 2 * float(empty.removesuffix("px"))
    assert style(".key-dash", "borderBottomStyle") == "dashed"


def test_a_draft_s_column_and_what_an_address_names_are_framed(
    forced: Callable[[str], Callable[[str, str], str]],
) -> None:
    style = forced("/compare/conditions/#exclusions--shangzhou")
    assert style("td.is-draft", "borderLeftStyle") == "double"
    assert style(":target", "outlineStyle") == "solid"
    assert forced("/compare/circumstances/")(".dots td.is-draft", "borderLeftStyle") == "double"
