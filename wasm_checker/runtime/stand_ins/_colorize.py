"""Stands in for the colours of tracebacks: there is no terminal, and making the palettes is slow."""

from typing import Any


class _Plain:
    """A theme of which every part is no colour."""

    def __getattr__(self, name: str) -> Any:
        return self if name == "traceback" else ""


def can_colorize(*, file: object = None) -> bool:
    return False


def get_theme(**wanted: object) -> _Plain:
    return _Plain()
