"""What sets the project up does no harm to what is not its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.folders import ROOT

SETUP = ROOT / "tools" / "setup"


@pytest.mark.parametrize("name", [".venv", "node_modules"])
@pytest.mark.parametrize("command", ["base", "browser", "engines", "bench", "host", "lock"])
def test_a_link_to_another_folder_is_refused_in_one_line_and_that_folder_keeps_what_it_has(
    tmp_path: Path, name: str, command: str
) -> None:
    theirs, mine = tmp_path / "theirs", tmp_path / "mine"
    theirs.mkdir()
    (theirs / "precious").write_text("x", encoding="utf-8")
    shutil.copytree(SETUP, mine / "tools" / "setup")
    (mine / name).symlink_to(theirs)
    done = subprocess.run(
        [sys.executable, "-m", "tools.setup.bootstrap", command],
        cwd=mine,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"bootstrap: error: {name}: a symbolic link")
    assert done.stdout == ""
    assert [path.name for path in theirs.iterdir()] == ["precious"]
    assert (mine / name).is_symlink()
