"""The page on time: each limit in the table and in a figure, all figures on one scale."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup

from macros.analysis import limits
from macros.compare import time_page, timeline
from macros.kit.links import Links
from macros.read import beside
from policies import Library


def bars(figure: str) -> list[float]:
    return [float(width) for width in re.findall(r'<rect[^>]* width="([\d.]+)"', figure)]


def figure(library: Library, ident: str) -> str:
    instrument = library.instrument(ident)
    return str(timeline.figure(library, instrument, limits.of(library, instrument), timeline.longest(library)))


def test_every_limit_is_a_row_that_can_be_linked_to(library: Library) -> None:
    page = time_page.page(library, Links())
    assert [limit.id for limit in library.limits if f'<tr role="row" id="{limit.id}">' not in page] == []


def test_links_lead_from_the_provision_to_the_limit_and_back(library: Library) -> None:
    page = time_page.page(library, Links())
    for limit in library.limits:
        provision = library.provision(limit.provision)
        assert f'href="{Links().provision(provision)}"' in page
        beside_it = BeautifulSoup(
            beside.listed(library, library.instrument(provision.instrument), Links()), "html.parser"
        )
        assert beside_it.select(f"#{beside.anchor(provision)} a[href='compare/time/#{limit.id}']")


def test_every_instrument_with_limits_has_one_figure_with_its_words_as_text(library: Library) -> None:
    page = time_page.page(library, Links())
    having = [one for one in library.instruments if limits.of(library, one)]
    assert page.count("<svg") == len(having)
    for one in having:
        drawn = figure(library, one.id)
        (title,) = re.findall(r"<title>(.*?)</title>", drawn)
        assert all(limits.said(library, limit) in title for limit in limits.of(library, one))


def test_the_figures_share_one_scale(library: Library) -> None:
    seven_at_wuyang, *_, half_a_year = bars(figure(library, "wuyang_tolerance"))
    seven_at_xuzhou, thirty, three, months = bars(figure(library, "xuzhou"))
    assert seven_at_wuyang == seven_at_xuzhou
    assert three < seven_at_xuzhou < thirty < months
    assert abs(half_a_year - 2 * months) < 0.2
    assert half_a_year == timeline.WIDTH - timeline.LEFT - timeline.RIGHT


def test_a_start_that_is_not_written_is_drawn_hollow_and_said_so(library: Library) -> None:
    drawn = figure(library, "wuyang_tolerance")
    assert drawn.count('class="bar bar--open"') == drawn.count("（起算点未明写）") == 2
    assert drawn.count('class="bar"') == 2


def test_a_limit_without_a_length_has_no_bar(library: Library) -> None:
    assert bars(figure(library, "puyang_draft")) == []
    assert 'class="stop"' in figure(library, "puyang_draft")


def test_promptly_is_counted_and_is_no_limit(library: Library) -> None:
    page = time_page.page(library, Links())
    number = sum(provision.text.count("及时") for provision in library.provisions)
    assert f"“及时”共 {number} 处" in page
    assert not any(limit.period == "及时" for limit in library.limits)


def test_what_is_taken_away_has_a_line_a_limit_and_a_line_for_each_word_that_is_none(library: Library) -> None:
    timed, others = limits.book(library).sheets
    assert len(timed.rows) == len(library.limits)
    assert all(len(row) == len(timed.fields) for row in timed.rows)
    assert len(others.rows) == sum(len(entry.words) for one in library.documents for entry in one.not_limits)
