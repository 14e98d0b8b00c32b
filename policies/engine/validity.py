"""What is said of an instrument's later amendment or repeal: one sentence for every place that shows its words or judges by it."""

from __future__ import annotations

from policies.engine.numeral import day
from policies.engine.schema.document import InstrumentFile
from policies.engine.schema.labels import ValidityLabels


def said(labels: ValidityLabels, about: InstrumentFile) -> str:
    """What was looked up; else that nobody has, or, of a draft, what it is."""
    if about.validity:
        found = about.validity
        text = labels.checked.replace("{checked}", day(found.checked))
        return text.replace("{where}", found.where).replace("{found}", found.found)
    return labels.unchecked if about.in_force else f"{'，'.join((*about.status, labels.draft))}。"
