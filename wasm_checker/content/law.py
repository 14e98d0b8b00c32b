"""The law of the headline: no rule comes to a favourable verdict where it warns against counting on one."""

from __future__ import annotations

from collections.abc import Iterator

from wasm_checker.core.assess import Core
from wasm_checker.core.diagrams.diagram import FALSE
from wasm_checker.core.rules import Reminder, Rule


def broken(core: Core) -> Iterator[str]:
    """Every rule and provision whose warning can stand beside a favourable verdict."""
    for ident, rule in core.rules.items():
        yield from (f"{ident} {item.said['provision']}" for item in warnings(rule) if not kept(rule, item))


def warnings(rule: Rule) -> list[Reminder]:
    return [item for item in rule.reminders if item.said.get("bars_favourable")]


def kept(rule: Rule, warning: Reminder) -> bool:
    """Whether the cases in which the warning is said and those in which scope, timing and merits hold have none in common."""
    store = rule.diagrams
    with store.scratch():
        said = store.both(store.compile(warning.when), store.negate(store.compile(warning.unless)))
        return store.join(True, (said, rule.scope.node, rule.timing.node, rule.merits.node)) == FALSE
