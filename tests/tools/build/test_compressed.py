"""The files a host sends compressed are those that lie there, and everything the checker waits for has them."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from tools.build.built import CHECKER, manifest_path
from tools.build.compress import compress

SMALL = 2000  # bytes; what is shorter has little to repeat


def sent(url: str, accepted: str) -> tuple[str | None, bytes]:
    with urlopen(Request(url, headers={"Accept-Encoding": accepted})) as answer:  # noqa: S310 - the test's own server
        return answer.headers["Content-Encoding"], answer.read()


def test_whatever_the_checker_fetches_lies_there_compressed_and_small(site_dir: Path) -> None:
    folder = site_dir / "assets" / "checker"
    files = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    fetched = [about["path"] for name, about in files.items() if not name.startswith("plain/") and name != "core.zip"]
    for path in fetched:
        original = (folder / path).read_bytes()
        assert gzip.decompress((folder / f"{path}.gz").read_bytes()) == original, path
        most = len(original) / 2 if len(original) > SMALL else len(original)
        assert (folder / f"{path}.br").stat().st_size < most, path
    # What a visitor downloads before Python answers, the theme and the page aside
    assert sum((folder / f"{path}.br").stat().st_size for path in fetched) < 3_600_000


@pytest.mark.parametrize(
    ("accepted", "encoding"), [("gzip, deflate, br", "br"), ("gzip;q=1.0, identity", "gzip"), ("identity", None)]
)
def test_a_browser_is_sent_what_it_accepts(site_url: str, site_dir: Path, accepted: str, encoding: str | None) -> None:
    for path in (CHECKER + manifest_path(site_dir, "checker.js"), "check/index.html", "check/"):
        said, body = sent(f"{site_url}/{path}", accepted)
        assert said == encoding
        file = site_dir / (f"{path}index.html" if path.endswith("/") else path)
        beside = {"br": ".br", "gzip": ".gz", None: ""}[encoding]
        assert body == file.with_name(file.name + beside).read_bytes()


def test_a_file_that_changed_is_compressed_anew_and_one_that_grew_by_it_is_left(tmp_path: Path) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    site.mkdir()
    page, noise = site / "index.html", site / "noise.zip"
    page.write_bytes(b"one " * 1000)
    noise.write_bytes(random.Random(1).randbytes(2000))  # noqa: S311 - nothing to shorten in it
    compress(site, cache)
    page.write_bytes(b"two " * 1000)
    compress(site, cache)
    assert gzip.decompress((site / "index.html.gz").read_bytes()) == b"two " * 1000
    assert not (site / "noise.zip.br").exists()
    assert not (site / "noise.zip.gz").exists()
