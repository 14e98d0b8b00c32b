"""Writes LICENSES.txt, whole, of all that the site ships of other people's: `python -m tools.build.licences --out docs/assets`.

Nobody keeps a list by hand: esbuild says which npm packages our scripts hold something of, and the theme's source map which ones its
own script does. What has no licence to be found stops the build.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path

from tools.build.page_assets import sources
from wasm_checker import runtime
from wasm_checker.build.assets import lay_scripts
from wasm_checker.build.bundle import ENTRIES, ESBUILD, MODULES, BundleError
from wasm_checker.runtime.node import NodeMissing, node

ROOT = Path(__file__).resolve().parent.parent.parent
TEXTS = Path(__file__).with_name("licences")  # of npm packages within the theme, which has none of their licences
NAME = "LICENSES.txt"
RUNTIME = "pyodide"  # says its own, at the end
# The checker's scripts as wasm_checker/build/assets.py bundles them
CHECKER = (
    "judge/worker.js",
    "yours/worker.js",
    "yours/page.js",
    *(f"arrive/{name}.js" for name in ("first-verdict", "offline-file", "checker", "register")),
)
# Sets of which icons stand in the theme's pages and style sheets
ICONS = {
    "material": "Material Design Icons",
    "octicons": "Octicons",
    "fontawesome": "Font Awesome Free",
}
# Python packages of which something is in the files that are published: what finds
# differences, styles and settings of the library in DOCX and XLSX, days.
PYTHON = ("diff-match-patch", "python-docx", "xlsxwriter", "chinesecalendar", "borax")
OPENING = """\
Other people's work in this site, and its licences

What is the site's own is under the MIT License; the official texts are nobody's property. The pictures of pages that are shared are
drawn with Noto Sans SC and Noto Serif SC (SIL Open Font License 1.1); the fonts themselves are not shipped. In this order follow: the
theme with what is within it, the libraries of the scripts, the libraries that wrote the files to download, the Python runtime.
"""
MIT_OF = {"chinesecalendar": "Copyright (c) Lirian Su"}  # it says so and whose it is, and brings no file


class LicenceMissing(Exception):
    """One line naming a package that is shipped without a licence to be found."""


def whole() -> str:
    parts = [OPENING, *theme(), *map(npm, sorted(bundled() - {RUNTIME})), *map(python, PYTHON)]
    return "\n\n".join(parts) + "\n\n" + runtime.licences()


def bundled() -> set[str]:
    """The npm packages of which something is in a script that the site ships, the theme's aside."""
    with tempfile.TemporaryDirectory() as scratch:
        aside, out = Path(scratch) / "aside", Path(scratch) / "out"
        aside.mkdir()
        lay_scripts(aside)
        (aside / "first.json").write_text("{}", encoding="utf-8")
        ours = [path for path in sources().values() if path.suffix == ".js"]
        libraries = [*ENTRIES.glob("*.js"), *(ENTRIES / "classic").glob("*.js")]
        entries = [*ours, *libraries, *(aside / name for name in CHECKER)]
        return packages(entries, out)


def packages(entries: list[Path], out: Path) -> set[str]:
    """The npm packages that these scripts take in, with those that these are made with: what is published may hold those already."""
    options = [
        "--bundle",
        "--format=esm",
        "--loader:.xml=text",
        "--external:node:*",
        "--external:ws",
        "--log-level=error",
    ]
    meta = out.with_suffix(".json")
    command = [node(), str(ESBUILD), *map(str, sorted(entries)), *options, f"--outdir={out}", f"--metafile={meta}"]
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", env={"NODE_PATH": str(MODULES)}, cwd=ROOT, check=False
    )
    if done.returncode:
        raise BundleError(f"esbuild：{done.stderr.strip()}")
    waiting = {found for path in json.loads(meta.read_text(encoding="utf-8"))["inputs"] if (found := package_of(path))}
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        seen.add(name)
        if name != RUNTIME:  # what runs under node only is left out of it
            needs = json.loads((MODULES / name / "package.json").read_text(encoding="utf-8")).get("dependencies", {})
            waiting |= {other for other in needs if not other.startswith("@types/")} - seen
    return seen


def package_of(path: str) -> str:
    """The npm package that a path of a source leads into, or ''."""
    found = re.search(r".*node_modules/((?:@[^/]+/)?[^/]+)/", path)
    return found[1] if found else ""


def theme() -> list[str]:
    """The theme's own notice, those of the packages within its script and style sheets, and those of its icons."""
    spec = find_spec("material")
    if not spec or not spec.submodule_search_locations:
        raise LicenceMissing("the theme is not installed")
    templates = Path(spec.submodule_search_locations[0]) / "templates"
    within = sorted(
        {
            found
            for path in (templates / "assets").glob("*/*.map")
            for source in json.loads(path.read_text(encoding="utf-8"))["sources"]
            if (found := package_of(source))
        }
    )
    parts = [python("mkdocs-material")]
    parts += [notice(name, file(name, [TEXTS / f"{name.replace('/', '__')}.txt"])) for name in within]
    for folder, name in ICONS.items():
        parts.append(notice(name, file(name, sorted((templates / ".icons" / folder).glob("LICENSE*")))))
    return parts


def npm(name: str) -> str:
    return notice(name, file(name, sorted(path for path in (MODULES / name).iterdir() if is_licence(path.name))))


def python(name: str) -> str:
    """The licence of an installed Python package, from what it was published with."""
    try:
        files = distribution(name).files or []
    except PackageNotFoundError as error:
        raise LicenceMissing(f"{name} is not installed") from error
    found = [Path(str(path.locate())) for path in files if "info" in path.parts[0] and is_licence(path.name)]
    if not found and name in MIT_OF:
        words = re.search(
            r"Permission is .*?DEALINGS IN THE\s+SOFTWARE\.", (ROOT / "LICENSE").read_text("utf-8"), re.DOTALL
        )
        assert words
        return notice(name, f"MIT License\n\n{MIT_OF[name]}\n\n{words[0]}")
    return notice(name, file(name, found))


def is_licence(name: str) -> bool:
    return name.upper().startswith(("LICEN", "COPYING"))


def file(name: str, found: list[Path]) -> str:
    if not found or not found[0].is_file():
        raise LicenceMissing(
            f"{name} is shipped, and no licence of it is to be found; put one into {TEXTS.relative_to(ROOT)}"
        )
    return found[0].read_text(encoding="utf-8").strip()


def notice(name: str, text: str) -> str:
    return f"{name}\n{'=' * len(name)}\n\n{text}\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    try:
        (parser.parse_args().out / NAME).write_text(whole(), encoding="utf-8")
    except (OSError, BundleError, NodeMissing, LicenceMissing) as error:
        print(f"licences: error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
