"""The readings: where the words of a text allow more than one, which is taken and why."""

from __future__ import annotations

from policies.engine.schema.instrument import Model, ProvisionId, ReadingId, Text


class Reading(Model):
    id: ReadingId
    question: Text
    provisions: list[ProvisionId]
    alternatives: str
    adopted: Text
    reason: Text
    confidence: Text


class ReadingsFile(Model):
    readings: list[Reading]


class WithoutVariant(Model):
    """A reading whose other alternative changes no verdict, and why."""

    reading: ReadingId
    reason: Text


class WithoutVariantFile(Model):
    readings_without_variant: list[WithoutVariant]
