"""What the command lines say: UTF-8 whatever the locale, one line a refusal, and a word where nothing can be written."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Iterable
from typing import NoReturn

from policies.engine.characters import one_line


class Unwritable(Exception):
    """Standard output takes nothing; the message is in Chinese."""


def prepare() -> None:
    """Both streams speak UTF-8. Raises Unwritable if standard output is closed."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if sys.stdout is None:
        raise Unwritable("标准输出是关着的，结果没有地方写")


def write(pieces: Iterable[str]) -> None:
    """Writes the pieces, each as it comes. Raises Unwritable where that fails; what the pieces raise goes its way."""
    for piece in pieces:
        _put(piece)
    _put("")


def _put(piece: str) -> None:
    try:
        sys.stdout.write(piece)
        if not piece:
            sys.stdout.flush()
    except (OSError, ValueError) as error:
        _give_up()
        why = (
            "读的一方已经关了" if isinstance(error, BrokenPipeError) else f"磁盘满了，或者写不进去（{_number(error)}）"
        )
        raise Unwritable(f"结果没有写完：{why}") from None


def _number(error: Exception) -> str:
    return f"错误号 {error.errno}" if isinstance(error, OSError) else "已经关了"


def _give_up() -> None:
    """What is still waiting to be written must not be tried again when Python ends."""
    if sys.stdout is sys.__stdout__ and isinstance(sys.stdout, io.TextIOWrapper):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def refuse(said: object) -> None:
    """One line on standard error, if that is open."""
    if sys.stderr is not None:
        print(one_line(str(said)), file=sys.stderr)


def parser(usage: str) -> type[argparse.ArgumentParser]:
    """A parser that refuses what is written wrongly with `usage`, in one line; its subcommands too."""

    class Parser(argparse.ArgumentParser):
        def error(self, message: str) -> NoReturn:  # noqa: ARG002 - it is in English, and takes three lines
            refuse(f"写法不对：{usage}")
            raise SystemExit(2)

    return Parser
