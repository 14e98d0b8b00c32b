"""Runs the generators whose output mkdocs then copies: `python -m tools.build.assets`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

# In this order; all that they write is git-ignored.
GENERATORS = (
    ("tools.build.page_assets", "--out", "docs/assets", "--page", "docs/check"),
    ("macros.face.write_cards", "--out", "docs/assets/face"),
    ("wasm_checker.build", "--out", "docs/assets/checker", "--page", "docs/check"),
    ("wasm_checker.build.yours", "--out", "docs/assets/yours", "--checker", "docs/assets/checker"),
    ("macros.check.offline_file", "--assets", "docs/assets", "--out", "docs/check"),
    ("macros.data.write_data", "--out", "docs/data"),
    ("wasm_checker.content.write_diagrams", "--out", "docs/data"),  # the compiled rules, beside the rest
    ("wasm_checker.build.wheel", "--out", "docs/data"),
    ("tools.build.vendor", "--out", "docs/assets/vendor"),
    ("tools.build.licences", "--out", "docs/assets"),
)
GENERATED = ("docs/assets", "docs/check", "docs/data")


def main() -> int:
    # A generator may call node, which lies beside this interpreter where the machine has none.
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)))
    for module, *arguments in GENERATORS:
        command = [sys.executable, "-m", module, *arguments]
        code = subprocess.run(command, cwd=ROOT, env={**os.environ, "PATH": path}, check=False).returncode
        if code:
            return code  # it has said why
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
