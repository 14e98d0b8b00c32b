"""From the library to pages and downloads. mkdocs calls `define_env`; everything it registers is pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import policies
from macros import (
    beside,
    circumstances_html,
    codebook,
    comparison_page,
    downloads,
    glossary_page,
    home,
    links,
    modality_page,
    notes,
    questionnaire,
    reading,
    readings,
    reuse_html,
    search,
    takeaway,
    time_page,
    worksheet_html,
)


def define_env(env: Any) -> None:
    """Reads the data once a build and registers what the pages call."""
    library = policies.load()
    numbers = home.counts(library)

    def here() -> links.Links:
        return links.from_page(env.page.url, folders=env.conf["use_directory_urls"])

    def register(name: str, draw: Callable[..., str]) -> None:
        env.macro(lambda *args: str(draw(library, *args, here())), name)

    register("front", home.front)
    register("read_index", home.read_index)
    register("compare_index", home.compare_index)
    register("reading", reading.page)
    register("comparison", comparison_page.page)
    register("comparison_of_all", comparison_page.page_of_all)
    register("provision_search", search.page)
    register("circumstances", circumstances_html.page)
    register("beside", beside.page)
    register("reuse", reuse_html.page)
    register("codebook", codebook.page)
    register("takeaway", takeaway.of)
    register("notes", notes.page)
    register("questionnaire", questionnaire.page)
    register("readings", readings.page)
    register("downloads", downloads.page)
    register("glossary", glossary_page.page)
    register("modality", modality_page.page)
    register("time", time_page.page)
    register("worksheets", worksheet_html.page)
    env.macro(numbers.__getitem__, "count")
    env.macro(lambda name: home.chinese(numbers[name]), "words")
    env.macro(lambda: home.drafts(library), "drafts")
