"""All there is to say about one rule and one case: why, what it hangs on, what would change it, what another reading says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from wasm_checker.core.assess import Core
from wasm_checker.core.changes import Parts, certificate, load_bearing, near_miss
from wasm_checker.core.diagram import FALSE, TRUE, Node
from wasm_checker.core.explain import tree
from wasm_checker.core.facts import Answers
from wasm_checker.core.look import Look
from wasm_checker.core.rules import Rule


def detail(core: Core, ident: str, answers: Answers) -> dict[str, Any]:
    """The assessment with `tree`, `certificate`, `load_bearing`, `changes`, `near_misses` and `other_readings`."""
    with core.rules[ident].diagrams.scratch():
        return _detail(core, ident, answers)


def _detail(core: Core, ident: str, answers: Answers) -> dict[str, Any]:
    rule = core.rules[ident]
    look = Look(rule, answers)
    known = {fact: position for fact, position in answers.known.items() if fact in rule.diagrams.level}
    settled = _settled(rule, look)
    proof = () if settled is None else certificate(rule.diagrams, settled, known)
    return {
        **core.verdict(ident, answers),
        "tree": {
            "scope": tree(rule.scope.tree, look, core.facts),
            "timing": tree(rule.timing.tree, look, core.facts),
            "merits": tree(rule.merits.tree, look, core.facts),
        },
        "certificate": list(proof),
        "certificate_said": _said(core, proof, known),
        "load_bearing": [] if settled is None else list(load_bearing(rule.diagrams, settled, known)),
        "changes": [_change(core, ident, answers, flips) for flips in _flips(rule, known)],
        "near_misses": list(_near_misses(core, rule, look, known)),
    }


def _settled(rule: Rule, look: Look) -> Node | None:
    """The node that settles the verdict: the first part that fails, or all three together; None while it is open.

    Where the verdict is the aggravated one, what aggravates belongs to it.
    """
    parts = (rule.scope, rule.timing, rule.merits)
    for part in parts:
        if look.state(part.tree) == FALSE:
            return part.node
    if all(look.state(part.tree) == TRUE for part in parts):
        store = rule.diagrams
        aggravating = [store.compile(clause) for clause in rule.aggravating if look.state(clause) == TRUE]
        nodes = [part.node for part in parts] + ([store.join(False, aggravating)] if aggravating else [])
        return store.join(True, nodes)
    return None


def _said(core: Core, proof: tuple[str, ...], known: Mapping[str, int]) -> str:
    if not proof:
        return ""
    return f"只凭这 {len(proof)} 项回答，结论就定了：" + "；".join(core.facts[f].said(known[f]) for f in proof) + "。"


def _flips(rule: Rule, known: Mapping[str, int]) -> Iterator[Mapping[str, int]]:
    parts = Parts(rule.diagrams, rule.scope.node, rule.timing.node, rule.merits.node)
    yield from sorted((change.flips for change in parts.changes(known)), key=lambda flips: (len(flips), sorted(flips)))


def _change(core: Core, ident: str, answers: Answers, flips: Mapping[str, int]) -> dict[str, Any]:
    """The verdict that the other answers would bring, and which of them can still be brought about.

    `to_said` names every value of the fact that would bring it as well as `to`.
    """
    after = _verdict(core, ident, answers, flips)
    return {
        "verdict": after,
        "flips": [
            {
                "fact": fact,
                "from": core.facts[fact].value(answers.known[fact]),
                "to": core.facts[fact].value(position),
                "to_said": "、".join(
                    core.facts[fact].labels_of(
                        other
                        for other in range(core.facts[fact].size)
                        if _verdict(core, ident, answers, {**flips, fact: other}) == after
                    )
                ),
                "in_hand": core.facts[fact].in_hand,
            }
            for fact, position in flips.items()
        ],
    }


def _verdict(core: Core, ident: str, answers: Answers, flips: Mapping[str, int]) -> str:
    return core.outcome(ident, Answers({**answers.known, **flips}, answers.left_to_organ)).verdict


def _near_misses(core: Core, rule: Rule, look: Look, known: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    """Listed grounds that one answer keeps from holding."""
    for ground in rule.grounds:
        if look.state(ground) == FALSE:
            flips = near_miss(rule.diagrams, rule.diagrams.compile(ground), known)
            if flips and len(flips) == 1:
                ((fact, position),) = flips.items()
                yield {
                    "provision": ground.provision,
                    "fact": fact,
                    "needs": core.facts[fact].value(position),
                    "needs_said": core.facts[fact].label(position),
                    "in_hand": core.facts[fact].in_hand,
                }
