"""Command line: `python -m rongcuo_core assess` judges cases from standard input; `instruments`, `facts`, `questions`, `version`,
`deadlines START TODAY` tell what the package knows. In and out as JSON.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

import wasm_checker.package as rongcuo_core
from wasm_checker.core.answers.facts import InputError
from wasm_checker.package.given import DECODER, SHAPE, case_of

_USAGE = "python -m rongcuo_core 之后写 assess、instruments、facts、questions、version 或 deadlines 起算日 今天"


def main(arguments: list[str] | None = None) -> int:
    """Exit 0 with the answer on stdout; 2 with one line on stderr if the input cannot be judged."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        options = _parser().parse_args(arguments)
        for piece in _answer(options):
            print(piece)
        sys.stdout.flush()
    except InputError as error:
        print(" ".join(str(error).split()), file=sys.stderr)
        return 2
    except BrokenPipeError:  # who reads has closed
        sys.stderr.close()
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:  # noqa: ARG002 - it is in English, and takes three lines
        raise InputError(f"写法不对：{_USAGE}")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m rongcuo_core", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("assess", help="the verdict of every rule for every case on standard input")
    for name in ("instruments", "facts", "questions", "version"):
        commands.add_parser(name)
    days = commands.add_parser("deadlines", help="the last days of the limits that start on a day")
    days.add_argument("start", help="a day, 2026-11-18")
    days.add_argument("today", help="the day from which what is left is counted")
    return parser


def _answer(options: argparse.Namespace) -> Iterator[str]:
    if options.command == "assess":
        yield from _judged(_cases(_read()))
    elif options.command == "deadlines":
        yield _text(rongcuo_core.deadlines(options.start, options.today))
    else:
        yield _text(getattr(rongcuo_core, options.command)())


def _read() -> Any:
    if sys.stdin is None:
        raise InputError("标准输入是关着的，没有可读的案例")
    try:
        return DECODER.decode(sys.stdin.buffer.read().decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InputError("输入不是 UTF-8 编码的文本") from None
    except json.JSONDecodeError as error:
        raise InputError(f"JSON 写法有误：第 {error.lineno} 行第 {error.colno} 个字，这里不对") from None
    except ValueError as error:
        raise InputError(f"JSON 写法有误：{'数字太长' if 'digits' in str(error) else error}") from None
    except RecursionError:
        raise InputError("JSON 写法有误：嵌套太深") from None


def _cases(data: Any) -> dict[str, Mapping[str, object]]:
    if not isinstance(data, dict) or [*data] != ["cases"] or not isinstance(data["cases"], list):
        raise InputError(SHAPE)
    found: dict[str, Mapping[str, object]] = {}
    for index, case in enumerate(data["cases"]):
        ident, facts = case_of(case, f"cases[{index}]")
        if ident in found:
            raise InputError(f"cases[{index}].id：“{ident}”重复")
        found[ident] = facts
    return found


def _judged(cases: dict[str, Mapping[str, object]]) -> Iterator[str]:
    """`{"cases": […]}`, a case a line; all are judged before the first is said, so that half an answer is none."""
    told = []
    for ident, facts in cases.items():
        try:
            told.append(_text({"id": ident, **rongcuo_core.assess(facts)}))
        except InputError as error:
            raise InputError(f"案例 {ident}：{error}") from None
    yield '{"cases": ['
    yield ",\n".join(told)
    yield "]}"


def _text(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)


if __name__ == "__main__":
    sys.exit(main())
