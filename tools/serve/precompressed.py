"""A handler for files that lie there compressed too, as a careful host would send them."""

from __future__ import annotations

import os
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import BinaryIO

ENCODINGS = {"br": ".br", "gzip": ".gz"}


class Precompressed(SimpleHTTPRequestHandler):
    # Named here, since the machine's own table may lack or misname them, and browsers refuse modules that are misnamed.
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript",
        ".json": "application/json",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        ".zip": "application/zip",
    }

    def send_head(self) -> BinaryIO | None:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.partition("?")[0].endswith("/"):
            path /= "index.html"
        accepted = {part.partition(";")[0].strip() for part in self.headers.get("Accept-Encoding", "").split(",")}
        for encoding, suffix in ENCODINGS.items():
            beside = path.with_name(path.name + suffix)
            if encoding in accepted and beside.is_file() and path.is_file() and "If-Modified-Since" not in self.headers:
                return self.send_compressed(path, beside, encoding)
        return super().send_head()

    def send_compressed(self, path: Path, beside: Path, encoding: str) -> BinaryIO:
        content = beside.open("rb")
        status = os.fstat(content.fileno())
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", encoding)
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("Content-Length", str(status.st_size))
        self.send_header("Last-Modified", self.date_time_string(int(path.stat().st_mtime)))
        self.end_headers()
        return content
