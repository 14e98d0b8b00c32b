"""Draws JSON schemas of data that leave out what is not there: what is not there is not null, and no
key may stand that is not named."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel, ConfigDict
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, models_json_schema

DRAFT = "https://json-schema.org/draft/2020-12/schema"


class Published(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Sparse(GenerateJsonSchema):
    """A field that is None by default is left out where it is."""

    def default_schema(self, schema: Any) -> dict[str, Any]:
        inner = schema["schema"]
        return self.generate_inner(inner["schema"] if inner["type"] == "nullable" else inner)


def schema(model: type[BaseModel], name: str) -> dict[str, Any]:
    """The schema of one file, which is served as `name`."""
    made = model.model_json_schema(by_alias=True, schema_generator=_Sparse)
    return {"$schema": DRAFT, "$id": name, **made}


def definitions(models: Iterable[type[BaseModel]]) -> dict[str, Any]:
    """All models, and those that they are made of, as the definitions of one schema."""
    mode: JsonSchemaMode = "validation"
    _, made = models_json_schema([(model, mode) for model in models], by_alias=True, schema_generator=_Sparse)
    return {"$schema": DRAFT, "title": "All", **made}
