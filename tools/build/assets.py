"""Runs the generators whose output mkdocs then copies: `python -m tools.build.assets`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

# In this order; all are git-ignored, and each is written by the generator named.
GENERATED = {
    "tools.build.page_assets": "docs/assets",
    "wasm_checker.build": "docs/assets/checker",
    "macros.data.write_data": "docs/data",
    "wasm_checker.content.write_diagrams": "docs/data",  # the compiled rules, beside the rest
    "tools.build.vendor": "docs/assets/vendor",
}


def main() -> int:
    # A generator may call node, which lies beside this interpreter where the machine has none.
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)))
    for module, out in GENERATED.items():
        command = [sys.executable, "-m", module, "--out", out]
        code = subprocess.run(command, cwd=ROOT, env={**os.environ, "PATH": path}, check=False).returncode
        if code:
            return code  # it has said why
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
