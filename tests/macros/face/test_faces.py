"""Every page says what it is, in a title and a description of its own; and what the titles and cards say comes from the data."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.face import faces
from macros.face.faces import LONGEST, SHORTEST, Face
from macros.kit.identity import NOT_A_BASIS
from policies import Library
from policies.engine.numeral import counted
from tests.support.folders import ROOT

SITE, ABOUT = "站名", "站是什么：做什么"


@pytest.fixture(scope="module")
def faced(library: Library) -> dict[str, Face]:
    return faces.faces(library, ROOT / "docs", site=SITE, about=ABOUT)


def test_every_description_is_a_sentence_or_two_and_no_two_are_alike(faced: dict[str, Face]) -> None:
    said = {source: face.description for source, face in faced.items()}
    assert {source: one for source, one in said.items() if not SHORTEST <= len(one) <= LONGEST} == {}
    assert {source: one for source, one in said.items() if not one.endswith(("。", "。”"))} == {}
    assert len(set(said.values())) == len(said)


def test_no_two_titles_are_alike(faced: dict[str, Face]) -> None:
    assert len({face.title for face in faced.values()}) == len(faced)


def test_the_front_page_is_named_by_the_site_and_what_it_is(faced: dict[str, Face]) -> None:
    assert faced["index.md"].title == "站名：站是什么，做什么"


def test_a_reading_page_is_named_by_its_short_name_and_number(library: Library, faced: dict[str, Face]) -> None:
    for one in library.instruments:
        title = faced[f"read/{one.id}.md"].title
        assert title.startswith(one.about.short)
        assert (one.about.number or "") in title


def test_a_draft_s_title_description_and_card_say_first_that_it_is_not_in_force(
    library: Library, faced: dict[str, Face]
) -> None:
    drafts = {one.id for one in library.instruments if not one.about.in_force}
    assert drafts
    for one in library.instruments:
        face = faced[f"read/{one.id}.md"]
        assert ("未施行" in face.title) == (one.id in drafts)
        assert face.description.startswith("未施行，不能作为依据。") == (one.id in drafts)
        assert (NOT_A_BASIS in face.band) == (one.id in drafts)


def test_numbers_are_counted_from_the_data(library: Library, faced: dict[str, Face]) -> None:
    assert f"{len(library.vocabulary.dimensions)} 个问题" in faced["compare/index.md"].description
    assert faced["index.md"].description.startswith(f"{counted(len(library.documents))}份地方文件")
    assert "{" not in "".join(face.description for face in faced.values())


def test_a_page_added_by_hand_is_described_by_its_lede_else_its_front_matter_s_words(
    library: Library, tmp_path: Path
) -> None:
    lede = "# 甲 { #a }\n\n这里有 {{ count('documents') }} 份文件，见[甲](a.md)。**再**说一句。\n{ .lede }\n\n不是这一段。\n"
    (tmp_path / "a.md").write_text(f"---\ntitle: 甲&#35;\n---\n\n{lede}", encoding="utf-8")
    (tmp_path / "b.md").write_text("---\ntitle: 乙\ndescription: 写明的。\n---\n\n{{ front() }}\n", encoding="utf-8")
    (tmp_path / "adr").mkdir()
    (tmp_path / "adr" / "c.md").write_text("# C\n", encoding="utf-8")
    found = faces.faces(library, tmp_path, site=SITE, about=ABOUT)
    assert found["a.md"].title == "甲#"
    assert found["a.md"].description == f"这里有 {len(library.documents)} 份文件，见甲。再说一句。"
    assert found["b.md"].description == "写明的。"
    assert "adr/c.md" not in found


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("一句。" + "长" * 90 + "。", "一句。"),
        ("说了“一句。”" + "长" * 90, "说了“一句。”"),
        ("先说" + "长" * 50 + "，" + "再" * 50 + "。", "先说" + "长" * 50 + "…"),
        ("长" * 100, "长" * 79 + "…"),
        ("一；" + "长" * 90 + "。", "一。"),
    ],
)
def test_a_description_is_cut_where_a_sentence_or_a_clause_ends(text: str, cut: str) -> None:
    assert faces._cut(text) == cut
