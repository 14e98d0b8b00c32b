"""A file does one job, and is short enough to be read at once."""

from __future__ import annotations

from tests.support.folders import ROOT

MOST = 300  # lines
ROOMS = ("importer", "macros", "policies", "tests", "tools", "wasm_checker", "yours")
CODE = {".py", ".js", ".mjs", ".ts", ".css", ".html"}


def test_no_file_of_code_is_longer_than_one_reads_at_once() -> None:
    paths = [path for room in ROOMS for path in (ROOT / room).rglob("*") if path.suffix in CODE]
    assert len(paths) > 500
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in paths}
    assert {name: lines for name, lines in lengths.items() if lines > MOST} == {}
