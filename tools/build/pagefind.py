"""Indexes a built site for its search: `python -m tools.build.pagefind site`. The program comes from npm, one package a platform."""

from __future__ import annotations

import argparse
import platform
import subprocess
import sys
from pathlib import Path

PACKAGES = Path(__file__).resolve().parent.parent.parent / "node_modules" / "@pagefind"
MACHINES = {"x86_64": "linux-x64", "aarch64": "linux-arm64"}
# What is pressed or followed, not read
ASIDE = (".headerlink", ".p__more", ".takeaway", ".choose-area", ".jump", ".search-box")
# The element that the theme puts a page's own words in
OPTIONS = ["--root-selector", ".md-content__inner", "--exclude-selectors", ",".join(ASIDE), "--quiet"]


def program() -> Path:
    return PACKAGES / MACHINES.get(platform.machine(), "none") / "bin" / "pagefind_extended"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    site = parser.parse_args().site
    if not program().is_file():
        print(f"pagefind: error: npm has no pagefind for {platform.system()} {platform.machine()}", file=sys.stderr)
        return 1
    return subprocess.run([program(), "--site", site, *OPTIONS], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
