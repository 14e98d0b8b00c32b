"""What a developer sees is what is published: `make serve` and `make site` make the same check page."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.check.page import assets
from macros.kit.built import AssetsMissing
from tools.serve import builds


@pytest.mark.slow
def test_the_check_page_that_is_served_is_the_one_that_is_published(
    site_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(builds, "due", list)  # from the same assets
    served = builds.Site(tmp_path)
    assert served.whole()
    served.runner.stop()
    assert served.folder
    published, seen = ({path.name: path.read_bytes() for path in files(root)} for root in (site_dir, served.folder))
    assert {"index.html", "sw.js", "offline.html"} < published.keys()
    assert published == seen


def files(site: Path) -> list[Path]:
    return [path for path in (site / "check").iterdir() if path.suffix not in {".br", ".gz"}]


def test_pages_without_the_checker_s_assets_are_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(AssetsMissing, match="请先运行"):
        assets(tmp_path)
