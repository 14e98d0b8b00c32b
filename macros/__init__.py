"""From the library to pages and downloads. mkdocs calls `define_env`; everything it registers is pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

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
from macros.html import drawn, literal


def define_env(env: Any) -> None:
    """Reads the data once a build and registers what the pages call."""
    library = policies.load()
    numbers = home.counts(library)

    def here() -> links.Links:
        return links.from_page(env.page.url, folders=env.conf["use_directory_urls"])

    def add(name: str, draw: Callable[..., object]) -> None:
        """The one way to a page: what is neither Markup nor a number fails the build."""
        env.macro(lambda *args: drawn(draw(*args)), name)

    def register(name: str, draw: Callable[..., Markup]) -> None:
        add(name, lambda *args: draw(library, *args, here()))

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
    add("count", numbers.__getitem__)
    add("words", lambda name: literal(home.chinese(numbers[name])))
    add("drafts", lambda: home.drafts(library))
