"""What the README names exists: commands, files and folders."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tools.build import tree

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_make_target_it_names_is_one_with_a_line_of_help() -> None:
    named = set(re.findall(r"`make ([a-z-]+)", README)) | set(re.findall(r"^ {4}make ([a-z-]+)", README, re.MULTILINE))
    helped = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert {"serve", "test", "help"} <= named
    assert named <= helped


def test_every_path_it_names_exists() -> None:
    paths = re.findall(r"`((?:policies|docs|macros|wasm_checker|tests|tools|deploy)/[^` ]*)`", README)
    assert len(paths) > 8
    missing = [path for path in paths if not list(ROOT.glob(re.sub(r"<[^>]+>", "*", path).rstrip("/")))]
    assert missing == []


def test_every_room_is_on_its_map() -> None:
    drawn = set(re.findall(r"^ {4}([a-z_]+)/", README, re.MULTILINE))
    rooms = {path.parent.name for path in ROOT.glob("*/*.py")} | {"docs"}
    assert rooms - drawn == set()


@pytest.mark.parametrize(
    "page",
    [
        "README.md",
        "CONTRIBUTING.md",
        "docs/contribute/architecture.md",
        "docs/contribute/style.md",
        "docs/contribute/reuse.md",
    ],
)
def test_every_link_of_the_maintainers_pages_leads_somewhere(page: str) -> None:
    path = ROOT / page
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [target for target in targets if not (path.parent / target).exists()] == []


def test_the_tree_of_the_architecture_page_is_the_real_one() -> None:
    """If not: `python -m tools.build.tree` draws it anew."""
    assert tree.drawn() in tree.PAGE.read_text(encoding="utf-8")
    assert [line for line in tree.drawn().splitlines() if line.endswith("/")] == []


def test_the_newest_version_of_the_changelog_is_the_project_s() -> None:
    """What is not released yet stands above it under 未发布."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert re.search(r"^## (\d\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)[1] == version  # type: ignore[index]
