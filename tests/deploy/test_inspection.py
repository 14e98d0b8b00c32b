"""What a server does wrong is named to whoever keeps the site, and nothing else is."""

from __future__ import annotations

import gzip
import subprocess
import sys
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from tests.support import serving
from tests.support.folders import ROOT
from tests.support.serving import served
from tools.hosting.asking import AskingError, Site
from tools.hosting.inspection import faults, report
from tools.hosting.kinds import CHECKED, FOREVER, TYPES, hashed
from tools.serve.precompressed import Precompressed

SECURITY = {
    "Content-Security-Policy": "default-src 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


class Right(Precompressed):
    """A server in which one thing after another is then made wrong."""

    extensions_map = Precompressed.extensions_map | {ending: types[0] for ending, types in TYPES.items()}
    security = SECURITY
    missing = HTTPStatus.NOT_FOUND
    listed = False
    lost = packed = False  # what is being answered

    def log_message(self, *_: Any) -> None:
        """Nobody reads it."""

    def cache(self, path: str) -> str | None:
        return FOREVER if hashed(path) and not self.lost else CHECKED

    def send_head(self) -> BinaryIO | None:
        self.lost = self.packed = False
        path = Path(self.translate_path(self.path))
        if not path.exists() or (path.is_dir() and not (path / "index.html").is_file() and not self.listed):
            self.lost = True
            self.send_missing()
            return None
        return super().send_head()

    def send_compressed(self, path: Path, beside: Path, encoding: str) -> BinaryIO:
        self.packed = True
        return super().send_compressed(path, beside, encoding)

    def send_missing(self) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(self.missing)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        told = self.cache(self.path)
        sent = {**self.security, **({"Cache-Control": told} if told else {})}
        if not self.packed:
            sent["Vary"] = "Accept-Encoding"
        for name, value in sent.items():
            self.send_header(name, value)
        super().end_headers()


def told(handler: type[Precompressed], site: Path) -> list[str]:
    with served(site, handler) as url:
        return [*report(faults(url))]


def test_a_server_that_does_all_right_is_told_nothing(site_dir: Path) -> None:
    assert told(Right, site_dir) == []


def typed(**types: str) -> type[Right]:
    return type(
        "Typed", (Right,), {"extensions_map": Right.extensions_map | {f".{end}": to for end, to in types.items()}}
    )


def keeping(told: Callable[[str], str | None]) -> type[Right]:
    return type("Keeping", (Right,), {"cache": lambda _, path: told(path)})


class Twice(Right):
    """As where `gzip` is on and the packed file is sent as well."""

    def send_compressed(self, path: Path, beside: Path, encoding: str) -> BinaryIO:
        if encoding == "br":
            return super().send_compressed(path, beside, encoding)
        again = beside.with_suffix(".twice")
        again.write_bytes(gzip.compress(beside.read_bytes()))
        try:
            return super().send_compressed(path, again, encoding)
        finally:
            again.unlink()


class Plain(Right):
    def send_compressed(self, path: Path, *_: object) -> BinaryIO:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Last-Modified", self.date_time_string(int(path.stat().st_mtime)))
        self.end_headers()
        return path.open("rb")


WRONG = {
    "modules": (typed(mjs="application/octet-stream"), "要改：.mjs 的类型是 application/octet-stream，应当是 text/javascript。data/walk.mjs"),
    "scripts": (typed(js="text/plain"), "要改：.js 的类型是 text/plain，应当是 text/javascript。"),
    "wasm": (typed(wasm="application/octet-stream"), "可以更好：.wasm 的类型是 application/octet-stream，应当是 application/wasm。"),
    "tables": (typed(xlsx="application/octet-stream"), "可以更好：.xlsx 的类型是 application/octet-stream"),
    "unprotected": (type("Bare", (Right,), {"security": {}}), "可以更好：没有发内容安全策略"),
    "listings": (type("Listing", (Right,), {"listed": True}), "可以更好：列出了文件夹里的文件，应当是 404。assets/"),
    "never 404": (type("Yes", (Right,), {"missing": HTTPStatus.OK}), "要改：没有这一页，回答是 200，应当是 404。"),
    "packed twice": (Twice, "要改：压缩的和没有压缩的不是同一个文件（压缩了两遍，或者"),
    "never packed": (Plain, "可以更好：没有压缩：同名的 .gz、.br 就在旁边，服务器没有发。"),
    "no word on keeping": (keeping(lambda _: None), "可以更好：应当是 Cache-Control: no-cache，服务器说的是“没有说”，改了以后有人还看到旧的。"),
    "kept too long": (keeping(lambda _: FOREVER), "要改：把 404 也存了下来"),
    "kept too short": (keeping(lambda _: CHECKED), "可以更好：文件名里有内容的校验值，可以存一年，服务器说的是“no-cache”。"),
}  # fmt: skip


@pytest.mark.parametrize(("handler", "line"), WRONG.values(), ids=WRONG)
def test_what_a_server_does_wrong_is_named(handler: type[Right], line: str, site_dir: Path) -> None:
    assert [one for one in told(handler, site_dir) if one.startswith(line)], told(handler, site_dir)


def test_what_is_no_site_of_ours_is_said_in_one_line(tmp_path: Path, site_dir: Path) -> None:
    with served(tmp_path, serving.Plain) as url, pytest.raises(AskingError, match="这里是本站的首页吗"):
        faults(url)
    with pytest.raises(AskingError, match="请写完整的网址"):
        Site("example")
    command = [
        sys.executable,
        "-I",
        "-c",
        "import sys; sys.path.insert(0, ''); import tools.hosting.inspection as asked; sys.exit(asked.main())",
    ]
    gone = subprocess.run(
        [*command, "http://127.0.0.1:9/"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert gone.returncode == 2
    assert gone.stderr.startswith("inspection: http://127.0.0.1:9/：没有得到回答")
    with served(site_dir, Right) as url:
        right = subprocess.run([*command, url], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert right.returncode == 0
    assert "服务器没有问题" in right.stdout
