"""`python -m policies`: reads all data and says what is wrong, or what is there. Exit 0 if sound, 1 if not.

`python -m policies new SLUG FILE` makes the folder of a new policy from its text, `left [SLUG]` says what is left to do; exit 2 if
refused. `python -m wasm_checker check` reads the data too, and judges the cases as well.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from policies import DataError, Library, load
from policies.engine import terminal
from policies.engine.loader import HERE
from policies.left import left
from policies.new import Refused, make

_USAGE = "python -m policies 之后什么也不写，或者写 new 代号 文件、left 代号；--help 有说明"


def main(arguments: list[str] | None = None) -> int:
    try:
        terminal.prepare()
        options = _parser().parse_args(arguments)
        terminal.write(_answer(options))
    except DataError as error:
        report(error)
        return 1
    except (Refused, terminal.Unwritable) as error:
        terminal.refuse(error)
        return 2
    return 0


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:  # noqa: ARG002 - it is in English, and takes three lines
        terminal.refuse(f"写法不对：{_USAGE}")
        raise SystemExit(2)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m policies", description=__doc__)
    commands = parser.add_subparsers(dest="command")
    new = commands.add_parser("new", help="make the folder of a new policy from the text of its source")
    new.add_argument("slug", help="its name in ids and addresses, such as shangqiu")
    new.add_argument("file", type=Path, help="its text: .txt, .docx, .html")
    rest = commands.add_parser("left", help="what is left to do of a policy, with file and line")
    rest.add_argument("slug", nargs="?", help="the policy; without it all")
    return parser


def _answer(options: argparse.Namespace) -> Iterator[str]:
    if options.command == "new":
        library = make(options.slug, options.file, HERE)
        yield f"写好了 policies/{options.slug}/ 和 docs/read/ 里的页面。现在：{counted(library)}。\n还剩下面这些，依次做：\n"
        yield from _left(library, options.slug)
        yield f"先读 policies/{options.slug}/todo.md；这一列随时可以再看：python -m policies left {options.slug}\n"
    elif options.command == "left":
        yield from _left(load(), options.slug)
    else:
        yield f"数据无误：{counted(load())}。\n"


def _left(library: Library, slug: str | None) -> Iterator[str]:
    chosen = [document for document in library.documents if slug in {None, document.slug}]
    if not chosen:
        known = "、".join(document.slug for document in library.documents)
        raise Refused(f"没有“{slug}”这份文件：有的是 {known}")
    lines = [line for document in chosen for line in left(library, document, HERE)]
    yield from (f"{line}\n" for line in lines or ["没有剩下的。"])


def report(error: DataError) -> None:
    """Every problem on a line of its own."""
    for line in error.report().splitlines():
        terminal.refuse(line)


def counted(library: Library) -> str:
    """What is there, in numbers."""
    cells = sum(len(instrument.cells) for instrument in library.compared)
    cases = sum(len(instrument.cases) for instrument in library.instruments)
    return (
        f"{len(library.documents)} 份文件，{len(list(library.instruments))} 份文书，"
        f"{len(list(library.provisions))} 个条款项，{cells} 个单元格，{len(library.rules)} 套规则，{cases} 个案例"
    )


if __name__ == "__main__":
    sys.exit(main())
