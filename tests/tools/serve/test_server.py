"""What `make serve` says: where it will be, which step it is at, and what to type where it cannot be."""

from __future__ import annotations

import socket
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tools.build.assets import GENERATORS
from tools.serve import builds, server
from tools.serve.server import BUILD_PATH, Looked, listen


class Standing(builds.Site):
    """A site that nothing builds."""

    def __init__(self, workspace: Path) -> None:
        self.workspace = workspace
        self.folder: Path | None = None
        self.step = "the pages 页面"
        self.shared = 0


@pytest.fixture
def site(tmp_path: Path) -> Standing:
    return Standing(tmp_path)


@pytest.fixture
def looked() -> Looked:
    return Looked()


@pytest.fixture
def address(site: Standing, looked: Looked) -> Iterator[str]:
    with listen(0, site, looked) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


def asked(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address) as answer:  # noqa: S310 - our own server
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_before_there_is_a_site_the_page_says_in_both_languages_which_step_it_is_at(address: str) -> None:
    code, page = asked(f"{address}/")
    assert code == HTTPStatus.SERVICE_UNAVAILABLE
    assert '<html lang="zh">' in page
    assert "正在建站" in page
    assert "Building the site" in page
    assert "the pages 页面" in page
    assert asked(f"{address}{BUILD_PATH}?/") == (HTTPStatus.OK, "step the pages 页面")


def test_a_page_reloads_when_its_own_words_change_or_what_all_pages_load(address: str, site: Standing) -> None:
    site.folder = site.workspace / "1"
    for name in ("", "a"):
        (site.folder / name).mkdir()
        (site.folder / name / "index.html").write_text(name, encoding="utf-8")
    first = asked(f"{address}{BUILD_PATH}?/a/")
    (site.folder / "index.html").write_text("another", encoding="utf-8")
    assert asked(f"{address}{BUILD_PATH}?/a/") == first
    (site.folder / "a" / "index.html").write_text("another", encoding="utf-8")
    second = asked(f"{address}{BUILD_PATH}?/a/")
    site.shared += 1
    assert len({first, second, asked(f"{address}{BUILD_PATH}?/a/")}) == 3


def test_a_page_s_policy_lets_the_script_run_that_reloads_it(
    page: Page, address: str, site: Standing, site_dir: Path
) -> None:
    site.folder = site_dir
    with page.expect_response("**/.build?**"):  # what it is compared with
        page.goto(f"{address}/about/")
    with page.expect_navigation():
        site.shared += 1
    page.goto("about:blank")  # else it goes on asking a server that has ended


def test_the_pages_that_are_open_are_the_last_ones_asked_for(looked: Looked) -> None:
    for path in ("/", "/compare/identity/", "/nonsuch/", "/check/"):
        looked.add(path)
    assert looked.pages == ["check.md", "compare/identity.md"]


def test_a_port_in_use_is_told_with_what_to_type(
    site: Standing, looked: Looked, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit) as end:
            listen(port, site, looked)
    assert end.value.code == 2
    assert capsys.readouterr().err == (
        f"serve: error: port {port} is taken 端口 {port} 被占用: type 请输入: make serve PORT={port + 1}\n"
    )


@pytest.mark.parametrize("port", ["abc", "65536", "-1", "８０００"])
def test_what_is_no_port_is_one_line(
    port: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["serve", f"--port={port}"])
    with pytest.raises(SystemExit) as end:
        server.main()
    assert end.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "is no port 不是端口号" in line


@pytest.mark.long
def test_an_edit_of_a_page_s_data_builds_that_page_as_a_whole_build_would(
    site_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(builds, "due", list)
    made = builds.Site(tmp_path)
    try:
        assert made.whole()
        assert made.folder
        page = made.folder / "compare" / "identity" / "index.html"
        page.write_text("spoilt", encoding="utf-8")
        made.quick(["compare/identity.md"])
        assert page.read_bytes() == (site_dir / "compare" / "identity" / "index.html").read_bytes()
    finally:
        made.runner.stop()


def test_the_page_looked_at_last_waits_for_nothing_but_what_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(builds, "due", lambda: list(GENERATORS))
    monkeypatch.setattr(builds, "remember", lambda *_: None)
    monkeypatch.setattr(builds, "fingerprint", lambda module: module)
    made = Standing(tmp_path)
    made.folder, made.laid = tmp_path, set()
    ran: list[tuple[str, str]] = []

    class Noting:
        def run(self, steps: Sequence[builds.Step]) -> bool:
            ran.extend((step[0], step[-1]) for step in steps)
            return True

    made.runner = Noting()  # type: ignore[assignment]
    made.quick(["compare/identity.md", "check.md"])
    open_page = "tools.serve.partial"
    names = [name for name, _ in ran]
    assert names == [
        *("tools.build.page_assets", open_page, "tools.build.policy"),
        *("tools.build.page_assets", "wasm_checker.build", open_page, "tools.build.after_build"),
    ]
    assert [page for name, page in ran if name == open_page] == ["compare/identity.md", "check.md"]


def test_what_is_generated_under_another_name_now_does_not_stay_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A chunk of an earlier script would else be listed by the service worker."""
    source = tmp_path / "docs" / "assets"
    source.mkdir(parents=True)
    monkeypatch.setattr(builds, "ROOT", tmp_path)
    made = Standing(tmp_path)
    made.folder, made.laid = tmp_path / "1", set()
    (made.folder / "assets").mkdir(parents=True)
    (made.folder / "assets" / "theme.js").write_text("mkdocs' own", encoding="utf-8")
    (source / "chunk.111.js").write_text("1", encoding="utf-8")
    made.sync()
    (source / "chunk.111.js").rename(source / "chunk.222.js")
    made.sync()
    assert {path.name for path in (made.folder / "assets").iterdir()} == {"theme.js", "chunk.222.js"}
