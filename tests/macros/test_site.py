"""The built pages: whole, linked, and asking nothing of any other host."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit

from macros.kit.links import cell_anchor
from policies import Library

from .conftest import Parsed

Pages = dict[Path, Parsed]


def target(site_dir: Path, page: Path, path: str) -> Path:
    base = site_dir if path.startswith("/") else page.parent
    found = (base / unquote(path).lstrip("/")).resolve() if path else page
    return found / "index.html" if found.is_dir() else found


def test_every_link_inside_the_site_leads_somewhere(site_dir: Path, pages: Pages) -> None:
    ids = {page.resolve(): set(parsed.ids) for page, parsed in pages.items()}
    broken = []
    for page, parsed in pages.items():
        for _, address in parsed.links:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            found = target(site_dir.resolve(), page.resolve(), parts.path)
            if not found.is_file() or (parts.fragment and unquote(parts.fragment) not in ids.get(found, set())):
                broken.append(f"{page.relative_to(site_dir)}: {address}")
    assert broken == []


def test_no_id_stands_twice_on_a_page(pages: Pages) -> None:
    twice = {page: [ident for ident, n in Counter(parsed.ids).items() if n > 1] for page, parsed in pages.items()}
    assert {page: idents for page, idents in twice.items() if idents} == {}


def test_no_page_names_another_host_for_an_asset(site_dir: Path, pages: Pages) -> None:
    foreign = [
        (page, address)
        for page, parsed in pages.items()
        for tag, address in parsed.links
        if tag != "a" and urlsplit(address).netloc
    ]
    assert foreign == []
    own = [
        path
        for path in (site_dir / "assets").glob("*.css")
        if re.search(r"url\(\s*['\"]?(https?:)?//", path.read_text("utf-8"))
    ]
    assert own == []


def test_every_provision_has_its_anchor(site_dir: Path, pages: Pages, library: Library) -> None:
    for instrument in library.instruments:
        ids = pages[site_dir / "read" / instrument.id / "index.html"].ids
        assert [anchor for anchor in (p.anchor for p in instrument.provisions) if anchor not in ids] == []


def test_every_cell_has_its_anchor(site_dir: Path, pages: Pages, library: Library) -> None:
    for dimension in library.vocabulary.dimensions:
        ids = set(pages[site_dir / "compare" / dimension.group / "index.html"].ids)
        assert dimension.id in ids
        assert {cell_anchor(dimension.id, instrument.id) for instrument in library.compared} <= ids


def test_every_reading_has_its_anchor(site_dir: Path, pages: Pages, library: Library) -> None:
    ids = set(pages[site_dir / "compare" / "readings" / "index.html"].ids)
    assert {ident.lower() for ident in library.vocabulary.readings} <= ids


def test_no_macro_is_left_unrendered(site_dir: Path) -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in site_dir.rglob("*.html")}
    # A library within the single file has such brackets of its own.
    left = [path for path, text in texts.items() if "{{" in re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL)]
    assert left == []
