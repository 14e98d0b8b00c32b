"""Copies what the pages load of other people's scripts from node_modules: `python -m tools.build.vendor --out docs/assets/vendor`."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

MODULES = Path(__file__).resolve().parent.parent.parent / "node_modules"
WRITER = MODULES / "write-excel-file"
# It compresses larger files in a worker made from a blob, which `default-src 'self'` forbids: let it do so at once.
IN_A_WORKER, AT_ONCE = "if(g<16e4)try", "if(g<1/0)try"


def writer() -> str:
    script = (WRITER / "bundle" / "write-excel-file.min.js").read_text(encoding="utf-8")
    if script.count(IN_A_WORKER) != 1:
        raise ValueError("write-excel-file has changed: see how it compresses larger files now")
    return script.replace(IN_A_WORKER, AT_ONCE).split("\n//# sourceMappingURL=")[0] + "\n"


def write(out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    (out / "write-excel-file.min.js").write_text(writer(), encoding="utf-8")
    shutil.copyfile(WRITER / "LICENSE", out / "write-excel-file.LICENSE.txt")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    try:
        write(parser.parse_args().out)
    except (OSError, ValueError) as error:
        print(f"vendor: error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
