"""`python -m policies`: reads all data and says what is wrong, or what is there. Exit 0 if sound, 1 if not.

`python -m wasm_checker check` does the same and judges the cases as well.
"""

from __future__ import annotations

import sys

from policies import DataError, Library, load
from policies.engine import terminal


def main() -> int:
    try:
        terminal.prepare()
        terminal.write([f"数据无误：{counted(load())}。\n"])
    except DataError as error:
        report(error)
        return 1
    except terminal.Unwritable as error:
        terminal.refuse(error)
        return 2
    return 0


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
