"""A document whose official text is hostile, and so all that is quoted from it."""

from __future__ import annotations

import copy
import hashlib
from datetime import date
from pathlib import Path
from typing import Any

import yaml

SOURCE = """某市容错办法{said}

第一条 干部出现失误，没有谋取私利的，应当{said}可以容错。

第二条 有下列情形之一的，可以在收到决定{said}后7日内申请：

（一）先行先试的{said}；

（二）其他情形。
"""


# Without an answer, so that the pages say what that means.
LEFT = {"purpose": {"status": "pending"}, "principles": {"status": "not_obtained"}}


def write(folder: Path, said: str) -> None:
    """`said`: the hostile words that stand in every sentence."""
    source = SOURCE.replace("{said}", said).replace("*", "")
    name, first, second, one, other = (line for line in source.split("\n") if line)
    text = [
        {"id": "sixth/head", "text": name},
        {"id": "sixth/a1", "label": "第一条", "text": first.removeprefix("第一条 ")},
        {"id": "sixth/a2", "label": "第二条", "text": second.removeprefix("第二条 ")},
        {"id": "sixth/a2/i1", "label": "（一）", "text": one.removeprefix("（一）")},
        {"id": "sixth/a2/i2", "label": "（二）", "text": other.removeprefix("（二）")},
        {"id": "sixth/a3", "missing": said},
    ]
    about: dict[str, Any] = {
        "id": "sixth",
        "kind": "办法",
        "title": name,
        "short": name,
        "compared": True,
        "status": [said],
    }
    about["validity"] = {"checked": date(2026, 11, 2), "where": said, "found": said}
    document = {
        "title": name,
        "place": "某省某市",
        "area": said,
        "names": ["某市"],
        "source": "sixth.txt",
        "about": said,
    }
    digest = hashlib.sha256(source.encode()).hexdigest()
    cell = {
        "status": "partial",
        "brief": "写了",
        "answer": said,
        "citations": [{"provision": "sixth/a1", "quote": f"应当{said}"}],
        "external": [said],
    }
    book = yaml.safe_load((folder.parent / "vocabulary" / "values.yaml").read_text(encoding="utf-8"))
    limit = {
        "id": "sixth_asks",
        "provision": "sixth/a2",
        "quote": f"收到决定{said}后7日内",
        "kind": "application",
        "who": said,
        "does": said,
        "start": {"event": f"收到决定{said}", "written": True},
        "applies": f"决定{said}",
        "until": f"{said}后7日内",
        "modality": f"可以在收到决定{said}",
        "missed": {"text": said, "provision": "sixth/a1", "quote": said},
    }
    rule = {
        "id": "sixth",
        "instrument": "sixth",
        "caveat": said,
        "assumes": {
            "provision": "sixth/a2",
            "quote": said,
            "unless": {"fact": "post_type", "in": ["college"]},
            "text": said,
        },
        "scope": {"provision": "sixth/a1", "quote": f"应当{said}", "when": "is_cadre", "also": [said]},
        "no_timing": {"provision": "sixth/a2", "text": said},
        "grounds": {
            "mode": "any",
            "provision": "sixth/a2",
            "quote": said,
            "clauses": [{"provision": "sixth/a2/i1", "quote": f"先行先试的{said}", "when": "pioneering"}],
        },
        "application": {
            "provision": "sixth/a2",
            "quote": f"收到决定{said}",
            "title": said,
            "addressee": said,
            "asks": said,
        },
    }
    defect = {"provision": "sixth/a1", "kind": "wrong_word", "note": said}
    defects = [
        {**defect, "printed": f"应当{said}", "reading": f"理当{said}", "confidence": "中"},
        {**defect, "printed": "失误", "reading": f"错误{said}", "confidence": "高"},
    ]
    files = {
        "document.yaml": {**document, "sha256": digest, "instruments": [{**about, "in_force": True, "issuer": said}]},
        "text.yaml": {"elements": text},
        "defects.yaml": {"defects": defects, "throughout": [said]},
        "limits.yaml": {"limits": [limit], "not_limits": [{"words": [f"应当{said}"], "reason": said}]},
        "cells/sixth.yaml": {
            dimension: LEFT.get(dimension) or copy.deepcopy({**cell, "value": of["values"][0]["id"]})
            for dimension, of in book["dimensions"].items()
        },
        "rules/sixth.yaml": rule,
    }
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
    (folder / "sixth.txt").write_text(source, encoding="utf-8")
