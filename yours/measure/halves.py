"""Which marked words the cues may be tuned on, and which only measure them: by the sha256 of the provision, before anything was tuned."""

from __future__ import annotations

import hashlib
from typing import Literal

Half = Literal["tune", "test"]


def half(provision: str) -> Half:
    return "tune" if hashlib.sha256(provision.encode()).digest()[0] % 2 else "test"
