"""Where a text lists what may be tolerated, and where what may not: there its items speak of circumstances.

Known by the words a list stands under, as all such texts have them; nothing here is taken from one text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from yours.likeness.text import normalised
from yours.provisions import Own

Kind = Literal["positive", "negative", "definition"]

_LIST = re.compile(r"情形|条件|情况|清单|行为|下列|以下")
_SPARED = r"(?:容错|免责|减责|免予|免于|免除|减轻|从轻|不予追究|不追究|不作负面|尽职)"
_NEGATIVE = re.compile(
    rf"(?:不适用|不予|不得|不能|不可|不属于|不宜|不在|排除|不纳入|不应)[^，。；]{{0,6}}{_SPARED}|负面清单|不容|{_SPARED}的?除外"
)
_POSITIVE = re.compile(rf"{_SPARED}|正面清单")
_OTHER = re.compile(r"原则|措施|程序|步骤|方式|职责|责任分工|问责|从重|追究责任|不受影响")
_DEFINES = re.compile(rf"(?:所称|所指|所说)?[^，。；]{{0,6}}{_SPARED}[^，。；]{{0,8}}，?(?:是指|指的是|指|是对)")
_FREES = re.compile(
    r"不承担责任|不准[^，。；]{0,10}问责|(?:免予|免于|不予|免除)[^，。；]{0,8}(?:问责|追究|责任)|不追究|不作负面评价|(?:可以?|予以)免责"
)
_CASE = re.compile(r"凡|对[^。；]{2,40}的|失误|偏差|错误|未能?(?:达到|实现)|失败")
_SENTENCE = re.compile(r"[^。；]+[。；]?")


@dataclass(frozen=True)
class Scope:
    """Letters of a provision, without white space, and what their circumstances would be."""

    first: int
    last: int
    kind: Kind


def scopes(provision: Own) -> list[Scope]:
    """An item of a list whole; elsewhere the sentences that define tolerance, or free somebody of blame in a certain case."""
    text = normalised(provision.text)
    for words in map(normalised, provision.context):
        found = _of_list(words)
        if found == "":
            return []
        if found is not None:
            return [Scope(0, len(text), found)]
    kinds = ((met.start(), met.end(), _of_sentence(met[0])) for met in _SENTENCE.finditer(text))
    return [Scope(first, last, kind) for first, last, kind in kinds if kind]


def _of_sentence(sentence: str) -> Kind | None:
    if _DEFINES.search(sentence):
        return "definition"
    return "positive" if _FREES.search(sentence) and _CASE.search(sentence) else None


def _of_list(lead: str) -> Kind | Literal[""] | None:
    """None: the words say nothing of a list."""
    if _NEGATIVE.search(lead):
        return "negative"
    if _LIST.search(lead) and _POSITIVE.search(lead) and not _procedure(lead):
        return "positive"
    return "" if _LIST.search(lead) or _OTHER.search(lead) else None


def _procedure(lead: str) -> bool:
    return bool(re.search(r"(?:以下|下列|如下)(?:程序|步骤|原则)|以下方面|下列方面|以下措施|下列措施|不受影响", lead))
