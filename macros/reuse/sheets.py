"""字句来历 as it is taken away: who shares how much with whom, and every pair with its differences."""

from __future__ import annotations

from macros.reuse import Passage, Twin, reuse, shares
from macros.tables.book import Book, Entry, Field, Sheet
from policies import Library
from yours.likeness.differences import Run

JUDGED = (
    Field("甲", 16),
    Field("甲的条款项", 22),
    Field("乙", 16),
    Field("乙的条款项", 22),
    Field("名单", 16),
    Field("用处", 10),
    Field("判为", 10),
    Field("以前判为", 10),
    Field("理由", 40),
    Field("程序", 10),
)
PAIRS = (
    Field("甲", 16),
    Field("甲的条款项", 22),
    Field("乙", 16),
    Field("乙的条款项", 22),
    Field("同一文件", 10),
    Field("相同或相近", 12),
    Field("甲的文字", 44),
    Field("乙的文字", 44),
    Field("差异", 44),
)
HALVES = {"tune": "调程序", "test": "检验"}
WORDS = {"twin": "同文", "different": "不同", "open": "拿不准"}
ORIGINS = {
    "first": "最早先判后找的",
    "after": "找到以后才判的",
    "blind": "盲判的六十对",
    "reader": "读者另外列出的",
    "drawn": "这次另抽的",
}


def book(library: Library) -> Book:
    twins = sorted(reuse(library).twins, key=lambda twin: twin.inside)
    pairs = Sheet("", "逐对", PAIRS, tuple(_row(library, twin) for twin in twins))
    return Book("reuse", "字句来历", (pairs, _shares(library), _judged(library)), "compare/reuse")


def short(library: Library, instrument: str) -> str:
    return library.instrument(instrument).about.short


def _row(library: Library, twin: Twin) -> tuple[str, ...]:
    names = (short(library, twin.a.instrument), short(library, twin.b.instrument))
    return (
        names[0],
        twin.a.provision.place,
        names[1],
        twin.b.provision.place,
        "是" if twin.inside else "否",
        "相同" if twin.identical else "相近",
        "\n".join("".join(run.a for run in passage.runs) for passage in twin.passages),
        "\n".join("".join(run.b for run in passage.runs) for passage in twin.passages),
        "\n".join(filter(None, (differences(passage, names) for passage in twin.passages))),
    )


def differences(passage: Passage, names: tuple[str, str]) -> str:
    """One sentence, for those who read them aloud; empty where there are none."""
    found = [difference(run, names) for run in passage.runs if not run.same]
    return f"{'；'.join(found)}。" if found else ""


def difference(run: Run, names: tuple[str, str]) -> str:
    one, other = (text.strip("，。；：、") for text in (run.a, run.b))
    if not other:
        return f"{names[0]}多“{one}”"
    if not one:
        return f"{names[1]}多“{other}”"
    return f"{names[0]}“{one}”，{names[1]}“{other}”"


def _shares(library: Library) -> Sheet:
    found = shares(reuse(library))
    columns = [instrument.id for instrument in library.compared if instrument.id in found.letters]
    fields = (
        Field("这份的字，有百分之几也见于右列", 24),
        *(Field(short(library, ident), 14, "0%") for ident in columns),
    )
    rows = tuple((short(library, one), *(_share(found.percent(one, o), one == o) for o in columns)) for one in columns)
    return Sheet("shares", "相同多少", fields, rows)


def _judged(library: Library) -> Sheet:
    """The judged pairs, each with the earlier answer and why it changed, and whether the search finds it."""
    found = {twin.pair for twin in reuse(library).twins}
    rows = []
    for pair in library.vocabulary.judged:
        one, other = (library.provision(ident) for ident in pair.provisions)
        rows.append(
            (
                short(library, one.instrument),
                one.place,
                short(library, other.instrument),
                other.place,
                ORIGINS[pair.origin],
                HALVES[pair.half],
                WORDS[pair.judged],
                WORDS[pair.before] if pair.before else "",
                pair.why or "",
                "找到" if frozenset(pair.provisions) in found else "没有找到",
            )
        )
    return Sheet("judged", "判定", JUDGED, tuple(rows))


def _share(percent: int, itself: bool) -> Entry:
    return "—" if itself else percent / 100
