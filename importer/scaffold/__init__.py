"""Makes the files of a new policy from a text that was read: all that can be read off it, and what is left open, marked as such.

Standard library only; the command `python -m policies new` and the page 比您那里的 write the same files.
"""

from __future__ import annotations

from importer.model import Imported, Unreadable
from importer.scaffold import cells, document, limits, todo
from importer.scaffold.asked import Asked, Dimension
from importer.scaffold.found import Word
from importer.scaffold.guess import TO_FILL
from importer.scaffold.pages import page
from importer.scaffold.todo import steps
from importer.scaffold.yaml import Value, dump

__all__ = ["TO_FILL", "Asked", "Dimension", "Word", "dump", "page", "scaffold", "steps"]

_TEXT = "# 原件印的每一个字，照原来的次序。这里不改一个字，印误写在 defects.yaml。\n"
_DEFECTS = "# 原件的印误：printed 是印出的，reading 是应读作的，confidence 说有多大把握。以下是程序提的，逐处对照原件，不对的删掉。\n"


def scaffold(slug: str, got: Imported, asked: Asked, name: str = "") -> dict[str, str]:
    """Path, from the project's root, → text of each file of the policy `slug`, whose ids `got` must bear. `name`: of the file read.

    Raises Unreadable, with one sentence, for a text that no policy can hold.
    """
    line = got.source.text.find("\ufffd")
    if line >= 0:
        at = got.source.text.count("\n", 0, line) + 1
        raise Unreadable(f"第 {at} 行有一个读不出的字（U+FFFD）：应对照原件改好，再读一次。")
    about = document.about(slug, got)
    root = f"policies/{slug}"
    files = {
        f"{root}/document.yaml": document.written(about, got, name),
        f"{root}/{slug}.txt": got.source.text,
        f"{root}/text.yaml": _TEXT
        + dump({"elements": [_element(one.id, one.label, one.text) for one in got.elements]}),
        f"{root}/defects.yaml": _defects(got),
        f"{root}/limits.yaml": limits.written(slug, got.elements, asked.words),
        f"{root}/todo.md": todo.written(slug, got, asked),
    }
    files |= {
        f"{root}/cells/{ident}.yaml": cells.written(ident, about.titles[ident], asked.dimensions)
        for ident in document.compared(got)
    }
    return files | {f"docs/read/{ident}.md": page(ident, short) for ident, short in about.shorts.items()}


def _element(ident: str, label: str | None, text: str) -> dict[str, Value]:
    said: dict[str, Value] = {"id": ident}
    if label:
        said["label"] = label
    if text:
        said["text"] = text
    return said


def _defects(got: Imported) -> str:
    listed: list[Value] = [
        {
            "provision": one.provision,
            "kind": one.kind,
            "printed": one.printed,
            "reading": one.reading,
            "confidence": one.confidence,
            "note": one.note,
        }
        | ({"in_label": True} if one.in_label else {})
        for one in got.defects
    ]
    whole: dict[str, Value] = {"throughout": list(got.throughout)} if got.throughout else {}
    return (_DEFECTS if listed else "") + dump({"defects": listed} | whole)
