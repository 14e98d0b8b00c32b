"""Many cases over the machine's processors, their answers in order, and never more than a few batches of them at a time."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from typing import Any

_BATCH = 50  # so few that nothing is gained by more than one process
Judge = Callable[[Any], str]
_judges: list[Judge] = []  # a process that is forked finds it here


def spread(judge: Judge, cases: Iterable[Any]) -> Iterator[str]:
    """`judge` of every case. What it keeps between cases each process keeps for itself."""
    left = iter(cases)
    first = [*islice(left, _BATCH)]
    processes = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    if len(first) < _BATCH or processes < 2:
        yield from map(judge, chain(first, left))
        return
    _judges.append(judge)
    try:
        with ProcessPoolExecutor(processes, multiprocessing.get_context("fork")) as pool:
            waiting: deque[Future[list[str]]] = deque()
            batch = first
            while batch or waiting:
                while batch and len(waiting) < 2 * processes:
                    waiting.append(pool.submit(_judged, batch))
                    batch = [*islice(left, _BATCH)]
                yield from waiting.popleft().result()
    finally:
        _judges.pop()


def _judged(batch: list[Any]) -> list[str]:
    return [*map(_judges[-1], batch)]
