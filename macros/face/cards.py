"""The picture that stands for a page where it is shared, in two sizes, and the site's icons: drawn from its face, with the site's colours.

The two sizes are what most readers of og:image (1200 × 630) and what chats with square pictures (300 × 300) ask for.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw

from macros.face import published, tokens
from macros.face.faces import UNENFORCED, Face
from macros.face.setting import HEIGHT, fitted, font

COLOURS = 32  # of a palette: some plain ones, and the edges of letters between them
FINE = 4  # icons are drawn so many times as large, for smooth edges
Box = tuple[float, float, float, float]


class _Sheet:
    """A picture in the making, with the colours of the light scheme."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.colours = tokens.colours()
        self.image = Image.new("RGB", size, self.colours["paper"])
        self.draw = ImageDraw.Draw(self.image)

    def box(self, box: Box, colour: str) -> None:
        self.draw.rectangle((box[0], box[1], box[2] - 1, box[3] - 1), self.colours[colour])

    def lines(
        self, at: tuple[float, float], lines: Sequence[str], size: int, colour: str, *, serif: bool, bold: float = 0
    ) -> float:
        """Writes them one below another; where the next would stand. `bold`: pixels that a stroke is made wider."""
        x, y = at
        for line in lines:
            top = y + size * (HEIGHT - 1) / 2
            fill = self.colours[colour]
            self.draw.text(
                (x, top + size * 0.88), line, fill, font(serif=serif, size=size), anchor="ls", stroke_width=bold
            )
            y += size * HEIGHT
        return y

    def mark(self, x: int, y: int, side: int) -> None:
        self.image.paste(_mark(side, self.colours["paper"]), (x, y))

    def stripes(self, box: Box, width: int) -> None:
        """As the site's band over a draft."""
        left, top, right, bottom = map(int, box)
        band = Image.new("RGB", (right - left, bottom - top), self.colours["draft"])
        draw, high = ImageDraw.Draw(band), bottom - top
        for x in range(-high - width, right - left, 2 * width):
            draw.polygon(
                [(x, 0), (x + width, 0), (x + width + high, high), (x + high, high)], self.colours["draft-stripe"]
            )
        self.image.paste(band, (left, top))

    def png(self) -> bytes:
        return _png(self.image.quantize(COLOURS, dither=Image.Dither.NONE))


def wide(face: Face, site: str) -> bytes:
    """A PNG of 1200 × 630."""
    sheet, left, width = _Sheet(published.SIZES[published.WIDE]), 76, 1048
    sheet.box((0, 0, 1200, 14), "seal")
    if face.band:
        sheet.stripes((0, 14, 28, 630), 20)
    sheet.mark(left, 60, 68)
    sheet.lines((left + 90, 70), [site], 36, "ink", serif=True, bold=0.6)
    y = sheet.lines((left, 178), [face.above], 30, "soft", serif=False) if face.above else 196.0
    height = 496 - y - (84 if face.status else 0)
    size, lines = fitted(face.heading, serif=True, width=width, height=height, sizes=(84, 76, 68, 60, 54, 48, 42))
    y = sheet.lines((left - size * 0.04, y + 4), lines, size, "ink", serif=True, bold=size / 60)
    _status(sheet, face, left, y + 20)
    sheet.box((left, 512, left + width, 514), "line")
    size, lines = fitted(face.description, serif=False, width=width, height=84, sizes=(30, 28, 27, 26, 25, 24))
    sheet.lines((left, 530), lines, size, "soft", serif=False)
    return sheet.png()


def _status(sheet: _Sheet, face: Face, left: float, y: float) -> None:
    words = [face.band] if face.band else list(face.status)
    for word in words:
        size, (said, *_) = fitted(word, serif=False, width=960, height=60, sizes=(30,))
        box = (left, y, left + font(serif=False, size=size).getlength(said) + 40, y + 54)
        if face.band:
            sheet.stripes(box, 20)
        sheet.draw.rectangle(box, None, sheet.colours["draft-ink" if face.band else "strong-line"], 2)
        bold = 0.7 if face.band else 0
        sheet.lines((left + 20, y + 6), [said], size, "draft-ink" if face.band else "soft", serif=False, bold=bold)
        left = box[2] + 16


def square(face: Face, site: str) -> bytes:
    """A PNG of 300 × 300, read at a third of it: a few words, large."""
    sheet = _Sheet(published.SIZES[published.SQUARE])
    sheet.box((0, 0, 300, 8), "seal")
    sheet.mark(22, 28, 44)
    size, lines = fitted(site, serif=True, width=198, height=44, sizes=(24, 22, 20))
    sheet.lines((80, 33), lines, size, "ink", serif=True, bold=0.4)
    size, lines = fitted(
        _stacked(face.short, draft=bool(face.band)),
        serif=True,
        width=256,
        height=158,
        sizes=(76, 66, 58, 52, 46, 40, 36, 32, 28),
    )
    high = len(lines) * size * HEIGHT
    sheet.lines((22, 80 + (158 - high) / 2), lines, size, "ink", serif=True, bold=size / 50)
    foot = UNENFORCED if face.band else "，".join(face.status) or face.above
    size, lines = fitted(foot, serif=False, width=256, height=50, sizes=(34,) if face.band else (26, 24, 22))
    if face.band:
        sheet.stripes((0, 240, 300, 300), 16)
        sheet.lines((22, 246), lines, size, "draft-ink", serif=False, bold=0.9)
    elif foot:
        sheet.box((22, 246, 278, 248), "line")
        sheet.lines((22, 252), lines, size, "soft", serif=False)
    return sheet.png()


def _stacked(short: str, *, draft: bool) -> str:
    """'舞阳·容错免责' in two lines, and what stands in brackets in one of its own; of a draft the band says it."""
    if draft:
        short = short.partition("（")[0]
    return short.replace("·", "\n").replace("（", "\n（")


def icon(side: int) -> bytes:
    """The site's mark as a PNG. Home screens round its corners themselves: a large one is filled to them."""
    return _png(
        _mark(side, tokens.colours()["seal"] if side > 64 else None).quantize(COLOURS, dither=Image.Dither.NONE)
    )


def _mark(side: int, ground: str | None) -> Image.Image:
    """On a ground, or, without one, on nothing."""
    units, strokes = tokens.mark()
    scale, colours = side * FINE / units, tokens.colours()
    image = Image.new("RGBA", (side * FINE, side * FINE), ground or (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((0, 0, side * FINE - 1, side * FINE - 1), 4 * scale, colours["seal"])
    for stroke in strokes:
        points = [(x * scale, y * scale) for x, y in stroke]
        draw.line(points, colours["seal-ink"], round(2 * scale), joint="curve")
        for x, y in points:  # round ends
            draw.ellipse((x - scale, y - scale, x + scale, y + scale), colours["seal-ink"])
    small = image.resize((side, side), Image.Resampling.LANCZOS)
    return small if ground is None else small.convert("RGB")


def _png(image: Image.Image) -> bytes:
    into = io.BytesIO()
    image.save(into, "PNG", compress_level=7)  # 9 takes seven times as long, for a fourteenth less
    return into.getvalue()
