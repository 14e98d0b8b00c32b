"""Requests a second of nginx, Apache and Caddy with the configurations of deploy/, beside a bare page of the same server; and what
each type of page asks for, at a first and a second view: `make bench-host`.

Everything on loopback, with one thread of the load generator beside the server: the ratio counts, not the figure. The bare page is a
file of a hundred bytes from the same server with none of our configuration.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tools.hosting.servers import ServerError, ServerMissing, bare, started
from tools.measure.bench_pages import FLAGS, SITE, STAMP
from tools.setup.servers import LOAD, PROGRAMS, program

SECONDS = 1
ROUNDS = 5  # of each page, right after the bare one; the median of their ratios counts
CONNECTIONS = 16
PAGES = {
    "home": "",
    "read": "read/xuzhou/",
    "compare": "compare/all/",
    "group": "compare/application/",
    "asked": "asked/",
    "check": "check/",
    "search": "search/",
}
BARE = "<!doctype html><meta charset=utf-8><title>x</title><p>x</p>".ljust(100)
RATE = re.compile(r"Requests/sec:\s+([\d.]+)")
SETTLED = 1500  # milliseconds without a request


def rate(url: str) -> float:
    """Requests a second. Raises CalledProcessError, and ServerError where any was not answered with a page."""
    command = [
        program(LOAD) or LOAD,
        *("-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-H", "Accept-Encoding: gzip, deflate, br", url),
    ]
    said = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    found = RATE.search(said)
    if found is None or "Non-2xx" in said:
        raise ServerError(f"{url}: {said}")
    return float(found[1])


def rates(server: str, site: Path, plain: Path) -> str:
    """A line of the table."""
    rated: list[float] = []
    shares: dict[str, list[float]] = {name: [] for name in PAGES}
    with started(server, site) as ours, bare(server, plain) as other:
        for _ in range(ROUNDS):
            for name, path in PAGES.items():
                rated.append(rate(f"{other}/"))
                shares[name].append(rate(f"{ours}/{path}") / rated[-1])
    cells = (f"{statistics.median(shares[name]):10.2f}" for name in PAGES)
    return f"{server:10}{statistics.median(rated):10,.0f}{''.join(cells)}"


def views(browser: Browser, url: str, log: Path) -> Iterator[tuple[int, int]]:
    """Requests, and bytes that nginx has sent, headers too: of a first view, and of a second in the same browser."""
    context = browser.new_context(viewport={"width": 375, "height": 812})
    for _ in range(2):
        before = len(_sent(log))
        page = context.new_page()
        page.goto(url, wait_until="load")
        seen = -1
        while seen != len(_sent(log)):  # the worker's and the service worker's as well
            seen = len(_sent(log))
            page.wait_for_timeout(SETTLED)
        sent = _sent(log)[before:]
        yield len(sent), sum(sent)
        page.close()
    context.close()


def _sent(log: Path) -> list[int]:
    return [int(line.split()[1]) for line in log.read_text(encoding="utf-8").splitlines()]


@contextmanager
def folders() -> Iterator[tuple[Path, Path, Path]]:
    """The site and a bare page, where a server that root has started may read them, and one for what a server writes."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        folder.chmod(0o755)
        shutil.copytree(SITE, folder / "site")
        (folder / "bare").mkdir()
        (folder / "bare" / "index.html").write_text(BARE, encoding="utf-8")
        (folder / "own").mkdir()
        yield folder / "site", folder / "bare", folder / "own"


def main() -> int:
    if not STAMP.is_file() or not (SITE / "index.html.br").is_file() or program(LOAD) is None:
        print(f"bench: error: a browser, {LOAD} and a built site are needed: run `make bench-host`", file=sys.stderr)
        return 1
    stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    try:
        with folders() as (site, plain, own):
            print(f"requests a second of a bare page, and of ours as a share of it; medians of {ROUNDS} × {SECONDS} s")
            print(f"{'':10}{'bare':>10}" + "".join(f"{name:>10}" for name in PAGES), flush=True)
            for server in PROGRAMS:
                print(rates(server, site, plain), flush=True)
            with sync_playwright() as playwright, started("nginx", site, own=own) as url:
                browser = playwright.chromium.launch(
                    executable_path=stamp["executable"], env={**os.environ, **stamp["env"]}, args=FLAGS
                )
                print("\nrequests and KB on the wire from nginx, by Chromium, until nothing more is asked for")
                print(f"{'':10}{'first view':>24}{'second view':>24}")
                for name, path in PAGES.items():
                    counted = views(browser, f"{url}/{path}", own / "sent")
                    cells = [f"{requests:8} {sent / 1000:10,.0f} KB" for requests, sent in counted]
                    print(f"{name:10}" + "".join(f"{cell:>24}" for cell in cells), flush=True)
                browser.close()
    except (ServerMissing, ServerError) as error:
        print(f"bench: error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
