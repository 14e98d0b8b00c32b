"""The stories of tests/stories, coded: what each person would answer on the check page."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError

from policies.engine import yamlfile
from policies.engine.schema.case import CaseValue
from policies.engine.schema.instrument import Fact, FactValue, Id, Model, Text

ROOT = Path(__file__).resolve().parent.parent.parent.parent
STORIES = ROOT / "tests" / "stories"
TODAY = date(2026, 11, 27)  # the stories' own
Situation = Literal["before", "accused", "in_procedure", "decided", "study"]
STAGES: dict[str, Situation] = {
    "还没出事，想事先问清": "before",
    "有人反映我，我认为不属实": "accused",
    "正在被调查、问责": "in_procedure",
    "决定已经作出": "decided",
    "替别人看、备课": "study",
}


class Written(Model):
    """A story as it was written, without sight of the form."""

    id: Text
    who: Text
    story: Text
    stage: Text
    knows: list[Text]
    unsure: list[Text]
    wants: Text


class WrittenFile(Model):
    stories: list[Written]


class Coded(Model):
    """`facts` are answered, `unknown` are answered 不清楚, `organ` left to the organ; `rest` is said of all other rows.

    `application: not_yet`: nothing is handed in. `case: false`: somebody who teaches, and has no case to judge.
    """

    id: Text
    situation: Situation
    case: bool = True
    application: Literal["not_yet"] | None = None
    further: tuple[Literal["accountability", "track"], ...] = Field(default=(), strict=False)
    facts: dict[Id, CaseValue]
    unknown: tuple[Id, ...] = Field(default=(), strict=False)
    organ: tuple[Id, ...] = Field(default=(), strict=False)
    rest: Literal["no", "unknown"] = "no"

    def answer(self, fact: str) -> FactValue | Literal["unknown"]:
        """True, false, 'organ', 'unknown', or what an enumeration or a date says."""
        if fact in self.organ:
            return "organ"
        value = self.facts.get(fact)
        if value is not None:
            return value
        return "unknown" if fact in self.unknown or self.rest == "unknown" else False

    def told(self, facts: Collection[Fact]) -> dict[str, FactValue]:
        """All that he would say if all were asked, as the rule core takes it: of what no text has words for, only what is so."""
        said = {fact.id: self.answer(fact.id) for fact in facts if fact.type == "bool" or fact.id in self.facts}
        mute = {fact.id for fact in facts if fact.unwritten}
        return {ident: value for ident, value in said.items() if value != "unknown" and (value or ident not in mute)}


class CodedFile(Model):
    """`base` is what nearly all say; what a story leaves open or says otherwise is taken from it."""

    place: Id
    base: dict[Id, CaseValue]
    stories: list[Coded]

    def whole(self) -> list[Coded]:
        return [story if story.rest == "unknown" else self._with_base(story) for story in self.stories]

    def _with_base(self, story: Coded) -> Coded:
        open_ = {*story.unknown, *story.organ}
        base = {fact: value for fact, value in self.base.items() if fact not in open_}
        return story.model_copy(update={"facts": {**base, **story.facts}})


class Unreadable(Exception):
    """One line a problem."""


def written(folder: Path = STORIES) -> dict[str, list[Written]]:
    """By place, as they stand in the files."""
    return {path.stem: _read(path, WrittenFile).stories for path in sorted(folder.glob("*.yaml"))}


def coded(folder: Path = STORIES / "coded") -> dict[str, list[Coded]]:
    """By place, each with what its file says of nearly all. A file is called after its place."""
    files = {path.stem: _read(path, CodedFile) for path in sorted(folder.glob("*.yaml"))}
    for name, file in files.items():
        if file.place != name:
            raise Unreadable(f"{name}.yaml: place: {file.place}")
    return {name: file.whole() for name, file in files.items()}


def fits(fact: Fact, value: CaseValue) -> bool:
    """Whether the form could take the answer. `organ` is one to whatever is chosen, not typed."""
    if fact.type in ("bool", "enum") and value == "organ":
        return True
    if fact.type == "bool":
        return isinstance(value, bool)
    if fact.type == "enum":
        return value in fact.values
    if fact.type == "int":
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, str) and date.fromisoformat(value) <= TODAY


def _read(path: Path, model: Any) -> Any:
    file = yamlfile.read(path, path.name)
    if file.problems:
        raise Unreadable("\n".join(map(str, file.problems)))
    try:
        return model.model_validate(file.data)
    except ValidationError as error:
        raise Unreadable(f"{path.name}: {error}") from None
