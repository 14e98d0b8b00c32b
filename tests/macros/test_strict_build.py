"""The strict build is only worth something if it fails where it should."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def build(folder: Path, report: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder / "site")]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "REPORT": report}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project with one page for its words and its nav."""
    (tmp_path / "docs").mkdir()
    for name in ("importer", "macros", "policies", "yours", "wasm_checker"):
        (tmp_path / name).symlink_to(ROOT / name)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    before, after = config.split("\nnav:")
    rest = after.split("\n\n", 1)[1]
    (tmp_path / "mkdocs.yml").write_text(f"{before}\nnav:\n  - 首页: index.md\n\n{rest}", encoding="utf-8")
    shutil.copytree(ROOT / "docs" / "assets", tmp_path / "docs" / "assets", ignore=shutil.ignore_patterns("checker"))
    return tmp_path


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# 甲 { #a }\n\n[乙](#b)\n", "#b"),
        pytest.param("# 甲 { #a }\n\n[乙](gone.md)\n", "gone.md", marks=pytest.mark.long),
        ("# 甲 { #a }\n\n{{ no_such_macro() }}\n", "no_such_macro"),
        pytest.param('# 甲 { #a }\n\n{{ reading("no_such_instrument") }}\n', "", marks=pytest.mark.long),
    ],
)
def test_what_is_broken_fails_the_build(project: Path, text: str, said: str) -> None:
    (project / "docs" / "index.md").write_text(text, encoding="utf-8")
    done = build(project)
    assert done.returncode != 0
    assert said in done.stdout + done.stderr


@pytest.mark.long  # and whom to tell is asked of one that builds
def test_the_same_project_unbroken_builds(project: Path) -> None:
    (project / "docs" / "index.md").write_text("# 甲 { #a }\n\n[甲](#a) {{ count('cells') }}\n", encoding="utf-8")
    done = build(project)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("report", "times"), [("https://example.org/report", 1), pytest.param("", 0, marks=pytest.mark.long)]
)
def test_whom_to_tell_of_an_error_stands_on_the_page_if_it_is_set(project: Path, report: str, times: int) -> None:
    (project / "docs" / "index.md").write_text("# 甲 { #a }\n", encoding="utf-8")
    done = build(project, report)
    assert done.returncode == 0, done.stderr
    for name in ("index.html", "404.html"):
        page = (project / "site" / name).read_text(encoding="utf-8")
        assert page.count(f'href="{report}" rel="noreferrer">') == times
        assert page.count("发现写错了？") == times
