"""What the importer made, proved by the loader of policies/ as if it were written into a folder."""

from __future__ import annotations

from itertools import pairwise
from types import SimpleNamespace
from typing import cast

from importer import Imported
from policies.engine import texts, yamlfile
from policies.engine.schema.document import InstrumentFile
from policies.engine.schema.instrument import Defect, DefectsFile, Element, TextFile


def refused(got: Imported) -> list[str]:
    """What the loader has against it: characters, ids, labels, order, gaps."""
    elements = [Element(id=one.id, label=one.label, text=one.text) for one in got.elements]
    defects = [Defect.model_validate({name: getattr(one, name) for name in Defect.model_fields}) for one in got.defects]
    about = cast(
        "list[InstrumentFile]", [SimpleNamespace(id=one.id, title=one.title, obtained=True) for one in got.instruments]
    )
    file = yamlfile.parse("elements: []", "text.yaml")
    placed = texts.provisions(
        about,
        TextFile(elements=elements),
        DefectsFile(defects=defects, throughout=list(got.throughout)),
        got.source.text,
        file,
    )
    printed = {provision.id: provision for found in placed.by_instrument.values() for provision in found}
    strange = [
        one.provision
        for one in got.defects
        if one.printed not in (printed[one.provision].printed_label if one.in_label else printed[one.provision].printed)
    ]
    return [str(problem) for problem in placed.problems] + strange


def accounted(got: Imported) -> None:
    """Every character of the text is in exactly one place: a label, words, a mark of Markdown, or white space."""
    text = got.source.text
    assert got.lost() == ""
    spans = sorted(span for one in got.elements for span in {*one.labelled, *one.spans} if span[0] < span[1])
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    for one in got.elements:
        said = "".join(text[start:end] for start, end in (*one.labelled, *one.spans)).replace("*", "")
        assert "".join(said.split()) == "".join(((one.label or "") + one.text).split())
