"""From the library to pages and downloads. mkdocs calls `define_env`; everything it registers is pure."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from markupsafe import Markup

import policies
from macros import home
from macros.check import page as check_page
from macros.check import worksheet_page
from macros.compare import (
    asked_page,
    circumstances_page,
    codebook,
    comparison_page,
    defects_page,
    modality_page,
    readings_page,
    side_by_side,
    time_page,
)
from macros.data import all_tables, corrections_page, downloads_page, wheel
from macros.face import faces, head, missing_page
from macros.kit import contact, links, policy
from macros.kit.html import drawn, literal
from macros.pictures import documents, effects, logic, procedures
from macros.read import glossary_page, instrument_page
from macros.reuse import page
from macros.search import search_page
from macros.yours import yours_page
from policies.engine.numeral import counted


def define_env(env: Any) -> None:
    """Reads the data once a build and registers what the pages call."""
    library = policies.load()
    numbers = home.counts(library)
    env.conf["extra"].update(for_theme(library, env.conf))

    def here() -> links.Links:
        return links.from_page(env.page.url, folders=env.conf["use_directory_urls"])

    def add(name: str, draw: Callable[..., object]) -> None:
        """The one way to a page: what is neither Markup nor a number fails the build."""
        env.macro(lambda *args: drawn(draw(*args)), name)

    def check(library: policies.Library, links: links.Links) -> Markup:
        """Drawn from the checker's assets, which theme/check.html names too."""
        built = check_page.assets(Path(env.conf["docs_dir"]))
        env.conf["extra"]["check"] = check_page.theme(built)
        return check_page.page(library, built, links)

    def register(name: str, draw: Callable[..., Markup]) -> None:
        add(name, lambda *args: draw(library, *args, here()))

    register("front", home.front)
    register("read_index", home.read_index)
    register("compare_index", home.compare_index)
    register("reading", instrument_page.page)
    register("comparison", comparison_page.page)
    register("comparison_of_all", comparison_page.page_of_all)
    register("comparison_of_all_texts", comparison_page.page_of_all_texts)
    register("provision_search", search_page.page)
    register("asked", asked_page.page)
    register("circumstances", circumstances_page.page)
    register("beside", side_by_side.page)
    register("reuse", page.page)
    add("yours", lambda: yours_page.page(yours_page.script(Path(env.conf["docs_dir"])), here()))
    register("codebook", codebook.page)
    register("takeaway", all_tables.offer_by_name)
    register("notes", defects_page.page)
    register("questionnaire", check)
    register("readings", readings_page.page)
    register("corrections", corrections_page.page)
    register("downloads", downloads_page.page)
    register("glossary", glossary_page.page)
    register("modality", modality_page.page)
    register("time", time_page.page)
    register("procedures", procedures.page)
    register("logic", logic.page)
    register("effects", effects.page)
    register("times", documents.figure)
    register("worksheets", worksheet_page.page)
    add("wheel", lambda key: wheel.of(Path(env.conf["docs_dir"]), key))
    add("count", numbers.__getitem__)
    add("checkable", lambda: literal(home.checkable(library)))
    add("words", lambda name: literal(counted(numbers[name])))
    add("scope", lambda: home.scope(library))
    add("drafts", lambda: home.drafts(library))


def for_theme(library: policies.Library, conf: Any) -> dict[str, Any]:
    """What macros/theme draws beside the pages' own words: texts, and mappings of texts, that any builder can be given.

    `conf`: mkdocs' configuration, or a mapping with the same names.
    """
    site = head.Site(conf["site_name"], conf["site_url"] or "")
    faced = faces.faces(library, Path(conf["docs_dir"]), site=site.name, about=conf["site_description"])
    return {
        "dated": all_tables.origin_of(library).dated(),
        "report_line": contact.line(conf["extra"].get("report")),
        "policy": {"page": policy.said(policy.PAGE), "check": policy.said(policy.CHECK)},
        "head": head.heads(faced, site, folders=conf["use_directory_urls"]),
        "missing": missing_page.parts(library, faced, site),
    }
