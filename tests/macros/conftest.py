"""The library, and the pages of the built site parsed once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest

import policies
from policies import Library

LINKS = {"a": "href", "link": "href", "script": "src", "img": "src", "source": "src", "iframe": "src", "object": "data"}


@dataclass
class Parsed:
    ids: list[str]
    links: list[tuple[str, str]]  # tag and address


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = Parsed([], [])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if ident := named.get("id"):
            self.found.ids.append(ident)
        if address := named.get(LINKS.get(tag, "")):
            self.found.links.append((tag, address))


@pytest.fixture(scope="session")
def library() -> Library:
    return policies.load()


@pytest.fixture(scope="session")
def pages(site_dir: Path) -> dict[Path, Parsed]:
    return dict(_parsed(site_dir))


def _parsed(site_dir: Path) -> Iterator[tuple[Path, Parsed]]:
    for path in sorted(site_dir.rglob("*.html")):
        parser = _Parser()
        parser.feed(path.read_text(encoding="utf-8"))
        yield path, parser.found
