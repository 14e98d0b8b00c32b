"""Lines of type for a picture: where Chinese may be broken, and the largest size at which words fit a box."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path

import pylopdf_fonts_zh_cn as noto
from PIL import ImageFont

# What may not begin a line, and what may not end one.
_CLOSING, _OPENING = "，。；：、？！）》〉”’〕】·…—%", "（《〈“‘〔【"
# A number or a word of Latin letters stays whole, with what leads and what follows it.
_PIECE = re.compile(rf"[{_OPENING}]*(?:[A-Za-z0-9][\w.,:/-]*|.)[{_CLOSING}]*", re.DOTALL)
MOST = 200  # characters of a paragraph that are looked at; no box here takes so many
HEIGHT = 1.36  # of a line, in sizes of its type


@cache
def font(*, serif: bool, size: int) -> ImageFont.FreeTypeFont:
    path: Path = noto.serif_path() if serif else noto.sans_path()
    # The other engine is there on some machines only, and the same words must come to the same picture.
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _advance(character: str, size: int, serif: bool) -> float:
    return font(serif=serif, size=size).getlength(character)


def _long(text: str, size: int, serif: bool) -> float:
    """That layout engine moves no letter for its neighbour's sake, so a text is as long as its letters."""
    return sum(_advance(one, size, serif) for one in text)


def fitted(text: str, *, serif: bool, width: int, height: float, sizes: Sequence[int]) -> tuple[int, list[str]]:
    """The first of `sizes`, largest first, at which `text` fits, and its lines; at the last, cut with an ellipsis. It may have line ends."""
    paragraphs = [" ".join(one.split())[:MOST] for one in text.split("\n")]
    for size in sizes:
        type_ = partial(_long, size=size, serif=serif)
        broken = [list(_broken(one, type_, width)) for one in paragraphs]
        if sum(map(len, broken)) * size * HEIGHT <= height:
            return size, [
                line
                for one, kept in zip(paragraphs, broken, strict=True)
                for line in _even(one, type_, width, len(kept))
            ]
    size, type_ = sizes[-1], partial(_long, size=sizes[-1], serif=serif)
    kept = [line for one in paragraphs for line in _broken(one, type_, width)][: max(1, int(height // (size * HEIGHT)))]
    last = kept[-1]
    while last and type_(f"{last}…") > width:
        last = last[:-1]
    return size, [*kept[:-1], f"{last.rstrip(_CLOSING)}…"]


def _broken(text: str, long: Callable[[str], float], width: float) -> Iterator[str]:
    """Lines, each as full as it can be."""
    line, used = "", 0.0
    for piece in _PIECE.findall(text):
        if line and used + long(piece.rstrip()) > width:
            yield line.strip()
            line, used = "", 0.0
        if long(piece) > width:  # a word longer than a line
            *whole, piece = _chopped(piece, long, width)  # noqa: PLW2901 - what is left of it
            yield from whole
        line, used = line + piece, used + long(piece)
    if line.strip():
        yield line.strip()


def _chopped(word: str, long: Callable[[str], float], width: float) -> Iterator[str]:
    while long(word) > width and len(word) > 1:
        at = next(n for n in range(len(word) - 1, 0, -1) if n == 1 or long(word[:n]) <= width)
        yield word[:at]
        word = word[at:]
    yield word


def _even(text: str, long: Callable[[str], float], width: int, lines: int) -> list[str]:
    """In as many lines, as equally long as they can be: no last line of one character."""
    least, most = width // max(lines, 1), width
    while most - least > 4:
        middle = (least + most) // 2
        least, most = (least, middle) if len(list(_broken(text, long, middle))) <= lines else (middle, most)
    return list(_broken(text, long, most))
