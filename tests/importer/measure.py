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

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
FIXTURES = Path(__file__).parent / "fixtures"
REASONS = Path(__file__).parent / "reasons.json"
ENDS = 8
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


def gold(elements: list[dict[str, Any]]) -> list[Node]:
    """A node is id, label, its first and its last characters, white space apart. `text` may stand for the last two."""
    return [
        (
            one["id"],
            bare(one.get("label")),
            bare(one.get("first", one.get("text")))[:ENDS],
            bare(one.get("last", one.get("text")))[-ENDS:],
        )
        for one in elements
        if "missing" not in one  # no words to find
    ]


def score(got: Imported, wanted: list[Node]) -> Score:
    """Instruments are taken in their order, so that what they are called does not count."""
    names = dict(
        zip((one.id for one in got.instruments), dict.fromkeys(node[0].split("/")[0] for node in wanted), strict=False)
    )
    found = Counter(
        (
            "/".join((names.get(head, "?"), rest)),
            bare(element.label),
            bare(element.text)[:ENDS],
            bare(element.text)[-ENDS:],
        )
        for element in got.elements
        for head, rest in [element.id.split("/", 1)]
    )
    there = Counter(wanted)
    return Score(sum((found & there).values()), tuple((there - found).elements()), tuple((found - there).elements()))


def with_gold() -> Iterator[tuple[str, str, list[Node]]]:
    """Name, text and nodes of our five, and of the texts in fixtures/."""
    for path in sorted((ROOT / "policies").glob("*/text.yaml")):
        about = yaml.safe_load(path.with_name("document.yaml").read_text(encoding="utf-8"))
        text = path.with_name(about["source"]).read_text(encoding="utf-8")
        yield path.parent.name, text, gold(yaml.safe_load(path.read_text(encoding="utf-8"))["elements"])
    for path in sorted(FIXTURES.glob("*.json")):
        yield (
            path.stem,
            path.with_suffix(".txt").read_text(encoding="utf-8"),
            gold(json.loads(path.read_text(encoding="utf-8"))),
        )


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
    for name, text, nodes in with_gold():
        got = importer.read(text, slug=name)
        rated = score(got, nodes)
        print(f"{name}\t{len(nodes)} 处\tP {rated.precision:.3f}\tR {rated.recall:.3f}\t丢失 {len(got.lost())} 字")
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
