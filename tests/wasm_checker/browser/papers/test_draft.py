"""The drafts on the page: GB/T 9704, the fonts, the pages, the annex."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from policies import Library
from tests.support import office
from tests.support.cases import Judged, favourable
from tests.support.drafts import Judge, content, docx_of
from tests.support.modules import call


@pytest.fixture(scope="module")
def judged(library: Library, judge: Judge) -> Judged:
    return judge(favourable(library))


@pytest.fixture(scope="module")
def draft(modules: Path, judged: Judged) -> Docx:
    return docx_of(modules, content(modules, judged))


def east_asian(paragraph: Paragraph) -> str:
    fonts = paragraph.runs[0]._r.rPr.rFonts  # type: ignore[union-attr]
    assert fonts is not None
    return str(fonts.get(qn("w:eastAsia")))


def find(draft: Docx, text: str) -> Paragraph:
    return next(paragraph for paragraph in draft.paragraphs if text in paragraph.text)


@pytest.mark.node
def test_the_page_is_a4_with_the_type_area_of_the_standard(draft: Docx) -> None:
    (section,) = draft.sections
    measured = {
        "page": (section.page_width, section.page_height),
        "from": (section.left_margin, section.top_margin),
        "area": (
            section.page_width - section.left_margin - section.right_margin,  # type: ignore[operator]
            section.page_height - section.top_margin - section.bottom_margin,  # type: ignore[operator]
        ),
    }
    wanted = {"page": (Mm(210), Mm(297)), "from": (Mm(28), Mm(37)), "area": (Mm(156), Mm(225))}
    for name, lengths in wanted.items():
        for length, measure in zip(lengths, measured[name], strict=True):
            assert measure is not None
            assert abs(measure - length) < Mm(0.1), name


@pytest.mark.node
def test_body_and_headings_have_the_type_the_standard_names(draft: Docx) -> None:
    styles = {
        "关于（请填写：事项名称）": ("方正小标宋简体", 22),
        "本人（请填写：姓名": ("仿宋_GB2312", 16),
        "一、基本情况": ("黑体", 16),
        "（一）第": ("楷体_GB2312", 16),
    }
    for text, (font, size) in styles.items():
        paragraph = find(draft, text)
        assert east_asian(paragraph) == font, text
        assert paragraph.runs[0].font.size == Pt(size), text
    heading, rest = find(draft, "（一）第").runs
    assert heading.text.endswith("。")
    assert rest._r.rPr.rFonts.get(qn("w:eastAsia")) == "仿宋_GB2312"  # type: ignore[union-attr]
    assert draft.paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.CENTER


@pytest.mark.node
def test_twenty_two_lines_of_twenty_eight_characters_fit(draft: Docx) -> None:
    body = find(draft, "本人（请填写：姓名")
    line = body.paragraph_format.line_spacing
    assert body.paragraph_format.line_spacing_rule == WD_LINE_SPACING.EXACTLY
    assert line == Pt(28)
    assert int(Mm(225) / line) == 22
    spacing = body.runs[0]._r.rPr.find(qn("w:spacing"))  # type: ignore[union-attr]
    assert spacing is not None
    character = Pt(16) + int(spacing.get(qn("w:val"))) * Pt(1) / 20
    assert int(Mm(156) / character) == 28
    indent = body.paragraph_format.first_line_indent
    assert indent is not None
    assert abs(indent - 2 * character) < Pt(0.1)


@pytest.mark.node
def test_pages_are_numbered_between_dashes_outside_on_odd_and_even_pages(draft: Docx) -> None:
    assert draft.settings.odd_and_even_pages_header_footer
    (section,) = draft.sections
    for footer, side in (
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        (paragraph,) = footer.paragraphs
        assert re.fullmatch(r"— *—", paragraph.text.replace(" ", " "))
        assert "PAGE" in paragraph._p.xml
        assert paragraph.alignment == side
        assert paragraph.runs[0].font.size == Pt(14)


@pytest.mark.node
def test_every_page_says_that_it_is_a_draft_and_no_decision(draft: Docx) -> None:
    (section,) = draft.sections
    for header in (section.header, section.even_page_header):
        assert "草稿：按本人在网页上的回答生成，不是认定" in header.paragraphs[0].text


@pytest.mark.node
def test_the_file_names_no_author(draft: Docx) -> None:
    assert draft.core_properties.author == ""
    assert not draft.core_properties.last_modified_by


@pytest.mark.node
def test_it_is_addressed_through_the_unit_and_ends_with_signature_and_date_and_the_papers_on_a_page_of_their_own(
    draft: Docx,
) -> None:
    texts = [paragraph.text for paragraph in draft.paragraphs]
    assert texts[0] == "关于（请填写：事项名称）的容错免责申请"
    assert texts[2] == "（请填写：所在单位党委（党组）的全称）："
    at = texts.index("申请人：（请填写：姓名）")
    assert texts[at + 1] == "（请填写：提交日期）"
    assert texts[at - 2] == "附件：材料清单"
    assert texts[at + 2] == "附件"
    assert draft.paragraphs[at + 2].paragraph_format.page_break_before
    assert texts[at + 4] == "材料清单"
    assert "1. 主观出于公心：决策时的请示、说明材料" in texts
    assert any("按照干部管理权限" in text and "向纪检监察机关或组织人事部门提出书面申请" in text for text in texts)


@pytest.mark.node
def test_a_draft_names_only_fonts_of_the_standard_and_those_that_stand_in_for_them(
    modules: Path, judged: Judged
) -> None:
    paper = content(modules, judged)
    file = base64.b64decode(call(modules, "papers/official-layout.js", "gongwen", paper, "nodebuffer"))
    assert office.fonts(file) - office.OFFICIAL == set()
    assert office.languages(file) == office.CHINESE
