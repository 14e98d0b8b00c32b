"""`python -m macros.reuse`: how well the search for reused words does against the pairs judged by hand, and where it fails."""

from __future__ import annotations

import sys
import time

import policies
from macros.reuse import agreement, by_the_second, half, reuse, score, unjudged
from macros.reuse.score import Pair, Score
from policies import DataError


def main() -> int:
    try:
        library = policies.load()
    except DataError as error:
        print(error.report(), file=sys.stderr)
        return 1
    started = time.perf_counter()
    found = reuse(library)
    seconds = time.perf_counter() - started
    judged = library.vocabulary.judged
    between = [twin for twin in found.twins if not twin.inside]
    print(f"不同文件之间 {len(between)} 对，同一文件之内 {len(found.twins) - len(between)} 对，用时 {seconds:.2f} 秒")
    print(figures("用来调的一半", score(found, half(library, "tune"))))
    print(figures("留下检验的一半", score(found, half(library, "test"))))
    same, both = agreement(judged)
    print(f"又由第二个人判的 {both} 对，{same} 对判得相同")
    print(figures("照第二个人判的", score(found, by_the_second(judged))))
    everything = score(found, judged)
    print("\n".join(_listed("漏掉", everything.missed) + _listed("找错", everything.wrong)))
    print("\n".join(_listed("还没有判", unjudged(found, judged))))
    return 0


def figures(name: str, result: Score) -> str:
    twins, strangers = len(result.found) + len(result.missed), len(result.wrong) + len(result.spared)
    return f"{name}：同文 {twins} 对，不同 {strangers} 对；查准 {result.precision:.3f}，查全 {result.recall:.3f}"


def _listed(word: str, pairs: tuple[Pair, ...]) -> list[str]:
    return [f"{word}：{' '.join(sorted(pair))}" for pair in pairs]


if __name__ == "__main__":
    sys.exit(main())
