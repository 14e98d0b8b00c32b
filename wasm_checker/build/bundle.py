"""Bundles other people's libraries, each into one self-hosted module, with esbuild. tools/build/licences.py says their licences.

Every file of bundles/ names what the checker uses of one library; its bundle has the same name. Those of bundles/classic/ are for
the pages of tables, and no modules.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

from wasm_checker.runtime.node import node

HERE = Path(__file__).parent
ENTRIES = HERE / "bundles"
MODULES = HERE.parent.parent / "node_modules"
BREAKPOINTS = HERE.parent.parent / "macros" / "kit" / "breakpoints.css"
ESBUILD = MODULES / "esbuild" / "bin" / "esbuild"
# What phone apps' web views and the browsers of older Windows still run. Pages and worker are translated to it; where Python cannot
# run there, the rest of the page does.
BROWSER = "chrome80"
OPTIONS = (
    "--bundle",
    "--minify",
    "--format=esm",
    f"--target={BROWSER}",
    "--charset=utf8",
    "--legal-comments=eof",
    "--log-level=warning",
)
# For pages opened from a disk
CLASSIC = (*OPTIONS[:2], "--format=iife", "--target=es2019", *OPTIONS[4:], "--loader:.xml=text")
OLDEST = "es2017"  # what comes later in the language is translated; what is called beyond it, polyfills.js brings along


class BundleError(Exception):
    """One line saying what went wrong."""


def bundle(out: Path, entries: Iterable[Path] = (), options: Iterable[str] = OPTIONS) -> None:
    """Writes the bundle of each entry (those of bundles/ if none is named) into `out`."""
    chosen = sorted(entries) or sorted(ENTRIES.glob("*.js"))
    command = [
        node(),
        ESBUILD,
        *chosen,
        *options,
        f"--outdir={out}",
    ]
    if not (MODULES / "esbuild").is_dir():
        raise BundleError("需要 npm 包 esbuild；请先运行 npm ci")
    done = subprocess.run(list(map(str, command)), capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise BundleError(f"esbuild：{done.stderr.strip()}")


def scripts(entry: Path, out: Path) -> Path:
    """A page's or worker's script with all it imports in one; what it imports later lies beside it, named by its content."""
    options = [
        "--bundle",
        "--splitting",
        "--minify",
        "--format=esm",
        f"--target={BROWSER}",
        "--charset=utf8",
        "--log-level=warning",
    ]
    # Pyodide asks for these where it runs under node.
    options += ["--legal-comments=none", "--external:node:*", "--external:ws"]
    names = ["--chunk-names=[name].[hash]", f"--outdir={out.resolve()}"]
    # Run where the entry lies: the names of chunks depend on how the way to their sources is written.
    command = [node(), str(ESBUILD), entry.name, *options, *names]
    environment = {**os.environ, "NODE_PATH": str(MODULES)}
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", env=environment, cwd=entry.parent, check=False
    )
    if done.returncode:
        raise BundleError(f"esbuild：{done.stderr.strip()}")
    return out


def classic_script(entry: Path, out: Path) -> None:
    """A script and all it imports, JSON as text, as one classic script: for pages opened from a folder, or to stand in a page.

    A browser that meets one word it does not know refuses the whole: it is written in the words of OLDEST.
    """
    options = ["--bundle", "--minify", "--format=iife", f"--target={OLDEST}", "--charset=utf8", "--log-level=warning"]
    options += ["--loader:.json=text", "--define:globalThis=self"]
    command = [node(), str(ESBUILD), str(entry), *options, f"--outfile={out}"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise BundleError(f"esbuild：{done.stderr.strip()}")


def styles(sheets: Iterable[Path], out: Path) -> None:
    """Each style sheet under its name in `out`, translated to what old browsers know."""
    command = [node(), HERE / "lower-styles.js", BREAKPOINTS, out, *sheets]
    done = subprocess.run(list(map(str, command)), capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise BundleError(f"lightningcss：{done.stderr.strip()}")
