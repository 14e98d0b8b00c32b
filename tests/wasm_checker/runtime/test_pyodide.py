"""The same core, CPython and Pyodide, as published and as the site ships it: every case comes to the same bytes."""

from __future__ import annotations

import json
import subprocess
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from policies import Library
from tests.support.folders import SUPPORT
from wasm_checker.build.assets import CACHE, RUNTIME, build, use
from wasm_checker.core.service import Service
from wasm_checker.runtime import FILES, MADE, BuildError, lean, pinned, served
from wasm_checker.runtime.node import node

Call = tuple[str, ...]


@pytest.fixture(scope="module")
def assets(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("assets") / "checker"
    build(library, out, out.parent / "check")
    return out


def calls(library: Library) -> list[Call]:
    """Every case judged; every method of the service; and what it must refuse."""
    facts = [json.dumps(case.facts) for instrument in library.instruments for case in instrument.cases]
    odd: list[dict[str, object]] = [{}, {"nobody": True}, {"private_gain": "yes"}, {"application_date": "2099-01-01"}]
    rules = [rule.id for instrument in library.instruments for rule in instrument.rules]
    asked: list[Call] = [("assess", one) for one in [*facts, *map(json.dumps, odd)]]
    asked += [("explain", one, rule) for one, rule in zip(facts[:: len(facts) // len(rules) or 1], rules, strict=False)]
    asked += [
        ("deadlines", "2026-02-10", "2026-02-20"),
        ("deadlines", "2098-01-01", "2098-01-02"),
        ("deadlines", "x", "y"),
    ]
    return asked


def ran(assets: Path, kind: str, asked: list[Call]) -> list[str]:
    done = subprocess.run(
        [node(), str(SUPPORT / "pyodide-cases.js"), str(assets), kind],
        input=json.dumps(asked),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.splitlines()


@pytest.mark.node
@pytest.mark.parametrize(
    ("kind", "step"),
    [
        ("lean", 10),
        pytest.param("lean", 1, marks=pytest.mark.long),
        pytest.param("plain", 1, marks=pytest.mark.long),
    ],
)
def test_every_call_comes_to_the_same_bytes_in_pyodide(
    assets: Path, library: Library, service: Service, kind: str, step: int
) -> None:
    """In the everyday run every tenth case, and all that is not a case; in no order in which the build has tried them."""
    every = calls(library)
    cases = sum(len(instrument.cases) for instrument in library.instruments)
    asked = [*every[:cases:step], *every[cases:]]
    Random(step).shuffle(asked)  # noqa: S311 - chance, not secrets
    wanted = [getattr(service, method)(*arguments) for method, *arguments in asked]
    assert ran(assets, kind, asked) == wanted


@pytest.mark.node
def test_what_the_lean_runtime_keeps_lies_in_its_memory_without_what_the_core_never_needs(
    assets: Path, library: Library
) -> None:
    made = json.loads((lean(RUNTIME, CACHE, use(library)) / "kept.json").read_text(encoding="utf-8"))
    kept, (functions, total) = made["modules"], made["functions"]
    assert 0.25 < functions / total < 0.6
    (module,) = assets.glob("python.*.wasm")
    memory = module.read_bytes()
    assert all(name.encode() in memory for name in kept)
    assert b"Node.js v" not in memory, "which node made it is of no concern to who runs it"
    assert {"json.decoder", "dataclasses", "wasm_checker.core.service", "pyodide.ffi"} <= set(kept)
    assert not {"ssl", "logging", "email", "asyncio.events", "zipfile", "unittest"} & set(kept)


@pytest.mark.node
@pytest.mark.parametrize("count", [50, pytest.param(150, marks=pytest.mark.long)])
def test_calls_unlike_those_it_was_cut_to_find_all_they_need_in_the_lean_runtime(
    assets: Path, library: Library, service: Service, count: int
) -> None:
    asked = strange_calls(service, count)
    assert not set(asked) & set(calls(library))
    wanted = [getattr(service, method)(*arguments) for method, *arguments in asked]
    assert ran(assets, "lean", asked) == wanted


def strange_calls(service: Service, count: int) -> list[Call]:
    """Random answers of every kind of fact, right and wrong, to every method that takes them."""
    chance = Random(20181226)  # noqa: S311 - chance, not secrets
    asked: list[Call] = []
    core = service.core
    for _ in range(count):
        facts: dict[str, object] = {}
        for ident, fact in core.facts.items():
            draw = chance.random()
            if draw < 0.4:
                facts[ident] = fact.value(chance.randrange(fact.size))
            elif draw < 0.45 and fact.known_by != "person":
                facts[ident] = "organ"
            elif draw < 0.452:
                facts[ident] = chance.choice([None, [], "无此选项", 10**30, -3])
        text = json.dumps(facts, ensure_ascii=False, default=str)
        asked += [("assess", text), ("explain", text, chance.choice(list(core.rules)))]
        day = (date(2016, 1, 1) + timedelta(chance.randrange(4500))).isoformat()
        asked += [
            ("deadlines", day, "2018-01-01"),
            ("ics", chance.choice(list(service.limits)), day, day, "题", "x", "y"),
        ]
    return asked


@pytest.mark.long
@pytest.mark.node
def test_the_lean_runtime_is_the_same_when_made_again_elsewhere(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = lean(RUNTIME, CACHE, use(library))
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    again = lean(RUNTIME, tmp_path, use(library))
    assert first.name == again.name
    for name in MADE:
        assert (first / name).read_bytes() == (again / name).read_bytes(), name


def test_two_builds_are_byte_identical(library: Library, assets: Path, tmp_path: Path) -> None:
    again = tmp_path / assets.name
    build(library, again, tmp_path / "check")
    names = sorted(path.relative_to(assets).as_posix() for path in assets.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(again).as_posix() for path in again.rglob("*") if path.is_file())
    assert {"manifest.json", f"pyodide-{pinned()}/pyodide.asm.wasm"} <= set(names)
    for name in names:
        assert (assets / name).read_bytes() == (again / name).read_bytes(), name


def test_the_unmodified_runtime_alone_is_one_switch_away(library: Library, tmp_path: Path) -> None:
    build(library, tmp_path / "checker", tmp_path / "check", cache=tmp_path / "nothing", plain=True)
    assert not (tmp_path / "nothing").exists()
    manifest = json.loads((tmp_path / "checker" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["runtime"] == "plain"
    assert manifest["files"]["python.wasm"]["path"] == f"pyodide-{pinned()}/pyodide.asm.wasm"
    for name in FILES:
        assert (tmp_path / "checker" / f"pyodide-{pinned()}" / served(name)).read_bytes() == (
            RUNTIME / name
        ).read_bytes()


def test_a_runtime_of_another_version_is_refused_and_leaves_what_was_there(library: Library, tmp_path: Path) -> None:
    (tmp_path / "pyodide").mkdir()
    (tmp_path / "pyodide" / "package.json").write_text('{"version": "0.1"}', encoding="utf-8")
    out = tmp_path / "checker"
    out.mkdir()
    (out / "kept").write_text("x", encoding="utf-8")
    with pytest.raises(BuildError, match=pinned()):
        build(library, out, tmp_path / "check", source=tmp_path / "pyodide")
    assert [path.name for path in out.iterdir()] == ["kept"]
