"""The shape of every file under policies/: what may be written, and of which type. Nothing here crosses from file to file."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

Text = Annotated[str, Field(min_length=1)]
ID = r"^[a-z][a-z0-9_]*$"
PROVISION_ID = r"^[a-z][a-z0-9_]*(/[a-z0-9_]+)+$"
READING_ID = r"^C\d\d$"
VALUE_ID = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
SHA256 = r"^[0-9a-f]{64}$"
Id = Annotated[str, Field(pattern=ID)]
ProvisionId = Annotated[str, Field(pattern=PROVISION_ID)]
ReadingId = Annotated[str, Field(pattern=READING_ID)]
ValueId = Annotated[str, Field(pattern=VALUE_ID)]
LONGEST = 12
Brief = Annotated[str, Field(min_length=1, max_length=LONGEST)]


def _fact_value(value: Any) -> Any:
    """A date may stand without quotes; and one message, not one for each member of the union."""
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, bool | int | str):
        raise ValueError("事实的值应为 true、false、整数、日期或文字")  # noqa: TRY004 - pydantic takes no TypeError
    return value


FactValue = Annotated[bool | int | str, BeforeValidator(_fact_value)]
Status = Literal["stated", "partial", "silent", "external", "not_applicable"]
DefectKind = Literal[
    "page_break", "foreign_word", "doubled", "wrong_word", "missing_word", "brackets", "punctuation", "layout"
]
Confidence = Literal["高", "中高", "中", "中低", "低中", "低"]


class Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Quote(Model):
    """Words of one provision, character by character as printed."""

    provision: ProvisionId
    quote: Text


# --- a document: text.yaml, defects.yaml


class Element(Model):
    """A piece of the source, in its order. The same id again continues the piece after an interruption.

    `missing`: why its words are not in the source that we hold; then it has no text.
    """

    id: ProvisionId
    label: Text | None = None
    text: str = ""
    missing: Text | None = None

    @model_validator(mode="after")
    def _held(self) -> Element:
        if self.missing and self.text:
            raise ValueError("写了 missing（未取得）的一段不能有 text；只取得一部分的，另起一段写同一个 id")
        return self


class TextFile(Model):
    elements: list[Element] = Field(min_length=1)


class Defect(Model):
    """A flaw of the printed text. Only a wrong word of confidence 高, or a label's brackets, changes what is shown.

    Flaws of typography in running text are marked and left: a quote must be found as it is printed.
    """

    provision: ProvisionId
    kind: DefectKind
    printed: Text
    reading: Text
    confidence: Confidence
    note: Text
    in_label: bool = False

    @property
    def applied(self) -> bool:
        return self.confidence == "高" and (self.in_label or self.kind not in {"layout", "punctuation", "brackets"})


class DefectsFile(Model):
    defects: list[Defect]
    throughout: list[Text] = []


# --- facts.yaml (shared, or local to a document), and the other vocabularies


class Fact(Model):
    id: Id
    question: Id | None = None
    text: Text
    wording: dict[Id, Text] = Field(default={}, description="the same in the words of one place, by its document")
    type: Literal["bool", "enum", "int", "date"]
    values: dict[Id, Text] = {}
    known_by: Literal["person", "organ", "both"]
    provision: ProvisionId | None = None
    in_hand: bool = Field(default=False, description="the person can still bring it about, or stop it, today")
    papers: list[Text] = Field(default=[], description="the papers that show it")
    events: list[Text] = Field(default=[], description="of a date: the words of the limits that run from this day")
    examples: Text | None = Field(default=None, description="what counts, and what does not, said beside the question")
    unwritten: Text | None = Field(
        default=None, description="no text has words for it: what is then said; never asked for"
    )


class Option(Model):
    text: Text
    sets: dict[Id, FactValue]
    places: list[Id] = Field(default=[], description="the documents at whose places it is of use; none: at every place")


class Ticks(Model):
    """How a list is ticked in the form: what to pick, what is said of all and of all others by 否. A denial says what it denies."""

    pick: Text
    none: Text
    others: Text


class Question(Model):
    id: Id
    text: Text
    wording: dict[Id, Text] = Field(default={}, description="the same in the words of one place, by its document")
    type: Literal["place", "single", "multi", "bool", "dates"]
    options: list[Option] = []
    facts: list[Id] = []
    rest: Literal["no", "organ"] = Field(
        default="no", description="what the first button below a list says of all that is not ticked"
    )
    ticks: Ticks | None = Field(
        default=None, description="how its list is ticked, where 选出有的 and 没有 would not say it"
    )


class Implication(Model):
    """Whoever states `when` (each one fact) has stated `sets`: a contrary answer gives way if forced, or else stands.

    What is set to organ is left to it, unless it was answered yes.
    Where `unless` is answered at all, that contradicts `when`: it is reported, and nothing follows.
    """

    when: dict[Id, FactValue] = Field(min_length=1, max_length=1)
    sets: dict[Id, FactValue] = Field(min_length=1, max_length=1)
    forced: bool
    unless: Id | None = None


class LocalFactsFile(Model):
    """Facts of one document; what is asked, and what implies what, stands in the vocabulary."""

    facts: list[Fact]


class FactsFile(LocalFactsFile):
    questions: list[Question]
    implications: list[Implication] = []


class Titled(Model):
    id: Id
    title: Text


class Meaning(Titled):
    meaning: Text


class Dimension(Titled):
    """A row. `splits`: the rows of which it asks a part."""

    group: Id
    asks: Text
    coding: Text
    splits: list[Id] = []


class DimensionsFile(Model):
    groups: list[Titled]
    statuses: list[Meaning]
    dimensions: list[Dimension]


class Settled(Model):
    """A cell whose two independent codings differed in status, and why the published one stands."""

    instrument: Id
    dimension: Id
    first: Status
    second: Status
    reason: Text


class CodedTwice(Model):
    """Of how many cells two readers chose the value independently, and to how many they gave the same."""

    cells: int = Field(ge=1)
    alike: int = Field(ge=0)


class DoubleCodingFile(Model):
    """`cells`: of how many the status was coded twice."""

    cells: int = Field(ge=1)
    values: CodedTwice
    settled: list[Settled]


class Cluster(Titled):
    """The provisions that speak of one circumstance. `element`: what circumstances must come with, not one itself.

    `elsewhere`: where a text that has no mark speaks of it all the same, though not as one of these.
    """

    side: Literal["positive", "negative"]
    element: bool = False
    marks: list[Quote] = Field(min_length=1)
    elsewhere: list[Quote] = []


class CircumstancesFile(Model):
    clusters: list[Cluster]


Side = Literal["against", "open", "favourable"]
Sign = Literal["✓", "◐", "○", "✗", "！", "－", "⊘"]


class Verdict(Meaning):
    """`side`: whether what the rule is about comes of the case. Only who is not settled against is offered next steps and a draft.

    `sign`: its shape in short lists; ⊘ says that the rule merely does not apply.
    """

    side: Side
    sign: Sign


class VerdictsFile(Model):
    verdicts: list[Verdict]
