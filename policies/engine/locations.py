"""Where in a file pydantic has found something wrong."""

from __future__ import annotations

from policies.engine.schema.rule import CONDITION_TAGS
from policies.engine.yamlfile import Loc


def written(loc: Loc) -> Loc:
    """Pydantic's location without what does not stand in the file: the mark of a bad key, and the tag after each condition."""
    kept: Loc = ()
    tagged = False
    for part in loc:
        if part == "[key]":
            continue
        tagged = not tagged and part in CONDITION_TAGS and _is_condition(kept)
        kept = kept if tagged else (*kept, part)
    return kept


def _is_condition(loc: Loc) -> bool:
    in_list = loc[-2:-1] in {("all",), ("any",)} and isinstance(loc[-1], int)
    return in_list or loc[-1:] in {(key,) for key in ("scope", "timing", "when", "not")}
