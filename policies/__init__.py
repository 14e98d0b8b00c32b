"""The data: what the documents say, how it is coded and read, and the loader that proves it sound."""

from policies.engine.errors import DataError, Problem
from policies.engine.library import Document, Instrument, Library, Provision, Vocabulary
from policies.engine.loader import load, read_cases

__all__ = ["DataError", "Document", "Instrument", "Library", "Problem", "Provision", "Vocabulary", "load", "read_cases"]
