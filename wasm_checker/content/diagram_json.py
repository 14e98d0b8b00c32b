"""The compiled rules as plain data, for a page script that only walks them: diagrams, what hangs on them, and the calendar.

Facts, nodes and clauses are named by number. A rule's nodes come one after another, each as its fact and one node for every
position of that fact's domain, those below before those above; the first is number 2, for 0 and 1 are the ends. A tree is a node,
or says with its node how it is made of clauses, the only parts that can be blamed for a verdict.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from wasm_checker.core.answers.facts import EXPECTED, Fact, Implication
from wasm_checker.core.assess import APPLIED, SINCE_START, STARTED, Core
from wasm_checker.core.diagrams.conditions import Clause, Condition, Group, Not, has_clauses
from wasm_checker.core.diagrams.diagram import TRUE, Diagrams, Node
from wasm_checker.core.rules import Rule
from wasm_checker.core.variants import Rereading

VERSION = 3
WALK = ("read-answers.js", "diagram.js", "path.js", "walk.js")  # in browser/judge/
Json = dict[str, Any]


def diagrams(core: Core) -> Json:
    """Everything a verdict under partial answers needs. The same rules give the same data, number by number."""
    number = {fact: index for index, fact in enumerate(core.facts)}
    return {
        "version": VERSION,
        "facts": [_fact(fact) for fact in core.facts.values()],
        "expected": EXPECTED,
        "dates": [number.get(name, -1) for name in (STARTED, APPLIED, SINCE_START)],
        "implications": [_implication(item, number) for item in core.implications],
        "calendar": core.calendar.as_json(),
        "rules": [
            _RuleData(rule, number, core.facts).data(core.rereadings[ident]) for ident, rule in core.rules.items()
        ],
    }


def text(data: Json) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def in_script(data: Json) -> str:
    """The same with no `<`: within a page no word of it can end the script, nor be taken for a tag by what completes the page."""
    return text(data).replace("<", "\\u003c")


def classic(scripts: Iterable[str], data: Json) -> str:
    """One script for pages opened from a folder, where neither modules nor data files load: it sets `Walk`, a function of facts.

    `scripts`: the modules WALK names. Declarations lose their `export`; each may import only from those before it.
    """
    return f"var Walk = (function () {{\n{_joined(scripts, ())}\nreturn walker({in_script(data)});\n}})();\n"


def module(scripts: Iterable[str]) -> str:
    """One module that imports nothing, for other programs: `walker` as the last of `scripts` exports it."""
    *others, last = scripts
    return _joined(others, (last,))


def _joined(scripts: Iterable[str], exporting: Iterable[str]) -> str:
    """The modules one after another; only those `exporting` still export."""
    inner, outer = ("\n".join(map(_without_imports, some)) for some in (scripts, exporting))
    inner = re.sub(r"^export (?=function|class|const)", "", inner, flags=re.MULTILINE)
    if re.search(r"^(import|export)\b", inner, flags=re.MULTILINE) or re.search(
        r"^import\b", outer, flags=re.MULTILINE
    ):
        raise ValueError("the walk's modules must import only from each other and export only what they declare")
    return f"{inner}\n{outer}" if outer else inner


def _without_imports(script: str) -> str:
    return re.sub(r"^import \{[^}]*\} from .*\n", "", script, flags=re.MULTILINE)


def _fact(fact: Fact) -> Json:
    """A fact whose values are not listed is yes or no."""
    values = {} if fact.kind in {"bool", "date"} else {"values": list(fact.values)}
    unwritten = {"unwritten": True} if fact.unwritten else {}
    return {"id": fact.id, "type": fact.kind, "known_by": fact.known_by, **values, **unwritten}


def _implication(item: Implication, number: Mapping[str, int]) -> list[int]:
    """-1: left to the organ; nothing stands against it."""
    (cause, given), (consequence, then) = item.cause, item.consequence
    against = number.get(item.unless or "", -1)
    return [number[cause], given, number[consequence], -1 if then is None else then, int(item.forced), against]


class _RuleData:
    """One rule's nodes and clauses, numbered as they are met."""

    def __init__(self, rule: Rule, number: Mapping[str, int], facts: Mapping[str, Fact]) -> None:
        self.rule = rule
        self._facts = facts
        self._number = number
        self._numbered: dict[Node, int] = {0: 0, 1: 1}
        self._nodes: list[int] = []
        self._clauses: dict[int, int] = {}
        self._clause_data: list[Json] = []

    def data(self, rereadings: Iterable[Rereading]) -> Json:
        rule = self.rule
        return {
            "id": rule.id,
            "outcomes": vars(rule.outcomes),
            "scope": self._tree(rule.scope.tree),
            "timing": self._tree(rule.timing.tree),
            "merits": self._tree(rule.merits.tree),
            "aggravating": [
                {"node": self._node(clause), "clause": self._clause(clause)} for clause in rule.aggravating
            ],
            "gates": list(map(self._clause, rule.written_gates)),
            "barring": list(map(self._clause, rule.barring_gates)),
            "mode": "all" if rule.grounds_all else "any",
            "listed": self._clause(rule.listed),
            "grounds": list(map(self._clause, rule.grounds)),
            "exclusions": [self._clause(item.bars) for item in rule.exclusions],
            "stated": [self._number[fact] for fact in rule.stated],
            "not_hit": self._to_confirm(item.clause for item in rule.exclusions),
            "reminders": [
                {
                    "when": self._node(item.when),
                    "unless": self._node(item.unless),
                    "while_possible": item.while_possible,
                    "once_met": item.once_met,
                    "said": dict(item.said),
                }
                for item in rule.reminders
            ],
            **self._assumes(),
            "caveat": rule.data.get("caveat", ""),
            "other_readings": [self._reread(other) for other in rereadings],
            "clauses": self._clause_data,
            "order": [self._number[fact] for fact in rule.diagrams.order],
            "nodes": self._nodes,
        }

    def _assumes(self) -> Json:
        assumes = self.rule.assumes
        return {"assumes": {"unless": self._node(assumes.unless), "said": dict(assumes.said)}} if assumes else {}

    def _reread(self, other: Rereading) -> Json:
        """A version of the rule in the same store: only as much of it as gives a verdict."""
        rule = other.rule
        return {
            "reading": other.reading,
            "says": other.says,
            "outcomes": vars(rule.outcomes),
            "scope": self._node(rule.scope.tree),
            "timing": self._node(rule.timing.tree),
            "merits": self._node(rule.merits.tree),
            "aggravating": [self._node(clause) for clause in rule.aggravating],
        }

    def _tree(self, tree: Condition) -> int | Json:
        node = self._node(tree)
        if isinstance(tree, Clause):
            return {"node": node, "clause": self._clause(tree)}
        if not has_clauses(tree):
            return node
        if isinstance(tree, Not):
            return {"node": node, "not": self._tree(tree.part)}
        assert isinstance(tree, Group)
        return {"node": node, "parts": [self._tree(part) for part in tree.parts]}

    def _clause(self, clause: Clause) -> int:
        """The clause's number. What else it names when blamed is written only where there is some."""
        if id(clause) in self._clauses:
            return self._clauses[id(clause)]
        index = self._clauses[id(clause)] = len(self._clause_data)
        data: Json = {"provision": clause.provision, "node": self._node(clause)}
        self._clause_data.append(data)
        more = {
            "facts": self._to_confirm([clause]),
            "readings": list(clause.readings),
            "also": list(clause.also),
            "against": [self._clause(ground) for ground in clause.against],
            "part": self._tree(clause.when) if clause.nests and not clause.against else None,
        }
        data |= {key: value for key, value in more.items() if value}
        return index

    def _to_confirm(self, clauses: Iterable[Clause]) -> list[int]:
        """The facts these clauses name that the organ verifies."""
        named = frozenset[str]().union(*(clause.facts for clause in clauses))
        return [self._number[fact] for fact in self._facts if fact in named and self._facts[fact].known_by != "person"]

    def _node(self, tree: Condition) -> int:
        store = self.rule.diagrams
        return self._number_from(store, store.compile(tree))

    def _number_from(self, store: Diagrams, node: Node) -> int:
        if node > TRUE and node not in self._numbered:
            level, branches = store.nodes[node]
            below = [self._number_from(store, branch) for branch in branches]
            self._nodes += [self._number[store.order[level]], *below]
            self._numbered[node] = len(self._numbered)
        return self._numbered[node]
