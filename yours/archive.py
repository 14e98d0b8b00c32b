"""The Python that the page 比您那里的 loads: this room without what runs at build time, the importer, and diff_match_patch, as one zip.

It needs of the standard library: codecs, collections, dataclasses, functools, html, io, itertools, json, re, typing, xml, zipfile, and
urllib.parse, sys, time for diff_match_patch.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

import diff_match_patch as library

ROOM = Path(__file__).parent
BUILD_TIME = {"__main__.py", "archive.py", "cuesheet.py", "held.py", "measure"}  # these read YAML, or measure
_EPOCH = (1980, 1, 1, 0, 0, 0)


def modules() -> dict[str, bytes]:
    """Every module by its path in the archive."""
    found = {f"yours/{path.relative_to(ROOM)}": path for path in ROOM.rglob("*.py") if _runs(path)}
    importer = ROOM.parent / "importer"
    found |= {f"importer/{path.relative_to(importer)}": path for path in importer.rglob("*.py")}
    folder = Path(library.__file__).parent
    found |= {f"diff_match_patch/{path.name}": path for path in folder.glob("*.py")}
    return {name: found[name].read_bytes() for name in sorted(found)}


def _runs(path: Path) -> bool:
    return path.relative_to(ROOM).parts[0] not in BUILD_TIME


def write(path: Path) -> None:
    """The same bytes for the same modules."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in modules().items():
            packed.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)
