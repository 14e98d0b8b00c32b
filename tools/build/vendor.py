"""Bundles what the pages of tables load of other people's scripts: `python -m tools.build.vendor --out docs/assets/vendor`."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from wasm_checker.build.bundle import CLASSIC, ENTRIES, BundleError, bundle
from wasm_checker.runtime.node import NodeMissing


def write(out: Path) -> None:
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    bundle(out, (ENTRIES / "classic").glob("*.js"), CLASSIC)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    try:
        write(parser.parse_args().out)
    except (OSError, BundleError, NodeMissing) as error:
        print(f"vendor: error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
