"""A local server behind a shaped line, and a processor that is slowed: the same for a page and its workers."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any, Self

from tools.serve.precompressed import Precompressed

PIECE = 4096
# The bare page: the runtime as it was published, on the main thread, until the core has given its first verdict.
BASELINE = """<!doctype html><meta charset="utf-8"><title>bench</title><p>bench</p><script type="module">
const at = (name) => new URL("../assets/checker/" + name, location.href).href;
const { loadPyodide } = await import(at("%(plain)spyodide.js"));
const { default: createPyodideModule } = await import(at("%(plain)spyodide.asm.js"));
const python = await loadPyodide({ indexURL: at("%(plain)s"), createPyodideModule });
python.unpackArchive(await (await fetch(at("%(core)s"))).arrayBuffer(), "zip", { extractDir: "/core" });
python.runPython('import sys; sys.path.insert(0, "/core")');
const pack = await (await fetch(at("%(pack)s"))).text();
const service = python.pyimport("wasm_checker.core.service").Service(pack);
const { verdicts } = JSON.parse(service.assess("{}"));
document.body.dataset.verdict = Object.values(verdicts)[0].verdict;
document.body.dataset.confirmed = "";
</script>"""


@dataclass(frozen=True)
class Line:
    bits: float  # a second; 0 for as fast as it goes
    delay: float  # seconds before an answer starts


FULL = Line(0, 0)


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, site: Path) -> None:
        self.line, self.sent, self._turn, self._free = FULL, 0, threading.Lock(), 0.0
        files = json.loads((site / "assets/checker/manifest.json").read_text(encoding="utf-8"))["files"]
        names = {"plain": "plain/", "core": "core.zip", "pack": "pack.json"}
        self.baseline = (BASELINE % {name: files[file]["path"] for name, file in names.items()}).encode()
        super().__init__(("127.0.0.1", 0), partial(Handler, directory=str(site)))
        self.url = f"http://127.0.0.1:{self.server_port}"

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()

    def pass_through(self, size: int) -> None:
        """Waits until the line, which all connections share, has carried so many bytes."""
        with self._turn:
            self.sent += size
            if not self.line.bits:
                return
            now = time.monotonic()
            self._free = max(self._free, now) + size * 8 / self.line.bits
            wait = self._free - now
        time.sleep(wait)


class Handler(Precompressed):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:  # noqa: N802 - the base class names it so
        time.sleep(self.server.line.delay)
        if self.path == "/bench/":
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(self.server.baseline)))
            self.end_headers()
            self.wfile.write(self.server.baseline)
        else:
            super().do_GET()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def copyfile(self, source: Any, outputfile: Any) -> None:
        while piece := source.read(PIECE):
            self.server.pass_through(len(piece))
            outputfile.write(piece)

    def log_message(self, *_: object) -> None:
        """The terminal belongs to the figures."""


@contextlib.contextmanager
def slowed(times: int) -> Iterator[None]:
    """Lets the browser's renderers, which this program has started, run only every so many moments."""
    stop = threading.Event()
    beat = threading.Thread(target=_beat, args=(times, stop), daemon=True)
    if times > 1:
        beat.start()
    try:
        yield
    finally:
        stop.set()
        if times > 1:
            beat.join()


def _beat(times: int, stop: threading.Event) -> None:
    moment, renderers, looked = 0.005, list[int](), 0.0
    while not stop.is_set():
        if time.monotonic() - looked > 0.25:
            renderers, looked = _renderers(os.getpid()), time.monotonic()
        _signal(renderers, signal.SIGSTOP)
        time.sleep(moment * (times - 1))
        _signal(renderers, signal.SIGCONT)
        time.sleep(moment)
    _signal(renderers, signal.SIGCONT)


def _signal(processes: list[int], number: signal.Signals) -> None:
    for process in processes:
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, number)


def _renderers(parent: int) -> list[int]:
    """The renderers among the processes below this one."""
    below, found = {parent}, []
    for entry in sorted(
        (path for path in Path("/proc").iterdir() if path.name.isdigit()), key=lambda path: int(path.name)
    ):
        with contextlib.suppress(OSError, ValueError):
            status = (entry / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            if int(status[1]) in below:
                below.add(int(entry.name))
                if b"--type=renderer" in (entry / "cmdline").read_bytes():
                    found.append(int(entry.name))
    return found
