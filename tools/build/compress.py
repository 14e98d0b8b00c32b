"""Lays .br and .gz files beside a site's files, for servers that send these: `python -m tools.build.compress site`.

What is compressed is cached under the hash of its content, so that only what has changed takes time.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
CACHE = ROOT / ".cache" / "compressed"
KINDS = {
    ".css",
    ".csv",
    ".html",
    ".ico",
    ".js",
    ".json",
    ".mjs",
    ".svg",
    ".txt",
    ".wasm",
    ".webmanifest",
    ".xml",
    ".zip",
}
SMALLEST = 512  # bytes; below, a compressed file saves no packet
# What a visitor to the checker waits for is worth the time; the unmodified runtime, which few ever load, is not.
BEST = ("assets/checker/", "assets/javascripts/", "assets/stylesheets/", "check/")
QUICK = ("pyodide-lock.json", "python_stdlib.zip", "pyodide.js", "walk.js", "single.js", "offline.html")


def compress(site: Path, cache: Path = CACHE) -> None:
    cache.mkdir(parents=True, exist_ok=True)
    wanted = list(_wanted(site, cache))
    jobs = {str(cached): (str(path), str(cached), quality) for path, cached, quality in wanted if not cached.is_file()}
    if jobs:
        search = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)))
        command = [shutil.which("node", path=search) or "node", str(Path(__file__).with_name("compress.js"))]
        subprocess.run(command, input=json.dumps(list(jobs.values())), encoding="utf-8", check=True)
    for path, cached, _ in wanted:
        if cached.stat().st_size < path.stat().st_size:
            shutil.copyfile(cached, path.with_name(path.name + cached.suffix))


def _wanted(site: Path, cache: Path) -> Iterator[tuple[Path, Path, int]]:
    """Every file to compress, where the cache has it, and how hard to try."""
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.suffix not in KINDS or path.stat().st_size < SMALLEST:
            continue
        digest = hashlib.sha256(path.read_bytes()).hexdigest()[:32]
        quality = 11 if name.startswith(BEST) and not name.endswith(QUICK) else 8
        yield path, cache / f"{digest}.{quality}.br", quality
        yield path, cache / f"{digest}.9.gz", 9


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    try:
        compress(parser.parse_args().site)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"compress: error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
