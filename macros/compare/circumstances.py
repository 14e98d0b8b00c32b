"""情形对照: which circumstances and exclusions each instrument names, and in which item."""

from __future__ import annotations

from macros.compare import comparison
from macros.tables import cells
from macros.tables.book import Book, Field, Sheet
from macros.tables.table import Cell, Row, Table
from policies import Instrument, Library
from policies.engine.schema.instrument import Cluster, Quote
from policies.engine.schema.rule import Rule

PARTS = (
    ("circumstances", "可以容错或者不予问责的情形"),
    ("elements", "情形所附的要件"),
    ("exclusions", "不得容错的情形"),
)
SHEETS = {"circumstances": "情形", "elements": "要件", "exclusions": "排除"}  # short: a sheet's name has a limit
ALONE = "仅此一家"
ELSEWHERE = "另见"
UNSORTED = "unsorted"


def lede(library: Library) -> str:
    marks = sum(len(cluster.marks) for cluster in library.vocabulary.clusters)
    return (
        f"{len(library.vocabulary.clusters)} 类情形、要件和排除，{marks} 处标记，每处指到写着它的那一项。"
        f"同一项可以归入几类。“{ELSEWHERE}”指没有写成这一类，别的条款却说到这件事，例如要件、原则、纠错措施，或者同一文件里的另一份文书。"
        f"“{ALONE}”指只有这一份文书写到，别的文书也没有“{ELSEWHERE}”；“—”指没有写到，不等于不允许，也不等于允许。"
    )


def tables(library: Library) -> tuple[Table, ...]:
    return tuple(found for part, _ in PARTS if (found := table(library, part)).rows)


def table(library: Library, part: str) -> Table:
    """Rows: the clusters of the part, and what belongs to none yet. Columns: the instruments that name any circumstance."""
    shown = instruments(library)
    title = next(title for ident, title in PARTS if ident == part)
    rows = [_row(library, cluster, shown) for cluster in library.vocabulary.clusters if _part(cluster) == part]
    left = unsorted(library, part)
    if left:
        rows.append(
            _row(library, Cluster(id=f"{UNSORTED}_{part}", title="尚未归类", side="positive", marks=left), shown)
        )
    return Table(part, title, tuple(comparison.column(library, instrument) for instrument in shown), tuple(rows))


def _part(cluster: Cluster) -> str:
    if cluster.side == "negative":
        return "exclusions"
    return "elements" if cluster.element else "circumstances"


def instruments(library: Library) -> tuple[Instrument, ...]:
    marked = {mark.provision.split("/")[0] for cluster in library.vocabulary.clusters for mark in cluster.marks}
    return tuple(one for one in library.compared if one.id in marked or any(map(tolerates, one.rules)))


def unsorted_texts(library: Library) -> tuple[Instrument, ...]:
    """What is to be compared and has neither a mark nor a rule: nobody has looked for its circumstances yet."""
    shown = instruments(library)
    return tuple(one for one in library.unchecked if one not in shown)


def tolerates(rule: Rule) -> bool:
    return rule.kind == "tolerance"


def unsorted(library: Library, part: str) -> list[Quote]:
    """Grounds and exclusions of the rules that no cluster names: a new policy's, until they are sorted."""
    sorted_ = {mark.provision for cluster in library.vocabulary.clusters for mark in cluster.marks}
    rules = [rule for rule in library.rules if tolerates(rule)]
    found = {
        "circumstances": [clause.provision for rule in rules for clause in rule.grounds.clauses],
        "exclusions": [clause.provision for rule in rules for clause in rule.exclusions],
    }
    names = dict.fromkeys(name for name in found.get(part, []) if name not in sorted_)
    return [Quote(provision=name, quote=library.provision(name).printed) for name in names]


def _row(library: Library, cluster: Cluster, shown: tuple[Instrument, ...]) -> Row:
    """A cell holds its marks, or else what the text says elsewhere."""
    marks = {one.id: [mark for mark in cluster.marks if _of(mark) == one.id] for one in shown}
    elsewhere = {one.id: [m for m in cluster.elsewhere if _stands_for(library, m, shown) == one.id] for one in shown}
    holders = [one.about.short for one in shown if marks[one.id]]
    others = sum(1 for one in shown if elsewhere[one.id] and not marks[one.id])
    alone = len(holders) == 1 and not others
    cells = tuple(_cell(library, one, marks[one.id], elsewhere[one.id], alone=alone) for one in shown)
    said = f"{ALONE}：{holders[0]}" if alone else f"{len(holders)} 份文书写到"
    return Row(cluster.id, cluster.title, f"{said}，另有 {others} 份在别处说到" if others else said, cells)


def _of(mark: Quote) -> str:
    return mark.provision.split("/", 1)[0]


def _stands_for(library: Library, mark: Quote, shown: tuple[Instrument, ...]) -> str:
    """The column where it is shown: its own text's, or else the one that leads the same document."""
    own = library.instrument(_of(mark))
    if own in shown:
        return own.id
    beside = [one for one in shown if one.document == own.document]
    return next((one.id for one in beside if one in library.leading), own.id)


def _cell(library: Library, instrument: Instrument, marks: list[Quote], elsewhere: list[Quote], *, alone: bool) -> Cell:
    return Cell(
        column=comparison.column(library, instrument),
        status="stated" if marks else "silent",
        status_title="写到" if marks else "没有写到",
        answer="；".join(mark.quote for mark in marks),
        citations=tuple(comparison.citation(library, mark, instrument.id) for mark in marks or elsewhere),
        note=ALONE if marks and alone else ELSEWHERE if elsewhere and not marks else None,
        readings=(),
        external=(),
    )


# Taken away


def book(library: Library) -> Book:
    found = tuple(_sheet(index, each) for index, each in enumerate(tables(library)))
    return Book("circumstances", "情形对照", found, "compare/circumstances")


def _sheet(index: int, found: Table) -> Sheet:
    fields = (Field("情形", 22), *(Field(cells.named(column), 26) for column in found.columns))
    rows = tuple((cells.asked(row), *map(_written, row.cells)) for row in found.rows)
    return Sheet(found.id if index else "", SHEETS[found.id], fields, rows)


def _written(cell: Cell) -> str:
    marks = (f"{citation.place}：“{citation.quote}”" for citation in cell.citations)
    return "\n".join(filter(None, (cell.note and f"【{cell.note}】", *marks))) or "—"
