"""`python -m tests.importer.measure`: how much of each text the importer finds: our five, the sixth of fixtures/, the files of shared/corpus.

For a text with a gold structure P and R of its nodes; for the others what is printed at the beginning of a line, counted here by
itself, against what was found. What is not found, or missing in the print, has its reason in reasons.json.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

import importer
from importer import Imported
from tests.importer import notation

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
FIXTURES = Path(__file__).parent / "fixtures"
REASONS = Path(__file__).parent / "reasons.json"
_CN = "一二三四五六七八九十百零〇"
_PRINTED = {
    "条": re.compile(rf"^[ \u3000]*第([{_CN}]+)条(?:之([{_CN}]+))?[ \u3000]", re.MULTILINE),
    "章": re.compile(rf"^[ \u3000]*第([{_CN}]+)章[ \u3000]", re.MULTILINE),
    "节": re.compile(rf"^[ \u3000]*第([{_CN}]+)节", re.MULTILINE),
    "一、": re.compile(rf"^[ \u3000]*([{_CN}]+)、", re.MULTILINE),
    "（一）": re.compile(rf"^[ \u3000]*[（(]([{_CN}]+)[）)]", re.MULTILINE),
    "1.": re.compile(r"^[ \u3000]*([0-9]+)[.．](?![0-9])", re.MULTILINE),
}
Node = tuple[str, str, str, str]


@dataclass(frozen=True)
class Gold:
    """`whole`: its author gave the ends of a paragraph, and not where a page's furniture parts it."""

    text: str
    nodes: list[Node]
    whole: bool = False


@dataclass(frozen=True)
class Score:
    """`missing`: nodes of the gold that were not found; `extra`: those found that are not there."""

    right: int
    missing: tuple[Node, ...]
    extra: tuple[Node, ...]

    @property
    def precision(self) -> float:
        return self.right / (self.right + len(self.extra))

    @property
    def recall(self) -> float:
        return self.right / (self.right + len(self.missing))


def bare(text: str | None) -> str:
    return "".join((text or "").split())


def rows_read(rows: list[dict[str, Any]]) -> list[Node]:
    """A node is id, label, its first and its last characters, white space apart. `text` may stand for the last two."""
    return _ends(
        [
            (
                one["id"],
                bare(one.get("label")),
                bare(one.get("first", one.get("text"))),
                bare(one.get("last", one.get("text"))),
            )
            for one in rows
            if "missing" not in one  # no words to find
        ]
    )


def score(got: Imported, gold: Gold) -> Score:
    """Instruments are taken in their order, so that what they are called does not count."""
    names = dict(
        zip(
            (one.id for one in got.instruments),
            dict.fromkeys(node[0].split("/")[0] for node in gold.nodes),
            strict=False,
        )
    )
    mine = [
        ("/".join((names.get(head, "?"), rest)), bare(element.label), bare(element.text), bare(element.text))
        for element in got.elements
        for head, rest in [element.id.split("/", 1)]
    ]
    found = Counter(_ends(whole(mine) if gold.whole else mine))
    there = Counter(gold.nodes)
    return Score(sum((found & there).values()), tuple((there - found).elements()), tuple((found - there).elements()))


def whole(nodes: list[Node]) -> list[Node]:
    """Pieces of one id, with nothing but furniture between, as one node; it stands where the first does."""
    made: list[Node] = []
    at = -1  # of the last node that is no furniture
    for node in nodes:
        ident, label, first, last = node
        if at >= 0 and made[at][0] == ident and not label:
            made[at] = (ident, made[at][1], made[at][2] + first, made[at][3] + last)
            continue
        made.append(node)
        if not ident.endswith("/chrome"):
            at = len(made) - 1
    return made


def _ends(nodes: list[Node]) -> list[Node]:
    return [(ident, label, first[: notation.ENDS], last[-notation.ENDS :]) for ident, label, first, last in nodes]


def with_gold() -> Iterator[tuple[str, Gold]]:
    """Name and gold of our five, and of the texts in fixtures/."""
    for path in sorted((ROOT / "policies").glob("*/text.yaml")):
        about = yaml.safe_load(path.with_name("document.yaml").read_text(encoding="utf-8"))
        text = path.with_name(about["source"]).read_text(encoding="utf-8")
        nodes = rows_read(yaml.safe_load(path.read_text(encoding="utf-8"))["elements"])
        yield path.parent.name, Gold(text, nodes)
    for path in sorted(FIXTURES.glob("*.json")):
        rows = json.loads(path.read_text(encoding="utf-8"))
        nodes = rows_read(notation.house(rows))
        yield path.stem, Gold(path.with_suffix(".txt").read_text(encoding="utf-8"), whole(nodes), whole=True)


def corpus() -> list[Path]:
    return sorted(CORPUS.glob("[0-9]*.txt"))


def printed(text: str) -> dict[str, list[str]]:
    """What stands at the beginning of a line, by kind, in its order."""
    return {
        kind: ["之".join(filter(None, found)) if isinstance(found, tuple) else found for found in form.findall(text)]
        for kind, form in _PRINTED.items()
    }


def found(got: Imported) -> dict[str, list[str]]:
    """The same of what was imported."""
    labels = "\n".join(f"{element.label} " for element in got.elements if element.label)
    return printed(labels)


def told(got: Imported) -> list[str]:
    """What the importer says of numbers that are not there."""
    said = [
        f"第 {doubt.line} 行：{doubt.said}"
        for doubt in got.doubts
        if doubt.kind in {"gap", "order", "unplaced", "title"}
    ]
    return said if any(element.kind == "条" for element in got.elements) else ["没有一条是“第……条”", *said]


def main() -> int:
    for name, gold in with_gold():
        got = importer.read(gold.text, slug=name)
        rated = score(got, gold)
        print(f"{name}\t{len(gold.nodes)} 处\tP {rated.precision:.3f}\tR {rated.recall:.3f}\t丢失 {len(got.lost())} 字")
        for sign, some in (("没找到", rated.missing), ("多出来", rated.extra)):
            for node in some:
                print(f"\t{sign} {' '.join(node)}")
    if not corpus():
        print(f"没有 {CORPUS}，56 份真实文件没有试", file=sys.stderr)
    reasons = json.loads(REASONS.read_text(encoding="utf-8"))
    for path in corpus():
        text = path.read_text(encoding="utf-8")
        got = importer.read(text)
        there, mine = printed(text), found(got)
        counts = "，".join(
            f"{kind} {len(mine[kind])}/{len(there[kind])}" for kind in there if there[kind] or mine[kind]
        )
        last = f"末条 {mine['条'][-1:]}/{there['条'][-1:]}" if there["条"] else ""
        print(f"{path.stem[:30]}\t丢失 {len(got.lost())} 字\t{counts}\t{last}\t疑问 {len(got.doubts)}")
        for said in told(got):
            print(f"\t{said}——{reasons.get(path.stem[:2], {}).get(said, '没有写原因')}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
