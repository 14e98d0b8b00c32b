"""The scripts beside the pages, as they are published."""

from __future__ import annotations

from pathlib import Path

import pytest

import policies
from macros.compare import comparison
from macros.tables import selection
from macros.tables.origin import Origin
from tools.build import page_assets


@pytest.mark.node
def test_no_script_of_a_page_needs_a_name_that_browsers_of_2019_do_not_know(tmp_path: Path) -> None:
    page_assets.write(tmp_path)
    scripts = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.glob("*.js")}
    assert set(page_assets.EVERYWHERE) <= scripts.keys()
    assert [name for name, text in scripts.items() if "globalThis" in text] == []


def test_the_script_of_a_table_s_data_needs_none_either() -> None:
    assert "globalThis" not in selection.script(comparison.whole(policies.load()), Origin("容错纠错政策对照"))
