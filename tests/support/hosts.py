"""A host of the check page that is renewed, slow, failing or gone, and what a page that a service worker answers knows."""

from __future__ import annotations

import hashlib
import re
import time
from http import HTTPStatus
from pathlib import Path
from typing import BinaryIO

import pytest
from playwright.sync_api import Page

from tests.support.inline import allowed_anew
from tools.measure import hosted

READY = 120_000
NAMED = re.compile(r"\.[0-9a-f]{12}\.")
TEXTS = {".html", ".js", ".json", ".mjs"}


class Server(hosted.Server):
    delay = 0.0  # seconds before it answers with the page
    fails = False
    leads = ""  # where it leads to instead


class Slow(hosted.Forgetful):
    server: Server

    def send_head(self) -> BinaryIO | None:
        if self.path.endswith("/check/"):
            time.sleep(self.server.delay)
            if self.server.fails:
                self.send_error(HTTPStatus.SERVICE_UNAVAILABLE)
                return None
            if self.server.leads:
                self.send_response(HTTPStatus.FOUND)
                self.send_header("Location", self.server.leads)
                self.end_headers()
                return None
        return super().send_head()


class Host(hosted.Hosted):
    """The check page alone, on a host that can be slow, failing or elsewhere too."""

    kind = Server
    handler = Slow
    server: Server

    def __init__(self, site: Path, root: Path) -> None:
        super().__init__(site, root, ("check", "assets"))

    def reword(self, before: str, after: str) -> None:
        """A new version in which the rules' words are others. What changes has another name; by the old one it is gone."""
        swaps = [(before, after)]
        paths = [path for path in self.folder.rglob("*") if path.suffix in TEXTS]
        texts = {path: path.read_text(encoding="utf-8") for path in paths}
        for old, new in swaps:  # which grows
            for path, text in [*texts.items()]:
                if old not in text:
                    continue
                del texts[path]
                changed = text.replace(old, new)
                digest = hashlib.sha256(changed.encode()).hexdigest()[:12]
                renamed = path.with_name(NAMED.sub(f".{digest}.", path.name))
                texts[renamed] = changed
                path.unlink()
                renamed.write_text(changed, encoding="utf-8")
                if renamed != path:
                    swaps.append((path.name, renamed.name))
        for path in self.folder.rglob("*.html"):
            path.write_text(allowed_anew(path.read_text(encoding="utf-8")), encoding="utf-8")
        self.finish()


def until(page: Page, expression: str) -> None:
    """Playwright's own waiting evaluates in the page, which the site's policy forbids."""
    for _ in range(READY // 200):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(200)
    pytest.fail(f"never came true: {expression}")


def controlled(page: Page, url: str) -> None:
    """Visited, and from now on answered by the service worker."""
    page.goto(f"{url}/check/")
    until(page, "navigator.serviceWorker.controller !== null")


def waits(page: Page) -> None:
    """A newer worker is installed, and waits until no page uses the older."""
    until(page, "navigator.serviceWorker.getRegistration().then(found => found.waiting !== null)")
