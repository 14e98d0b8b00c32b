"""The published diagrams and the scripts that walk them, as the build writes them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from wasm_checker.build.assets import BROWSER
from wasm_checker.content import diagram_json
from wasm_checker.core.assess import Core
from wasm_checker.core.service import Service


@pytest.fixture(scope="session")
def core(service: Service) -> Core:
    return service.core


@pytest.fixture(scope="session")
def data(core: Core) -> dict[str, Any]:
    return diagram_json.diagrams(core)


@pytest.fixture(scope="session")
def assets(data: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the build writes of the walk, without the runtime beside it."""
    out = tmp_path_factory.mktemp("walk")
    scripts = [(BROWSER / "judge" / name).read_text(encoding="utf-8") for name in diagram_json.WALK]
    (out / "judge").mkdir()
    (out / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    for name, script in zip(diagram_json.WALK, scripts, strict=True):
        (out / "judge" / name).write_text(script, encoding="utf-8")
    (out / "diagrams.json").write_text(diagram_json.text(data), encoding="utf-8")
    (out / "walk.js").write_text(diagram_json.classic(scripts, data), encoding="utf-8")
    return out
