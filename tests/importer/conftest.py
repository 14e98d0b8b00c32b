"""The real files beside the repository; without them their tests are skipped, and say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importer import measure


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "real" in metafunc.fixturenames:
        files = measure.corpus()
        missing = pytest.param(
            None, marks=pytest.mark.skip(reason=f"no {measure.CORPUS}: 56 real texts were not tried")
        )
        metafunc.parametrize(
            "real", files or [missing], ids=lambda path: path.stem[:20] if isinstance(path, Path) else "none"
        )
