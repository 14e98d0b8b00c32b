"""The site on a host of its own, which can be renewed and stopped while a browser is there."""

from __future__ import annotations

import shutil
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from tools.build.after_build import write
from tools.build.policy import headers
from tools.serve.precompressed import Precompressed


class Server(ThreadingHTTPServer):
    """`said`: the headers of every answer, which are renewed with the site."""

    said: dict[str, str]

    def handle_error(self, *_: object) -> None:
        """Whoever asked did not wait for the answer."""


class Forgetful(Precompressed):
    """Lets no browser keep anything by itself: what is there without it, the service worker has kept."""

    server: Server

    def end_headers(self) -> None:
        for name, value in {**self.server.said, "Cache-Control": "no-store"}.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """The terminal belongs to the outcomes."""


class Hosted:
    """A copy of the site under a sub-path, as on a host of project pages, with all that a careful host sends.

    `parts`: the folders of the site that are there; None for all.
    """

    kind: type[Server] = Server
    handler: type[Forgetful] = Forgetful

    def __init__(self, site: Path, root: Path, parts: tuple[str, ...] | None = None) -> None:
        self.folder = root / "sub" / "path"
        compressed = shutil.ignore_patterns("*.br", "*.gz")  # of what will be renewed
        for part in parts or (".",):
            shutil.copytree(site / part, self.folder / part, ignore=compressed, dirs_exist_ok=True)
        self.server = self.kind(("127.0.0.1", 0), partial(self.handler, directory=str(root)))
        self.server.said = headers(self.folder)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}/sub/path"

    def renew(self) -> None:
        """A new version, which shows in the heading of the check page."""
        index = self.folder / "check" / "index.html"
        index.write_text(index.read_text(encoding="utf-8").replace("<h1", "<h1 data-new", 1), encoding="utf-8")
        self.finish()

    def finish(self) -> None:
        """What has been changed in the folder is one version."""
        write(self.folder)
        self.server.said = headers(self.folder)

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()
