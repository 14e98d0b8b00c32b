"""Command line: `python -m tests.proof.edited`. How many edits that change a meaning do the guards of the data alone tell?

The reviewed list of sentences (tests/contract) is left aside: it tells every edit, and does not say what is wrong.
"""

from __future__ import annotations

import functools
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from pathlib import Path
from random import Random

from policies import DataError, load
from policies.engine import yamlfile
from policies.engine.loader import HERE
from tests.proof.sentence_edits import Edit, edits

WANTED = 0.8
SEED = 20_261_129


def files() -> dict[str, yamlfile.YamlFile]:
    """The data's files as they are, parsed."""
    paths = [path for path in sorted(HERE.glob("*/**/*.yaml")) if "cases" not in path.parts]
    return {f"policies/{path.relative_to(HERE).as_posix()}": yamlfile.read(path, path.name) for path in paths}


def spoil(root: Path, edit: Edit, line: int) -> bool:
    """Writes the edit into the copy at `root`, from `line` on; whether its words stand there as they are read."""
    path = root / edit.file.removeprefix("policies/")
    lines = path.read_text(encoding="utf-8").split("\n")
    head, tail = "\n".join(lines[: line - 1]), "\n".join(lines[line - 1 :])
    if edit.old not in tail:
        return False
    spoilt = tail.replace(edit.old, edit.new, 1)
    path.write_text(f"{head}\n{spoilt}" if line > 1 else spoilt, encoding="utf-8")
    return True


def run(sample: int = 1, kinds: AbstractSet[str] = frozenset()) -> tuple[Counter[str], Counter[str], list[Edit]]:
    """Edits tried and told, by kind, and those that were not told; of every `sample` edits (of these `kinds`) one is tried."""
    parsed = files()
    tried, told, left = Counter[str](), Counter[str](), []
    chosen = [edit for edit in edits(parsed) if not kinds or edit.kind in kinds]
    Random(SEED).shuffle(chosen)  # noqa: S311 - chance, not secrets
    plain = yamlfile.parse
    yamlfile.parse = functools.cache(plain)
    try:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "policies"
            shutil.copytree(HERE, root, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
            load(root)  # sound before it is spoilt, or everything would be told
            for edit in chosen[::sample]:
                path = root / edit.file.removeprefix("policies/")
                sound = path.read_text(encoding="utf-8")
                if spoil(root, edit, parsed[edit.file].line(edit.loc)):
                    tried[edit.kind] += 1
                    if is_told(root):
                        told[edit.kind] += 1
                    else:
                        left.append(edit)
                    path.write_text(sound, encoding="utf-8")
    finally:
        yamlfile.parse = plain
    return tried, told, left


def is_told(root: Path) -> bool:
    try:
        load(root)
    except DataError:
        return True
    return False


def main(arguments: Iterable[str] = ()) -> int:
    """Exit 1 if fewer than four fifths are told; `--left` also lists those that are not."""
    tried, told, left = run()
    if "--left" in arguments:
        for edit in left:
            print(f"{edit.kind}\t{edit.file}\t{yamlfile.spell(edit.loc)}\t{edit.new[:80]}")
    print(f"{'edit':16}{'tried':>8}{'told':>8}")
    for kind in (*tried, "all"):
        counts = (tried.total(), told.total()) if kind == "all" else (tried[kind], told[kind])
        print(f"{kind:16}{counts[0]:8}{counts[1]:8}")
    return int(told.total() < WANTED * tried.total())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
