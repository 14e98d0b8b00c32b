"""Small random rules, and what they mean by trying every case: the measure of whatever the core finds in its diagrams."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from hypothesis import strategies as st

from tests.proof.plain import holds, judged
from wasm_checker.core.assess import Core

Known = Mapping[str, int]
CLASSES = ("out_of_scope", "too_late", "unfavourable", "open", "favourable", "aggravated")


def _fact(ident: str, known_by: str, **more: Any) -> dict[str, Any]:
    return {"id": ident, "type": "bool", "known_by": known_by, "question": "q", "text": ident, **more}


FACTS = [
    _fact("a", "person", in_hand=True),
    _fact("b", "person"),
    _fact("c", "both"),
    {**_fact("d", "organ"), "question": None},
    _fact("e", "person", type="enum", values=["x", "y", "z"], labels={}),
    _fact("n", "person", type="int"),
]
del FACTS[3]["question"]
LIMIT = 7
SIZES = {"a": 2, "b": 2, "c": 2, "d": 2, "e": 3, "n": 2}

bools = st.sampled_from(["a", "b", "c", "d"])
leaves = (
    bools
    | bools.map(lambda fact: {"not": fact})
    | st.lists(st.sampled_from(["x", "y", "z"]), min_size=1, max_size=2, unique=True).map(
        lambda v: {"fact": "e", "in": v}
    )
    | st.just({"fact": "n", "at_most": LIMIT})
)


def grown(parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    group = st.tuples(st.sampled_from(["all", "any"]), st.lists(parts, min_size=1, max_size=3))
    return group.map(lambda pair: {pair[0]: pair[1]}) | parts.map(lambda part: {"not": part})


conditions = st.recursive(leaves, grown, max_leaves=5)


def clauses(name: str, least: int, most: int) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Clauses x/<name>0, x/<name>1, …"""
    return st.lists(conditions, min_size=least, max_size=most).map(
        lambda each: [{"provision": f"x/{name}{index}", "when": when} for index, when in enumerate(each)]
    )


@st.composite
def _rules(draw: st.DrawFn) -> dict[str, Any]:
    rule: dict[str, Any] = {
        "id": "x",
        "scope": {"provision": "x/s", "when": draw(leaves)},
        "gates": draw(clauses("g", 0, 1)),
        "grounds": {
            "mode": draw(st.sampled_from(["any", "all"])),
            "provision": "x/l",
            "quote": "…",
            "clauses": draw(clauses("i", 1, 3)),
        },
        "exclusions": draw(clauses("n", 0, 2)),
    }
    if draw(st.booleans()):
        rule["timing"] = {"provision": "x/t", "when": draw(leaves)}
    if rule["exclusions"] and draw(st.booleans()):
        rule["exclusions"][0]["yields"] = {"to": ["x/i0"], "decided_by": "d"}
    if draw(st.booleans()):
        rule |= {"kind": "accountability", "aggravating": draw(clauses("w", 1, 2))}
    return rule


@st.composite
def _implications(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Up to three, from one yes or no to another; a few leave the other to the organ."""
    pairs = draw(st.lists(st.permutations(["a", "b", "c"]), max_size=3))
    return [
        {
            "when": {cause: draw(st.booleans())},
            "sets": {consequence: draw(st.sampled_from([False, True, "organ"]))},
            "forced": draw(st.booleans()),
        }
        for cause, consequence, _ in pairs
    ]


implications = _implications()


rules = _rules()
partial = st.fixed_dictionaries({}, optional={fact: st.integers(0, size - 1) for fact, size in SIZES.items()})


def core_of(*variants: dict[str, Any], following: list[dict[str, Any]] | None = None) -> Core:
    """One more rule names every fact, so that each has its place and every limit its cut."""
    every = {"any": ["a", "b", "c", "d", {"fact": "e", "in": ["x"]}, {"fact": "n", "at_most": LIMIT}]}
    grounds = {"mode": "any", "provision": "z/l", "quote": "…", "clauses": [{"provision": "z/i", "when": "a"}]}
    last = {"id": "z", "scope": every, "grounds": grounds}
    calendar = {"first": "2017-01-01", "last": "2017-12-31", "other": [], "undecided": [], "unannounced": []}
    return Core.from_pack(
        {"facts": FACTS, "implications": following or [], "calendar": calendar, "rules": [*variants, last]}
    )


def value(fact: str, position: int) -> Any:
    if fact == "n":
        return LIMIT + position
    return "xyz"[position] if fact == "e" else bool(position)


def completions(known: Known) -> Iterator[dict[str, int]]:
    ranges = [[known[fact]] if fact in known else range(size) for fact, size in SIZES.items()]
    for positions in product(*ranges):
        yield dict(zip(SIZES, positions, strict=True))


def values(case: Known) -> dict[str, Any]:
    return {fact: value(fact, position) for fact, position in case.items()}


def states(rule: dict[str, Any], known: Known) -> list[bool | None]:
    """Whether scope, timing and merits are certain: True, False, or None."""
    outcomes = [judged(rule, values(case)) for case in completions(known)]
    parts = (set(part) for part in zip(*outcomes, strict=True))
    return [part.pop() if len(part) == 1 else None for part in parts]


def class_of(rule: dict[str, Any], known: Known) -> str:
    found = states(rule, known)
    if False in found:
        return CLASSES[found.index(False)]
    if None in found:
        return "open"
    aggravated = any(certain(clause, known) for clause in rule.get("aggravating", ()))
    return "aggravated" if aggravated else "favourable"


def certain(condition: Any, known: Known) -> bool | None:
    """Whether a condition holds in every completion (True), in none (False), or in some."""
    found = {holds(condition, values(case)) for case in completions(known)}
    return found.pop() if len(found) == 1 else None


def distance(one: Known, other: Known) -> int:
    """Answered facts of the one that the other answers otherwise."""
    return sum(other[fact] != position for fact, position in one.items())
