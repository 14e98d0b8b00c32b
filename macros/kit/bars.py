"""Small bars in rows and columns, drawn at build time: each column is one measure, all on one scale, no colour needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from macros.kit.html import el

NAME, COLUMN, TOP, ROW = 92, 38, 24, 34


def figure(title: str, columns: Sequence[str], rows: Sequence[tuple[str, Sequence[float]]]) -> Markup:
    """Each row has a name and a number a column."""
    most = max((number for _, numbers in rows for number in numbers), default=0)
    height = TOP + ROW * len(rows)
    heads = (_text(NAME + COLUMN * at, 14, name, "what") for at, name in enumerate(columns))
    body = (part for at, (name, numbers) in enumerate(rows) for part in _row(TOP + ROW * at, name, numbers, most))
    drawn = el(
        "svg",
        el("title", f"{title}；数目见下表。"),
        *heads,
        *body,
        viewBox=f"0 0 {NAME + COLUMN * len(columns)} {height}",
        role="img",
        class_="bars",
        xmlns="http://www.w3.org/2000/svg",
    )
    return el("figure", drawn, el("figcaption", title), class_="bars-box")


def _row(y: int, name: str, numbers: Sequence[float], most: float) -> Iterator[Markup]:
    yield _rule(y, NAME + COLUMN * len(numbers))
    for at, part in enumerate(_halves(name)):
        yield _text(0, y + 14 + 13 * at, part, "name")
    for at, number in enumerate(numbers):
        x = NAME + COLUMN * at
        wide = (COLUMN - 6) * number / most if most else 0
        yield el("rect", x=str(x), y=str(y + 18), width=f"{wide:.1f}", height="9", class_="bar")
        yield _text(x, y + 14, f"{number:.1f}" if number else "0", "number")


def _halves(name: str) -> list[str]:
    """A long name on two lines."""
    cut = max(name.find("·"), name.find("（"))
    return [name] if cut < 0 else [name[: cut + (name[cut] == "·")], name[cut + (name[cut] == "·") :]]


def _rule(y: int, width: int) -> Markup:
    return el("line", x1="0", y1=str(y), x2=str(width), y2=str(y), class_="tick")


def _text(x: float, y: float, text: str, style: str) -> Markup:
    return el("text", text, x=f"{x:.1f}", y=f"{y:.1f}", class_=style)
