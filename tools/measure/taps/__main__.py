"""How many taps until nothing more is asked: `python -m tools.measure.taps`.

The people of tests/stories answer the built check page at 375×812 by real taps on what is in sight. A tap is any touch, a day two.
Scrolling is as far as the next control is out of sight, no more. Those who teach and have no case stand in a line of their own.
"""

from __future__ import annotations

import argparse
import json
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from statistics import mean

from playwright.sync_api import Browser, Route, sync_playwright

from tools.measure.taps import stories
from tools.measure.taps.hand import HEIGHT, WIDTH, Hand, Stuck
from tools.measure.taps.person import Person, Walk
from tools.serve.precompressed import Precompressed

STAMP = stories.ROOT / ".venv" / "browser.json"
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
READY = """() => {
  const page = document.querySelector("[data-checker]");
  return Boolean(page.dataset.view || page.querySelector("[data-role=left]").textContent.trim());
}"""
MOST = {"pingdingshan": 20}  # taps on average, by issue; 12 elsewhere
SCREENS = 4


class Quiet(Precompressed):
    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def walked(browser: Browser, address: str, place: str, story: stories.Coded, pictures: Path | None) -> Walk:
    """Raises Stuck. Python never arrives: the diagrams answer, and it would but take the processor from the page."""
    context = browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT},
        has_touch=True,
        is_mobile=True,
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
        reduced_motion="reduce",
        service_workers="block",
    )
    with context:
        page = context.new_page()
        waiting: list[Route] = []
        page.clock.set_fixed_time(f"{stories.TODAY}T10:00:00+08:00")

        def hold(route: Route) -> None:
            waiting.append(route)

        page.route("**/*.wasm*", hold)  # a built-in method is no handler
        page.goto(f"{address}/check/", wait_until="load")
        while not page.evaluate(READY):
            page.wait_for_timeout(50)
        hand = Hand(page, pictures)
        try:
            walk = Person(story, place, hand).walk(HEIGHT)
            if pictures:
                page.screenshot(path=pictures / "end.png")
                page.screenshot(path=pictures / "end-whole.png", full_page=True)
        finally:
            for route in waiting:
                route.abort()
        return walk


def row(name: str, walks: list[Walk], most: int | None = None) -> str:
    taps, screens = [walk.total for walk in walks], [walk.screens for walk in walks]
    asked, tallest = [walk.questions for walk in walks], [walk.tallest for walk in walks]
    met = "" if most is None else "  met" if mean(taps) <= most and mean(screens) <= SCREENS else f"  over {most}"
    return (
        f"{name:14}{len(walks):4}{mean(taps):8.1f}{max(taps):6}{mean(asked):10.1f}{max(asked):5}"
        f"{mean(screens):9.1f}{max(screens):6.1f}{mean(tallest):9.1f}{max(tallest):6.1f}{met}"
    )


def table(found: dict[str, list[Walk]], teaching: set[str]) -> list[str]:
    cases = {place: [walk for walk in walks if walk.story not in teaching] for place, walks in found.items()}
    taught = [walk for walks in found.values() for walk in walks if walk.story in teaching]
    lines = [
        f"{'place':14}{'n':>4}{'taps':>8}{'most':>6}{'questions':>10}{'most':>5}{'screens':>9}{'most':>6}{'tallest':>9}{'most':>6}"
    ]
    lines += [row(place, walks, MOST.get(place, 12)) for place, walks in cases.items() if walks]
    if len(cases) > 1:
        lines.append(row("all", [walk for walks in cases.values() for walk in walks]))
    return [*lines, row("who teach", taught)] if taught else lines


def detail(walk: Walk) -> str:
    by = " ".join(f"{what} {count}" for what, count in sorted(walk.taps.items()))
    return f"{walk.story:34}{walk.total:4} taps{walk.questions:4} questions{walk.screens:6.1f} screens  {by}  | {walk.left}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, default=stories.ROOT / "site")
    parser.add_argument("--place", action="append", help="only this place; may be said again")
    parser.add_argument("--story", help="only this story")
    parser.add_argument("--pictures", type=Path, help="a folder for a picture of every step")
    parser.add_argument("--json", type=Path, help="a file for the figures")
    options = parser.parse_args()
    chosen = [
        (place, story)
        for place, coded in stories.coded().items()
        for story in coded
        if (not options.place or place in options.place) and options.story in (None, story.id)
    ]
    stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    found: dict[str, list[Walk]] = {}
    stuck = []
    with _served(options.site) as address, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=stamp["executable"], args=FLAGS, env=stamp["env"] or None)
        for place, story in chosen:
            folder = options.pictures and options.pictures / story.id
            if folder:
                folder.mkdir(parents=True, exist_ok=True)
            try:
                walk = walked(browser, address, place, story, folder)
            except Stuck as error:
                stuck.append(str(error))
                print(f"stuck: {error}", file=sys.stderr)
                continue
            found.setdefault(place, []).append(walk)
            print(detail(walk), flush=True)
    print("\n".join(["", *table(found, {story.id for _, story in chosen if not story.case})]))
    if options.json:
        figures = [
            {
                "place": place,
                "story": walk.story,
                "taps": walk.taps,
                "screens": walk.screens,
                "questions": walk.questions,
                "by": {question: [cost.taps, round(cost.scrolled)] for question, cost in walk.by.items()},
            }
            for place, walks in found.items()
            for walk in walks
        ]
        options.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1), encoding="utf-8")
    return 1 if stuck else 0


if __name__ == "__main__":
    sys.exit(main())
