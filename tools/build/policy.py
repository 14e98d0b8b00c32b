"""Writes into each page which of its scripts may run: `python -m tools.build.policy site`; with `--header`, says what a host may send.

Only scripts of this project and of its theme are named. One that stands in a page and is neither has come out of the data, and ends the
build: a hash of whatever is found would let it run.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from macros.check import page as check_page
from macros.face import head, missing_page
from macros.kit import inline, policy
from macros.read import instrument_page
from tools.build.built import CHECKER, LATE_STYLES, ROOT, manifest_path, text_of

OWN = (head.WATCH, missing_page.FINDING, instrument_page.EARLY, check_page.NOTICE, LATE_STYLES)
THEMES = ("material", "zensical")
META = re.compile(r'(?<=<meta http-equiv="Content-Security-Policy" content=")[^"]*')
UNFINISHED = re.compile(rf"(script-src [^;]*?){policy.INLINE}")
HASH = re.compile(r"'sha256-[\w+/=]+'")
SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script", re.DOTALL | re.IGNORECASE)
# From a file, for which 'self' speaks; or data, which no browser runs.
NO_MATTER = re.compile(r'(?<![\w-])(?:src=|type="application/json")')
REFERRER = "no-referrer"  # as every page's head says; whoever is gone to learns nothing of what was read or typed here


class PolicyError(Exception):
    """One line saying which page holds a script that nobody knows, or has no policy to write into."""


def write(site: Path) -> None:
    """Into every page that mkdocs has made since. Raises PolicyError."""
    known = Known(site)
    for path in sorted(site.rglob("*.html")):
        name, html = path.relative_to(site).as_posix(), text_of(path)
        said = META.search(html)
        if not said:
            raise PolicyError(f"{name} has no policy: its template must extend macros/theme/main.html")
        if UNFINISHED.search(said[0]):
            hashes = " ".join(sorted({policy.hashed(script) for script in known.among(html, name)}))
            full = UNFINISHED.sub(rf"\g<1>{hashes}", said[0])
            path.write_text(html[: said.start()] + full + html[said.end() :], encoding="utf-8")


class Known:
    """The scripts that may stand in a page of this site."""

    def __init__(self, site: Path) -> None:
        self._texts = {*map(inline.bare, OWN), text_of(site / CHECKER / manifest_path(site, "first.js"))}
        self._shapes = [shape for folder in (*_themes(), ROOT / "macros" / "theme") for shape in _of_templates(folder)]

    def among(self, html: str, name: str) -> Iterator[str]:
        """Each script that stands in the page with its text. Raises PolicyError on one that nobody knows."""
        for attributes, text in SCRIPT.findall(html):
            if NO_MATTER.search(attributes):
                continue
            if text not in self._texts and not any(shape.fullmatch(text) for shape in self._shapes):
                raise PolicyError(f"{name} holds a script that is neither the theme's nor ours: {text[:80]!r}")
            yield text


def _themes() -> Iterator[Path]:
    """The templates of each theme that is installed: mkdocs' own, or a successor's (docs/adr/0018)."""
    for name in THEMES:
        found = find_spec(name)
        if found and found.origin:
            yield Path(found.origin).parent / "templates"


def _of_templates(folder: Path) -> Iterator[re.Pattern[str]]:
    """What a template fills in is the way to the site's root, and nothing else."""
    for path in sorted(folder.rglob("*.html")):
        for attributes, text in SCRIPT.findall(text_of(path)):
            if not NO_MATTER.search(attributes) and "{%" not in text:
                yield re.compile("[./]*".join(map(re.escape, re.split(r"\{\{.*?\}\}", text))))


def header_policy(site: Path) -> str:
    """The value of the header Content-Security-Policy for every answer of a host: what any page's head lets run may run, and no more.

    `site`: a finished site, or a folder with one in it. The value holds for this build alone: it is renewed with the site. Raises
    PolicyError if a page is not finished.
    """
    hashes: set[str] = set()
    pages = list(site.rglob("*.html"))
    if not pages:
        raise PolicyError(f"{site} holds no page: run make site, or name the folder that it lies in")
    for path in pages:
        said = META.search(text_of(path))
        if said and UNFINISHED.search(said[0]):
            raise PolicyError(f"{path.relative_to(site).as_posix()} is not finished: run python -m tools.build.steps")
        hashes.update(HASH.findall(said[0]) if said else ())
    return policy.said(policy.HEADER, sorted(hashes))


def headers(site: Path) -> dict[str, str]:
    """What a careful host sends with every answer. Raises PolicyError as above."""
    return {
        "Content-Security-Policy": header_policy(site),
        "Referrer-Policy": REFERRER,
        "X-Content-Type-Options": "nosniff",
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--header", action="store_true")
    options = parser.parse_args()
    try:
        if options.header:
            print("\n".join(f"{name}: {value}" for name, value in headers(options.site).items()))
        else:
            write(options.site)
    except (OSError, PolicyError) as error:
        print(f"policy: error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
