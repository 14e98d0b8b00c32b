"""A rule as another reading of its words would have it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Data = Mapping[str, Any]


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
    """The tree with the clause replaced or, without a `when`, dropped; None where nothing is left."""
    if isinstance(node, str):
        return node
    if node.get("provision") == change.get("provision") and change.get("quote") in {None, node.get("quote")}:
        return {**node, "when": change["when"]} if "when" in change else None
    for key in ("all", "any"):
        if key in node:
            parts = [new for part in node[key] if (new := _edited(part, change))]
            return {**node, key: parts} if parts else None
    for key in ("not", "when"):
        if key in node and not isinstance(node[key], str):
            inner = _edited(node[key], change)
            return {**node, key: inner} if inner else None
    return node
