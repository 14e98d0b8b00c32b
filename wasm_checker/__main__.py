"""Command line: `python -m wasm_checker assess FILE`."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from policies import DataError, load, read_cases
from wasm_checker.cases import assess_file
from wasm_checker.core.assess import Core
from wasm_checker.core.facts import InputError
from wasm_checker.pack import rule_pack


def main(arguments: list[str] | None = None) -> int:
    """Exit 0 with JSON on stdout; 2 with one line on stderr if the input cannot be judged."""
    parser = argparse.ArgumentParser(prog="python -m wasm_checker", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    assess = commands.add_parser("assess", help="judge the cases of a JSON or YAML file under every instrument")
    assess.add_argument("file", help="the file, or - for standard input")
    options = parser.parse_args(arguments)
    try:
        print(_assess(options.file))
    except (InputError, DataError, OSError, UnicodeDecodeError) as error:
        print(_one_line(error), file=sys.stderr)
        return 2
    return 0


def _assess(file: str) -> str:
    text = sys.stdin.buffer.read().decode("utf-8") if file == "-" else Path(file).read_text(encoding="utf-8")
    data = read_cases(text.removeprefix("\ufeff"), "标准输入" if file == "-" else file)
    core = Core.from_pack(rule_pack(load()))
    return json.dumps(assess_file(core, data), ensure_ascii=False, indent=1)


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
