"""Writes docs/assets/: the style sheets, scripts and pictures that lie beside the Python that draws what they style.

`python -m tools.build.page_assets --out docs/assets --page docs/check`. All names are flat, so that a sheet's address does not depend
on its room. The scripts of every page lie once more beside the check page, named by their content: what it keeps for when there is no
network is of one version. which.json says by which names.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

from wasm_checker.build.bundle import BROWSER, ESBUILD, BundleError, styles
from wasm_checker.runtime.node import NodeMissing, node

ROOT = Path(__file__).resolve().parent.parent.parent
ROOMS = ROOT / "macros"
OPTIONS = (
    "--bundle",
    "--minify",
    f"--target={BROWSER}",
    "--charset=utf8",
    "--log-level=warning",
    "--legal-comments=inline",
    "--define:globalThis=window",  # browsers of 2019 know no globalThis, and a script of every page must not die there
)
# The scripts stand in pages, the first sheet in the offline file as it is; the others are within each script or sheet that wants them.
WITHIN = {
    *("too-old-notice.js", "find-root.js", "type-size-early.js", "offline-dark.js", "misserved.js"),
    *("offline.css", "folder-links.js", "breakpoints.css", "tokens.css"),
}
EVERYWHERE = ("menu.js", "disclose.js", "copy.js", "terms.js", "find.js")  # as in mkdocs.yml
# The sheets of every page, in this order, are one file: it is asked for once, and is smaller than its parts.
SHEETS = ("site", "pieces", "identity", "provision", "comparison", "codebook", "terms", "figures", "print")
TOGETHER = "everywhere.css"  # as in mkdocs.yml


def sources() -> dict[str, Path]:
    """Name → path of every file to write. Raises BundleError if two rooms have one name."""
    found: dict[str, Path] = {}
    for path in sorted(ROOMS.rglob("*.*")):
        if path.suffix not in {".css", ".js", ".svg"} or path.name in WITHIN:
            continue
        if path.name in found:
            raise BundleError(f"{path.relative_to(ROOT)} 与 {found[path.name].relative_to(ROOT)} 重名")
        found[path.name] = path
    return found


def write(out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    files = sources()
    for old in out.iterdir():
        if old.is_file() and old.name not in {*files, TOGETHER}:
            old.unlink()
    for name, path in files.items():
        if path.suffix == ".svg":
            shutil.copyfile(path, out / name)
    styles((path for path in files.values() if path.suffix == ".css"), out)
    together = "\n".join((out / f"{name}.css").read_text(encoding="utf-8") for name in SHEETS)
    (out / TOGETHER).write_text(together, encoding="utf-8")
    scripts = [str(path) for path in files.values() if path.suffix == ".js"]
    command = [node(), str(ESBUILD), *scripts, *OPTIONS, "--entry-names=[name]", f"--outdir={out.resolve()}"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT, check=False)
    if done.returncode:
        raise BundleError(f"esbuild：{done.stderr.strip()}")


def write_beside(out: Path, page: Path) -> None:
    page.mkdir(parents=True, exist_ok=True)
    names = {}
    for name in EVERYWHERE:
        stem = name.removesuffix(".js")
        for old in page.glob(f"{stem}.*.js"):
            old.unlink()
        content = (out / name).read_bytes()
        names[name] = f"{stem}.{hashlib.sha256(content).hexdigest()[:12]}.js"
        (page / names[name]).write_bytes(content)
    (out / "which.json").write_text(json.dumps(names), encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--page", type=Path, required=True)
    options = parser.parse_args()
    try:
        write(options.out)
        write_beside(options.out, options.page)
    except (OSError, BundleError, NodeMissing) as error:
        print(f"page_assets: error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
