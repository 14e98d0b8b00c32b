"""Where node is."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path


class NodeMissing(Exception):
    """One line saying what to do."""


def node() -> str:
    """Node from PATH, or the one that lies beside this interpreter."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)))
    found = shutil.which("node", path=path)
    if not found:
        raise NodeMissing("没有找到 node；请先运行 make base")
    return found
