"""Lines that a printer or a site set between the lines of the text: page numbers, running heads, navigation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from importer import shapes
from importer.grammar import labels
from importer.lines import Line
from importer.model import Notes

_PAGE = re.compile(
    r"[-—–─－·•\s]*(?:第?\s*[0-9０-９]{1,4}\s*页?|[ivxIVX]{1,5})(?:\s*[/／,，共]+\s*(?:[0-9]{1,4})\s*页?)?[-—–─－·•\s]*"
)
_SITE = re.compile(
    r"^(?:首页|网站首页|当前位置|您?(?:的|所在|现在的)位置)\s*(?:$|[>＞»›:：/|｜])"
    r"|(?:发布|更新|公开|成文|生成|发文)(?:日期|时间)\s*[:：]|(?:责任编辑|编辑|审核|作者|来源|信息来源|文章来源|稿源|索\s*引\s*号|发文机关|发布机构|发文字号|主题分类|体裁分类|公文种类|有效性|浏览(?:量|次数)|点击(?:数|量|率|次数)?|阅读(?:量|次数)?|字号|字体)\s*[:：]"
    r"|^(?:打印(?:本页)?|关闭(?:窗口|本页)?|分享(?:到)?|收藏(?:本页)?|返回(?:顶部|首页)|上一篇|下一篇|相关(?:链接|文章|阅读|附件)|附件下载|网站地图|联系我们|关于我们|繁體|无障碍)(?:\s|$|[:：|｜【\[])"
    r"|扫一扫|微信公众(?:平台|号)|版权所有|ICP备|公网安备|网站标识码|(?:主办|承办|技术支持|主管)(?:单位)?\s*[:：]|【\s*(?:字体|打印|关闭|大)"
    r"|Copyright|copyright"
)


def found(lines: Sequence[Line], notes: Notes) -> set[int]:
    """The indexes of the lines that are furniture."""
    sites = {
        at
        for at, line in enumerate(lines)
        if len(line.text) <= 120 and "。" not in line.text and _SITE.search(line.text)
    }
    pages = {at for at, line in enumerate(lines) if len(line.text) <= 24 and _paged(line)}
    for at in sorted(pages):
        notes.add("furniture", lines[at].number, f"这一行像是页码：“{lines[at].text}”，没有算进条文")
    running = _running(lines, pages)
    for at in sorted(running):
        notes.add("furniture", lines[at].number, f"这一行像是页眉或页脚：“{lines[at].text}”，没有算进条文")
    for at in sorted(sites):
        notes.add("furniture", lines[at].number, f"这一行像是网页上的信息：“{lines[at].text[:30]}”，没有算进条文")
    return sites | pages | running


def _paged(line: Line) -> bool:
    return bool(_PAGE.fullmatch(line.text)) and (bool(re.search(r"[0-9０-９]", line.text)) or len(line.text) > 2)


def _running(lines: Sequence[Line], pages: set[int]) -> set[int]:
    """The same short line three times or more, mostly beside a page number or in the middle of a sentence.

    The first place where it begins a document is that document's title.
    """
    often = Counter(line.text for line in lines if 2 < len(line.text) <= 40)
    places: dict[str, list[int]] = {text: [] for text, times in often.items() if times >= 3 and not shapes.date(text)}
    for at, line in enumerate(lines):
        if (
            line.text in places
            and not line.text.endswith(("。", "；", "："))
            and not re.match(r"第|[（(“|]|[0-9]|[一二三四五六七八九十]+、", line.text)
        ):
            places[line.text].append(at)
    running = {
        at
        for where in places.values()
        if len(where) >= 3 and 2 * sum(_between(lines, at, pages) for at in where) >= len(where)
        for at in where
    }
    titles: dict[str, int] = {}
    for at in sorted(running):
        if _begins_a_document(lines, at):
            titles.setdefault(lines[at].text, at)
    return running - set(titles.values())


def _begins_a_document(lines: Sequence[Line], at: int) -> bool:
    """A title, and after it who adopted it and when, the table of contents, or the first part, chapter or article."""
    if at + 1 == len(lines) or not shapes.title(lines[at].text):
        return False
    after = lines[at + 1].text
    first = labels.read(after)
    return (
        shapes.adopted(after)
        or shapes.contents(after)
        or (first is not None and first[0].kind in {"book", "ch", "a"} and first[0].place == (1, 0))
    )


def _between(lines: Sequence[Line], at: int, pages: set[int]) -> bool:
    if at - 1 in pages or at + 1 in pages:
        return True
    return at > 0 and not shapes.finished(lines[at - 1].text) and len(lines[at - 1].text) > 15
