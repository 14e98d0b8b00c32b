"""Asks a running site for its files as a browser would, and reads from its pages which it has. Only the standard library."""

from __future__ import annotations

import gzip
import http.client
import json
import re
import ssl
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urljoin, urlsplit

from tools.hosting.kinds import TYPES, hashed

PATIENCE = 30  # seconds
PAGES = ("", "check/", "data/", "compare/all/")  # which name a file of each kind
NAMED = re.compile(r"""\b(?:href|src)="?([^"'\s>]+)""")
MANIFEST = "assets/checker/manifest.json"
WORKER = "check/sw.js"


class AskingError(Exception):
    """One line saying why nothing can be asked, in Chinese."""


@dataclass(frozen=True)
class Answer:
    """`headers`: by their names in small letters; what is sent twice is joined by a comma."""

    path: str
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def encoding(self) -> str:
        return self.headers.get("content-encoding", "").strip().lower()

    def unpacked(self) -> bytes | None:
        """The body as a browser would read it; None if it is no gzip after all, or in a way that is not known here."""
        if self.encoding in {"", "identity"}:
            return self.body
        try:
            return gzip.decompress(self.body) if self.encoding == "gzip" else None
        except (OSError, EOFError, zlib.error):
            return None


class Site:
    """`url`: where the site's start page is."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/") + "/"
        parts = urlsplit(self.url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise AskingError(f"{url}：请写完整的网址，例如 http://10.0.0.5/rongcuo/")
        self.base, self._host, self.secure = parts.path, parts.netloc, parts.scheme == "https"

    def ask(self, path: str, accepted: str = "gzip, deflate, br", method: str = "GET", **headers: str) -> Answer:
        """`path`: from the start page's. Redirections are answers like others. Raises AskingError."""
        kind = http.client.HTTPSConnection if self.secure else http.client.HTTPConnection
        try:
            connection = kind(self._host, timeout=PATIENCE)
            try:
                asked = {name.replace("_", "-"): value for name, value in headers.items()}
                connection.request(method, self.base + path, headers={"Accept-Encoding": accepted, **asked})
                response = connection.getresponse()
                sent: dict[str, str] = {}
                for name, value in response.getheaders():
                    sent[name.lower()] = f"{sent[name.lower()]}, {value}" if name.lower() in sent else value
                return Answer(path, response.status, sent, response.read())
            finally:
                connection.close()
        except ssl.SSLError as error:
            raise AskingError(f"{self.url}：证书没有通过核对（{error.reason or error}）") from None
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise AskingError(f"{self.url}{path}：没有得到回答（{str(error) or type(error).__name__}）") from None

    def files(self) -> list[str]:
        """A file of each kind that the site has: of each extension one whose name holds a hash, and one other. Raises AskingError."""
        found: dict[tuple[str, bool], str] = {}
        for page in PAGES:
            text = self._text(page)
            for address in NAMED.findall(text):
                self._note(found, urljoin(self.url + page, address))
        try:
            named = json.loads(self._text(MANIFEST))["files"]
            addresses = [f"{self.url}assets/checker/{file['path']}" for file in named.values()]
        except (ValueError, KeyError, TypeError):
            raise AskingError(f"{self.url}{MANIFEST}：不是本站的文件；网站传全了吗") from None
        # The runtime as it was published lies in a folder of its own, and hardly anyone loads it.
        for address in sorted(addresses, key=lambda address: "/pyodide-" in address):
            self._note(found, address)
        return sorted({*found.values(), MANIFEST, WORKER})

    def _note(self, found: dict[tuple[str, bool], str], address: str) -> None:
        path = address.partition("#")[0].partition("?")[0]
        if path.startswith(self.url) and (ending := PurePosixPath(path).suffix) in TYPES:
            found.setdefault((ending, hashed(path)), path.removeprefix(self.url))

    def _text(self, path: str) -> str:
        answer = self.ask(path, "identity")
        if answer.status != http.HTTPStatus.OK:
            where = answer.headers.get("location")
            led = f"，转到了 {where}" if where else ""
            raise AskingError(f"{self.url}{path}：回答是 {answer.status}{led}；这里是本站的首页吗，网站传全了吗")
        return answer.body.decode("utf-8", "replace")
