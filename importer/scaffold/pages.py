"""The page of an instrument under docs/read: a title and one call."""

from __future__ import annotations

import re

from importer.scaffold.yaml import scalar

# The theme writes a title into its pages as it is, and the macros are expanded in it: nothing in it may be markup of any kind.
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")


def page(ident: str, title: str) -> str:
    return f'---\n{titled(title)}---\n\n{{{{ reading("{ident}") }}}}\n'


def titled(text: str) -> str:
    """The line of the front matter that names a page."""
    shown = _PUNCTUATION.sub(lambda found: f"&#{ord(found[0])};", " ".join(text.splitlines()))
    return f"title: {scalar(shown)}\n"
