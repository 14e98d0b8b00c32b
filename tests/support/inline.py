"""The scripts that stand in a page, and what its head says of them: read as a browser reads HTML, not as the build does."""

from __future__ import annotations

import base64
import hashlib

from bs4 import BeautifulSoup

META = "meta[http-equiv='Content-Security-Policy' i]"
DATA = {"application/json", "application/ld+json"}


def inline(page: BeautifulSoup) -> list[str]:
    """The text of every script that a browser would run and that is not in a file."""
    return [script.text for script in page.select("script:not([src])") if script.get("type") not in DATA]


def hash_of(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def policy(page: BeautifulSoup) -> dict[str, list[str]]:
    """Directive → its sources. There is one policy in a page's head, before all that it speaks of."""
    (meta,) = page.select(META)
    assert meta.parent
    assert meta.parent.name == "head"
    assert meta.find_previous(["script", "style", "link", "base"]) is None
    return directives(str(meta["content"]))


def directives(text: str) -> dict[str, list[str]]:
    found = [part.split() for part in text.split(";")]
    assert len({name for name, *_ in found}) == len(found)
    return {name: sources for name, *sources in found}


def allowed_anew(html: str) -> str:
    """A page whose scripts a test has changed, with a policy that lets these run."""
    page = BeautifulSoup(html, "html.parser")
    before = [source for source in policy(page)["script-src"] if source.startswith("'sha256-")]
    first, *others = before
    for other in others:
        html = html.replace(f" {other}", "", 1)
    return html.replace(first, " ".join(dict.fromkeys(map(hash_of, inline(page)))), 1)
