"""Folders over HTTP, as a careful host would send them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tools.build.policy import headers
from tools.serve.precompressed import Precompressed


class Plain(Precompressed):
    """A host that sends no policy of its own."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class names it so
        """Requests are recorded in the browser."""


class Careful(Plain):
    """What the build says that a host may send."""

    def end_headers(self) -> None:
        for name, value in self.said().items():
            self.send_header(name, value)
        super().end_headers()

    def said(self) -> dict[str, str]:
        return _said(self.directory)


@cache
def _said(folder: str) -> dict[str, str]:
    return headers(Path(folder))


@contextmanager
def served(folder: Path, handler: type[SimpleHTTPRequestHandler] = Careful) -> Iterator[str]:
    """The address of the folder, without a slash at its end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
