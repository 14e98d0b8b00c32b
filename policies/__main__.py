"""`python -m policies`: reads all data and says what is wrong, or what is there. Exit 0 if sound, 1 if not."""

from __future__ import annotations

import sys

from policies import DataError, load


def main() -> int:
    try:
        library = load()
    except DataError as error:
        print(error.report(), file=sys.stderr)
        return 1
    cells = sum(len(instrument.cells) for instrument in library.compared)
    cases = sum(len(instrument.cases) for instrument in library.instruments)
    print(
        f"数据无误：{len(library.documents)} 份文件，{len(list(library.instruments))} 份文书，"
        f"{len(list(library.provisions))} 个条款项，{cells} 个单元格，{len(library.rules)} 套规则，{cases} 个案例。"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
