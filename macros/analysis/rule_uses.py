"""What in the checker hangs on a provision: the parts of the rules that are taken from it, and the facts they ask for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros.kit.once import once
from policies import Library, Provision
from policies.engine.as_json import plain
from policies.engine.schema.rule import Rule, Unencoded

# In the order of the way through a rule, in the words of its stations (wasm_checker/browser/results/stations.js)
PARTS = {
    "assumes": "假定",
    "scope": "适用范围",
    "timing": "阶段与期限",
    "no_timing": "阶段与期限",
    "gates": "门槛，必须过",
    "grounds": "情形",
    "exclusions": "排除，有其一就不行",
    "aggravating": "从重",
    "effects": "结论写的效果",
    "reminders": "结论旁的提示",
    "application": "申请书",
    "form": "样表",
}


@dataclass(frozen=True)
class Part:
    """A part of a rule that is taken from a provision; `facts`: ids of what its condition asks, in order of mention."""

    rule: Rule
    name: str
    facts: tuple[str, ...]


def parts(library: Library, provision: Provision) -> tuple[Part, ...]:
    """In the order of the rules; of one part of one rule, all facts together."""
    return _parts(library).get(provision.id, ())


def unencoded(library: Library, provision: Provision) -> tuple[Unencoded, ...]:
    """Words of the provision that decide no verdict, with the reason."""
    return tuple(one for document in library.documents for one in document.unencoded if one.provision == provision.id)


def wording(library: Library, part: Part) -> tuple[str, ...]:
    """What its facts are called to those whom the rule's document concerns."""
    document = library.instrument(part.rule.instrument).document
    named = {fact.id: fact.wording.get(document, fact.text) for fact in library.vocabulary.facts}
    return tuple(named[fact] for fact in part.facts)


@once
def _parts(library: Library) -> Mapping[str, tuple[Part, ...]]:
    facts = frozenset(fact.id for fact in library.vocabulary.facts)
    found: dict[str, list[Part]] = defaultdict(list)
    for rule in library.rules:
        for provision, named in _of_rule(rule, facts).items():
            found[provision] += [Part(rule, name, tuple(asked)) for name, asked in named.items()]
    return {provision: tuple(those) for provision, those in found.items()}


def _of_rule(rule: Rule, facts: frozenset[str]) -> Mapping[str, Mapping[str, list[str]]]:
    """Provision → part → facts."""
    data = plain(rule)
    found: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for key, name in PARTS.items():
        for node in _cited(_written(key, data.get(key))):
            asked = found[node["provision"]].setdefault(_named(key, name, rule, node), [])
            asked += [fact for fact in _facts(node.get("when"), facts) if fact not in asked]
    return found


def _written(key: str, data: Any) -> Any:
    """Without the gates that are made of reminders: the reminders are told themselves."""
    return [gate for gate in data if not gate.get("barring")] if key == "gates" and data else data


def _named(key: str, name: str, rule: Rule, node: Mapping[str, Any]) -> str:
    number = len(rule.grounds.clauses)
    if key != "grounds" or number == 1:
        return name
    word, mode = ("条件", "须全部具备") if rule.grounds.mode == "all" else ("情形", "有其一即可")
    return f"{number} 项{word}{'' if 'clauses' in node else '之一'}，{mode}"


def _cited(data: Any) -> Iterator[Mapping[str, Any]]:
    """Every node that names its provision, however deep."""
    if isinstance(data, list):
        for child in data:
            yield from _cited(child)
    elif isinstance(data, dict):
        if "provision" in data:
            yield data
        for child in data.values():
            yield from _cited(child)


def _facts(when: Any, facts: frozenset[str]) -> Iterator[str]:
    if isinstance(when, str):
        if when in facts:
            yield when
    elif isinstance(when, list):
        for child in when:
            yield from _facts(child, facts)
    elif isinstance(when, dict):
        yield from _facts(when.get("fact"), facts)
        for key in ("all", "any", "not"):
            yield from _facts(when.get(key), facts)
