"""Lighthouse, as a phone, on one page of each type, from a server that compresses: `make bench-lighthouse`.

Its package is large and nothing else needs it: npm fetches it when it is asked for, at the version named here.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tools.measure.bench_pages import SITE, STAMP, served
from tools.serve.precompressed import Precompressed

PACKAGE = "lighthouse@12.8.2"
# Page → the least performance, of 100; the other categories must be whole.
PAGES = {"": 95, "read/xuzhou/": 95, "compare/": 95, "compare/application/": 95, "asked/": 95, "check/": 90}
FLAGS = "--headless --no-sandbox --disable-gpu"


class Quiet(Precompressed):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """The terminal belongs to the figures."""


def scores(url: str, stamp: dict[str, Any]) -> dict[str, int]:
    """Category → 0 to 100. Raises CalledProcessError if Lighthouse fails."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "report.json"
        options = (
            "--quiet",
            "--output=json",
            f"--output-path={out}",
            f"--chrome-flags={FLAGS}",
            "--form-factor=mobile",
        )
        command = ["npm", "exec", "--yes", "--", PACKAGE, url, *options]
        env = {**os.environ, **stamp["env"], "CHROME_PATH": stamp["executable"]}
        subprocess.run(command, env=env, check=True, capture_output=True, encoding="utf-8")
        report = json.loads(out.read_text(encoding="utf-8"))
    return {name: round(100 * category["score"]) for name, category in report["categories"].items()}


def main() -> int:
    if not STAMP.is_file() or not (SITE / "index.html").is_file():
        print("lighthouse: error: a browser and a built site are needed: run `make bench-lighthouse`", file=sys.stderr)
        return 1
    stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    short = []
    with served(SITE, Quiet) as site:
        for page, least in PAGES.items():
            found = scores(site + page, stamp)
            print(f"{page or '/':24}" + "  ".join(f"{name} {score}" for name, score in found.items()), flush=True)
            if any(score < (least if name == "performance" else 100) for name, score in found.items()):
                short.append(page or "/")
    if short:
        print(f"lighthouse: below the bar: {', '.join(short)}", file=sys.stderr)
    return bool(short)


if __name__ == "__main__":
    sys.exit(main())
