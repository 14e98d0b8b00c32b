"""The pictures that stand for a page: of the right size, small, the same from every build, and saying what must not be missed."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

import policies
from macros.face import cards, faces, published, setting, tokens, write_cards
from macros.face.faces import Face
from policies import Library
from tests.support.folders import ROOT

SITE = "容错纠错政策对照"
LARGEST = 60_000  # bytes
LONG = "“" + "很长的名称（试行）" * 30 + "supercalifragilistic" * 20 + "”"
PLAIN = Face("题", "说明一句。", "题", "题", above="某省某县", status=("试行",))
DRAFT = Face("题", "说明一句。", "题", "题", status=("征求意见稿，未施行",), in_force=False)


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png))


def share(png: bytes, colour: str) -> float:
    """How much of a picture has a colour of the site, or one that nobody tells from it."""
    wanted = tuple(bytes.fromhex(tokens.colours()[colour][1:]))
    image = opened(png).convert("RGBA").convert("RGB")
    counted = image.getcolors(image.width * image.height) or []
    near = sum(
        number
        for number, found in counted
        if isinstance(found, tuple) and max(abs(a - b) for a, b in zip(found, wanted, strict=True)) < 6
    )
    return near / (image.width * image.height)


@pytest.mark.parametrize("face", [PLAIN, DRAFT, Face(LONG, LONG, LONG, LONG, LONG, (LONG, LONG)), Face("", "", "", "")])
def test_a_card_has_its_size_and_a_palette_whatever_it_says(face: Face) -> None:
    for shape, draw in write_cards.SHAPES.items():
        png = draw(face, SITE)
        assert opened(png).size == published.SIZES[shape]
        assert opened(png).mode == "P"
        assert len(png) < LARGEST


def test_the_same_face_comes_to_the_same_bytes() -> None:
    assert cards.wide(PLAIN, SITE) == cards.wide(PLAIN, SITE)
    assert cards.square(DRAFT, SITE) == cards.square(DRAFT, SITE)


def test_a_draft_s_cards_are_striped_and_no_other_s(library: Library) -> None:
    found = faces.faces(library, ROOT / "docs", site=SITE, about="")
    drafts = [one for one in library.instruments if not one.about.in_force]
    for one in (*drafts, library.compared[0]):
        for draw in write_cards.SHAPES.values():
            png = draw(found[f"read/{one.id}.md"], SITE)
            assert (share(png, "draft-stripe") > 0.01) == (one in drafts), one.id


def test_cards_have_the_site_s_colours_and_mark() -> None:
    for draw in write_cards.SHAPES.values():
        png = draw(PLAIN, SITE)
        assert share(png, "paper") > 0.7
        assert 0.01 < share(png, "seal") < 0.1


@pytest.mark.parametrize("side", published.SIDES.values())
def test_an_icon_is_the_mark(side: int) -> None:
    png = cards.icon(side)
    assert opened(png).size == (side, side)
    assert share(png, "seal") > 0.6
    corner = opened(png).convert("RGBA").getpixel((0, 0))
    assert isinstance(corner, tuple)
    assert (corner[3] > 250) == (side > 64)  # home screens round the corners themselves


def test_a_line_begins_with_no_closing_mark_and_ends_with_no_opening_one() -> None:
    text = "关于（试行）的“若干”措施，文号〔2022〕123号；" * 4
    for width in range(200, 900, 70):
        _, lines = setting.fitted(text, serif=True, width=width, height=5000, sizes=(40,))
        assert "".join(lines) == text
        assert not [line for line in lines if line[0] in setting._CLOSING or line[-1] in setting._OPENING]
        assert not [line for line in lines if setting.font(serif=True, size=40).getlength(line) > width]


def test_what_is_too_long_at_the_smallest_size_ends_with_an_ellipsis_within_its_box() -> None:
    size, lines = setting.fitted("字" * 500, serif=False, width=300, height=100, sizes=(30, 20))
    assert size == 20
    assert lines[-1].endswith("…")
    assert len(lines) * size * setting.HEIGHT <= 100


def test_a_card_s_name_changes_with_what_it_says() -> None:
    names = {published.card("read/a.md", face, SITE, shape) for face in (PLAIN, DRAFT) for shape in published.SIZES}
    assert len(names) == 4
    assert {name.partition(".")[0] for name in names} == {"read-a-wide", "read-a-square"}


def test_only_what_has_changed_is_drawn_again(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(policies, "load", lambda: library)
    for shape in published.SIZES:
        monkeypatch.setitem(write_cards.SHAPES, shape, lambda face, _site: face.title.encode())
    docs, out = tmp_path / "docs", tmp_path / "out"
    docs.mkdir()
    (docs / "a.md").write_text("---\ntitle: 甲\n---\n\n一段话。\n", encoding="utf-8")
    config = ROOT / "mkdocs.yml"
    assert write_cards.write(out, docs, config) > 2
    before = {path.name: path.read_bytes() for path in out.glob("*.png")}
    assert write_cards.write(out, docs, config) == 0

    (docs / "a.md").write_text("---\ntitle: 乙\n---\n\n一段话。\n", encoding="utf-8")
    assert write_cards.write(out, docs, config) == len(write_cards.SHAPES)
    after = {path.name: path.read_bytes() for path in out.glob("*.png")}
    assert len(after) == len(before)
    assert {name.partition(".")[0] for name in before.keys() - after.keys()} == {"a-wide", "a-square"}

    (out / next(iter(after))).unlink()  # as a clean that was stopped would
    assert write_cards.write(out, docs, config) == 1
    assert {path.name: path.read_bytes() for path in out.glob("*.png")} == after
