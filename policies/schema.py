"""The shape of every file under policies/: what may be written, and of which type. Nothing here crosses from file to file."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag, model_validator

Text = Annotated[str, Field(min_length=1)]
ID = r"^[a-z][a-z0-9_]*$"
PROVISION_ID = r"^[a-z][a-z0-9_]*(/[a-z0-9_]+)+$"
READING_ID = r"^C\d\d$"
SHA256 = r"^[0-9a-f]{64}$"
Id = Annotated[str, Field(pattern=ID)]
ProvisionId = Annotated[str, Field(pattern=PROVISION_ID)]
ReadingId = Annotated[str, Field(pattern=READING_ID)]


def _fact_value(value: Any) -> Any:
    """A date may stand without quotes; and one message, not one for each member of the union."""
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, bool | int | str):
        raise ValueError("事实的值应为 true、false、整数、日期或文字")  # noqa: TRY004 - pydantic takes no TypeError
    return value


FactValue = Annotated[bool | int | str, BeforeValidator(_fact_value)]
Status = Literal["stated", "partial", "silent", "external", "not_applicable"]
Confidence = Literal["高", "中高", "中", "中低", "低中", "低"]
Modality = Literal["may", "must"]
Grade = Literal[
    "exempt",
    "lighter",
    "mitigated",
    "no_organisational_measure",
    "filed",
    "appraisal",
    "tracking",
    # accountability, by severity
    "reviewed",
    "notified",
    "admonished",
    "adjusted",
    "reorganised",
    "disciplined",
    "heavier",
    # tracks
    "notice",
    "talk",
    "rectification",
    "clarified",
    "protected",
]


class Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Quote(Model):
    """Words of one provision, character by character as printed."""

    provision: ProvisionId
    quote: Text


# --- a document: document.yaml, text.yaml, defects.yaml


class InstrumentFile(Model):
    id: Id
    kind: Text
    title: Text
    short: Text
    compared: bool
    status: list[Text] = Field(min_length=1)
    in_force: bool
    issuer: Text
    number: Text | None = None
    dated: Text | None = None
    notes: list[Text] = []


class DocumentFile(Model):
    """`order`: where it stands among the documents; equal ones by the folder's name."""

    title: Text
    order: int = 100
    place: Text
    area: Text
    source: Text
    sha256: Annotated[str, Field(pattern=SHA256)]
    about: Text
    instruments: list[InstrumentFile] = Field(min_length=1)


class Element(Model):
    """A piece of the source, in its order. The same id again continues the piece after an interruption."""

    id: ProvisionId
    label: Text | None = None
    text: str = ""


class TextFile(Model):
    elements: list[Element] = Field(min_length=1)


class Defect(Model):
    """A flaw of the printed text. Only a wrong word of confidence 高, or a label's brackets, changes what is shown.

    Flaws of typography in running text are marked and left: a quote must be found as it is printed.
    """

    provision: ProvisionId
    kind: Literal[
        "page_break", "foreign_word", "doubled", "wrong_word", "missing_word", "brackets", "punctuation", "layout"
    ]
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


# --- coding: cells/<instrument>.yaml


class Cell(Model):
    status: Status
    answer: Text
    citations: list[Quote] = Field(min_length=1)
    note: Text | None = None
    readings: list[ReadingId] = []
    external: list[Text] = []

    @model_validator(mode="after")
    def _status_fits(self) -> Cell:
        if (self.status == "silent") != self.answer.startswith("未规定"):
            raise ValueError("status 为 silent 的单元格，answer 须以“未规定”开头；其他状态不得以“未规定”开头")
        if self.status == "external" and not self.external:
            raise ValueError("status 为 external 的单元格须在 external 里写出所指的文件")
        return self


# --- rules/<instrument>.yaml


CONDITION_TAGS = ("leaf", "all", "any", "not", "fact", "provision")


def _kind_of(value: Any) -> str | None:
    if isinstance(value, str):
        return "leaf"
    keys = value.keys() if isinstance(value, dict) else getattr(type(value), "model_fields", {}).keys()
    return next((tag for tag in CONDITION_TAGS[1:] if tag in keys or f"{tag}_" in keys), None)


class All(Model):
    all_: list[Condition] = Field(alias="all", min_length=1)


class AnyOf(Model):
    any_: list[Condition] = Field(alias="any", min_length=1)


class Not(Model):
    not_: Condition = Field(alias="not")


class Test(Model):
    """A fact that is not a yes or no: an enum member among several, or a number up to a bound."""

    fact: Id
    in_: list[Text] | None = Field(default=None, alias="in", min_length=1)
    at_most: int | None = None

    @model_validator(mode="after")
    def _one_test(self) -> Test:
        if (self.in_ is None) == (self.at_most is None):
            raise ValueError("fact 之后须写 in 或 at_most，二者取一")
        return self


class Clause(Model):
    """A condition and the words it is taken from; without `quote` the whole provision is meant."""

    provision: ProvisionId
    when: Condition
    quote: Text | None = None
    readings: list[ReadingId] = []
    also: list[Text] = Field(
        default=[], description="words of the provision that no fact stands for; shown, for the organ to verify"
    )


Condition = Annotated[
    Annotated[Id, Tag("leaf")]
    | Annotated[All, Tag("all")]
    | Annotated[AnyOf, Tag("any")]
    | Annotated[Not, Tag("not")]
    | Annotated[Test, Tag("fact")]
    | Annotated[Clause, Tag("provision")],
    Discriminator(_kind_of),
]


class Yields(Model):
    """An exclusion gives way where one of these grounds holds and only the organ can weigh the two."""

    to: list[ProvisionId] = Field(min_length=1)
    decided_by: Id


class Exclusion(Clause):
    yields: Yields | None = None


class Grounds(Model):
    mode: Literal["any", "all"]
    provision: ProvisionId
    quote: Text
    readings: list[ReadingId] = []
    clauses: list[Clause] = Field(min_length=1)


class Effect(Model):
    provision: ProvisionId
    quote: Text | None = None
    modality: Modality
    grade: Grade
    text: Text
    readings: list[ReadingId] = []


class Reminder(Model):
    """Said beside a verdict, never part of it; `when` limits it to cases where the condition holds.

    `while_possible`: not said once scope, timing or merits have failed, where it would only raise a false hope.
    """

    provision: ProvisionId
    quote: Text | None = None
    text: Text
    readings: list[ReadingId] = []
    when: Condition | None = None
    while_possible: bool = False


class Change(Model):
    """How another reading would write one part of the rule: another condition for a clause, none, or another mode."""

    part: Literal["scope", "timing", "gates", "grounds", "exclusions"]
    provision: ProvisionId | None = None
    quote: Text | None = None
    when: Condition | None = None
    mode: Literal["any", "all"] | None = None

    @model_validator(mode="after")
    def _one_change(self) -> Change:
        if (self.mode is None) == (self.provision is None):
            raise ValueError("provision（改一条）与 mode（改各项的关系）须写一个，只写一个")
        if self.mode and (self.part != "grounds" or self.quote or self.when):
            raise ValueError("mode 只改 grounds 各项的关系，不与 quote、when 并写")
        return self


class OtherReading(Model):
    """A reading that is not adopted, coded as changes of this rule, so that a verdict can say what it would be."""

    reading: ReadingId
    says: Text
    changes: list[Change] = Field(min_length=1)


class Unencoded(Model):
    """Words of an operative text that decide no verdict here, and why. Without `quote` the whole provision is meant."""

    provision: ProvisionId
    quote: Text | None = None
    reason: Text


class UnencodedFile(Model):
    unencoded: list[Unencoded]


class Application(Quote):
    """How the text has a person ask: the paper's name, whom it addresses, and what it asks for. A draft is written from it.

    The words are ours, the quote is the text's.
    """

    title: Text
    addressee: Text
    asks: Text
    readings: list[ReadingId] = []


class Blank(Model):
    """A place to fill in, in the order of the text: what is printed there, and what belongs there. One label, one value.

    What has no label is left out of a filled form.
    """

    printed: Text
    label: str
    long: bool = False


class Form(Model):
    """A form that the text prints: `provisions` are its heading, its body and its end; `note` says who fills it in."""

    title: Text
    provisions: list[ProvisionId] = Field(min_length=3, max_length=3)
    note: Text
    blanks: list[Blank] = Field(min_length=1)


class Rule(Model):
    """An instrument's decision logic. `kind` names its outcomes: tolerance, accountability, or a track that follows or not."""

    id: Id
    instrument: Id
    kind: Literal["tolerance", "accountability", "track"] = "tolerance"
    title: Text | None = None
    caveat: Text | None = None
    scope: Condition
    timing: Condition | None = None
    no_timing: Reminder | None = None
    gates: list[Clause] = []
    grounds: Grounds
    exclusions: list[Exclusion] = []
    aggravating: list[Clause] = []
    effects: list[Effect] = []
    reminders: list[Reminder] = []
    other_readings: list[OtherReading] = []
    application: Application | None = None
    form: Form | None = None

    @model_validator(mode="after")
    def _timing_said(self) -> Rule:
        if (self.timing is None) == (self.no_timing is None):
            raise ValueError("timing 与 no_timing 须写一个：或写申请的时限，或说明没有时限")
        return self


# --- cases/<instrument>.yaml

CaseValue = FactValue | None


class ExpectedVerdict(Model):
    verdict: Text
    provisions: list[ProvisionId] = []


class Case(Model):
    id: Text
    story: Text
    facts: dict[Id, CaseValue] = {}
    expect: dict[Id, ExpectedVerdict] = Field(min_length=1)


class CasesFile(Model):
    """`base` is the case that the others start from: each writes only what is different, null for what it leaves open."""

    base: dict[Id, CaseValue] = {}
    cases: list[Case] = Field(min_length=1)

    def whole(self) -> tuple[Case, ...]:
        return tuple(case.model_copy(update={"facts": {**self.base, **case.facts}}) for case in self.cases)


# --- facts.yaml (shared, or local to a document), and the other vocabularies


class Fact(Model):
    id: Id
    question: Id | None = None
    text: Text
    type: Literal["bool", "enum", "int", "date"]
    values: dict[Id, Text] = {}
    known_by: Literal["person", "organ", "both"]
    provision: ProvisionId | None = None
    in_hand: bool = Field(default=False, description="the person can still bring it about, or stop it, today")
    papers: list[Text] = Field(default=[], description="the papers that show it")


class Option(Model):
    text: Text
    sets: dict[Id, FactValue]


class Question(Model):
    id: Id
    text: Text
    type: Literal["place", "single", "multi", "bool", "dates"]
    options: list[Option] = []
    facts: list[Id] = []


class Implication(Model):
    """Whoever states `when` (each one fact) has stated `sets`: a contrary answer gives way if forced, or else stands."""

    when: dict[Id, FactValue] = Field(min_length=1, max_length=1)
    sets: dict[Id, FactValue] = Field(min_length=1, max_length=1)
    forced: bool


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
    group: Id
    asks: Text
    coding: Text


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


class DoubleCodingFile(Model):
    cells: int = Field(ge=1)
    settled: list[Settled]


class Cluster(Titled):
    """The provisions that speak of one circumstance. `element`: what circumstances must come with, not one itself."""

    side: Literal["positive", "negative"]
    element: bool = False
    marks: list[Quote] = Field(min_length=1)


class CircumstancesFile(Model):
    clusters: list[Cluster]


class JudgedPair(Model):
    """Two provisions, and whether a reader says that they are the same sentence; `after` the search had shown them."""

    provisions: list[ProvisionId] = Field(min_length=2, max_length=2)
    judged: Literal["twin", "different", "open"]
    after: bool = False


class TwinsFile(Model):
    """`formulas` stand in every official text and prove nothing; `names` of organs and slogans prove half."""

    formulas: list[Text] = []
    names: list[Text] = []
    pairs: list[JudgedPair]


class Reading(Model):
    id: ReadingId
    question: Text
    provisions: list[ProvisionId]
    alternatives: str
    adopted: Text
    reason: Text
    confidence: Text


class ReadingsFile(Model):
    readings: list[Reading]


class WithoutVariant(Model):
    """A reading whose other alternative changes no verdict, and why."""

    reading: ReadingId
    reason: Text


class WithoutVariantFile(Model):
    readings_without_variant: list[WithoutVariant]


class VerdictsFile(Model):
    verdicts: list[Meaning]
