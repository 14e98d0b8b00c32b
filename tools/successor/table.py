"""What works and what breaks in a successor's build, as rows of a table. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from tools.successor.pages import Page, broken, differs

WORKS, BREAKS = "works", "breaks"
SHOWN = 3  # examples in a row


@dataclass(frozen=True)
class Row:
    what: str
    outcome: str
    detail: str


def rows(before: Mapping[str, Page], after: Mapping[str, Page], files: Iterable[str]) -> list[Row]:
    """`before`: the pages as mkdocs builds them. `files`: all paths of the successor's site."""
    both = sorted(before.keys() & after.keys())

    def alike(what: str, part: Callable[[Page], str]) -> Row:
        told = [differs(name, part(before[name]), part(after[name])) for name in both]
        return row(what, [line for line in told if line], len(both))

    lost = [f"{name}#{one}" for name in both for one in sorted(before[name].places - after[name].ids)]
    dead = broken(after, frozenset(files))
    return [
        row("pages", [f"no {name}" for name in sorted(before.keys() - after.keys())], len(before)),
        row("pages of its own", [f"also {name}" for name in sorted(after.keys() - before.keys())], len(after)),
        alike("text of the pages (macros)", lambda one: one.words),
        alike("titles (override of the head)", lambda one: one.title),
        row("places that links may name", lost, sum(len(before[name].places) for name in both)),
        row("menu (nav)", [name for name in both if before[name].nav != after[name].nav], len(both)),
        row("links and files within the site", dead, sum(len(one.links | one.loads) for one in after.values())),
        alike("policy in the head", lambda one: one.policy),
        row("policy before what it speaks of", [name for name in both if not after[name].policy_first], len(both)),
        row(
            "nothing from another host",
            [f"{name} from {host}" for name in both for host in sorted(after[name].hosts)],
            len(both),
        ),
        row(
            "search's script on every page",
            [name for name in both if before[name].search > after[name].search],
            len(both),
        ),
    ]


def row(what: str, bad: list[str], of: int) -> Row:
    if not of:
        return Row(what, BREAKS, "nothing to look at")
    if not bad:
        return Row(what, WORKS, f"{of} of {of}")
    more = f"; {len(bad) - SHOWN} more" if len(bad) > SHOWN else ""
    return Row(what, BREAKS, f"{len(bad)} of {of}: {'; '.join(bad[:SHOWN])}{more}")


def told(name: str, found: Iterable[Row]) -> str:
    """A Markdown table."""
    lines = [f"| {name} | | |", "|---|---|---|"]
    for one in found:
        detail = one.detail.replace("|", "\\|")
        lines.append(f"| {one.what} | {one.outcome} | {detail} |")
    return "\n".join(lines)
