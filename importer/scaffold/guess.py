"""What document.yaml asks and a text may show: place, issuer, number, dates. Only words that are printed; else TO_FILL."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from importer import shapes
from importer.model import Element, Instrument
from importer.scaffold.yaml import Value

TO_FILL = "待填"
_REGION = re.compile(
    r"(?:[^省市县区（）《》的]{2,6}(?:省|自治区|特别行政区))?"
    r"(?:(?!城市)[^省市县区（）《》的]{1,8}(?:自治州|(?<!城|都)市|盟))?"
    r"(?:[^省市县区（）《》的]{1,6}(?:自治县|自治旗|县|(?<![社园地城校库景灾牧林矿辖厂学])区))?"
)
_BODY = re.compile(r"[^（）《》，。]{2,24}?(?:大学|学院|医院|集团公司|有限公司|合作区|管理委员会|委员会)")
_NATION = re.compile(r"中华人民共和国|国务院|全国人民代表大会|最高人民")
_KIND = re.compile(
    r"(?:实施|暂行|若干|补充)?(?:办法|规定|条例|规则|细则|意见|方案|措施|清单|决定|决议|准则|章程|规程|制度|解释|安排|修正案|法)"
)
_ASIDE = re.compile(r"《[^《》]*》|[（(][^（）()]*[)）]")
_FORWARDED = re.compile(r"转发")
_MARKS = ("征求意见稿", "草案", "试行", "暂行", "修订", "修正")
_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{2,12}[〔\[]\s*(?:19|20)[0-9]{2}\s*[〕\]]\s*第?[0-9]{1,5}号|(?:令|公告)第[0-9]{1,5}号"
)
_DATE = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})年([0-9]{1,2})月([0-9]{1,2})日")
_WEB = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})-([0-9]{2})-([0-9]{2})")
_ADOPTED = re.compile(
    r"日\s*(?P<who>[^，。；\s]{2,40}?)(?:(?:第[一二三四五六七八九十百0-9]+次[^，。；\s]{0,12}会议)?(?P<passed>通过)|(?:令|公告|第[0-9]+号)*(?:公布|发布|印发))$"
)
_WHERE = {"head": "标题下", "closing": "落款", "print_line": "印发行", "chrome": "网页"}


def area(title: str) -> str:
    """The place that a title begins with: 商州区, 广东省; '' if it names none."""
    bare = re.sub(r"^(?:中国共产党|中共|关于|印发|转发|《)+", "", shapes.bare(title))
    found = _REGION.match(bare)
    if found and found[0]:
        return found[0]
    if _NATION.match(bare):
        return "全国"
    body = _BODY.match(bare)
    return body[0] if body else ""


def kind(instrument: Instrument) -> str:
    """办法, 印发通知, 样表…: what an instrument is called."""
    title = shapes.bare(instrument.title)
    if instrument.kind == "letter":
        return "转发通知" if _FORWARDED.search(title) else "印发通知"
    if instrument.kind == "sample":
        return "样表"
    found = [match[0] for match in _KIND.finditer(_ASIDE.sub("", title))]
    return found[-1] if found else "附件"


def marks(title: str) -> list[str]:
    """What a title says of its own standing: 试行, 征求意见稿."""
    return [mark for mark in _MARKS if mark in title]


def number(printed: str) -> str:
    """The official number in a head; '' if none is printed, or several."""
    found = list(dict.fromkeys(_NUMBER.findall(printed)))
    return found[0] if len(found) == 1 else ""


def issuer(head: str, closing: str) -> str:
    """Whoever signed, stands in the red head, or is said to have adopted it; '' if nobody is printed."""
    signed = [line.strip() for line in closing.split("\n")]
    if len(signed) > 1 and shapes.date(signed[-1]) and shapes.signer(signed[-2]) and "X" not in signed[-2]:
        return signed[-2]
    lines = [line.strip() for line in head.split("\n")]
    if red := next((line for line in lines if shapes.red(line)), ""):
        return red.removesuffix("文件")
    adopted = [found for line in lines if (found := _ADOPTED.search(line)) and "根据" not in found["who"]]
    passed = [found for found in adopted if found["passed"]]
    return (passed or adopted)[-1]["who"] if adopted else ""


def dates(elements: Sequence[Element]) -> list[dict[str, Value]]:
    """The dates that stand outside of the provisions, as `dates` of document.yaml, in the order of time."""
    found = {(one, said["provision"]): said for element in elements for one, said in _dated(element)}
    return [found[key] for key in sorted(found, key=lambda key: key[0])]


def _dated(element: Element) -> Iterator[tuple[date, dict[str, Value]]]:
    last = element.id.rsplit("/", 1)[1]
    what = _WHERE.get(last)
    if what is None:
        return
    for match in (_WEB if last == "chrome" else _DATE).finditer(element.text):
        year, month, day = (int(part) for part in match.groups())
        written = (f"{year}年{month}月{day}日", f"{year:04}-{month:02}-{day:02}")
        try:
            one = date(year, month, day)
        except ValueError:
            continue
        if match[0] in written:
            basis = "web" if last == "chrome" else "printed"
            yield (
                one,
                {
                    "what": what,
                    "basis": basis,
                    "year": year,
                    "month": month,
                    "day": day,
                    "provision": element.id,
                    "quote": match[0],
                },
            )
