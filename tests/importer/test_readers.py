"""Files: encodings, Word with its printed numbers and revisions, saved web pages; and what is refused, in a sentence."""

from __future__ import annotations

import io
import zipfile

import pytest

import importer
from importer import Unreadable
from importer.readers.numbering import written
from tests.importer.support import accounted, refused

TEXT = "某某办法\n第一条 为了甲，制定本办法。\n第二条 本办法自印发之日起施行。"
_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"])
def test_a_text_is_read_in_every_usual_encoding(encoding: str) -> None:
    got = importer.read(TEXT.encode(encoding), "甲.txt")
    assert got.source.text == TEXT
    assert len(got.elements) == 3


def test_line_ends_of_every_kind_and_characters_nobody_sees() -> None:
    got = importer.read(TEXT.replace("\n", "\r\n").replace("甲", "甲\u200b") + "\u2028\x0c", "甲.txt")
    accounted(got)
    assert "".join(aside.text for aside in got.source.asides) == "\u200b"
    assert "删去 1 个看不见的字符（U+200B）" in got.doubts[0].said
    assert refused(got) == []


def docx(body: str, **parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("word/document.xml", f"<w:document {_NS}><w:body>{body}</w:body></w:document>")
        for name, inner in parts.items():
            root = {
                "numbering": "numbering",
                "styles": "styles",
                "header1": "hdr",
                "footer1": "ftr",
                "footnotes": "footnotes",
            }[name]
            file.writestr(f"word/{name}.xml", f"<w:{root} {_NS}>{inner}</w:{root}>")
    return out.getvalue()


def p(text: str, num: int | None = None, level: int = 0, style: str = "") -> str:
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>' if num is not None else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{numbered}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def level(number: int, form: str, text: str, after: str = "space") -> str:
    return f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="{after}"/><w:lvlText w:val="{text}"/></w:lvl>'


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "chineseCountingThousand", "第%1条")
    + level(1, "chineseCounting", "（%2）", "nothing")
    + level(2, "decimal", "%3.", "tab")
    + '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
    '<w:abstractNum w:abstractNumId="1">'
    + level(0, "chineseCounting", "第%1章")
    + '</w:abstractNum><w:num w:numId="8"><w:abstractNumId w:val="1"/></w:num>'
)


def test_the_numbers_that_word_prints_are_written_out() -> None:
    body = (
        p("某某办法")
        + p("总则", 8)
        + p("下列：", 7)
        + p("乙；", 7, 1)
        + p("丙：", 7, 1)
        + p("丁；", 7, 2)
        + p("戊。", 7, 2)
        + p("附则", style="Chapter")
        + p("下列：", 7)
        + p("己。", 7, 1)
        + p("本办法自印发之日起施行。", 7)
        + p("", 7)
    )
    styles = '<w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="8"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Chapter"><w:basedOn w:val="Base"/></w:style>'
    got = importer.read(docx(body, numbering=NUMBERING, styles=styles), "甲.docx")
    assert [(one.id.split("/", 1)[1], one.label, one.text) for one in got.elements] == [
        ("head", None, "某某办法"),
        ("ch1", "第一章", "总则"),
        ("a1", "第一条", "下列："),
        ("a1/i1", "（一）", "乙；"),
        ("a1/i2", "（二）", "丙："),
        ("a1/i2/1", "1.", "丁；"),
        ("a1/i2/2", "2.", "戊。"),
        ("ch2", "第二章", "附则"),
        ("a2", "第二条", "下列："),
        ("a2/i1", "（一）", "己。"),
        ("a3", "第三条", "本办法自印发之日起施行。"),
    ]
    assert any("有 10 处编号是 Word 自动编的" in doubt.said for doubt in got.doubts)
    assert refused(got) == []


def test_revisions_headers_notes_boxes_and_tables_of_word_are_kept_apart_and_said() -> None:
    body = (
        p("某某办法")
        + "<w:p><w:r><w:t>第一条 为了甲</w:t></w:r><w:del><w:r><w:delText>旧字</w:delText></w:r></w:del><w:ins><w:r><w:t>新字</w:t></w:r></w:ins><w:r><w:t>。</w:t><w:br/><w:t>第二条 乙。</w:t></w:r></w:p>"
        + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐去</w:t></w:r><w:r><w:t>第三条 本办法自印发之日起施行。</w:t></w:r>"
        + "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>"
        + p("框中的字。")
        + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>"
        + p("框中的字。")
        + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        + p("附件")
        + p("容错申请表")
        + "<w:tbl><w:tr><w:tc>"
        + p("姓名")
        + "</w:tc><w:tc>"
        + p("单位")
        + "</w:tc></w:tr></w:tbl>"
    )
    got = importer.read(docx(body, header1=p("机密文件"), footer1=p("第1页"), footnotes=p("脚注的话")), "甲.docx")
    accounted(got)
    assert {aside.what: aside.text for aside in got.source.asides} == {
        "页脚": "第1页",
        "脚注": "脚注的话",
        "页眉": "机密文件",
        "删去的字": "旧字",
        "隐藏的字": "隐去",
    }
    assert "为了甲新字。" in got.source.text
    assert got.source.text.count("框中的字") == 1
    assert "姓名\t单位" in got.source.text
    words = "\n".join(doubt.said for doubt in got.doubts)
    for said in (
        "加的字 2 个已收进来，删的字 2 个没有收",
        "页眉没有收进条文：“机密文件”",
        "隐藏的字 2 个",
        "文本框 1 个",
        "表格 1 个",
    ):
        assert said in words
    assert got.instruments[-1].kind == "sample"


@pytest.mark.parametrize(
    ("form", "n", "said"),
    [
        ("chineseCounting", 21, "二十一"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographDigital", 10, "一〇"),
        ("decimalEnclosedCircleChinese", 3, "③"),
        ("decimalFullWidth", 12, "１２"),
        ("upperRoman", 14, "XIV"),
        ("lowerLetter", 28, "bb"),
        ("ideographTraditional", 2, "乙"),
        ("decimalZero", 5, "05"),
        ("decimalEnclosedCircle", 99, "99"),
        ("unheard-of", 7, "7"),
    ],
)
def test_words_formats_of_numbers(form: str, n: int, said: str) -> None:
    assert written(n, form) == said


PAGE = """<!DOCTYPE html><html><head><meta charset="{}"><title>某某网</title><script>var a = "第一条";</script></head><body>
<nav><a>首页</a></nav><div class="top"><ul><li>政务公开</li><li>政策文件</li></ul></div>
<h1>某某容错办法</h1><div id="zoom"><p>&nbsp;&nbsp;第一条&nbsp;为了甲&lt;乙&gt;，制定本办法&mdash;&#8212;丙。</p>
<p>第二条 下列情形：<br>（一）丁；<br/>（二）戊。<p>第三条 本办法自印发之日起施行。</div>
<div class="foot">版权所有 某某网</div></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "gb2312", "gbk"])
def test_of_a_saved_page_the_text_is_found_and_the_rest_is_told(encoding: str) -> None:
    got = importer.read(PAGE.format(encoding).encode("gb18030" if encoding != "utf-8" else encoding), "甲.html")
    accounted(got)
    assert [(one.id.split("/", 1)[1], one.text) for one in got.elements] == [
        ("head", "某某容错办法"),
        ("a1", "为了甲<乙>，制定本办法——丙。"),
        ("a2", "下列情形："),
        ("a2/i1", "丁；"),
        ("a2/i2", "戊。"),
        ("a3", "本办法自印发之日起施行。"),
    ]
    asides = {aside.what: aside.text for aside in got.source.asides}
    assert "第一条" in asides["脚本"]
    assert "首页" in asides["导航"]
    assert "政策文件" in asides["网页上正文之外的字"]
    assert any("正文之外有 3 行没有收" in doubt.said for doubt in got.doubts)


NOVEL = "第一章 雨夜\n那天夜里下着雨，他一个人走在街上，想起许多往事。\n“你来了。”她说。\n第二章 天明\n天亮的时候，雨停了，街上的人渐渐多了起来。"
REFUSED: dict[str, tuple[bytes | str, str]] = {
    "nothing": ("", "这里是空的，一个字也没有"),
    "white space": (" \n\u3000\n", "这里是空的"),
    "a novel": (NOVEL, "只有章，没有条"),
    "prose": ("今天天气很好，我们一起去公园玩，看见了很多花。\n大家都很高兴。", "没有找到条款"),
    "a table": ("姓名,单位,职务\n张三,甲局,科长\n李四,乙局,科员", "这是一张表，3 行里有 3 行"),
    "another language": (
        "Article 1. This law is made to protect the public.\nArticle 2. It enters into force today.",
        "这不是中文文件",
    ),
    "garbage": ("第一条 \ufffd\ufffd\ufffd\ufffd\n" * 3, "第 1 行起是乱码"),
    "an old Word file": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "旧格式（.doc、.wps）"),
    "a PDF": (b"%PDF-1.7\n", "这是 PDF"),
    "an RTF": (b"{\\rtf1 x}", "这是 RTF"),
    "a picture": (b"\x89PNG\r\n", "这是图片"),
    "broken bytes": (b"\xff\xff\x81" * 50, "第 1 个字节起既不是 UTF-8，也不是 GB18030"),
    "a broken docx": (b"PK\x03\x04 broken", "这个 .docx 打不开"),
    "a web archive": (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n", "“单个文件”网页（.mht）"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_instrument_is_refused_in_one_clear_sentence(what: str) -> None:
    given, said = REFUSED[what]
    with pytest.raises(Unreadable) as error:
        importer.read(given)
    assert said in str(error.value)
    assert str(error.value).count("。") == 1
    assert str(error.value).endswith("。")


def test_another_container_and_one_with_entities_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("xl/workbook.xml", "<x/>")
    with pytest.raises(Unreadable, match=r"表格（\.xlsx）"):
        importer.read(out.getvalue())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    with pytest.raises(Unreadable, match="打不开"):
        importer.read(out.getvalue())


def test_an_instrument_without_articles_is_taken_for_one_by_its_title_and_end() -> None:
    got = importer.read("某某名单的规定\n根据某法，现规定如下。\n甲。\n本规定自2020年1月1日起施行。")
    assert [one.kind for one in got.elements] == ["标题", "正文"]
