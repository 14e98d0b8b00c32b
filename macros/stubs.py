"""Writes the pages that a new policy or a new group of dimensions lacks: `python -m macros.stubs`. It changes no page."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import policies
from importer.scaffold.pages import page, titled
from policies import DataError, Library

DOCS = Path(__file__).parent.parent / "docs"


def stubs(library: Library) -> dict[str, str]:
    """Path under docs/ → text of the page."""
    read = {
        f"read/{instrument.id}.md": page(instrument.id, instrument.about.short) for instrument in library.instruments
    }
    compare = {
        f"compare/{group.id}.md": f'---\n{titled(group.title)}hide: [toc]\n---\n\n{{{{ comparison("{group.id}") }}}}\n'
        for group in library.vocabulary.groups
    }
    return {**read, **compare}


def write_missing(library: Library, docs: Path) -> list[Path]:
    missing = {docs / name: text for name, text in stubs(library).items() if not (docs / name).exists()}
    for path, text in missing.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return list(missing)


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Write the page stubs that are missing.")
    parser.add_argument("--docs", type=Path, default=DOCS)
    docs = parser.parse_args(argv).docs
    try:
        written = write_missing(policies.load(), docs)
    except DataError as error:
        print(error.report(), file=sys.stderr)
        return 1
    print("\n".join(f"wrote {path}" for path in written) or "no page is missing")
    return 0


if __name__ == "__main__":
    sys.exit(main())
