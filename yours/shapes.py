"""The shapes of what the page 比您那里的 sends and draws. All of it is plain JSON data; every sentence in it is Chinese.

The page's Python calls three functions of `yours`, each JSON in, JSON out (see `yours.page`): read, compare, table.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

MARK: Literal["程序比对，未经编码"] = (
    "程序比对，未经编码"  # stands beside all that a program inferred: on screen, on paper, in files
)
NOT_FOUND: Literal["没有找到"] = "没有找到"  # never 没有写: the program did not find it, which proves no silence

Role = Literal["circumstance", "condition", "exclusion"]
ROLES: dict[Role, str] = {"circumstance": "情形", "condition": "要件", "exclusion": "排除"}


class Element(TypedDict):
    """A piece of the reader's text, as the importer gives it and as the page gives it back after his corrections.

    `id`: `yours/a5/i2`; the same id again goes on with the piece after an interruption. `label`: as printed, '第五条', None without one.
    `kind`: what it is called, 条, 款, 项, 标题. The reader may change `text` and `label`, `id` (another step), leave out an element, put one
    between: `compare` takes the list as it comes. It names the first element whose id has no such form.
    """

    id: str
    kind: str
    label: str | None
    text: str


class Doubt(TypedDict):
    """What the importer is not sure of: `line` counts from 1 (0: the whole), `id` is the element meant, '' if none.

    `kind`: gap, order, joined, split, furniture, brackets, punctuation, title, layout, unplaced, numbered, revised, left_out, encoding.
    """

    kind: str
    line: int
    said: str
    id: str


class Read(TypedDict):
    """A text as read. `kind`: text, docx, html. `title`: of the instrument with most provisions. `elements` are to be corrected by hand.

    `left_out`: what was in the file and not in its running text, each named. `lost`: characters that no element holds, '' if all is well.
    """

    kind: str
    title: str
    elements: list[Element]
    doubts: list[Doubt]
    left_out: list[str]
    lost: str


class Refused(TypedDict):
    """Instead of a result: one sentence, what is wrong, where, and what was expected."""

    refused: str


class Segment(TypedDict):
    """What both have (`same`: both are alike but for punctuation), or what the one has where the other has something else or nothing."""

    same: bool
    yours: str
    theirs: str


class Passage(TypedDict):
    """Words that both have. `whole`: they are the whole of both provisions. Joined, `yours` is the passage of the reader's text."""

    whole: bool
    segments: list[Segment]


class Theirs(TypedDict):
    """A provision of the five. `page`: where it stands on the site, from the site's root, with its fragment."""

    slug: str
    instrument: str
    provision: str
    citation: str
    place: str
    page: str


class Twin(Theirs):
    """A provision of the five that has words of this one. `letters`: how many of the reader's letters agree; most of them comes first."""

    text: str
    identical: bool
    letters: int
    passages: list[Passage]


class Why(TypedDict):
    """Why the program thinks so: a cue word it knows (`cue`, as it stands in the quote), or words like those of one of the five (`like`)."""

    cue: NotRequired[str]
    like: NotRequired[Theirs]
    likeness: NotRequired[float]  # percent


class Spoken(TypedDict):
    """A circumstance, condition or exclusion of which a provision speaks. `quote`: verbatim, begins at `start` of the provision's text."""

    id: str
    title: str
    role: Role
    quote: str
    start: int
    why: Why


class Provision(TypedDict):
    """A provision of the reader's text with what was found of it. `place`: 第五条第（二）项. `text` is verbatim, its elements joined."""

    id: str
    label: str | None
    kind: str
    place: str
    text: str
    twins: list[Twin]
    speaks: list[Spoken]


class Quote(TypedDict):
    """Words of the reader's text, verbatim, and where they stand. `figures`: the numbers with units in them, '7个工作日'."""

    provision: str
    place: str
    quote: str
    figures: list[str]


class TheirQuote(Theirs):
    """Words of one of the five, verbatim. `aside`: they stand where it lists no circumstances (a definition, a principle)."""

    quote: str
    aside: bool


class Circumstance(TypedDict):
    """A row: where the reader's text speaks of it, and where each of the five does, by slug ([] where none does).

    `said`: NOT_FOUND where `yours` is empty. `missing`: at least one of the five has it, and it was not found in the reader's text.
    """

    id: str
    title: str
    role: Role
    yours: list[Quote]
    said: str
    theirs: dict[str, list[TheirQuote]]
    missing: bool


class Brief(TypedDict):
    """What one of the five answers, as coded by hand: `brief` in a few words, `status` of the answer or why there is none, the page of the cell."""

    brief: str
    status: str
    page: str


class Dimension(TypedDict):
    """A row: a question that words betray. `said`: NOT_FOUND where `yours` is empty. `theirs`: by slug."""

    id: str
    group: str
    title: str
    asks: str
    yours: list[Quote]
    said: str
    theirs: dict[str, Brief]


class Modal(TypedDict):
    """A word that says how binding a sentence is, and how often each text has it; `yours`: a quote for each time."""

    id: str
    kind: str
    title: str
    yours: list[Quote]
    theirs: dict[str, int]


class Named(TypedDict):
    """An instrument of those held. `marks` must never be missing beside its name (试行; 征求意见稿，未施行)."""

    name: str
    marks: list[str]
    in_force: bool


class Column(Named):
    """One of the five, by its instrument on tolerance.

    What the others of its document say of circumstances stands in its column too, each with its full citation.
    """

    slug: str
    place: str
    instrument: str
    title: str
    in_force: bool


class Figures(TypedDict):
    """Counts: of the reader's provisions; those with twins, by slug too; circumstances found and missing; dimensions found."""

    provisions: int
    letters: int
    with_twins: int
    twins: dict[str, int]
    found: dict[Role, int]
    missing: dict[Role, int]
    dimensions: int
    dimensions_found: int


class Result(TypedDict):
    """All that `compare` finds. `mark` belongs beside everything here but the words of the texts and what the five answer.

    `roles`: what each is called. `instruments`: of which something may be cited, by id."""

    mark: str
    title: str
    roles: dict[Role, str]
    instruments: dict[str, Named]
    columns: list[Column]
    provisions: list[Provision]
    circumstances: list[Circumstance]
    dimensions: list[Dimension]
    modals: list[Modal]
    figures: Figures
    notes: list[str]


class Sheet(TypedDict):
    """A table for XLSX, DOCX and print: rows of plain text, the first of them `head`; `widths` in characters.

    `inferred`: for each column whether a program inferred it, so that MARK stands in its head (it is there already, as words).
    """

    title: str
    widths: list[int]
    head: list[str]
    rows: list[list[str]]
    inferred: list[bool]


class Book(TypedDict):
    """`notes`: lines that stand above or below on every sheet; `mark`: in the corner of each. `file`: a name for it without an ending."""

    title: str
    mark: str
    file: str
    notes: list[str]
    sheets: list[Sheet]
