"""A sixth policy is a sixth folder: no line of code knows how many there are, or which."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from policies import DataError, Library, load

SOURCE = """# 某市容错办法

第一条 干部出现失误，没有谋取私利的，可以容错。

第二条 有下列情形之一的，可以申请：

（一）先行先试的；

(二) 其他情形。
"""

TEXT = """elements:
- {id: sixth/head, text: 某市容错办法}
- {id: sixth/a1, label: 第一条, text: 干部出现失误，没有谋取私利的，可以容错。}
- {id: sixth/a2, label: 第二条, text: 有下列情形之一的，可以申请：}
- {id: sixth/a2/i1, label: （一）, text: 先行先试的；}
- {id: sixth/a2/i2, label: (二), text: 其他情形。}
"""

DOCUMENT = """title: 某市容错办法
place: 某省某市
area: 某市
names: [某市]
source: sixth.txt
sha256: {digest}
about: 第六份文件。
instruments:
- id: sixth
  kind: 办法
  title: 某市容错办法
  short: 某市
  compared: true
  status: [印发]
  in_force: true
  issuer: 某市
"""

DEFECTS = """defects:
- {provision: sixth/a2/i2, kind: brackets, printed: (二), reading: （二）, confidence: 高, note: 半角。, in_label: true}
"""

CELL = """{dimension}:
  status: partial
  value: {value}
  brief: 写了
  answer: 写了。
  citations: [{{provision: sixth/a1, quote: 可以容错}}]
"""

RULE = """id: sixth
instrument: sixth
scope: {provision: sixth/a1, when: is_cadre}
no_timing: {provision: sixth/a2, text: 没有写期限。}
gates:
- {provision: sixth/a1, quote: 没有谋取私利的, when: {not: private_gain}}
grounds:
  mode: any
  provision: sixth/a2
  quote: 有下列情形之一的
  clauses:
  - {provision: sixth/a2/i1, when: pioneering}
  - {provision: sixth/a2/i2, when: sixth_catch_all}
"""

FACTS = """facts:
- {id: sixth_catch_all, text: 有关机关认定属于其他情形, type: bool, known_by: organ, provision: sixth/a2/i2}
"""

CASES = """cases:
- id: 先行先试，可能符合
  story: 先行先试出了失误。
  facts: {is_cadre: true, private_gain: false, pioneering: true, accountability_start_date: 2026-11-02}
  expect:
    sixth: {verdict: may_qualify, provisions: [sixth/a2/i1]}
"""


@pytest.fixture
def six(data: Path, library: Library) -> Path:
    """The data with a sixth folder."""
    book = library.vocabulary.values.dimensions
    cells = "".join(CELL.format(dimension=dimension, value=of.values[0].id) for dimension, of in book.items())
    files = {
        "sixth.txt": SOURCE,
        "document.yaml": DOCUMENT.format(digest=hashlib.sha256(SOURCE.encode("utf-8")).hexdigest()),
        "text.yaml": TEXT,
        "defects.yaml": DEFECTS,
        "facts.yaml": FACTS,
        "cells/sixth.yaml": cells,
        "rules/sixth.yaml": RULE,
        "cases/sixth.yaml": CASES,
    }
    for name, content in files.items():
        path = data / "sixth" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return data


def test_a_sixth_folder_is_a_sixth_document_with_all_its_rooms(six: Path, library: Library) -> None:
    found = load(six)
    assert len(found.documents) == len(library.documents) + 1
    assert [i.id for i in found.compared if i.id != "sixth"] == [i.id for i in library.compared]
    sixth = found.instrument("sixth")
    assert (sixth.document, len(sixth.cells), len(sixth.provisions)) == ("sixth", len(library.vocabulary.dimensions), 5)
    assert [rule.id for rule in sixth.rules] == ["sixth"]
    assert len(found.rules) == len(library.rules) + 1
    added = [fact.id for fact in found.vocabulary.facts if fact not in library.vocabulary.facts]
    assert added == ["sixth_catch_all"]
    (case,) = sixth.cases
    assert case.facts["accountability_start_date"] == "2026-11-02"
    item = found.provision("sixth/a2/i2")
    assert (item.printed_label, item.label, item.lines) == ("(二)", "（二）", ((9, 9),))
    assert item.citation == "《某市容错办法》第二条第（二）项"


def test_the_five_are_the_same_beside_a_sixth(six: Path, library: Library) -> None:
    before = {provision.id: provision for provision in library.provisions}
    after = {provision.id: provision for provision in load(six).provisions}
    assert {ident: after[ident] for ident in before} == before
    assert {ident.split("/")[0] for ident in after.keys() - before.keys()} == {"sixth"}


def test_a_sixth_policy_needs_neither_rules_nor_cases_nor_facts_of_its_own(six: Path) -> None:
    for name in ("facts.yaml", "rules/sixth.yaml", "cases/sixth.yaml"):
        (six / "sixth" / name).unlink()
    sixth = load(six).instrument("sixth")
    assert (sixth.rules, sixth.cases) == ((), ())


def test_a_sixth_policy_is_checked_like_the_others(six: Path) -> None:
    path = six / "sixth" / "rules" / "sixth.yaml"
    path.write_text(RULE.replace("when: pioneering", "when: pioneer"), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load(six)
    (problem,) = caught.value.problems
    assert (
        str(problem)
        == "policies/sixth/rules/sixth.yaml:12: grounds.clauses[0].when: 没有“pioneer”这个事实；是不是“pioneering”？"
    )
