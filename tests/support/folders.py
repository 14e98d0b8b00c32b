"""Where things lie."""

from __future__ import annotations

from pathlib import Path

SUPPORT = Path(__file__).parent
ROOT = SUPPORT.parent.parent
NODE_MODULES = ROOT / "node_modules"
