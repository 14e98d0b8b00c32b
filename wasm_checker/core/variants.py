"""A rule as another reading of its words would have it."""

from __future__ import annotations

import operator
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wasm_checker.core.answers.facts import Fact
from wasm_checker.core.rules import Rule, Versioned

Data = Mapping[str, Any]


@dataclass(frozen=True)
class Rereading:
    """The rule as a reading that is not adopted would have it."""

    reading: str
    says: str
    rule: Rule


class Versions:
    """A rule as adopted, and as each other reading would have it, all in one store; the others are compiled when first wanted.

    That must not be within a scratch of the store, which would forget them.
    """

    def __init__(self, data: Data, facts: Mapping[str, Fact]) -> None:
        self._others = data.get("other_readings", ())
        self._all = Versioned([data, *(reread(data, other["changes"]) for other in self._others)], facts)
        self.adopted = self._all.compiled(0)

    def compiled(self) -> tuple[Rereading, ...]:
        return tuple(
            Rereading(other["reading"], other["says"], self._all.compiled(index))
            for index, other in enumerate(self._others, 1)
        )


class Rereadings(dict[str, tuple[Rereading, ...]]):
    """By the rule's id."""

    def __init__(self, versions: Mapping[str, Versions]) -> None:
        super().__init__()
        self._versions = versions

    def __missing__(self, ident: str) -> tuple[Rereading, ...]:
        found = self[ident] = self._versions[ident].compiled()
        return found


def reread(rule: Data, changes: Sequence[Data]) -> dict[str, Any]:
    """The rule's data with every change made. Raises LookupError for a change that meets no clause."""
    changed = dict(rule)
    for change in changes:
        part = change["part"]
        if "mode" in change:
            changed["grounds"] = {**changed["grounds"], "mode": change["mode"]}
        elif part == "grounds":
            changed["grounds"] = {**changed["grounds"], "clauses": _edited_list(changed["grounds"]["clauses"], change)}
        elif part in {"gates", "exclusions"}:
            changed[part] = _edited_list(changed[part], change)
        else:
            tree = _edited(changed[part], change)
            if tree == changed[part]:
                raise LookupError(f"{rule['id']}: {change}")
            changed = {key: value for key, value in changed.items() if key != part} | ({part: tree} if tree else {})
    return changed


def _edited_list(clauses: Sequence[Data], change: Data) -> list[Data]:
    edited = [new for clause in clauses if (new := _edited(clause, change))]
    if edited == list(clauses):
        raise LookupError(str(change))
    return edited


def _edited(node: Any, change: Data) -> Any:
    """The tree with the clause replaced or, without a `when`, dropped; None where nothing is left.

    What is not changed is the same object, so that it is read and compiled once for all readings.
    """
    if isinstance(node, str):
        return node
    if _meant(node, change):
        return {**node, "when": change["when"]} if "when" in change else None
    for key in ("all", "any"):
        if key in node:
            edited = [_edited(part, change) for part in node[key]]
            alike = all(map(operator.is_, edited, node[key]))
            return _with(node, key, node[key] if alike else [part for part in edited if part])
    for key in ("not", "when"):
        if key in node and not isinstance(node[key], str):
            return _with(node, key, _edited(node[key], change))
    return node


def _with(node: Data, key: str, part: Any) -> Any:
    if part is node[key]:
        return node
    return {**node, key: part} if part else None


def _meant(node: Data, change: Data) -> bool:
    """Whether the change speaks of this clause: by its provision and, where the change names them, its quote and its readings."""
    named = all(change[key] == node.get(key) for key in ("quote", "readings") if key in change)
    return named and node.get("provision") == change.get("provision")
