"""The reader's text beside the five: twins, circumstances, dimensions, and one table."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from yours import words
from yours.known import Known, KnownCircumstance, KnownProvision, Marked
from yours.likeness import text as likeness
from yours.likeness.passages import across, passages
from yours.likeness.text import AnyPiece
from yours.likeness.twins import Passage as Found
from yours.likeness.twins import twin
from yours.provisions import Own, provisions
from yours.shapes import (
    MARK,
    NOT_FOUND,
    ROLES,
    Circumstance,
    Dimension,
    Element,
    Figures,
    Passage,
    Provision,
    Quote,
    Result,
    Role,
    Segment,
    Spoken,
    TheirQuote,
    Twin,
)
from yours.speaking import Speaking, theirs

_NOTES = (
    f"{MARK}：条文、情形、维度都是程序按字词找出来的，没有人核对过，不能作为依据；请对照原文。",
    f"“{NOT_FOUND}”是程序没有找到，不等于没有写。",
    "已收文件的情形、要件、排除和各维度的回答由人逐条编码；“—”指那份文件没有写到，不等于不允许，也不等于允许。",
)


@dataclass(frozen=True)
class _Known:
    """A provision of the five, as the search for twins wants it."""

    known: KnownProvision

    @property
    def id(self) -> str:
        return self.known["id"]

    @property
    def instrument(self) -> str:
        return self.known["instrument"]

    @property
    def text(self) -> str:
        return self.known["text"]


def compare(elements: Sequence[Element], held: Known, title: str = "") -> Result:
    """`title`: what the reader's text is called, else its printed head. Raises importer.Unreadable naming the first element that has no place, or if there are no words at all."""
    own = provisions(elements)
    twins = _twins(own, held)
    by_id = {one["id"]: one for one in held["provisions"]}
    speaking = Speaking(held["circumstances"], by_id)
    spoken = {one.id: speaking.of(one) for one in own}
    texts = words.texts(own)
    circumstances = [_row(one, own, spoken, by_id, held) for one in held["circumstances"]]
    dimensions = [words.dimension(one, texts) for one in held["dimensions"]]
    drawn = [_provision(one, twins.get(one.id, []), spoken[one.id]) for one in own]
    return {
        "mark": MARK,
        "title": title or _title(own),
        "roles": ROLES,
        "columns": held["columns"],
        "instruments": held["instruments"],
        "provisions": drawn,
        "circumstances": circumstances,
        "dimensions": dimensions,
        "modals": words.modals(held["modals"], texts),
        "figures": _figures(drawn, circumstances, dimensions),
        "notes": [*_NOTES, f"下面各维度要读懂条文才知道，程序没有比：{'、'.join(held['unlooked'])}。"],
    }


def _title(own: Sequence[Own]) -> str:
    """The title of the instrument with most provisions."""
    weight = Counter(one.instrument for one in own)
    heads = [one for one in own if one.id.endswith("/head")]
    head = max(heads, key=lambda one: weight[one.instrument], default=None)
    return "".join(head.text.split()) if head else "您的文件"


def _twins(own: Sequence[Own], held: Known) -> dict[str, list[Twin]]:
    phrases = likeness.set_phrases(held["phrases"])
    ones: tuple[AnyPiece, ...] = likeness.pieces(((one, "") for one in own), phrases)
    others: tuple[AnyPiece, ...] = likeness.pieces(((_Known(one), one["slug"]) for one in held["provisions"]), phrases)
    found: dict[str, list[Twin]] = defaultdict(list)
    for a, b in across(ones, others):
        matches = passages(a, b)
        if matches:
            both = twin(a, b, matches)
            found[a.id].append(
                _twin(b.provision.known, [*both.passages], len(both.a_letters), identical=both.identical)
            )
    return {ident: sorted(those, key=lambda one: -one["letters"]) for ident, those in found.items()}


def _twin(known: KnownProvision, found: Sequence[Found], letters: int, *, identical: bool) -> Twin:
    return {
        **theirs(known),
        "text": known["text"],
        "identical": identical,
        "letters": letters,
        "passages": [_passage(one) for one in found],
    }


def _passage(found: Found) -> Passage:
    segments: list[Segment] = [{"same": run.same, "yours": run.a, "theirs": run.b} for run in found.runs]
    return {"whole": found.whole, "segments": segments}


def _provision(own: Own, twins: list[Twin], spoken: list[Spoken]) -> Provision:
    return {
        "id": own.id,
        "label": own.label,
        "kind": own.kind,
        "place": own.place,
        "text": own.text,
        "twins": twins,
        "speaks": spoken,
    }


def _row(
    known: KnownCircumstance,
    own: Sequence[Own],
    spoken: Mapping[str, Sequence[Spoken]],
    by_id: Mapping[str, KnownProvision],
    held: Known,
) -> Circumstance:
    yours: list[Quote] = [
        {"provision": one.id, "place": one.place, "quote": each["quote"], "figures": []}
        for one in own
        for each in spoken[one.id]
        if each["id"] == known["id"]
    ]
    listed: dict[str, list[TheirQuote]] = {column["slug"]: [] for column in held["columns"]}
    for marks, aside in ((known["marks"], False), (known["elsewhere"], True)):
        for mark in marks:
            listed[by_id[mark["provision"]]["slug"]].append(_their_quote(mark, by_id, aside=aside))
    return {
        "id": known["id"],
        "title": known["title"],
        "role": known["role"],
        "yours": yours,
        "said": "" if yours else NOT_FOUND,
        "theirs": listed,
        "missing": not yours and any(listed.values()),
    }


def _their_quote(mark: Marked, by_id: Mapping[str, KnownProvision], *, aside: bool) -> TheirQuote:
    return {**theirs(by_id[mark["provision"]]), "quote": mark["quote"], "aside": aside}


def _figures(
    drawn: Sequence[Provision], circumstances: Sequence[Circumstance], dimensions: Sequence[Dimension]
) -> Figures:
    roles: tuple[Role, ...] = ("circumstance", "condition", "exclusion")
    return {
        "provisions": len(drawn),
        "letters": sum(len("".join(one["text"].split())) for one in drawn),
        "with_twins": sum(bool(one["twins"]) for one in drawn),
        "twins": dict(Counter(slug for one in drawn for slug in {each["slug"] for each in one["twins"]})),
        "found": {role: sum(bool(one["yours"]) for one in circumstances if one["role"] == role) for role in roles},
        "missing": {role: sum(one["missing"] for one in circumstances if one["role"] == role) for role in roles},
        "dimensions": len(dimensions),
        "dimensions_found": sum(bool(one["yours"]) for one in dimensions),
    }
