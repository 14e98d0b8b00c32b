"""Where the cards and icons lie in the built site. A name has the hash of all that the picture is drawn from, so that the address of one
that has changed, a draft's that came into force, is another, and whoever keeps a copy fetches it anew.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from pathlib import Path

from macros.face import tokens
from macros.face.faces import Face

FOLDER = "assets/face"
WIDE, SQUARE = "wide", "square"
SIZES = {WIDE: (1200, 630), SQUARE: (300, 300)}
ICON, TOUCH_ICON = "icon", "touch-icon"
SIDES = {ICON: 32, TOUCH_ICON: 180}
_HERE = Path(__file__).parent
DRAWING = (_HERE / "cards.py", _HERE / "setting.py", _HERE / "tokens.py", tokens.STYLES, tokens.MARK)


def card(source: str, face: Face, site: str, shape: str) -> str:
    """'read-xuzhou-wide.0f3c….png', of the page at `source` under docs/. `shape`: WIDE or SQUARE."""
    words = json.dumps([asdict(face), site, shape], ensure_ascii=False, sort_keys=True)
    content = hashlib.sha256(f"{drawing()}{words}".encode()).hexdigest()[:12]
    return f"{Path(source).with_suffix('').as_posix().replace('/', '-')}-{shape}.{content}.png"


def icon(kind: str) -> str:
    """'icon.0f3c….png'. `kind`: ICON or TOUCH_ICON."""
    return f"{kind}.{hashlib.sha256(f'{drawing()}{kind}'.encode()).hexdigest()[:12]}.png"


@cache
def drawing() -> str:
    """How cards are drawn: the code, the colours, and what draws for it."""
    return digest(DRAWING) + version("pillow") + version("pylopdf-fonts-zh-cn")


def digest(paths: Iterable[Path]) -> str:
    """Of files' names and contents, in their order. Raises OSError."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(f"{path.parent.name}/{path.name} ".encode() + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()
