"""Makes limits.yaml: no limit yet, and every length of time that was found as a comment that is a limit once it is filled in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from importer.model import Element
from importer.scaffold.found import Time, Word, times
from importer.scaffold.guess import TO_FILL
from importer.scaffold.yaml import Value, dump

_KINDS = (
    "application、talk、verification、suspension、reply、procedures、report、rectification、tracking、inspection、sequence、"
    "effect_period、counting"
)


def written(slug: str, elements: Iterable[Element], words: Sequence[Word]) -> str:
    """The file of the policy `slug`."""
    found = list(times(elements, words))
    if not found:
        return "# 程序没有找到天数、月数。期限写在这里。\nlimits: []\n"
    head = (
        f"# 程序找到 {len(found)} 处天数、月数，列在下面。是期限的，去掉“# ”、填好，挪到 limits 下面（同时删去 []）；\n"
        "# 不是期限的，写进 not_limits，说明理由：- {words: [原文里的话], reason: 为什么不是}。\n"
        f"# kind：{_KINDS}。\n"
        "# start.written：起算点是不是条文写明的；不是的写 false，并在 readings 里写所取的读法。没有 length 的写 period: 原文里的话。\n"
        "limits: []\n"
    )
    return head + "".join(_proposed(f"{slug}_{number}", one) for number, one in enumerate(found, 1))


def _proposed(ident: str, one: Time) -> str:
    data: dict[str, Value] = {
        "id": ident,
        "kind": TO_FILL,
        "provision": one.provision,
        "quote": one.quote,
        "who": TO_FILL,
        "does": TO_FILL,
    }
    if one.unit:
        data["start"] = {"event": one.start or TO_FILL, "written": bool(one.start)}
        data |= {"length": one.length, "unit": one.unit}
    else:
        data["period"] = one.words
    if one.modal:
        data["modality"] = one.modal
    first, *rest = dump(data).splitlines()
    return "\n" + "".join(f"# {line}\n" for line in (f"- {first}", *(f"  {line}" for line in rest)))
