"""What an edit makes necessary, and the builds that do it: first the pages that somebody looks at, then the whole site."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from tools.build.assets import GENERATED, GENERATORS
from tools.build.steps import after_assets

ROOT = Path(__file__).resolve().parent.parent.parent
MADE = ROOT / ".cache" / "serve.json"  # generator → the fingerprint of what it was made from
PAGES = tuple(path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "docs").glob("*.md")))
# What each generator reads, beside its own code.
INPUTS = {
    "tools.build.page_assets": ("macros",),
    "macros.face.write_cards": (
        "importer",
        "policies",
        "yours",
        "macros",
        "mkdocs.yml",
        "docs/read",
        "docs/compare",
        *PAGES,
    ),
    "wasm_checker.build": ("importer", "policies", "wasm_checker"),
    "macros.check.offline_file": ("importer", "policies", "yours", "wasm_checker", "macros", "mkdocs.yml"),
    "macros.data.write_data": ("importer", "policies", "yours", "macros"),
    "wasm_checker.content.write_diagrams": ("importer", "policies", "wasm_checker"),
    "wasm_checker.build.wheel": ("importer", "policies", "wasm_checker", "pyproject.toml", "LICENSE"),
    "tools.build.vendor": ("package-lock.json",),
    "tools.build.licences": (
        "package-lock.json",
        "requirements.lock",
        "tools/build/licences",
        "wasm_checker/runtime/licences",
    ),
}
ENDINGS = {
    "tools.build.page_assets": {".css", ".js", ".mjs", ".svg"},
    "wasm_checker.build.wheel": {"", ".md", ".py", ".toml", ".typed", ".yaml"},
}
WORDS = {
    "tools.build.page_assets": "styles and scripts 样式和脚本",
    "macros.face.write_cards": "cards to share 分享图",
    "wasm_checker.build": "the checker 检查程序",
    "macros.check.offline_file": "the offline file 离线版",
    "macros.data.write_data": "the published data 数据",
    "wasm_checker.content.write_diagrams": "the published diagrams 判断图",
    "wasm_checker.build.wheel": "the package of the rules 规则包",
    "tools.build.vendor": "libraries 所用的库",
    "tools.build.licences": "licences 许可",
    "mkdocs": "the pages 页面",
    "tools.serve.partial": "the open page 正在看的页面",
    "tools.build.policy": "which scripts may run 允许运行的脚本",
    "tools.build.after_build": "the pages' last step 网页的最后一步",
}
CHECKER = "wasm_checker.build"
SHOWN = {"tools.build.page_assets"}  # what a page needs to be looked at; the rest comes with the whole build
Step = Sequence[str]


def fingerprint(module: str) -> str:
    """Of all that a generator reads: paths, sizes and times of change."""
    endings = ENDINGS.get(module)
    digest = hashlib.sha256()
    for name in INPUTS[module]:
        start = ROOT / name
        for path in sorted(start.rglob("*")) if start.is_dir() else [start]:
            if path.is_file() and "__pycache__" not in path.parts and (not endings or path.suffix in endings):
                status = path.stat()
                digest.update(f"{path.relative_to(ROOT)} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def due() -> list[Step]:
    """The generators whose inputs have changed since they ran, whichever server ran them."""
    made = json.loads(MADE.read_text(encoding="utf-8")) if MADE.is_file() else {}
    whole = all((ROOT / folder).is_dir() for folder in GENERATED)
    found = [one for one in GENERATORS if not whole or made.get(one[0]) != fingerprint(one[0])]
    # The runtime that is cut to the core takes a minute to make; until `make site` has made it the published one does.
    return [(*one, "--made") if one[0] == "wasm_checker.build" else one for one in found]


def remember(modules: Iterable[str], prints: dict[str, str]) -> None:
    made = json.loads(MADE.read_text(encoding="utf-8")) if MADE.is_file() else {}
    made |= {module: prints[module] for module in modules if module in prints}
    MADE.parent.mkdir(exist_ok=True)
    fresh = MADE.with_suffix(".new")  # a server that is stopped here leaves no half of it
    fresh.write_text(json.dumps(made), encoding="utf-8")
    fresh.replace(MADE)


class Runner:
    """Runs steps in an interpreter that is warm already, one at a time; a new change stops the one that runs."""

    def __init__(self, told: Callable[[str], None], changed: Callable[[], bool]) -> None:
        self._told, self._changed = told, changed
        self._spare = _warm()
        self.child: subprocess.Popen[str] | None = None

    def run(self, steps: Sequence[Step], *, stops: bool = False) -> bool:
        """Whether all succeeded; with `stops`, not if something has changed meanwhile."""
        if not steps:
            return True
        self.child, self._spare = self._spare, _warm()
        assert self.child.stdin
        self.child.stdin.write(json.dumps(steps) + "\n")
        self.child.stdin.close()
        hearing = threading.Thread(target=self._hear, args=(self.child,), daemon=True)
        hearing.start()
        while self.child.poll() is None and not (stops and self._changed()):
            time.sleep(0.02)
        code = self.child.poll()
        _end(self.child)
        hearing.join()
        _close(self.child)
        return code == 0

    def _hear(self, child: subprocess.Popen[str]) -> None:
        """Says what the build says, but for what mkdocs says of every build."""
        assert child.stdout
        for line in child.stdout:
            if line.startswith("@begun "):
                self._told(WORDS.get(line.split()[1], line.split()[1]))
            elif line.startswith("@done "):
                _, module, seconds = line.split()
                print(f"serve:   {WORDS.get(module, module)}: {seconds} s", flush=True)
            elif not line.startswith(("INFO ", "A 'dirty' build", "WARNING -  A 'dirty'")) and line.strip():
                print(line, end="", flush=True)

    def stop(self) -> None:
        for child in filter(None, (self.child, self._spare)):
            _end(child)
            _close(child)


def _warm() -> subprocess.Popen[str]:
    # In a session of its own, so that its end is the end of what it has started too.
    return subprocess.Popen(
        [sys.executable, "-m", "tools.serve.warm"],
        cwd=ROOT,
        start_new_session=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )


def _end(child: subprocess.Popen[str]) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def _close(child: subprocess.Popen[str]) -> None:
    for stream in filter(None, (child.stdin, child.stdout)):
        with contextlib.suppress(BrokenPipeError):
            stream.close()


class Site:
    """The site that is served. Its folder is replaced by each whole build; a page of it, by a quick one."""

    def __init__(self, workspace: Path, changed: Callable[[], bool] = lambda: False) -> None:
        self.workspace = workspace
        self.folder: Path | None = None
        self.step = "starting 启动"
        self.laid: set[Path] = set()  # the generated files in the folder, within docs/
        self.shared = 0  # grows with whatever all pages load
        self.number = 0
        self.runner = Runner(self._told, changed)

    def _told(self, step: str) -> None:
        self.step = step

    def quick(self, pages: Sequence[str]) -> None:
        """The pages that are open, within the site that stands: the one looked at last comes first."""
        for page in pages:
            if not (self.folder and self._quick(page, self.folder)):
                return

    def _quick(self, page: str, folder: Path) -> bool:
        wanted = SHOWN | ({CHECKER} if page == "check.md" else set())
        steps = [one for one in due() if one[0] in wanted]
        prints = {one[0]: fingerprint(one[0]) for one in steps}
        if not self.runner.run(steps):
            return False
        remember(prints, prints)
        self.sync()
        last = "tools.build.after_build" if page == "check.md" else "tools.build.policy"
        return self.runner.run([("tools.serve.partial", str(folder), page), (last, str(folder))])

    def sync(self) -> None:
        """Lays what has been generated anew beside the pages that stand, and takes away what is not generated any more."""
        assert self.folder
        before, self.laid = self.laid, generated()
        for name in before - self.laid:
            (self.folder / name).unlink(missing_ok=True)
        for name in self.laid:
            source, target = ROOT / "docs" / name, self.folder / name
            if not (target.is_file() and _same(source, target)):
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(source, target)
                self.shared += 1

    def whole(self) -> bool:
        """Everything, into a folder of its own, which is served once it is whole."""
        began = time.monotonic()
        self.number += 1
        folder = self.workspace / str(self.number)
        steps = due()
        prints = {one[0]: fingerprint(one[0]) for one in steps}
        pages = [*steps, *after_assets(str(folder))]
        if self.runner.run(pages, stops=self.folder is not None):
            remember(prints, prints)
            old, self.folder, self.laid = self.folder, folder, generated()
            self.shared += bool(steps)
            if old:
                shutil.rmtree(old, ignore_errors=True)
            print(f"serve: built in {time.monotonic() - began:.1f} s", flush=True)
            return True
        shutil.rmtree(folder, ignore_errors=True)
        return False


def generated() -> set[Path]:
    """All files that generators have made, as they lie within docs/."""
    docs = ROOT / "docs"
    return {path.relative_to(docs) for name in GENERATED for path in (ROOT / name).rglob("*") if path.is_file()}


def _same(one: Path, other: Path) -> bool:
    first, second = one.stat(), other.stat()
    return first.st_size == second.st_size and (
        first.st_mtime_ns == second.st_mtime_ns or one.read_bytes() == other.read_bytes()
    )
