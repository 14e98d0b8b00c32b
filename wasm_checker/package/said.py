"""The site's words around a verdict. What they are is in words.json; the few that frame them are here and in the page's scripts.

A test has the page's own scripts say the headline of every case, and compares.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from wasm_checker.package.shapes import Named, Quoted, Said

Words = Mapping[str, Any]
Assessment = Mapping[str, Any]

NOTICE = "这里不作认定，也不是法律意见。最好的结果只是“可能符合，须经认定”。"
NOT_YET = "结论先不要看"
UNUSED_TITLE = "这一条用不上"
SUPPOSED = "假定已施行："
_UNUSED, _FAILED, _LATE = "⊘", "✗", "too_late"


def headline(words: Words, rule: Mapping[str, Any], assessed: Assessment, disputed: bool) -> str:
    """The verdict in a few words that may stand alone: of a text that is not in force they say so."""
    title = NOT_YET if disputed else _title(words, rule, assessed)
    return title if rule["in_force"] else f"{SUPPOSED}{title}（{rule['status'][0]}）"


def _title(words: Words, rule: Mapping[str, Any], assessed: Assessment) -> str:
    verdict = words["verdicts"][assessed["verdict"]]
    # Where nothing is asked for by a rule, it is not refused either.
    unused = verdict["sign"] == _FAILED and not rule["applied"] and assessed["verdict"] != _LATE
    title: str = UNUSED_TITLE if unused else verdict["title"]
    return title


def disputed(words: Words, rule: str, contradictions: Iterable[Iterable[str]]) -> list[list[str]]:
    """The answers that contradict each other and that the rule asks for: its verdict would rest on them."""
    return [[*pair] for pair in contradictions if any(rule in words["facts"][fact]["asked_by"] for fact in pair)]


def contradiction(words: Words, pair: Iterable[str]) -> str:
    return f"{'与'.join(quoted(words, [fact]) for fact in pair)}答得互相矛盾，请按事实改一项。"


def cautions(words: Words, rule: Mapping[str, Any], assessed: Assessment, pairs: list[list[str]]) -> Iterator[str]:
    """What belongs beside the headline, the nearest first."""
    yield from (contradiction(words, pair) for pair in pairs)
    if assessed["caveat"]:
        yield assessed["caveat"]
    if assumes := assessed.get("assumes"):
        yield f"{assumes['text']}：条文写的是“{assumes['quote']}”。"
    if own := assessed["on_own_word"]:
        yield f"其中 {len(own)} 项只有组织能认定，这里按您自己的说法算：{quoted(words, own)}。"
    if elapsed := assessed.get("calendar_unannounced"):
        years = "、".join(map(str, elapsed["years"]))
        yield words["reasons"]["calendar_unannounced"]["text"].format(**{**elapsed, "years": years})
    yield rule["validity"]


def other_readings(words: Words, rule: Mapping[str, Any], assessed: Assessment) -> list[str]:
    draft = "" if rule["in_force"] else f"（{rule['status'][0]}）"
    return [
        f"读法{other['reading']} 若按另一读法（{other['says']}），"
        f"结论是“{words['verdicts'][other['verdict']]['title']}”{draft}。"
        for other in assessed["other_readings"]
    ]


def unwritten(words: Words, facts: list[str]) -> list[str]:
    """What is said of stated facts that no text has words for, those of which the same is said together."""
    texts = dict.fromkeys(words["facts"][fact]["unwritten"] for fact in facts)
    of = {text: [fact for fact in facts if words["facts"][fact]["unwritten"] == text] for text in texts}
    return [f"{quoted(words, of[text])}：{text}" for text in texts]


def quoted(words: Words, facts: Iterable[str]) -> str:
    return "".join(f"“{words['facts'][fact]['text']}”" for fact in facts)


def named(words: Words, facts: Iterable[str]) -> list[Named]:
    return [{"id": fact, "text": words["facts"][fact]["text"]} for fact in facts]


def provisions(words: Words, idents: Iterable[str]) -> list[Quoted]:
    return [provision(words, ident) for ident in idents]


def provision(words: Words, ident: str) -> Quoted:
    found = words["provisions"][ident]
    return {"provision": ident, "citation": found["citation"], "text": found["text"], "page": found["page"]}


def sentences(words: Words, items: Iterable[Mapping[str, Any]]) -> list[Said]:
    """Reminders or effects, each with the provision it rests on."""
    return [
        {
            "text": item["text"],
            "provision": item["provision"],
            "citation": words["provisions"][item["provision"]]["citation"],
        }
        for item in items
    ]
