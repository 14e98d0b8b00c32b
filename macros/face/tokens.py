"""The site's colours and its mark as its style sheets and pictures have them, for what is drawn without a browser."""

from __future__ import annotations

import re
from pathlib import Path

KIT = Path(__file__).parent.parent / "kit"
STYLES, MARK = KIT / "tokens.css", KIT / "mark.svg"
LIGHT, DARK = "default", "slate"
_MOVE = re.compile(r"([MmHhLl])([^MmHhLl]+)")


def colours(scheme: str = LIGHT) -> dict[str, str]:
    """Name → #rrggbb of every plain colour of a scheme: 'paper', 'ink', 'seal'."""
    text = STYLES.read_text(encoding="utf-8")
    block = text.partition(f'[data-md-color-scheme="{scheme}"] {{')[2].partition("}")[0]
    found = re.findall(r"--([\w-]+): #([0-9a-f]{6}|[0-9a-f]{3});", block)
    return {name: f"#{value if len(value) == 6 else ''.join(2 * one for one in value)}" for name, value in found}


def mark() -> tuple[float, list[list[tuple[float, float]]]]:
    """The side of the mark's square, and its strokes as lines of points. Raises ValueError where it has what is not known here."""
    text = MARK.read_text(encoding="utf-8")
    side, path = re.search(r'viewBox="0 0 (\d+) \1"', text), re.search(r' d="([^"]+)"', text)
    if not (side and path) or re.search(r"[^MmHhLl\d\s.-]", path[1]):
        raise ValueError("mark.svg: only straight strokes in a square can be drawn here")
    strokes: list[list[tuple[float, float]]] = []
    x = y = 0.0
    for letter, numbers in _MOVE.findall(path[1]):
        values = [float(one) for one in re.findall(r"-?[\d.]+", numbers)]
        level = letter in "Hh"
        if letter in "Mm":
            strokes.append([])
        for right, down in [(one, None) for one in values] if level else zip(values[::2], values[1::2], strict=True):
            x = right + (x if letter.islower() else 0)
            y = y if down is None else down + (y if letter.islower() else 0)
            strokes[-1].append((x, y))
    return float(side[1]), strokes
