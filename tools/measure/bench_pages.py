"""Time to first contentful paint and weight of the comparison pages, beside a bare page of the theme built here.

The pages of every question: of one text a document, which is looked at first, and of all texts; and the heaviest of the groups. Two are
loaded in turn, each time by a browser that has seen neither; what counts are the medians and their ratio.
"""

from __future__ import annotations

import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
SITE = ROOT / "site"
STAMP = ROOT / ".venv" / "browser.json"  # written by tools/setup/browsers.py
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
RUNS = 11
BARE = """site_name: 标题
theme: {name: material, language: zh, font: false}
plugins: []
"""
PAINT = """() => new Promise(resolve => new PerformanceObserver(list => {
  const paint = list.getEntriesByName('first-contentful-paint')[0];
  if (paint) resolve(paint.startTime);
}).observe({type: 'paint', buffered: true}))"""


class Handler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """The terminal belongs to the figures."""


@contextmanager
def served(folder: Path, handler: type[SimpleHTTPRequestHandler] = Handler) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def build_bare(folder: Path) -> Path:
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# 标题\n\n一段文字。\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(BARE, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=folder, check=True)
    return folder / "site"


def pages() -> list[str]:
    """compare/all/, compare/all-texts/, and the heaviest page of a group."""
    whole = ["all", "all-texts"]
    groups = [page for page in (SITE / "compare").glob("*/index.html") if "data-title=" in page.read_text("utf-8")]
    heaviest = max(groups, key=lambda page: page.stat().st_size * (page.parent.name not in whole))
    return [f"compare/{name}/" for name in (*whole, heaviest.parent.name)]


def painted(browser: Browser, url: str) -> float:
    """Milliseconds."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(url)
    time: float = page.evaluate(PAINT)
    context.close()
    return time


def weight(browser: Browser, url: str) -> tuple[int, int, int]:
    """Requests, bytes as they are, bytes as a server would compress them."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    bodies: list[bytes] = []
    page.on("requestfinished", lambda request: bodies.append(_body(request.response())))
    page.goto(url, wait_until="networkidle")
    context.close()
    return len(bodies), sum(map(len, bodies)), sum(len(gzip.compress(body)) for body in bodies)


def _body(response: object) -> bytes:
    return response.body() if hasattr(response, "body") else b""


def measure(browser: Browser, urls: tuple[str, str]) -> None:
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(RUNS):
        for url, found in zip(urls, times, strict=True):
            found.append(painted(browser, url))
    ours, bare = (statistics.median(found) for found in times)
    print(f"{'':34}{'ours':>10}{'bare':>10}{'ratio':>8}")
    row("first contentful paint, ms", ours, bare)
    names = ("requests", "weight, KB", "weight compressed (gzip), KB")
    for name, one, other, unit in zip(names, *(weight(browser, url) for url in urls), (1, 1000, 1000), strict=True):
        row(name, one / unit, other / unit)


def row(name: str, ours: float, bare: float) -> None:
    print(f"{name:34}{ours:10.0f}{bare:10.0f}{ours / bare:8.2f}")


def main() -> int:
    if not STAMP.is_file() or not (SITE / "index.html").is_file():
        print("bench: error: a browser and a built site are needed: run `make bench-pages`", file=sys.stderr)
        return 1
    stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        bare = build_bare(Path(folder))
        browser = playwright.chromium.launch(
            executable_path=stamp["executable"], env={**os.environ, **stamp["env"]}, args=FLAGS
        )
        with served(SITE) as site, served(bare) as plain:
            for page in pages():
                print(f"{page} beside a bare page of the theme; medians of {RUNS} runs, in turn, nothing cached")
                measure(browser, (site + page, plain))
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
