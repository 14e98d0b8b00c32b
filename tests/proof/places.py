"""Where things stand in the data of a rule, and copies of the rule with one thing written otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.proof.material import Data

Place = tuple[str | int, ...]
GROUP = ("all", "any")


def get(data: Any, place: Place) -> Any:
    for step in place:
        data = data[step]
    return data


def put(data: Any, place: Place, value: Any) -> Any:
    """A copy with `value` at `place`; what is not on the way there is shared."""
    if not place:
        return value
    copy: Any = dict(data) if isinstance(data, dict) else list(data)
    copy[place[0]] = put(data[place[0]], place[1:], value)
    return copy


def drop(data: Any, place: Place) -> Any:
    """A copy without what stands at `place`."""
    *front, last = place
    holder = get(data, tuple(front))
    if isinstance(holder, dict):
        return put(data, tuple(front), {key: value for key, value in holder.items() if key != last})
    return put(data, tuple(front), [value for index, value in enumerate(holder) if index != last])


def clauses(rule: Data) -> Iterator[Place]:
    """The gates, grounds, exclusions and aggravating clauses."""
    for part in ("gates", "exclusions", "aggravating"):
        yield from ((part, index) for index in range(len(rule.get(part, ()))))
    yield from (("grounds", "clauses", index) for index in range(len(rule["grounds"]["clauses"])))


def trees(rule: Data) -> Iterator[Place]:
    """Every condition tree that decides the verdict: scope, timing and the clauses' own."""
    yield from ((part,) for part in ("scope", "timing") if part in rule)
    yield from ((*place, "when") for place in clauses(rule))


def nodes(data: Any, place: Place) -> Iterator[Place]:
    """The place and every place below it that holds a condition."""
    yield place
    node = get(data, place)
    if isinstance(node, str) or "fact" in node:
        return
    if "provision" in node:
        yield from nodes(data, (*place, "when"))
    elif "not" in node:
        yield from nodes(data, (*place, "not"))
    else:
        key = "all" if "all" in node else "any"
        for index in range(len(node[key])):
            yield from nodes(data, (*place, key, index))


def conditions(rule: Data) -> Iterator[Place]:
    for tree in trees(rule):
        yield from nodes(rule, tree)


def is_leaf(node: Any) -> bool:
    """A test of one fact."""
    return isinstance(node, str) or "fact" in node


def never(leaf: Any) -> Data:
    """A test of the same fact that no value passes."""
    return {"fact": leaf if isinstance(leaf, str) else leaf["fact"], "in": []}


def stuck(leaf: Any, value: bool) -> Data:
    return {"not": never(leaf)} if value else never(leaf)


def said(rule: Data, place: Place) -> str:
    """A place in words: the provision it belongs to and the way down from there."""
    provision, below = "", list[str]()
    node: Any = rule
    for step in place:
        node = node[step]
        below.append(str(step))
        if isinstance(node, dict) and "provision" in node and step != "grounds":
            provision, below = node["provision"], []
    leaf = node if isinstance(node, str) else node.get("fact", "") if isinstance(node, dict) else ""
    way = ".".join(step for step in below if step != "when")
    return " ".join(part for part in (provision, way, leaf) if part)
