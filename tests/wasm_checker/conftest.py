"""The library and its rule pack, read once."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from policies import Library, load
from policies.engine.schema.case import Case
from tests.support.cases import Judged
from tests.support.folders import SUPPORT
from tests.support.hosts import Host
from tests.support.serving import served
from wasm_checker.build.assets import BROWSER, lay_scripts
from wasm_checker.content.pack import rule_pack
from wasm_checker.content.page_texts import words
from wasm_checker.core.service import Service


@pytest.fixture(scope="session")
def library() -> Library:
    return load()


@pytest.fixture(scope="session")
def pack_text(library: Library) -> str:
    return json.dumps(rule_pack(library), ensure_ascii=False)


@pytest.fixture(scope="session")
def service(pack_text: str) -> Service:
    return Service(pack_text)


def all_cases(library: Library) -> Iterator[tuple[str, Case]]:
    """Every case with the instrument it stands beside."""
    for instrument in library.instruments:
        for case in instrument.cases:
            yield instrument.id, case


# The page's modules by themselves -------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def modules(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the page's modules, the bundles and the words, as the build lays them, and a bare page."""
    folder = tmp_path_factory.mktemp("modules")
    lay_scripts(folder)
    for path in (*BROWSER.rglob("*.css"), SUPPORT / "harness.html", SUPPORT / "harness.js"):
        shutil.copyfile(path, folder / path.name)
    (folder / "words.json").write_text(json.dumps(words(library), ensure_ascii=False), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def modules_url(modules: Path) -> Iterator[str]:
    with served(modules) as url:
        yield url


@pytest.fixture
def bare(page: Page, modules_url: str) -> Page:
    """The bare page, with `modules`, `words` and `place` in its window."""
    page.goto(f"{modules_url}/harness.html")
    page.wait_for_selector("[data-ready]")
    return page


@pytest.fixture(scope="session")
def judge(service: Service) -> Callable[[Mapping[str, Any]], Judged]:
    def judged(facts: Mapping[str, Any]) -> Judged:
        given = {key: value for key, value in facts.items() if value is not None}
        return Judged(given, json.loads(service.assess(json.dumps(given)))["verdicts"])

    return judged


@pytest.fixture
def host(site_dir: Path, tmp_path: Path) -> Iterator[Host]:
    """A copy of the check page on a host of its own."""
    host = Host(site_dir, tmp_path)
    yield host
    host.stop()
