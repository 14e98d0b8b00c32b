"""Command line: `python -m wasm_checker assess FILE`, `explain FILE`, `contrast ONE OTHER`, `idle`, `check`."""

from __future__ import annotations

import argparse
import errno
import json
import os
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor
from typing import Any

from policies import DataError, load
from policies.__main__ import counted, report
from policies.engine import terminal
from wasm_checker.casefile import opened
from wasm_checker.cases import assess_file, explain_file
from wasm_checker.content.pack import rule_pack
from wasm_checker.core.answers.facts import InputError
from wasm_checker.core.assess import Core
from wasm_checker.core.explaining.contrast import contrast, contrast_json, idle_json
from wasm_checker.core.rules import Rule
from wasm_checker.judged import judge

_FILE = "a JSON or YAML file of cases, or - for standard input"
_USAGE = "python -m wasm_checker 之后写 assess 文件、explain 文件、contrast 规则 规则、idle 或 check；--help 有说明"
_UNOPENED = {
    errno.ENOENT: "没有这个文件",
    errno.ENOTDIR: "没有这个文件",
    errno.EISDIR: "是文件夹，不是文件",
    errno.EACCES: "没有权限读",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ELOOP: "链接绕成了圈",
}


def main(arguments: list[str] | None = None) -> int:
    """Exit 0 with the answer on stdout; 2 with one line on stderr if the input cannot be judged; 1 if `check` finds something wrong."""
    try:
        terminal.prepare()
        options = _parser().parse_args(arguments)
        if options.command == "check":
            return _check()
        terminal.write(_answer(options))
    except (InputError, DataError, OSError, UnicodeDecodeError, terminal.Unwritable) as error:
        terminal.refuse(_said(error))
        return 2
    except BrokenExecutor:
        terminal.refuse("有一个处理进程被系统结束了（多半是内存不够），没有判完；请少给一些案例再试")
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = terminal.parser(_USAGE)(prog="python -m wasm_checker", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    assess = commands.add_parser("assess", help="the verdict of every rule for every case")
    assess.add_argument("file", help=_FILE)
    explain = commands.add_parser(
        "explain", help="the same, with the condition tree, the certificate and what would change it"
    )
    explain.add_argument("file", help=_FILE)
    sides = commands.add_parser(
        "contrast", help="whether one rule includes the other, and the smallest cases they decide differently"
    )
    sides.add_argument("one", help="a rule, such as shangzhou")
    sides.add_argument("other", help="another rule, such as xuzhou")
    commands.add_parser(
        "idle", help="of every rule the items that decide nothing, and grounds that an exclusion swallows"
    )
    commands.add_parser("check", help="whether the data are sound and their cases come to what was judged by hand")
    return parser


def _check() -> int:
    try:
        library = load()
        judge(library, Core.from_pack(rule_pack(library)))
    except DataError as error:
        report(error)
        return 1
    terminal.write([f"数据无误，案例都判得与预期一致：{counted(library)}。\n"])
    return 0


def _answer(options: argparse.Namespace) -> Iterator[str]:
    if options.command == "idle":
        yield _whole({ident: idle_json(rule) for ident, rule in _core().rules.items()})
    elif options.command == "contrast":
        core = _core()
        one, other = (_rule(core, ident) for ident in (options.one, options.other))
        yield _whole(contrast_json(contrast(one, other, core.facts), core.facts))
    else:
        judged = assess_file if options.command == "assess" else explain_file
        with opened(options.file, None if sys.stdin is None else sys.stdin.buffer) as file:
            yield from _listed(judged(_core(), file))


def _whole(data: dict[str, Any]) -> str:
    return f"{json.dumps(data, ensure_ascii=False, indent=1)}\n"


def _listed(cases: Iterable[str]) -> Iterator[str]:
    """`{"cases": […]}`, a case a line, each as soon as it is judged."""
    before = '{"cases": ['
    for case in cases:
        yield f"{before}\n{case}"
        before = ","
    yield f"{before}]}}\n" if before != "," else "\n]}\n"


def _rule(core: Core, ident: str) -> Rule:
    """A rule by its id; of an instrument with several the message names them."""
    if ident in core.rules:
        return core.rules[ident]
    own = [rule for rule in core.rules if core.rules[rule].data["instrument"] == ident]
    if own:
        raise InputError(f"“{ident}”这份文书有几套规则，请写明哪一套：{'、'.join(own)}")
    raise InputError(f"没有“{ident}”这套规则，只有 {'、'.join(core.rules)}")


def _core() -> Core:
    return Core.from_pack(rule_pack(load()))


def _said(error: Exception) -> str:
    if isinstance(error, DataError):
        return str(error.problems[0])
    if isinstance(error, UnicodeDecodeError):
        return "输入不是 UTF-8 编码的文本"
    if isinstance(error, OSError):
        why = _UNOPENED.get(error.errno or 0, f"读不了（错误号 {error.errno}）")
        return f"找不到或打不开文件 {os.fsencode(error.filename or '').decode('utf-8', 'replace')}：{why}"
    return str(error)


if __name__ == "__main__":
    sys.exit(main())
