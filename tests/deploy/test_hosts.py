"""nginx, Apache and Caddy, with the configurations of deploy/, send the site as they should: at the top of a host, and under a path."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deploy.conftest import BELOW, SERVERS
from tools.build.policy import header_policy
from tools.hosting.asking import Answer, Site
from tools.hosting.inspection import faults, report
from tools.hosting.kinds import CHECKED, FOREVER, TYPES, hashed
from tools.hosting.servers import started

TEXTS = {".html", ".css", ".js", ".mjs", ".txt", ".csv", ".ics"}  # read as UTF-8 wherever they are opened
MISSING = ("nowhere", "nowhere/at/all/", "check/nowhere.js", "assets/gone.0123456789ab.js", "assets/", "data/tables/")
ALIKE = ("", "check/", "assets/menu.js", "assets/favicon.svg", "check/sw.js", "nowhere", "assets/gone.0123456789ab.js")


@pytest.fixture(scope="module", params=[f"{server} {base}" for server in SERVERS for base in ("/", BELOW)])
def host(request: pytest.FixtureRequest, sent_site: Path) -> Iterator[Site]:
    server, base = request.param.split()
    with started(server, sent_site, base) as url:
        yield Site(url)


@pytest.fixture(scope="module")
def kinds(sent_site: Path) -> dict[str, list[str]]:
    """Extension → the paths of its files."""
    found: dict[str, list[str]] = {}
    for path in sorted(sent_site.rglob("*.*")):
        if path.is_file():
            found.setdefault(path.suffix, []).append(path.relative_to(sent_site).as_posix())
    return found


@pytest.fixture(scope="module")
def packed(sent_site: Path, kinds: dict[str, list[str]]) -> list[str]:
    """Of each extension a file that lies there compressed in both ways."""
    both = {
        ending: next(
            (path for path in paths if all((sent_site / f"{path}{of}").is_file() for of in (".br", ".gz"))), ""
        )
        for ending, paths in kinds.items()
        if ending in TYPES
    }
    return [path for path in both.values() if path]


def test_every_kind_of_file_in_the_site_has_a_type_here(kinds: dict[str, list[str]]) -> None:
    assert kinds.keys() - {".br", ".gz"} <= TYPES.keys()


def test_every_kind_of_file_is_called_what_it_is(host: Site, kinds: dict[str, list[str]]) -> None:
    for ending, types in TYPES.items():
        sent = host.ask(kinds[ending][0])
        assert (sent.status, sent.media_type) == (200, types[0]), kinds[ending][0]
        assert ("charset=utf-8" in sent.headers["content-type"]) is (ending in TEXTS), kinds[ending][0]


@pytest.mark.parametrize("accepted", ["gzip, deflate, br", "br", "br;q=0.8, gzip;q=0.5"])
def test_who_takes_brotli_gets_the_file_that_lies_there_so(
    host: Site, sent_site: Path, packed: list[str], accepted: str
) -> None:
    for path in packed:
        sent = host.ask(path, accepted)
        assert (sent.encoding, sent.body) == ("br", (sent_site / f"{path}.br").read_bytes()), path


@pytest.mark.parametrize("accepted", ["gzip", "gzip, deflate", "gzip, br;q=0"])
def test_who_takes_gzip_gets_it_packed_once(host: Site, sent_site: Path, packed: list[str], accepted: str) -> None:
    for path in packed:
        sent = host.ask(path, accepted)
        assert sent.encoding == "gzip", path
        assert gzip.decompress(sent.body) == (sent_site / path).read_bytes(), path


@pytest.mark.parametrize("accepted", ["identity", "deflate", "gzip;q=0, br;q=0", "x-broken, gbr, gzip2"])
def test_who_takes_neither_gets_it_plain(host: Site, sent_site: Path, packed: list[str], accepted: str) -> None:
    for path in packed:
        sent = host.ask(path, accepted)
        assert (sent.encoding, sent.body) == ("", (sent_site / path).read_bytes()), path


def test_a_packed_file_that_is_asked_for_by_its_own_name_is_not_packed_again(host: Site, sent_site: Path) -> None:
    for path in ("assets/menu.js.gz", "check/index.html.gz"):
        sent = host.ask(path, "gzip")
        assert (sent.status, sent.body) == (200, (sent_site / path).read_bytes())


def test_caches_between_are_told_once_that_the_answer_varies(host: Site, packed: list[str]) -> None:
    for path in (*packed, "check/"):
        for accepted in ("br", "gzip", "identity"):
            assert host.ask(path, accepted).headers["vary"].lower() == "accept-encoding", (path, accepted)


def test_a_name_that_holds_a_hash_is_kept_for_a_year_and_all_else_is_asked_for(
    host: Site, kinds: dict[str, list[str]]
) -> None:
    lasting = [path for ending in (".js", ".css", ".wasm", ".png") for path in kinds[ending] if hashed(path)]
    for path in (lasting[0], lasting[-1], next(path for path in kinds[".wasm"] if hashed(path))):
        assert host.ask(path).headers["cache-control"] == FOREVER, path
    others = [next(path for path in paths if not hashed(path)) for end, paths in kinds.items() if end in TYPES]
    for path in ("", "check/", "check/sw.js", "assets/checker/manifest.json", *others):
        assert host.ask(path).headers["cache-control"] == CHECKED, path


@pytest.mark.parametrize("accepted", ["br", "gzip", "identity"])
def test_what_has_not_changed_is_not_sent_again(host: Site, packed: list[str], accepted: str) -> None:
    for path in ("check/", *packed):
        sent = host.ask(path, accepted)
        again = host.ask(path, accepted, If_None_Match=sent.headers["etag"])
        assert (again.status, again.body) == (304, b""), path
        assert again.headers["cache-control"] == sent.headers["cache-control"]


def test_a_tag_stands_for_one_row_of_bytes(host: Site, packed: list[str]) -> None:
    for path in packed:
        assert len({host.ask(path, accepted).headers["etag"] for accepted in ("br", "gzip", "identity")}) == 3, path


def test_pages_scripts_and_errors_carry_the_same_protection_once(host: Site, sent_site: Path) -> None:
    policy = header_policy(sent_site)
    assert "frame-ancestors" in policy
    for path in ALIKE:
        for accepted in ("br", "identity"):
            sent = host.ask(path, accepted).headers
            assert sent["content-security-policy"] == policy, path
            assert (sent["x-content-type-options"], sent["referrer-policy"]) == ("nosniff", "no-referrer"), path


def test_what_is_not_there_gets_our_page_and_is_not_kept(host: Site, sent_site: Path) -> None:
    page = (sent_site / "404.html").read_bytes()
    for path in MISSING:
        sent = host.ask(path, "gzip")
        assert (sent.status, sent.media_type, sent.unpacked()) == (404, "text/html", page), path
        assert sent.headers["cache-control"] == CHECKED, path


def test_an_address_without_its_slash_leads_to_the_one_with_it(host: Site) -> None:
    def led(sent: Answer) -> str:
        assert sent.status in {301, 308}
        return sent.headers["location"].removeprefix(host.url.removesuffix(host.base))

    assert led(host.ask("check")) == f"{host.base}check/"
    if host.base != "/":
        assert led(Site(host.url.removesuffix(host.base)).ask(host.base.strip("/"))) == host.base


def test_heads_are_as_of_the_whole(host: Site, packed: list[str]) -> None:
    for path in packed:
        whole, head = host.ask(path), host.ask(path, method="HEAD")
        assert (head.status, head.body) == (200, b"")
        for name in ("content-type", "content-encoding", "etag", "vary", "cache-control"):
            assert head.headers[name] == whole.headers[name], (path, name)


def test_the_inspection_finds_nothing(host: Site) -> None:
    assert [*report(faults(host.url))] == []
