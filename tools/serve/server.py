"""Serves the site on 127.0.0.1 and rebuilds it when data, code or pages change.

Not `mkdocs serve`: that keeps the macros' Python modules in memory, and a build that fails leaves its pages hanging.
Here every build is a process of its own into a folder of its own, and the browser sees it only once it is whole; so
the last good site goes on being served whatever is being edited.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from functools import partial
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path

from watchfiles import Change, DefaultFilter, watch

from tools.build.assets import GENERATED
from tools.build.steps import after_assets
from tools.serve.precompressed import Precompressed

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCES = ("policies", "macros", "wasm_checker")  # what the generators read
PAGES = ("docs", "mkdocs.yml")

BUILD_PATH = "/.build"  # answers with the number of the build being served
RELOAD = f"""<script>
(async () => {{
  const build = async () => (await fetch("{BUILD_PATH}", {{cache: "no-store"}})).text();
  const first = await build();
  setInterval(async () => {{ if (await build().catch(() => first) !== first) location.reload(); }}, 1000);
}})();
</script>""".encode()
NOTHING_YET = b"""<!doctype html><meta charset="utf-8"><title>Building</title>
<p>There is no good build yet: the terminal tells why. This page reloads when there is one."""


class Site:
    """The last good build; the requests read it from threads of their own."""

    def __init__(self, workspace: Path) -> None:
        self.workspace = workspace
        self.number = 0
        self.folder: Path | None = None
        self.child: subprocess.Popen[str] | None = None
        self.assets_due = True

    def rebuild(self) -> None:
        started = time.monotonic()
        self.number += 1
        folder = self.workspace / str(self.number)
        # Still due after a failure, whatever is edited next.
        self.assets_due = self.assets_due and not self.succeeds(["-m", "tools.build.assets"])
        steps = after_assets(str(folder))
        if self.assets_due or not all(self.succeeds(["-m", *step]) for step in steps):
            shutil.rmtree(folder, ignore_errors=True)
            state = "the last good site is still served" if self.folder else "there is no good site yet"
            print(f"serve: the build failed; {state}; waiting for a change", flush=True)
            return
        old, self.folder = self.folder, folder
        if old:
            shutil.rmtree(old, ignore_errors=True)
        print(f"serve: built in {time.monotonic() - started:.1f} s", flush=True)

    def succeeds(self, arguments: list[str]) -> bool:
        # In a session of its own, so that stop() ends the generators too, and Ctrl-C reaches them through stop() only.
        self.child = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT,
            start_new_session=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        try:
            said = self.child.communicate()[0].splitlines(keepends=True)
        finally:
            self.stop()
        # Not mkdocs -q, which would swallow the warnings too.
        print("".join(line for line in said if not line.startswith("INFO ")), end="", flush=True)
        return self.child.returncode == 0

    def stop(self) -> None:
        if self.child:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.child.pid, signal.SIGKILL)
            self.child.wait()


class Handler(Precompressed):
    def __init__(self, *args: object, site: Site) -> None:
        self.build = site.folder  # the same one for the whole of this request
        super().__init__(*args, directory=self.build or site.workspace)  # type: ignore[arg-type]

    def do_GET(self) -> None:  # noqa: N802 - the base class names it so
        if self.path == BUILD_PATH:
            self.send(HTTPStatus.OK, "text/plain", self.build.name.encode() if self.build else b"")
        elif self.build is None:
            self.send(HTTPStatus.SERVICE_UNAVAILABLE, "text/html", NOTHING_YET + RELOAD)
        elif page := self.html():
            self.send(HTTPStatus.OK, "text/html", page.read_bytes() + RELOAD)
        else:
            super().do_GET()

    def html(self) -> Path | None:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.partition("?")[0].endswith("/"):
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
        return super().__call__(change, path) and parts[0] in (*SOURCES, *PAGES)


def watch_into(changes: queue.Queue[str], paths: list[Path], *, recursive: bool, stop: threading.Event) -> None:
    for batch in watch(*paths, watch_filter=Wanted(), recursive=recursive, stop_event=stop, debounce=400):
        for _, path in batch:
            changes.put(Path(path).relative_to(ROOT).as_posix())


def batches(changes: queue.Queue[str]) -> Iterator[list[str]]:
    """Everything that has changed since the last batch."""
    while True:
        batch = [changes.get()]
        with contextlib.suppress(queue.Empty):
            while True:
                batch.append(changes.get_nowait())
        yield sorted(set(batch))


def start_watching(changes: queue.Queue[str], stop: threading.Event) -> None:
    folders = [path for name in (*SOURCES, *PAGES) if (path := ROOT / name).is_dir()]
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


def listen(port: int, site: Site) -> ThreadingHTTPServer:
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, site=site))
    except (OSError, OverflowError) as error:
        sys.exit(f"serve: error: port {port}: {error}")


def serve(port: int, workspace: Path) -> None:
    site, changes, stop = Site(workspace), queue.Queue[str](), threading.Event()
    with listen(port, site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            start_watching(changes, stop)
            site.rebuild()
            print(f"serve: http://127.0.0.1:{server.server_port}/ (Ctrl-C ends it)", flush=True)
            for batch in batches(changes):
                print(f"serve: changed: {', '.join(batch)}", flush=True)
                site.assets_due |= any(path.split("/")[0] in SOURCES for path in batch)
                site.rebuild()
        finally:
            stop.set()
            site.stop()
            server.shutdown()


def main() -> None:
    parser = argparse.ArgumentParser(description="Serve the site and rebuild it on changes.")
    parser.add_argument("--port", type=int, default=8000)
    port = parser.parse_args().port
    stop_on_signals()
    with tempfile.TemporaryDirectory(prefix="serve-") as workspace:
        serve(port, Path(workspace))
