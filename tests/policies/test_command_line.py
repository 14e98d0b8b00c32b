"""`python -m policies` as a maintainer calls it, on a copy of data and code."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.independent import DATA, cells, folders, plain


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for room in (DATA, DATA.parent / "importer"):  # the grammar of labels is shared
        shutil.copytree(room, tmp_path / room.name, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def run(project: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "policies"], cwd=project, capture_output=True, encoding="utf-8", check=False
    )


def test_sound_data_are_counted_on_standard_output(project: Path) -> None:
    done = run(project)
    assert (done.returncode, done.stderr) == (0, "")
    instruments = sum(len(plain(path)["instruments"]) for path in DATA.glob("*/document.yaml"))
    for count in (f"{len(folders())} 份文件", f"{instruments} 份文书", f"{len(cells())} 个单元格"):
        assert count in done.stdout


def test_breaks_in_two_files_are_printed_once_each_on_standard_error_and_without_a_traceback(project: Path) -> None:
    cells = project / "policies" / "xuzhou" / "cells" / "xuzhou.yaml"
    text = project / "policies" / "pingdingshan" / "text.yaml"
    broken = cells.read_text(encoding="utf-8").replace("document_number:\n", "document_number:\n  colour: red\n", 1)
    cells.write_text(broken, encoding="utf-8")
    text.write_text(
        text.read_text(encoding="utf-8").replace("鲁山凝聚强劲动力", "鲁山凝聚强大动力", 1), encoding="utf-8"
    )
    done = run(project)
    assert (done.returncode, done.stdout) == (1, "")
    lines = done.stderr.splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("policies/pingdingshan/text.yaml:")
    assert "elements[1].text: 与原件第 " in lines[0]
    assert "原件是“劲动力。" in lines[0]
    colour = broken[: broken.index("  colour")].count("\n") + 1
    assert lines[1] == f"policies/xuzhou/cells/xuzhou.yaml:{colour}: document_number.colour: 不认识的字段，这里是“red”"
    assert lines[2] == "数据有 2 处错误，没有生成任何内容。"
    assert "Traceback" not in done.stderr
