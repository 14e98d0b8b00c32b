"""Where node is."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path


def node() -> str:
    """Node from PATH, or the one that lies beside this interpreter."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)))
    found = shutil.which("node", path=path)
    assert found, "node is missing: run `python3 tools/bootstrap.py base`"
    return found
