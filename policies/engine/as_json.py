"""A model as the data that others read: the rule pack, the page's words, the published files."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel


def plain(model: BaseModel) -> dict[str, Any]:
    """A model as JSON-ready data, with the names the files use and without what was left out."""
    return model.model_dump(mode="json", by_alias=True, exclude_defaults=True)
