"""What a line without a label looks like: a title, a number, a date, the line of who signs, something a site or printer set there."""

from __future__ import annotations

import re

_CN = "[一二三四五六七八九十百零〇○]"
_YEAR = r"(?:[0-9]{4}|[〇○Ｏ零一二三四五六七八九]{4}|[XＸ×xX_＿*]{2,4})"
_DAY = rf"(?:[0-9]{{1,2}}|{_CN}{{1,3}}|[XＸ×x_＿]{{1,2}})?"
DATE = re.compile(rf"[（(]?(?:{_YEAR})?年{_DAY}月{_DAY}日[)）]?")
_NUMBER = re.compile(
    r"[^。，；]{0,24}[〔\[【（(［](?:19|20)[0-9]{2}[〕\]】）)］]第?[0-9]{1,5}号|第[0-9]{1,4}号|令?第?[一二三四五六七八九十百零〇]{1,6}号"
)
_RED = re.compile(r"[^，。；：]{2,40}文件")
_NOUNS = (
    "办法|规定|条例|规则|细则|意见|方案|措施|清单|决定|决议|准则|章程|规程|制度|解释|批复|函|公告|通告|通知|通报|令|法|安排|指引|标准|纲要|规范|要点"
    "|职责|程序|答复|说明|计划|修正案|指南|须知|公约|协议|承诺书|申请书|通知书|意见书|决定书|告知书|认定书|审批单|回执|申请表|登记表|审批表|备案表|报告书|报告|机制|手册|目录|名单|一览表|流程|流程图|表"
)
_TITLE = re.compile(rf"[^。；！？\n]{{0,120}}(?:{_NOUNS})(?:[（(〔][^（）()]{{1,30}}[)）〕])*")
_LETTER = re.compile(r"(?:通知|函|批复|通报|公告|通告|令|请示|报告)(?:[（(][^（）()]{1,20}[)）])*$")
_SAMPLE = re.compile(
    r"[^。；]{0,120}(?:[（(](?:样本|样式|样表|样张|格式|示例|参考文本|范本|参考样式)[)）]|样本|样式|样表|范本|参考格式|申请表|登记表|审批表|备案表|一览表|呈批表|申报表|流程图|统计表|汇总表|签到表|承诺书|申请书|认定书|告知书|决定书|意见书|通知书|审批单|回执)"
)
_ATTACHED = re.compile(rf"附[件表录](?:{_CN}{{1,3}}|[0-9０-９]{{1,2}})?(?:[:：](?P<title>.*))?|附[:：](?P<only>.*)")
_PRINT = re.compile(
    r"[^。；]{2,60}[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日印(?:发|制)?|抄送[:：].*|主题词[:：].*|[（(]?共印[0-9]*份[)）]?。?"
)
_PUBLIC = re.compile(r"[（(](?:此件|联系人|联系电话|附件).{0,60}[)）]")
_TOC = re.compile(r"目录|目次")
# What a line ends with when its sentence does; what closes a quotation or a bracket may end one.
_ENDS = frozenset("。；：！？…”’）》〉】」』;:!?)\"'|｜")
_ENTRY = re.compile(r"(?:自|从).{1,24}(?:起)?(?:施行|执行|生效|实施)|(?:公布|发布|印发|下发)之日起")
_ADOPTED = re.compile(
    rf"{_YEAR}年.*(?:通过|批准|公布|发布|施行|修正|修订|修改|公告|起|会议|国务院|委员会).{{0,40}}|(?:自)?.{{0,12}}(?:发布|公布).{{0,6}}施行|.{{2,40}}(?:发布|公布|制定|颁布)"
)

_STEPS = re.compile("[→⇒➔➡]")


def bare(text: str) -> str:
    return "".join(text.split())


def date(text: str) -> bool:
    return bool(DATE.fullmatch(bare(text)))


def number(text: str) -> bool:
    """An official number: 舞发〔2017〕3号."""
    return len(text) < 60 and bool(_NUMBER.fullmatch(bare(text)))


def red(text: str) -> bool:
    """The red head: 中共舞阳县委文件."""
    return bool(_RED.fullmatch(bare(text)))


def title(text: str) -> bool:
    return len(text) <= 160 and bool(_TITLE.fullmatch(bare(text)))


def letter(text: str) -> bool:
    """Whether a title is that of a letter: it has words and no provisions of its own."""
    return bool(_LETTER.search(bare(text)))


def sample(text: str) -> bool:
    """The title of a form to be filled in."""
    return len(text) <= 130 and bool(_SAMPLE.fullmatch(bare(text)))


def attached(text: str) -> tuple[bool, str]:
    """Whether the line says 附件, and the title on it."""
    found = _ATTACHED.fullmatch(bare(text))
    return bool(found), (found["title"] or found["only"] or "") if found else ""


def print_line(text: str) -> bool:
    return len(text) < 200 and bool(_PRINT.fullmatch(bare(text)))


def public(text: str) -> bool:
    """（此件公开发布） and what else stands under the date."""
    return bool(_PUBLIC.fullmatch(bare(text)))


def contents(text: str) -> bool:
    """目录."""
    return len(text) < 12 and bool(_TOC.fullmatch(bare(text)))


def addressed(text: str) -> bool:
    """各单位、各部门："""
    return (
        text.endswith(("：", ":"))
        and len(text) < 300
        and not re.search(r"[。；]|下列|如下|以下|包括", text)
        and bool(re.match(r"各|.{1,40}(?:[、，]|$|：|:)", text))
    )


def finished(text: str) -> bool:
    """Whether the sentence ends where the line does."""
    return not text or text[-1] in _ENDS


def signer(text: str) -> bool:
    """A body's name, as it stands above the date."""
    return len(text) <= 60 and not re.search(r"[。；：，,;:！？]", text) and not number(text)


def entry(text: str) -> bool:
    """本办法自……起施行."""
    return bool(_ENTRY.search(text))


def head_line(text: str) -> bool:
    """What may stand above the first provision without being a sentence: title, number, date, who adopted it and when.

    A line of steps (申请→受理→…) is none of them.
    """
    whole = bare(text)
    if _STEPS.search(whole):
        return False
    if (whole.startswith(("（", "(")) and whole.endswith(("）", ")")) and len(whole) < 400) or not finished(whole):
        return len(whole) < 400 and "。" not in whole[:-2]
    return len(whole) < 80 and (title(whole) or whole.endswith(("）", ")", "》")) or bool(_ADOPTED.fullmatch(whole)))


def adopted(text: str) -> bool:
    """The line under a title that says in brackets who adopted it and when: （2020年1月1日……会议通过）."""
    whole = bare(text)
    return bool(re.fullmatch(r"[（(].*[)）]", whole)) and len(whole) < 400 and bool(_ADOPTED.fullmatch(whole[1:-1]))


def bracketed(text: str) -> bool:
    """A short line wholly in brackets, as under the title of a form: （样表）. One for a seal or a name is to be filled in."""
    return bool(re.fullmatch(r"[（(][^（）()]{1,12}[)）]", bare(text))) and not re.search("[章签]", text)


def heading(text: str, longest: int = 15) -> bool:
    """Words that name what follows: short, without any mark."""
    return 0 < len(text) <= longest and not re.search(r"[，。；：、！？,;:!?]", text)
