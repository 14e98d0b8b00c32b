"""The sums are those of coreutils, and tell what was changed, lost or added."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.folders import ROOT
from tools.release import sums


def test_the_built_site_has_a_line_for_every_file_and_every_line_is_right(site_dir: Path) -> None:
    assert sums.differences(site_dir) == []
    assert len((site_dir / sums.NAME).read_text(encoding="utf-8").splitlines()) > 500


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="coreutils are not here")
def test_sha256sum_reads_them(tmp_path: Path) -> None:
    (tmp_path / "条").mkdir()
    (tmp_path / "条" / "a b.txt").write_text("x", encoding="utf-8")
    sums.write(tmp_path)
    command = ["sha256sum", "--check", "--strict", "--quiet", sums.NAME]
    subprocess.run(command, cwd=tmp_path, check=True)


def test_what_was_changed_lost_or_added_is_told_each_in_a_line(tmp_path: Path) -> None:
    for name in ("changed", "lost", "same"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    sums.write(tmp_path)
    (tmp_path / "changed").write_text("other", encoding="utf-8")
    (tmp_path / "lost").unlink()
    (tmp_path / "added").write_text("", encoding="utf-8")
    command = [sys.executable, "-m", "tools.release.sums", "--check", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "sums: error: added: not in SHA256SUMS",
        "sums: error: changed: changed",
        "sums: error: lost: missing",
    ]
