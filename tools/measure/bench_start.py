"""How soon the checker answers, beside the unmodified runtime on the main thread of a bare page: `make bench-start`.

In one run, one after the other in turn, from one local server with brotli. The line is shaped by the server and the processor
slowed from outside, since the browser's own shaping does not reach workers. Every figure is a median, and a ratio to what the
bare page needs until Python has given its verdict.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tools.measure.shaping import FULL, Line, Server, slowed

ROOT = Path(__file__).resolve().parent.parent.parent
STAMP = ROOT / ".venv" / "browser.json"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
]
PATIENCE = 300_000
# What the page tells of itself: when it painted, when a verdict stood there, when Python had confirmed it, and its long tasks.
WATCH = """
window.seen = {longest: 0};
new PerformanceObserver((list) => {
  for (const {duration} of list.getEntries()) window.seen.longest = Math.max(window.seen.longest, duration);
}).observe({type: "longtask", buffered: true});
new MutationObserver(() => {
  if (!window.seen.verdict && document.querySelector("[data-verdict]")) window.seen.verdict = performance.now();
  if (!window.seen.python && document.querySelector("[data-confirmed]")) window.seen.python = performance.now();
}).observe(document, {subtree: true, childList: true, attributes: true});
"""
READ = """() => {
  const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
  return {...window.seen, paint};
}"""


@dataclass(frozen=True)
class Setting:
    name: str
    line: Line
    slower: int
    warm: bool


SETTINGS = (
    Setting("no shaping, cold", FULL, 1, False),
    Setting("no shaping, warm", FULL, 1, True),
    Setting("10 Mbit/s, 50 ms, cold", Line(10e6, 0.05), 1, False),
    Setting("10 Mbit/s, 50 ms, warm", Line(10e6, 0.05), 1, True),
    Setting("1.6 Mbit/s, 150 ms, CPU x4, cold", Line(1.6e6, 0.15), 4, False),
    Setting("1.6 Mbit/s, 150 ms, CPU x4, warm", Line(1.6e6, 0.15), 4, True),
)
PAGES = {"baseline": "/bench/", "ours": "/check/"}


def measure(browser: Browser, server: Server, setting: Setting, path: str) -> dict[str, float]:
    """One visit in a browser that knows nothing yet, or that has been here before."""
    context = browser.new_context(base_url=server.url, service_workers="block")
    try:
        if setting.warm:
            server.line = FULL
            visit(context, path)
        server.line, server.sent = setting.line, 0
        with slowed(setting.slower):
            seen = visit(context, path)
        return {**seen, "bytes": server.sent}
    finally:
        server.line = FULL
        context.close()


def visit(context: BrowserContext, path: str) -> dict[str, float]:
    page: Page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(path, wait_until="commit", timeout=PATIENCE)
    page.wait_for_function("() => window.seen?.python", timeout=PATIENCE)
    page.wait_for_timeout(100)  # long tasks are told a little later
    seen: dict[str, float] = page.evaluate(READ)
    page.close()
    return seen


def run(browser: Browser, server: Server, settings: list[Setting], rounds: int) -> Iterator[dict[str, Any]]:
    for setting in settings:
        figures: dict[str, list[dict[str, float]]] = {name: [] for name in PAGES}
        for number in range(rounds):
            for name in sorted(PAGES, reverse=bool(number % 2)):
                figures[name].append(measure(browser, server, setting, PAGES[name]))
                print(".", end="", file=sys.stderr, flush=True)
        medians = {
            name: {
                key: statistics.median(one.get(key, 0) for one in ones)
                for key in ("paint", "verdict", "python", "longest", "bytes")
            }
            for name, ones in figures.items()
        }
        print(file=sys.stderr)
        yield {"setting": setting.name, **medians}


HEAD = ("", "page", "on the wire", "form ready", "first verdict", "Python ready", "longest task")
WIDTHS = (32, 8, 11, 10, 13, 12, 12)


def line(cells: Iterable[str]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, WIDTHS, strict=True)).rstrip()


def lines(one: dict[str, Any]) -> Iterator[str]:
    whole = one["baseline"]["python"]
    for name in PAGES:
        figures = one[name]
        ratios = [f"{figures[key] / whole:.3f}" for key in ("paint", "verdict", "python")]
        wire, longest = f"{figures['bytes'] / 1e6:.2f} MB", f"{figures['longest']:.0f} ms"
        yield line((one["setting"], name, wire, *ratios, longest))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default="", help="only settings whose name contains this")
    options = parser.parse_args()
    stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    settings = [setting for setting in SETTINGS if options.only in setting.name]
    with Server(options.site) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=stamp["executable"], env={**os.environ, **stamp["env"]}, args=FLAGS
        )
        print(line(HEAD))
        for found in run(browser, server, settings, options.rounds):
            print("\n".join(lines(found)), flush=True)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
