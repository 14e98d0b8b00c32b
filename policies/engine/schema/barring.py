"""What a warning against counting on a favourable verdict does to the rule it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any


def barring_gates(reminders: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """A gate for every reminder, in the form of the files, that bars a favourable verdict; one badly written makes none.

    A warning and its gate are one thing in the data, so that neither can say what the other does not.
    """
    return [_gate(item) for item in reminders if item.get("bars_favourable") and {"when", "decided_by"} <= item.keys()]


def _gate(reminder: Mapping[str, Any]) -> dict[str, Any]:
    words = {key: reminder[key] for key in ("provision", "quote", "readings") if key in reminder}
    unless = {"unless_met": reminder["presupposed_by"]} if "presupposed_by" in reminder else {}
    return {**words, "when": {"any": [{"not": reminder["when"]}, reminder["decided_by"]]}, **unless, "barring": True}
