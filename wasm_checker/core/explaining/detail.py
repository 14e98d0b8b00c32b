"""All there is to say about one rule and one case: why, what it hangs on, what would change it, what another reading says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from wasm_checker.core.answers.facts import Answers, Implication
from wasm_checker.core.assess import Core
from wasm_checker.core.diagrams.conditions import Clause, Condition, Group, Is, Not
from wasm_checker.core.diagrams.diagram import FALSE, TRUE, Diagrams, Node
from wasm_checker.core.explaining.changes import Parts, certificate, load_bearing
from wasm_checker.core.explaining.explain import tree
from wasm_checker.core.judge import LEFT_TO_ORGAN, OPEN
from wasm_checker.core.rules import Rule
from wasm_checker.core.under_answers import Look

UNSETTLED = (OPEN, LEFT_TO_ORGAN)


def detail(core: Core, ident: str, answers: Answers) -> dict[str, Any]:
    """The verdict as `Core.verdict` has it, with `tree`, `certificate`, `load_bearing`, `changes`, `hangs_on` and `near_misses`.

    None of them tells which answer would have brought a better verdict: `changes` and the values of `near_misses` are of facts that can
    still be brought about; of all others only what the verdict hangs on is named.
    """
    # Compiled now: what is compiled within a scratch is forgotten with it.
    core.rereadings[ident]
    with core.rules[ident].diagrams.scratch():
        return _detail(core, ident, answers)


def _detail(core: Core, ident: str, answers: Answers) -> dict[str, Any]:
    rule = core.rules[ident]
    look = Look(rule, answers)
    verdict = core.verdict(ident, answers)
    known = {fact: position for fact, position in answers.known.items() if fact in rule.diagrams.level}
    settled = _settled(rule, look) if verdict["verdict"] not in UNSETTLED else None
    if settled is not None:  # what was not stated is no answer to rest on
        settled = rule.diagrams.restriction(look.silent)(settled)
        # Any position between the two does: the verdict is settled under all of them.
        known |= {fact: last for fact, (_, last) in answers.within.items() if fact in rule.diagrams.level}
    proof = () if settled is None else certificate(rule.diagrams, settled, known)
    found = list(nearest(core, ident, answers, known))
    in_hand = [change for change in found if all(core.facts[fact].in_hand for fact in change.flips)]
    fixed = {fact for change in found if change not in in_hand for fact in change.flips}
    return {
        **verdict,
        "tree": {
            "scope": tree(rule.scope.tree, look, core.facts),
            "timing": tree(rule.timing.tree, look, core.facts),
            "merits": tree(rule.merits.tree, look, core.facts),
        },
        "certificate": list(proof),
        "certificate_said": _said(core, proof, known, answers, aggravation_open="aggravating_open" in verdict),
        "load_bearing": [] if settled is None else list(load_bearing(rule.diagrams, settled, known)),
        "changes": [_change(core, ident, answers, known, change) for change in in_hand],
        "hangs_on": [fact for fact in core.facts if fact in fixed],
        "near_misses": list(_near_misses(core, rule, look)),
    }


def _settled(rule: Rule, look: Look) -> Node | None:
    """The node that settles the verdict: the first part that fails, or all three together; None while it is open.

    What aggravates belongs to it, and so does that nothing does; while that is open, it is left out.
    """
    parts = (rule.scope, rule.timing, rule.merits)
    for part in parts:
        if look.state(part.tree) == FALSE:
            return part.node
    if not all(look.state(part.tree) == TRUE for part in parts):
        return None
    store = rule.diagrams
    states = [look.state(clause) for clause in rule.aggravating]
    nodes = [part.node for part in parts]
    if TRUE in states:
        held = [clause for clause, state in zip(rule.aggravating, states, strict=True) if state == TRUE]
        nodes.append(store.join(False, map(store.compile, held)))
    elif not any(states):
        nodes += [store.negate(store.compile(clause)) for clause in rule.aggravating]
    return store.join(True, nodes)


def _said(
    core: Core, proof: tuple[str, ...], known: Mapping[str, int], answers: Answers, *, aggravation_open: bool
) -> str:
    if not proof:
        return ""
    ranges = {fact: range(first, last + 1) for fact, (first, last) in answers.within.items()}
    labels = {f: "、".join(core.facts[f].labels_of(ranges.get(f, [known[f]]))) for f in proof}
    more = "要不要从重，还看没有回答的从重情节。" if aggravation_open else ""
    return (
        f"只凭这 {len(proof)} 项回答，就得出这个结论："
        + "；".join(f"“{core.facts[f].text}”：{labels[f]}" for f in proof)
        + f"。{more}"
    )


class Nearest(NamedTuple):
    """The fewest answers that, given otherwise, bring `verdict`."""

    verdict: str
    flips: Mapping[str, int]


def nearest(core: Core, ident: str, answers: Answers, answered: Mapping[str, int]) -> Iterator[Nearest]:
    """The nearest cases of other classes, the shortest first; those alone that are what they promise when they are read anew."""
    rule = core.rules[ident]
    parts = changing(core, rule, answers)
    known = {fact: position for fact, position in {**answers.known, **answered}.items() if fact in parts.diagrams.level}
    found = sorted(parts.changes(known), key=lambda change: (len(change.flips), sorted(change.flips)))
    for change in found:
        verdict = core.changed(ident, answers, change.flips)
        if core.otherwise(answers, change.flips).contradictions != answers.contradictions:
            continue
        if rule.outcomes.class_of(verdict) == change.to:
            yield Nearest(verdict, change.flips)


def changing(core: Core, rule: Rule, answers: Answers) -> Parts:
    """The rule in a store of its own, with the facts that others follow from or to, and which answers go together."""
    facts = dict.fromkeys(rule.diagrams.order)
    implied = [item for item in core.implications if item.cause[0] in facts or item.consequence[0] in facts]
    facts |= dict.fromkeys(fact for item in implied for fact in (item.cause[0], item.consequence[0]))
    store = Diagrams({fact: core.facts[fact].size for fact in facts})
    silent = store.restriction(Look(rule, answers).silent)
    return Parts(
        store,
        silent(store.compile(rule.scope.tree)),
        silent(store.compile(rule.timing.tree)),
        silent(store.compile(rule.merits.tree)),
        tuple(silent(store.compile(clause)) for clause in rule.aggravating),
        store.join(True, [store.compile(_agreeing(item, answers)) for item in implied]),
    )


def _agreeing(item: Implication, answers: Answers) -> Condition:
    """What the answers to both facts meet; one that is the organ's to find cannot be answered no."""
    (cause, given), (consequence, then) = item.cause, item.consequence
    if item.unless in answers.known or item.unless in answers.dates:
        return Not(Is(cause, frozenset({given})))
    agrees = Is(consequence, frozenset({1 if then is None else then}))
    return Group(False, (Not(Is(cause, frozenset({given}))), agrees))


def _change(core: Core, ident: str, answers: Answers, known: Mapping[str, int], near: Nearest) -> dict[str, Any]:
    """The verdict that the other answers would bring; `to_said` names every value that would bring it as well as `to`."""
    verdict, flips = near
    return {
        "verdict": verdict,
        "flips": [
            {
                "fact": fact,
                "from": core.facts[fact].value(known[fact]),
                "to": core.facts[fact].value(position),
                "to_said": "、".join(
                    core.facts[fact].labels_of(
                        other
                        for other in range(core.facts[fact].size)
                        if core.changed(ident, answers, {**flips, fact: other}) == verdict
                    )
                ),
            }
            for fact, position in flips.items()
        ],
    }


def _near_misses(core: Core, rule: Rule, look: Look) -> Iterator[dict[str, Any]]:
    """Where no listed ground holds yet: those that one answer keeps from it, while all else that they ask is answered and met.

    With the answer given otherwise, and all that then follows, the ground would hold. Which answer that is, is said only where it can still
    be brought about.
    """
    if look.state(rule.listed) == TRUE:
        return
    for ground in rule.grounds:
        if look.state(ground) == FALSE:
            found = next(_single(core, rule, look.answers, ground), None)
            if found:
                fact, position = core.facts[found[0]], found[1]
                needs = {"needs": fact.value(position), "needs_said": fact.label(position)} if fact.in_hand else {}
                yield {"provision": ground.provision, "fact": fact.id, **needs}


def _single(core: Core, rule: Rule, answers: Answers, ground: Clause) -> Iterator[tuple[str, int]]:
    """Every single answer that, given otherwise, makes the ground hold and goes together with the rest."""
    for fact in core.facts.values():
        if fact.id in ground.facts and fact.id in answers.known:
            for position in range(fact.size):
                other = core.otherwise(answers, {fact.id: position})
                agrees = other.contradictions == answers.contradictions
                if agrees and Look(rule, other).state(ground) == TRUE:
                    yield fact.id, position
