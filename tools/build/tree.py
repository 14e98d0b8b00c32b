"""Draws the rooms into docs/contribute/architecture.md: `python -m tools.build.tree`. What a room is for, its own first line says."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "docs" / "contribute" / "architecture.md"
MARKED = re.compile(r"(<!-- tree: .*? -->\n).*?(<!-- /tree -->)", re.DOTALL)
HOUSES = ("importer", "policies", "yours", "macros", "wasm_checker", "tools", "tests")
# Rooms without Python say it here.
SAID = {
    "docs": "the pages in Chinese: a heading and a macro call; adr/ for decisions, contribute/ for maintainers",
    "policies/vocabulary": "what all documents share: questions, facts, readings, words",
    "macros/theme": "what stands around every page, and around the check page",
    "wasm_checker/browser": "the page's scripts, by trade",
    "wasm_checker/browser/kit": "what they share",
    "wasm_checker/browser/judge": "verdicts: the walk of the diagrams, and Python that confirms it",
    "wasm_checker/browser/form": "the questionnaire: read, filled, in which order",
    "wasm_checker/browser/results": "verdicts, explanations, next steps, the report",
    "wasm_checker/browser/papers": "drafts and forms as documents",
    "wasm_checker/browser/keep": "saving, sharing, opening, leaving",
    "wasm_checker/browser/arrive": "how the page starts, grows old and works without a network",
    "wasm_checker/build/bundles": "what is used of other people's libraries",
    "tests": "the same rooms; contract/ is what others rely on",
    "tests/support": "what tests share",
    "tests/proof": "the proofs of the rules: solver, mutants, MC/DC",
    "tools": "what stands behind make",
    "tools/setup": "installs what a command needs",
    "tools/serve": "make serve",
    "tools/build": "the steps from docs/ to a site",
    "tools/release": "sums, the zip that opens from a folder, and two builds compared",
    "tools/measure": "benchmarks and browsers",
    "tools/hosting": "configurations for web servers, the servers that try them, and what is asked of a running site",
    "deploy": "what nginx, Apache and Caddy are told: filled in by tools/hosting",
    "tests/deploy": "the site from each server, as a browser or a maintainer asks for it",
}
LEFT = {"__pycache__", "licences", "stand_ins", "contract"}


def purpose(folder: Path) -> str:
    name = folder.relative_to(ROOT).as_posix()
    if name in SAID:
        return SAID[name]
    init = folder / "__init__.py"
    said = ast.get_docstring(ast.parse(init.read_text(encoding="utf-8"))) if init.is_file() else None
    return said.splitlines()[0].rstrip(".") if said else ""


def rooms(folder: Path, depth: int = 0) -> list[str]:
    """The folders with code in them, each with what it is for; below a document's data and below tests/ no deeper."""
    said = purpose(folder)
    lines = [f"    {'  ' * depth}{folder.name + '/':<{24 - 2 * depth}}{said}".rstrip()]
    inner = [one for one in sorted(folder.iterdir()) if one.is_dir() and one.name not in LEFT]
    if depth < 2:
        for one in inner:
            if purpose(one):
                lines += rooms(one, depth + 1)
    return lines


def drawn() -> str:
    lines = [line for name in ("docs", *HOUSES, "deploy") for line in rooms(ROOT / name)]
    return "\n".join(["", *lines, ""]) + "\n"


def main() -> int:
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(MARKED.sub(lambda found: found[1] + drawn() + found[2], text), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
