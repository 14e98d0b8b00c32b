"""简答: the strip of briefs, a row for each question, that a comparison begins with when it is taken away."""

from __future__ import annotations

from collections import Counter
from string import ascii_uppercase

from macros.tables.book import Entry, Field, Sheet
from macros.tables.cells import named
from macros.tables.table import Row, Table

# Where nothing is provided there is no class of provisions: a sign says why.
SIGNS = {
    "s": "○",
    "b": "→",
    "e": "↗",
    "n": "—",
    "p": "…",
    "m": "？",
}  # by the letters of a row's codes (macros/compare/tones.py)
KEY = (
    "每一行里，字母相同的是同一类回答，字母不同的不是；字母只在一行里比，不表示好坏、宽严。"
    "○ 没有写；→ 见同件的另一份文书；↗ 另见本站没有收录的文件；— 这份文书不办容错，不适用。"
)
COUNTED = "几类规定"
COUNT = "“几类规定”是一行里不同字母的个数：1 是写了的都是同一类，0 是都没有写。"


def sheet(table: Table, *, tally: bool = True) -> Sheet:
    """Rows: the questions. Columns: the instruments; with `tally` also how many classes there are, and the group if there are several.

    A cell is its sign and its brief ('A 7个工作日'). Cells of a row that share a letter share a tone.
    """
    grouped = tally and len({row.group for row in table.rows}) > 1
    fields = [Field("问题", 18), *(Field(named(column), 14) for column in table.columns)]
    fields += [Field(COUNTED, 8)] if tally else []
    fields += [Field("类别", 14)] if grouped else []
    rows = [_row(row, tally=tally, grouped=grouped) for row in table.rows]
    empty = (0,) * (tally + grouped)
    tones = tuple((0, *_tones(signs(row)), *empty) for row in table.rows)
    return Sheet("brief", "简答", tuple(fields), tuple(rows), tones)


def signs(row: Row) -> tuple[str, ...]:
    """For each cell: a letter for the class of its answer, A for the first in the row; or the sign that says where the answer is."""
    letters: dict[str, str] = {}
    return tuple(SIGNS.get(code) or letters.setdefault(code, ascii_uppercase[len(letters)]) for code in row.codes)


def _row(row: Row, *, tally: bool, grouped: bool) -> tuple[Entry, ...]:
    found = signs(row)
    briefs = (f"{sign} {cell.brief or cell.status_title}" for sign, cell in zip(found, row.cells, strict=True))
    classes = len(set(found) - set(SIGNS.values()))
    return (row.title, *briefs, *((classes,) if tally else ()), *((row.group[1],) if grouped else ()))


def _tones(found: tuple[str, ...]) -> tuple[int, ...]:
    shared = Counter(found)
    return tuple(ascii_uppercase.find(sign) + 1 if shared[sign] > 1 else 0 for sign in found)
