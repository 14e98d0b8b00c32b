"""The zip holds the tested site to the byte, is the same whenever it is made, and opens from a folder."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.support.folders import ROOT
from tests.support.traffic import Traffic
from tools.release import pack, sums


@pytest.fixture(scope="module")
def packed(site_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pack.pack(site_dir, tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def folder(packed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where somebody has unzipped it."""
    place = tmp_path_factory.mktemp("U 盘")
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(place)
    (found,) = place.iterdir()
    return found


def test_it_holds_the_site_to_the_byte_and_sums_of_all_that_is_in_it(
    folder: Path, packed: Path, site_dir: Path
) -> None:
    assert sums.sums(folder / "site") == sums.sums(site_dir)
    assert sums.differences(folder) == []
    assert packed.stem == folder.name == f"rongcuo-{pack.version()}"
    assert sums.differences(packed.parent) == []


def test_the_same_site_makes_the_same_zip(tmp_path: Path) -> None:
    made = []
    for number, names in enumerate((("a.html", "b.png"), ("b.png", "a.html"))):
        site = tmp_path / str(number)
        site.mkdir()
        for name in names:
            (site / name).write_bytes(name.encode())
        sums.write(site)
        made.append(pack.pack(site, tmp_path / f"out{number}").read_bytes())
    assert made[0] == made[1]


def test_the_hosts_settings_go_with_it(tmp_path: Path) -> None:
    site, deploy = tmp_path / "site", tmp_path / "deploy"
    for folder in (site, deploy):
        folder.mkdir()
    (deploy / "nginx.conf").write_text("server {}", encoding="utf-8")
    sums.write(site)
    with zipfile.ZipFile(pack.pack(site, tmp_path / "out", deploy)) as archive:
        assert f"rongcuo-{pack.version()}/deploy/nginx.conf" in archive.namelist()


def test_a_site_that_is_not_what_its_sums_say_is_not_packed(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("tested", encoding="utf-8")
    sums.write(tmp_path)
    (tmp_path / "a.html").write_text("changed since", encoding="utf-8")
    with pytest.raises(pack.Unsound, match=r"1 files .* a\.html: changed"):
        pack.pack(tmp_path, tmp_path / "out")


def test_windows_of_2009_can_read_what_it_says_and_the_name_that_is_clicked(packed: Path) -> None:
    with zipfile.ZipFile(packed) as archive:
        names = archive.namelist()
        (said,) = [archive.read(name) for name in names if name.endswith("/说明.txt")]
    assert [name for name in names if not name.isascii()] == [f"{packed.stem}/说明.txt"]
    assert said.startswith(b"\xef\xbb\xbf")
    assert said.count(b"\r\n") == said.count(b"\n") > 20


class Links(HTMLParser):
    """What the elements of a page lead to or load; no tree is built, for the pages are large."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base class asks for it
        self.found |= {said for name, said in attrs if said and name in {"href", "src", "action"}}


def test_every_link_of_every_page_in_the_folder_leads_to_a_file(folder: Path) -> None:
    """As folder-links.js leads it: a folder's page is its index.html."""
    pages = [path for path in folder.rglob("*.html") if path.name != "404.html"]  # that one is for hosts
    assert len(pages) > 40
    missing, seen = set(), 0
    for page in pages:
        for said in Links(page).found:
            url = urlsplit(urljoin(page.as_uri(), said))
            if url.scheme != "file":
                continue
            path = Path(unquote(url.path))
            seen += 1
            if not (path / "index.html" if url.path.endswith("/") else path).is_file() or not path.is_relative_to(
                folder
            ):
                missing.add((page.relative_to(folder).as_posix(), said))
    assert seen > 1000
    assert missing == set()


def test_from_its_first_page_one_reads_compares_searches_and_checks_without_a_server(
    page_of: Callable[..., Page], folder: Path, traffic: Traffic
) -> None:
    traffic.allow(
        "assets/checker/"
    )  # no browser loads a module from a disk; the first page leads to the offline file instead
    page = page_of(viewport={"width": 1280, "height": 800})
    page.goto((folder / "index.html").as_uri())
    page.get_by_role("link", name="打开网站").click()
    page.wait_for_url("**/site/index.html")
    for tab, there in (("读原文", "read"), ("比一比", "compare"), ("自己查", "check"), ("首页", "")):
        page.locator(".md-tabs").get_by_role("link", name=tab).click()
        page.wait_for_url(re.compile(f"/site/{there}/?index\\.html$"))
        expect(page.locator("h1").first).to_be_visible()
    # From the keyboard, and in a tab of its own
    page.locator(".md-content a[href$='/']").first.evaluate(
        "link => { link.id = 'chosen'; }"
    )  # its address will be another
    link = page.locator("#chosen")
    with page.context.expect_page() as opened:
        link.click(modifiers=["ControlOrMeta"])
    opened.value.wait_for_load_state()
    assert opened.value.url.split("#")[0].endswith("/index.html")
    there = opened.value.url
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(there)
    page.goto((folder / "index.html").as_uri())
    page.get_by_role("link", name="离线版").click()
    page.wait_for_url("**/check/offline.html")
    expect(page.locator("[data-role=status]")).to_contain_text("离线版")


def test_what_a_script_has_made_leads_to_a_page_as_well(page_of: Callable[..., Page], folder: Path) -> None:
    page = page_of(viewport={"width": 1280, "height": 800})
    page.goto((folder / "site" / "about" / "index.html").as_uri())
    page.evaluate(
        """() => document.querySelector(".md-content").insertAdjacentHTML("afterbegin",
          '<a id="made" href="../read/#top"><b>读</b></a><form action="../search/"><input name="q" value="村"></form>')"""
    )
    page.locator("#made b").click()
    page.wait_for_url("**/read/index.html#top")
    page.go_back()
    page.wait_for_url("**/about/index.html")
    page.evaluate(
        """() => document.querySelector(".md-content").insertAdjacentHTML("afterbegin",
          '<form action="../search/"><input name="q" value="村"><button id="ask">找</button></form>')"""
    )
    page.locator("#ask").click()
    page.wait_for_url("**/search/index.html?q=*")


def test_a_folder_that_is_no_built_site_is_told_in_one_line(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tools.release.pack", str(tmp_path), "--out", str(tmp_path / "out")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout == ""
