"""`python -m policies`: reads all data and says what is wrong, or what is there. Exit 0 if sound, 1 if not.

`python -m policies --complete [SLUG ...]`: also what is still missing, of all documents or of those named; exit 1 if anything is.
`python -m policies new SLUG FILE`: makes the folder of a new policy from its text; exit 2, and nothing written, if that is refused.
`python -m wasm_checker check` does the same as the first and judges the cases as well.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from policies import DataError, Library, new
from policies.engine import complete, loader, terminal
from policies.engine.errors import Problem
from policies.engine.yamlfile import YamlFile

_USAGE = "python -m policies 之后什么也不写，或者写 new 代号 文件、--complete 代号；--help 有说明"


def main(arguments: Sequence[str] | None = None) -> int:
    try:
        terminal.prepare()
        options = _parser().parse_args(arguments)
        if options.command == "new":
            terminal.write(_made(options.slug, options.file))
            return 0
        library, files = loader.read()
        if options.complete is not None:
            return lacks(library, files, options.complete)
        terminal.write([f"数据无误：{counted(library)}。\n"])
    except DataError as error:
        report(error)
        return 1
    except (new.Refused, terminal.Unwritable) as error:
        terminal.refuse(error)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = terminal.parser(_USAGE)(
        prog="python -m policies", description="数据有没有错；--complete：还缺什么；new：加一份政策"
    )
    parser.add_argument(
        "--complete", nargs="*", metavar="SLUG", help="哪几份文件（policies/ 下的文件夹名）；不写就是全部"
    )
    commands = parser.add_subparsers(dest="command")
    made = commands.add_parser("new", help="从全文写出一份新政策的文件夹")
    made.add_argument("slug", metavar="SLUG", help="代号，例如 shangqiu")
    made.add_argument("file", metavar="FILE", type=Path, help="全文：.txt、.docx、.html")
    return parser


def _made(slug: str, source: Path) -> Iterator[str]:
    made = new.make(slug, source, loader.HERE)
    yield f"写好了 policies/{slug}/ 和 docs/read/ 里的页面。现在：{counted(made.library)}。\n\n"
    yield from (f"{line}\n" for line in made.steps)
    yield f"\n这几步也写在 policies/{slug}/todo.md，那里还有没有把握的地方和说轻重的词。\n"
    yield from (f"{line}\n" for line in made.to_fill)


def lacks(library: Library, files: Mapping[str, YamlFile], slugs: Sequence[str]) -> int:
    """What was not obtained is told and does not count: work on the data cannot add it."""
    known = [document.slug for document in library.documents]
    if strange := next((slug for slug in slugs if slug not in known), None):
        terminal.refuse(f"没有“{strange}”这份文件，应为 {'、'.join(known)} 之一")
        return 2

    def asked(found: Sequence[Problem]) -> list[str]:
        return [f"{each}\n" for each in found if not slugs or each.file.split("/")[1] in slugs]

    missing, without = asked(complete.missing(library, files)), asked(complete.not_obtained(library, files))
    told = f"另有 {len(without)} 处未取得。" if without else ""
    last = f"还缺 {len(missing)} 处。{told}\n" if missing else f"编完了。{told}\n"
    terminal.write([*missing, *without, last])
    return int(bool(missing))


def report(error: DataError) -> None:
    """Every problem on a line of its own."""
    for line in error.report().splitlines():
        terminal.refuse(line)


def counted(library: Library) -> str:
    """What is there, in numbers; cells without an answer are counted apart."""
    cells = sum(len(instrument.cells) for instrument in library.compared)
    cases = sum(len(instrument.cases) for instrument in library.instruments)
    pending = sum(why == "pending" for instrument in library.instruments for why in instrument.left.values())
    return (
        f"{len(library.documents)} 份文件，{len(list(library.instruments))} 份文书，"
        f"{len(list(library.provisions))} 个条款项，{cells} 个单元格，{len(library.rules)} 套规则，{cases} 个案例"
        + (f"；待编码 {pending} 格（--complete 列出还缺什么）" if pending else "")
    )


if __name__ == "__main__":
    sys.exit(main())
