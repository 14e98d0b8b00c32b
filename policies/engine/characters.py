"""Characters that nobody sees, and that no text here may hold: control characters, zero width, changes of direction, half pairs."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff9-\uffff\U000e0000-\U000e007f]"
)
_LONGEST, _TAIL = 360, 120


def unseen(text: str) -> int:
    """Where the first of them stands, -1 if there is none."""
    found = _UNSEEN.search(text)
    return found.start() if found else -1


def refusal(char: str) -> str:
    """What is said of one."""
    kinds = {"Cc": "有不可见的控制字符", "Cs": "有半个字符"}
    kind = kinds.get(unicodedata.category(char), "有看不见的字符，零宽或者改变文字方向")
    return f"{kind}（U+{ord(char):04X}），请删掉"


def one_line(text: str) -> str:
    """The text as one line of bounded length; what would break the line, or hide in it, as its number."""
    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST - _TAIL]}……{text[-_TAIL:]}"
    shown = _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return re.sub(r"[\n\r\t]", lambda found: {"\n": "\\n", "\r": "\\r", "\t": "\\t"}[found[0]], shown)
