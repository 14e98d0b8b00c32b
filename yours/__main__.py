"""`python -m yours`: how well a reader's text is compared, each of the five left out in turn, and where it fails."""

from __future__ import annotations

import gzip
import json
import sys
import time

import policies
from policies import DataError, Library
from yours import held
from yours.known import Known, KnownCircumstance
from yours.measure import score
from yours.measure.halves import half
from yours.measure.leaving import without
from yours.measure.score import Score

BARS = {"twins": (0.9, 0.9), "circumstances": (0.85, 0.6), "dimensions": (0.9, 0.0)}  # precision and recall, at least
NAMES = {"twins": "同文", "circumstances": "情形、要件、排除", "dimensions": "字词看得出的维度"}


def main() -> int:
    try:
        library = policies.load()
        known = held.of(library)
    except DataError as error:
        print(error.report(), file=sys.stderr)
        return 1
    started = time.perf_counter()
    found = score.results(library, known)
    print(f"五份文件轮流当作外来的文件，其余四份当作已知的，用时 {time.perf_counter() - started:.2f} 秒")
    packed = json.dumps(known, ensure_ascii=False, separators=(",", ":")).encode()
    print(f"网页带的数据：{len(packed) / 1000:.0f} KB，压缩后 {len(gzip.compress(packed, 9)) / 1000:.0f} KB")
    scores = {
        "twins": score.twins(library, found),
        "circumstances": score.circumstances(library, found),
        "dimensions": score.dimensions(library, found),
    }
    for name, one in scores.items():
        print("\n".join(_lines(name, one, library)))
    spoken = scores["circumstances"]
    for part, said in (("tune", "用来调的一半"), ("test", "留下检验的一半")):
        print(figures(f"{NAMES['circumstances']}，{said}", spoken.of(p for p in spoken.pairs if half(p[0]) == part)))
    strict = score.circumstances(library, score.results(library, known, without=strictly))
    print(figures(f"{NAMES['circumstances']}，只在这一份文件里有的词一个也不用", strict))
    missed = [name for name, one in scores.items() if not reaches(name, one)]
    print("都达到了。" if not missed else f"没有达到：{'、'.join(NAMES[name] for name in missed)}")
    return 1 if missed else 0


def strictly(known: Known, slug: str) -> Known:
    """Without the cues that the document alone of the five has, though a text outside them has them too."""
    left = without(known, slug)
    kept: list[KnownCircumstance] = [
        {**one, "cues": [cue for cue in one["cues"] if cue["origin"] != [slug]]} for one in left["circumstances"]
    ]
    return {**left, "circumstances": kept}


def reaches(name: str, one: Score) -> bool:
    precision, recall = BARS[name]
    return one.precision >= precision and one.recall >= recall


def figures(name: str, one: Score) -> str:
    counts = f"对 {len(one.right)}，错 {len(one.wrong)}，漏 {len(one.missed)}"
    return f"{name}：查准 {one.precision:.3f}，查全 {one.recall:.3f}（{counts}）"


def _lines(name: str, one: Score, library: Library) -> list[str]:
    precision, recall = BARS[name]
    lines = [f"{figures(NAMES[name], one)}；应到 {precision}、{recall}；还没有判 {one.unjudged}"]
    lines += [figures(f"  {slug}", part) for slug, part in score.documents(one, library).items()]
    lines += [f"  找错：{' '.join(pair)}" for pair in one.wrong]
    return lines + [f"  漏掉：{' '.join(pair)}" for pair in one.missed]


if __name__ == "__main__":
    sys.exit(main())
