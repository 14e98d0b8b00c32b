"""一图看程序: each lane has what the data says of each step, days on one measure, months on their own, and words for all of it."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup, Tag

from macros.kit.links import Links
from macros.pictures import procedures, spans
from policies import Library
from policies.engine.schema.procedure import Step
from policies.engine.schema.timelimit import Limit, Start

LINKS = Links()


@pytest.fixture(scope="module")
def page(library: Library) -> BeautifulSoup:
    return BeautifulSoup(procedures.page(library, LINKS), "html.parser")


def cells(page: BeautifulSoup, library: Library, instrument: str) -> dict[str, Tag]:
    """The cells of a lane by step."""
    found = page.select(f"#lane-{instrument} td")
    return {step.id: cell for step, cell in zip(library.vocabulary.steps, found, strict=True)}


def steps(library: Library) -> list[tuple[str, Step]]:
    return [(one.id, step) for one in procedures.procedures(library) for step in library.vocabulary.steps]


def test_there_is_a_lane_a_procedure_and_a_column_a_step_in_the_order_of_the_data(
    page: BeautifulSoup, library: Library
) -> None:
    lanes = [str(row["id"]) for row in page.select(".lanes tbody tr")]
    assert lanes == [f"lane-{one.id}" for one in procedures.procedures(library)]
    heads = [head.text for head in page.select(".lanes thead th")]
    assert heads == ["文书", *(step.title for step in library.vocabulary.steps)]
    for one in procedures.procedures(library):
        for step, cell in zip(library.vocabulary.steps, cells(page, library, one.id).values(), strict=True):
            name = cell.select_one(".lanes__step")
            assert name
            assert name.text == step.title


def test_a_written_step_is_a_box_that_leads_to_its_provision_and_any_other_an_open_end_that_leads_to_its_cell(
    page: BeautifulSoup, library: Library
) -> None:
    taken = {one.id: one.steps for one in procedures.procedures(library)}
    groups = {one.id: one.group for one in library.vocabulary.dimensions}
    for instrument, step in steps(library):
        told, cell = taken[instrument][step.id], cells(page, library, instrument)[step.id]
        boxes = [(str(box["href"]), box.text) for box in cell.select(".lanes__box")]
        gaps = [(str(gap["href"]), gap.text) for gap in cell.select(".lanes__gap")]
        if told.unwritten:
            dimension = told.unwritten.dimension
            assert (boxes, gaps) == ([], [(LINKS.cell(groups[dimension], dimension, instrument), "没有写")])
            assert cell["class"] == ["is-unwritten"]
            assert not cell.select("svg")
        else:
            assert told.provision
            assert gaps == []
            assert boxes == [(LINKS.provision(library.provision(told.provision)), told.says)]
            assert cell["class"] == ["is-written"]


def test_every_limit_of_a_lane_stands_once_at_its_step_with_its_length_and_start(
    page: BeautifulSoup, library: Library
) -> None:
    for instrument, step in steps(library):
        cell = cells(page, library, instrument)[step.id]
        mine = procedures.of_step(library, instrument, step)
        drawn = [(str(one["href"]), one.text) for one in cell.select(".lanes__length")]
        assert drawn == [(LINKS.limit(limit.id), procedures.length(library, step, limit)) for limit in mine]
        assert all(limit.duration in words for limit, (_, words) in zip(mine, drawn, strict=True))
        starts = [one.text for one in cell.select(".lanes__start")]
        assert len(starts) == sum(limit.start is not None for limit in mine)
        assert sum("起算点未明写" in start for start in starts) == sum(
            limit.start is not None and not limit.start.written for limit in mine
        )


def test_seven_days_are_seven_thirtieths_of_the_measure_and_three_are_three(
    page: BeautifulSoup, library: Library
) -> None:
    def bar(instrument: str, step: str) -> tuple[str, str]:
        drawing = cells(page, library, instrument)[step].select_one(".span--days")
        assert drawing
        rect = drawing.select_one(".span__bar")
        assert rect
        return str(rect["width"]), str(drawing["viewbox"])

    assert bar("wuyang_tolerance", "application") == bar("xuzhou", "application") == ("7", "0 0 30 10")
    assert bar("xuzhou", "verification") == bar("wuyang_tolerance", "finding") == ("30", "0 0 30 10")
    assert bar("xuzhou", "reply") == ("3", "0 0 30 10")


def test_months_are_blocks_and_never_days(page: BeautifulSoup, library: Library) -> None:
    for instrument, step in steps(library):
        cell = cells(page, library, instrument)[step.id]
        mine = procedures.of_step(library, instrument, step)
        blocks = [len(one.select("rect")) for one in cell.select(".span--months")]
        assert blocks == [limit.length for limit in mine if limit.unit == "month"]
        assert len(cell.select(".span--days")) == sum(limit.unit == "workday" for limit in mine)


def test_a_limit_in_days_of_the_calendar_is_told_in_words_alone(library: Library) -> None:
    limit = library.limits[0].model_copy(
        update={"length": 15, "unit": "day", "start": Start(event="收到", written=True)}
    )
    assert spans.drawn(limit, 30) is None


def test_a_bar_is_hollow_exactly_where_its_start_is_not_written(library: Library) -> None:
    def hollow(limit: Limit) -> bool:
        return "span__bar--open" in str(spans.drawn(limit, 30))

    counted = [limit for limit in library.limits if limit.unit in {"workday", "month"}]
    assert [limit.id for limit in counted if limit.start and hollow(limit) == limit.start.written] == []


def test_a_pause_is_called_one_and_a_bound_keeps_its_word(library: Library) -> None:
    finding = next(step for step in library.vocabulary.steps if step.id == "finding")
    (pause,) = procedures.of_step(library, "xuzhou", finding)
    assert procedures.length(library, finding, pause) == "暂缓认定，一般不得超过 3 个月"


def test_the_draft_is_hatched_and_says_so_and_no_other_lane_is(page: BeautifulSoup, library: Library) -> None:
    for one in procedures.procedures(library):
        about = library.instrument(one.id).about
        (lane,) = page.select(f"#lane-{one.id}")
        assert ("is-draft" in (lane.get("class") or [])) == (not about.in_force)
        assert all(status in lane.text for status in about.status)


def test_the_words_say_what_the_picture_says_and_quote_the_text(page: BeautifulSoup, library: Library) -> None:
    lists = page.select(".lanes-words > ul > li")
    for one, listed in zip(procedures.procedures(library), lists, strict=True):
        items = listed.select(":scope > ol > li")
        for step, item in zip(library.vocabulary.steps, items, strict=True):
            told = one.steps[step.id]
            assert item.text.startswith(f"{step.title}：{told.says or '没有写'}")
            quotes = [quote.text for quote in item.find_all("q")]
            mine = procedures.of_step(library, one.id, step)
            assert quotes == [*filter(None, [told.quote]), *(limit.quote for limit in mine)]


def test_who_has_no_procedure_for_tolerance_is_named_below(page: BeautifulSoup, library: Library) -> None:
    drawn = {one.id for one in procedures.procedures(library)}
    for one in library.compared:
        if one.id not in drawn:
            assert page.find("a", href=LINKS.instrument(one.id), string=one.about.short)


def test_nothing_of_the_picture_wants_a_script(page: BeautifulSoup) -> None:
    assert page.select("script, [hidden], button") == []
