"""LICENSES.txt names everything of other people's that is shipped; what has no licence to be found stops the build."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup

from tools.build import licences
from wasm_checker.build.bundle import ENTRIES, MODULES

pytestmark = pytest.mark.node


@pytest.fixture(scope="module")
def text(site_dir: Path) -> str:
    (found,) = site_dir.rglob(licences.NAME)
    assert found == site_dir / "assets" / licences.NAME
    return found.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def templates() -> Path:
    return Path(str(distribution("mkdocs-material").locate_file("material/templates")))


def headed(text: str, name: str) -> bool:
    return f"\n{name}\n{'=' * len(name)}\n\n" in text


def test_every_package_that_is_bundled_has_its_notice(text: str) -> None:
    found = licences.bundled()
    assert {"docx", "fflate", "minisearch", "pyodide", "uqr", "write-excel-file"} <= found
    assert [name for name in found - {"pyodide"} if not headed(text, name)] == []


def test_a_script_that_takes_in_another_package_shows_it(tmp_path: Path) -> None:
    """It is no list by hand: what a script imports is found."""
    script = tmp_path / "new.js"
    script.write_text('import postcss from "postcss";\nconsole.log(postcss);\n', encoding="utf-8")
    assert {"postcss", "nanoid"} <= licences.packages([script], tmp_path / "out")


def test_every_library_that_has_a_bundle_is_installed_and_named_there() -> None:
    named = set()
    for path in ENTRIES.rglob("*.js"):
        named |= set(re.findall(r'from "([a-z@][^"./]*)', path.read_text(encoding="utf-8")))
    assert named <= licences.bundled()
    assert all((MODULES / name).is_dir() for name in named)


def test_what_is_within_the_theme_has_its_notice(text: str) -> None:
    assert headed(text, "mkdocs-material")
    for name in ("rxjs", "clipboard", "escape-html", "focus-visible", "tslib", "material-design-color"):
        assert headed(text, name)


def test_what_has_no_licence_to_be_found_stops_the_build(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(licences, "TEXTS", licences.ROOT / tmp_path.name)
    with pytest.raises(licences.LicenceMissing, match="clipboard is shipped"):
        licences.theme()


def shapes(svg: str) -> Iterator[str]:
    yield from re.findall(r"""\bd=\\?["']([^"'\\]+)""", svg)


def test_every_icon_that_stands_in_a_page_or_a_style_is_of_a_set_with_a_notice(
    text: str, site_dir: Path, templates: Path
) -> None:
    sets: dict[str, set[str]] = {}
    for path in (templates / ".icons").rglob("*.svg"):
        for shape in shapes(path.read_text(encoding="utf-8")):
            sets.setdefault(shape, set()).add(path.relative_to(templates / ".icons").parts[0])
    shown: set[str] = set()
    for path in (site_dir / "assets" / "stylesheets").glob("*.css"):
        for _, address in re.findall(r"""url\((['"]?)(data:image/svg.*?)\1\)""", path.read_text(encoding="utf-8")):
            shown |= set(shapes(unquote(address)))
    for name in ("index.html", "check/index.html", "read/xuzhou/index.html"):
        for svg in BeautifulSoup((site_dir / name).read_bytes(), "html.parser").select(
            "header svg, nav svg, footer svg"
        ):
            shown |= set(shapes(str(svg)))
    theirs = [sets[shape] for shape in shown if shape in sets]
    assert len(theirs) > 30
    assert [one for one in theirs if not one & licences.ICONS.keys()] == []
    for name in licences.ICONS.values():
        assert headed(text, name)


def test_what_is_compiled_into_the_runtime_has_its_licence_whole(text: str) -> None:
    for words in (
        "Emscripten authors",
        "LLVM Exceptions to the Apache 2.0 License",
        "Apache License\n                           Version 2.0",
        "Rich Felker",
        "Julian R Seward",
        "XZ Utils authors",
        "Meta Platforms, Inc.",
        "Thai Open Source Software Center",
        "Anthony Green",
        "Stefan Krah",
        "Jean-loup Gailly",
        "HACL* Contributors",
        "Daan Leijen",
        "Makoto Matsumoto",
    ):
        assert words in text, words


def test_the_theme_s_own_search_is_not_shipped(site_dir: Path) -> None:
    """It would come with the licences of lunr and of its languages, and nothing loads it."""
    assert [path for path in site_dir.rglob("*") if path.name in {"lunr", "workers"}] == []
