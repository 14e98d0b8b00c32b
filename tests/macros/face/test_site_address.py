"""The site's address is one setting: with it every page names its own, the sitemap lists them, and 404.html knows its root."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from bs4 import BeautifulSoup

from tests.support.folders import ROOT

ADDRESS = "https://example.org/sub"  # as the workflow has it, without a slash at its end


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few pages of the project, which stands below the top of a host."""
    folder = tmp_path_factory.mktemp("addressed")
    for name in ("importer", "macros", "policies", "yours", "wasm_checker", "mkdocs.yml"):
        (folder / name).symlink_to(ROOT / name)
    for name in ("index.md", "about.md", "glossary.md", "search.md", "corrections.md"):
        (folder / "docs").mkdir(exist_ok=True)
        shutil.copyfile(ROOT / "docs" / name, folder / "docs" / name)
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": ADDRESS}
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(folder / "site")]
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def test_every_page_names_its_own_address_and_whole_ones_of_its_pictures(built: Path) -> None:
    for name, path in (("index.html", ""), ("about/index.html", "about/")):
        head = BeautifulSoup((built / name).read_bytes(), "html.parser")
        assert [link["href"] for link in head.find_all("link", rel="canonical")] == [f"{ADDRESS}/{path}"]
        assert [one["content"] for one in head.find_all("meta", property="og:url")] == [f"{ADDRESS}/{path}"]
        for selector in ("meta[property='og:image']", "meta[itemprop=image]"):
            (picture,) = head.select(selector)
            assert str(picture["content"]).startswith(f"{ADDRESS}/assets/face/")


def test_the_sitemap_lists_every_page_and_no_page_that_is_missing(built: Path) -> None:
    locations = [one.text for one in ET.parse(built / "sitemap.xml").findall(".//{*}loc")]  # noqa: S314 - our own
    pages = {path.parent.relative_to(built).as_posix() for path in built.rglob("index.html")} - {"check"}
    assert set(locations) == {f"{ADDRESS}/{'' if page == '.' else f'{page}/'}" for page in pages}
    assert len(locations) == len(set(locations))


def test_the_page_for_what_is_missing_has_the_site_s_root_and_asks_no_one(built: Path) -> None:
    page = BeautifulSoup((built / "404.html").read_bytes(), "html.parser")
    base = page.find("base")
    assert base
    assert base["href"] == "/sub/"
    assert "XMLHttpRequest" not in str(page)
    assert page.find("link", rel="canonical") is None
    assert page.select("a[href^='/'], link[href^='/'], script[src^='/'], img[src^='/'], form[action^='/']") == []


def test_the_workflow_takes_the_address_from_pages() -> None:
    """And tests with one at every change: that site is the one that is published."""
    folder = ROOT / ".github" / "workflows"
    pages, check = (yaml.safe_load((folder / f"{name}.yml").read_text(encoding="utf-8")) for name in ("pages", "check"))
    (asked,) = pages["jobs"]["address"]["steps"]
    assert asked["uses"].startswith("actions/configure-pages@")
    assert pages["jobs"]["address"]["outputs"] == {"base_url": f"${{{{ steps.{asked['id']}.outputs.base_url }}}}"}
    made = next(step for step in check["jobs"]["test"]["steps"] if step.get("run") == "make test")
    assert "inputs.site_url || 'https://example.org/rongcuo'" in made["env"]["SITE_URL"]
