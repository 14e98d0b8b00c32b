"""Command line: `python -m wasm_checker assess FILE`, `explain FILE`, `contrast ONE OTHER`, `idle`."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from policies import DataError, load, read_cases
from wasm_checker.cases import assess_file, explain_file
from wasm_checker.content.pack import rule_pack
from wasm_checker.core.answers.facts import InputError
from wasm_checker.core.assess import Core
from wasm_checker.core.explaining.contrast import contrast, contrast_json, idle_json
from wasm_checker.core.rules import Rule

_FILE = "a JSON or YAML file of cases, or - for standard input"


def main(arguments: list[str] | None = None) -> int:
    """Exit 0 with JSON on stdout; 2 with one line on stderr if the input cannot be judged."""
    options = _parser().parse_args(arguments)
    try:
        print(json.dumps(_answer(options), ensure_ascii=False, indent=1))
    except (InputError, DataError, OSError, UnicodeDecodeError) as error:
        print(_one_line(error), file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m wasm_checker", description=__doc__)
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
    return parser


def _answer(options: argparse.Namespace) -> dict[str, Any]:
    if options.command == "idle":
        return {ident: idle_json(rule) for ident, rule in _core().rules.items()}
    if options.command == "contrast":
        core = _core()
        one, other = (_rule(core, ident) for ident in (options.one, options.other))
        return contrast_json(contrast(one, other, core.facts), core.facts)
    data = _read(options.file)
    return (assess_file if options.command == "assess" else explain_file)(_core(), data)


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


def _read(file: str) -> Any:
    text = sys.stdin.buffer.read().decode("utf-8") if file == "-" else Path(file).read_text(encoding="utf-8")
    return read_cases(text.removeprefix("\ufeff"), "标准输入" if file == "-" else file)


def _one_line(error: Exception) -> str:
    if isinstance(error, DataError):
        return str(error.problems[0])
    if isinstance(error, FileNotFoundError):
        return f"找不到文件 {error.filename}"
    if isinstance(error, UnicodeDecodeError):
        return "输入不是 UTF-8 编码的文本"
    return str(error)


if __name__ == "__main__":
    sys.exit(main())
