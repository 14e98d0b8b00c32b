"""The steps from docs/ with its assets to a site, the same for `make site` and `make serve`: `python -m tools.build.steps FOLDER`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence


def after_assets(site: str) -> tuple[Sequence[str], ...]:
    """Each a module with its arguments, in this order."""
    return (
        ("mkdocs", "build", "--strict", "--site-dir", site),
        ("tools.build.after_build", site),
    )


def main() -> int:
    for module, *arguments in after_assets(sys.argv[1]):
        code = subprocess.run([sys.executable, "-m", module, *arguments], check=False).returncode
        if code:
            return code  # it has said why
    return 0


if __name__ == "__main__":
    sys.exit(main())
