"""Asks a running site for a file of each kind and says, in Chinese, what its server does wrong:
`python3 -m tools.hosting.inspection http://10.0.0.5/rongcuo/`.

Exit 0 where nothing is wrong, 1 where something is, 2 where nothing could be asked. Only the standard library: it needs no installing.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import PurePosixPath

from tools.hosting.asking import Answer, AskingError, Site
from tools.hosting.kinds import TYPES, hashed

WEEK = 7 * 24 * 3600
SMALL = 1000  # bytes; what is smaller is hardly worth compressing
PACKED = {".png", ".ico", ".xlsx", ".docx", ".pptx", ".pdf", ".zip", ".whl"}  # compressed by themselves
LISTED = 3  # files that a line names
MISSING = "no-such-page/no-such-page/"
MISSING_FILE = "assets/no-such-file.0123456789ab.js"
HEADERS = {
    "content-security-policy": "没有发内容安全策略（Content-Security-Policy）",
    "x-content-type-options": "没有发 X-Content-Type-Options: nosniff",
    "referrer-policy": "没有发 Referrer-Policy",
}


@dataclass(frozen=True)
class Fault:
    """`grave`: something on the site does not work because of it."""

    path: str
    words: str
    grave: bool = False


def faults(url: str) -> list[Fault]:
    """Everything that is wrong, by file. Raises AskingError if the site cannot be asked."""
    site = Site(url)
    found = [fault for path in site.files() for fault in _of_file(site, path)]
    return [*found, *_of_pages(site), *_of_missing(site)]


def _of_file(site: Site, path: str) -> Iterator[Fault]:
    answer = site.ask(path)
    if answer.status != HTTPStatus.OK:
        yield Fault(path, f"回答是 {answer.status}，应当是 200", grave=True)
        return
    ending = PurePosixPath(path).suffix
    right = TYPES[ending]
    if answer.media_type not in right:
        # A browser runs no script, and lays on no sheet, that is called something else.
        said = answer.media_type or "没有写"
        yield Fault(
            path, f"{ending} 的类型是 {said}，应当是 {right[0]}", grave=ending in {".js", ".mjs", ".css", ".html"}
        )
    if ending == ".wasm" and ";" in answer.headers.get("content-type", ""):
        yield Fault(path, "application/wasm 后面不能再写别的")
    yield from _of_headers(answer)
    yield from _of_cache(site, answer)
    if ending not in PACKED:
        yield from _of_packing(site, path, answer)


def _of_headers(answer: Answer) -> Iterator[Fault]:
    for name, words in HEADERS.items():
        if name not in answer.headers:
            yield Fault(answer.path, words)


def _of_packing(site: Site, path: str, answer: Answer) -> Iterator[Fault]:
    plain, gzipped = site.ask(path, "identity"), site.ask(path, "gzip")
    if plain.encoding not in {"", "identity"}:
        yield Fault(path, "浏览器说不收压缩的，还是发了压缩的", grave=True)
        return
    whole = gzipped.unpacked()
    if whole != plain.body:
        why = "压缩了两遍，或者" if whole is not None and whole[:2] == b"\x1f\x8b" else ""
        yield Fault(path, f"压缩的和没有压缩的不是同一个文件（{why}压缩文件是旧的）", grave=True)
    if len(plain.body) < SMALL:
        return
    if not gzipped.encoding:
        yield Fault(path, "没有压缩：同名的 .gz、.br 就在旁边，服务器没有发")
    elif answer.encoding == "gzip" and not site.secure:
        pass  # browsers ask for br over https only
    elif answer.encoding != "br":
        yield Fault(path, "发了 .gz，没有发更小的 .br")
    for one in (answer, plain):
        if gzipped.encoding and "accept-encoding" not in one.headers.get("vary", "").lower():
            yield Fault(path, "没有发 Vary: Accept-Encoding，中间的缓存会把压缩的发给读不了的浏览器")
            return


def _of_cache(site: Site, answer: Answer) -> Iterator[Fault]:
    told = answer.headers.get("cache-control", "").lower()
    age = int(found[1]) if (found := re.search(r"max-age=(\d+)", told)) else None
    if hashed(answer.path):
        if "no-store" in told or age is None or age < WEEK:
            yield Fault(answer.path, f"文件名里有内容的校验值，可以存一年，服务器说的是“{told or '没有说'}”")
        return
    if "no-cache" not in told and "no-store" not in told and age != 0:
        yield Fault(
            answer.path, f"应当是 Cache-Control: no-cache，服务器说的是“{told or '没有说'}”，改了以后有人还看到旧的"
        )
    validators = {"If_None_Match": answer.headers.get("etag"), "If_Modified_Since": answer.headers.get("last-modified")}
    known = {name: value for name, value in validators.items() if value}
    if not known:
        yield Fault(answer.path, "没有 ETag，也没有 Last-Modified，每次都要全部重新下载")
    elif site.ask(answer.path, **known).status != HTTPStatus.NOT_MODIFIED:
        yield Fault(answer.path, "没有变的文件又发了一遍，应当回答 304")


def _of_pages(site: Site) -> Iterator[Fault]:
    for path in ("", "check/"):
        page = site.ask(path)
        if page.media_type != "text/html":
            yield Fault(path, f"网页的类型是 {page.media_type or '没有写'}，应当是 text/html", grave=True)
        yield from _of_headers(page)
        yield from _of_cache(site, page)
        yield from _of_packing(site, path, page)
    bare = site.ask("check")
    if bare.status not in {301, 302, 307, 308} or not bare.headers.get("location", "").endswith("/check/"):
        yield Fault("check", f"末尾没有 / 的网址应当转到有 / 的，回答是 {bare.status}", grave=True)
    folder = site.ask("assets/")
    if folder.status == HTTPStatus.OK:
        yield Fault("assets/", "列出了文件夹里的文件，应当是 404")


def _of_missing(site: Site) -> Iterator[Fault]:
    page = site.ask(MISSING, "identity")
    if page.status != HTTPStatus.NOT_FOUND:
        yield Fault(MISSING, f"没有这一页，回答是 {page.status}，应当是 404", grave=page.status == HTTPStatus.OK)
    elif page.body != site.ask("404.html", "identity").body:
        yield Fault(MISSING, "没有这一页，发的不是本站的 404.html")
    yield from _of_headers(page)
    missing = site.ask(MISSING_FILE)
    age = re.search(r"max-age=(\d+)", missing.headers.get("cache-control", ""))
    if age and int(age[1]) > 0:
        yield Fault(MISSING_FILE, "把 404 也存了下来，文件补上以后还是看不到", grave=True)


def report(found: list[Fault]) -> Iterator[str]:
    """A line for each thing that is wrong, what does not work first."""
    told: dict[tuple[bool, str], list[str]] = {}
    for fault in found:
        told.setdefault((not fault.grave, fault.words), []).append(fault.path or "首页")
    for (light, words), paths in sorted(told.items(), key=lambda item: item[0][0]):
        more = f" 等 {len(paths)} 个" if len(paths) > LISTED else ""
        yield f"{'可以更好' if light else '要改'}：{words}。{'、'.join(dict.fromkeys(paths[:LISTED]))}{more}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url", help="网站首页的网址")
    url = parser.parse_args().url
    try:
        found = faults(url)
    except AskingError as error:
        print(f"inspection: {error}", file=sys.stderr)
        return 2
    for line in report(found):
        print(line)
    if not found:
        print("服务器没有问题：类型、压缩、缓存、安全的几行、404 都对。")
    else:
        print("现成的配置：python3 -m tools.hosting.configuration nginx（apache、caddy），见 README“放到网上”。")
    if not url.startswith("https:"):
        print("不是 https：都能用，只是断网以后自查页打不开；离线版不受影响。")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
