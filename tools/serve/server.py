"""Serves the site on 127.0.0.1 and rebuilds it when data, code or pages change.

Not `mkdocs serve`: that keeps the macros' Python modules in memory, and a build that fails leaves its pages hanging. Here every
build is a process of its own, and a whole one goes into a folder of its own that the browser sees only once it is whole; so the
last good site goes on being served whatever is being edited. The pages that are open are built first.
"""

from __future__ import annotations

import argparse
import contextlib
import errno
import hashlib
import html
import queue
import signal
import sys
import tempfile
import threading
import time
from functools import partial
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path

from watchfiles import Change, DefaultFilter, watch

from tools.build.assets import GENERATED
from tools.serve.builds import ROOT, Site
from tools.serve.precompressed import Precompressed

SOURCES = ("importer", "policies", "yours", "macros", "wasm_checker", "docs", "mkdocs.yml")
LOOKED_AT = 600  # seconds after which a page that was asked for counts as open no longer
OPEN = 2  # pages that are built before the rest

BUILD_PATH = "/.build"  # answers with what the page at ?path shows: its own words, and what all pages load
SCRIPT_PATH = f"{BUILD_PATH}.js"
RELOAD = (
    f'<script src="{SCRIPT_PATH}"></script>'.encode()
)  # a page's policy lets no script run that stands in it and is not its own
SCRIPT = f"""(async () => {{
  const ask = async () => (await fetch("{BUILD_PATH}?" + location.pathname, {{cache: "no-store"}})).text();
  const first = await ask();
  const step = document.getElementById("serve-step");
  setInterval(async () => {{
    const now = await ask().catch(() => first);
    if (step && now.startsWith("step ")) step.textContent = now.slice(5);
    else if (now !== first) location.reload();
  }}, 300);
}})();""".encode()
NOTHING_YET = """<!doctype html>
<html lang="zh">
<meta charset="utf-8">
<title>正在建站 Building</title>
<style>body {{ font: 18px/1.8 sans-serif; margin: 15vh auto; max-width: 32em; padding: 0 1em; }}</style>
<p>正在建站，第一次大约要一分钟。建好以后，这一页会自己打开网站。</p>
<p lang="en">Building the site, about a minute the first time. This page opens the site by itself when it is there.</p>
<p>现在 <span lang="en">Now</span>: <b id="serve-step">{step}</b></p>
<p>一直没有好？请看终端里说的原因。<span lang="en">If it does not come, the terminal tells why.</span></p>
</html>"""


class Looked:
    """The pages that somebody has asked for lately, the last first."""

    def __init__(self) -> None:
        self._at: dict[str, float] = {}

    def add(self, path: str) -> None:
        self._at[path] = time.monotonic()

    @property
    def pages(self) -> list[str]:
        """As mkdocs names them."""
        since = time.monotonic() - LOOKED_AT
        last = sorted((path for path, at in self._at.items() if at > since), key=self._at.__getitem__, reverse=True)
        named = (path.strip("/").removesuffix("index.html").strip("/") or "index" for path in last)
        return [source for name in named if (source := _source(name))][:OPEN]


def _source(name: str) -> str:
    names = (f"{name}.md", f"{name}/index.md")
    return next((one for one in names if (ROOT / "docs" / one).is_file()), "")


class Handler(Precompressed):
    def __init__(self, *args: object, site: Site, looked: Looked) -> None:
        self.site, self.looked = site, looked
        self.build = site.folder  # the same one for the whole of this request
        super().__init__(*args, directory=self.build or site.workspace)  # type: ignore[arg-type]

    def do_GET(self) -> None:  # noqa: N802 - the base class names it so
        path, _, query = self.path.partition("?")
        if path == BUILD_PATH:
            self.send(HTTPStatus.OK, "text/plain", self.shown(query).encode())
        elif path == SCRIPT_PATH:
            self.send(HTTPStatus.OK, "text/javascript", SCRIPT)
        elif self.build is None:
            step = NOTHING_YET.format(step=html.escape(self.site.step)).encode()
            self.send(HTTPStatus.SERVICE_UNAVAILABLE, "text/html", step + RELOAD)
        elif page := self.html(self.path):
            self.looked.add(path)
            self.send(HTTPStatus.OK, "text/html", page.read_bytes() + RELOAD)
        else:
            super().do_GET()

    def shown(self, path: str) -> str:
        if self.build is None:
            return f"step {self.site.step}"
        page = self.html(path)
        words = hashlib.sha256(page.read_bytes()).hexdigest() if page else ""
        return f"{self.site.shared} {words}"

    def html(self, address: str) -> Path | None:
        path = Path(self.translate_path(address))
        if path.is_dir() and address.partition("?")[0].endswith("/"):
            path /= "index.html"
        return path if path.suffix == ".html" and path.is_file() else None

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = self.build and self.build / "404.html"
        if code == HTTPStatus.NOT_FOUND and page and page.is_file():
            self.send(HTTPStatus.NOT_FOUND, "text/html", page.read_bytes() + RELOAD)
        else:
            super().send_error(code, message, explain)

    def send(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """The terminal belongs to the builds."""


class Wanted(DefaultFilter):
    """Not what the builds write, or each would call for the next."""

    def __init__(self) -> None:
        super().__init__(ignore_paths=[ROOT / out for out in GENERATED])

    def __call__(self, change: Change, path: str) -> bool:
        parts = Path(path).relative_to(ROOT).parts
        if any(part.startswith((".", "tmp")) for part in parts):  # a generator's, built aside and then moved into place
            return False
        return super().__call__(change, path) and parts[0] in SOURCES


def watch_into(changes: queue.Queue[str], paths: list[Path], *, recursive: bool, stop: threading.Event) -> None:
    for batch in watch(*paths, watch_filter=Wanted(), recursive=recursive, stop_event=stop, debounce=200, step=50):
        for _, path in batch:
            changes.put(Path(path).relative_to(ROOT).as_posix())


def next_batch(changes: queue.Queue[str]) -> list[str]:
    """Waits for a change; everything that has changed since the last batch."""
    batch = [changes.get()]
    with contextlib.suppress(queue.Empty):
        while True:
            batch.append(changes.get_nowait())
    return sorted(set(batch))


def start_watching(changes: queue.Queue[str], stop: threading.Event) -> None:
    folders = [path for name in SOURCES if (path := ROOT / name).is_dir()]
    # The top folder for mkdocs.yml: an editor replaces the file, and a watch on the file itself would go with it.
    for paths, recursive in ((folders, True), ([ROOT], False)):
        threading.Thread(
            target=watch_into, args=(changes, paths), kwargs={"recursive": recursive, "stop": stop}, daemon=True
        ).start()


def stop_on_signals() -> None:
    def stop(number: int, _frame: object) -> None:
        sys.exit(128 + number)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)


def listen(port: int, site: Site, looked: Looked) -> ThreadingHTTPServer:
    """Ends the program with 2 and one line where the port cannot be had."""
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, site=site, looked=looked))
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        other = f"type 请输入: make serve PORT={port + 1}" if taken else str(error)
        print(
            f"serve: error: port {port} is taken 端口 {port} 被占用: {other}"
            if taken
            else f"serve: error: port {port}: {error}",
            file=sys.stderr,
        )
        sys.exit(2)


def serve(port: int, workspace: Path) -> None:
    changes, stop, looked = queue.Queue[str](), threading.Event(), Looked()
    site = Site(workspace, changed=lambda: not changes.empty())
    try:
        with listen(port, site, looked) as server:
            address = f"http://127.0.0.1:{server.server_port}/"
            print(f"serve: {address} (Ctrl-C ends it 按 Ctrl-C 结束)", flush=True)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            start_watching(changes, stop)
            follow(site, changes, looked)
    finally:
        stop.set()
        site.runner.stop()


def follow(site: Site, changes: queue.Queue[str], looked: Looked) -> None:
    while True:
        if not site.whole() and changes.empty():
            state = "the last good site is still served" if site.folder else "there is no good site yet"
            print(f"serve: the build failed; {state}; waiting for a change", flush=True)
        batch = next_batch(changes)
        print(f"serve: changed: {', '.join(batch)}", flush=True)
        began = time.monotonic()
        pages = looked.pages
        site.quick(pages)
        if pages:
            print(f"serve: {', '.join(pages)} in {time.monotonic() - began:.1f} s", flush=True)


def port_number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 <= int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text!r} is no port 不是端口号: 0–65535")
    return int(text)


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="serve", description="Serve the site and rebuild it on changes.", usage=argparse.SUPPRESS
    )
    parser.add_argument("--port", type=port_number, default=8000)
    port = parser.parse_args().port
    stop_on_signals()
    with tempfile.TemporaryDirectory(prefix="serve-") as workspace:
        serve(port, Path(workspace))
