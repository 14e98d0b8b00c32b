"""What would change a verdict, and what it hangs on: exact, by ways through the diagrams."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from wasm_checker.core.diagrams.diagram import FALSE, TRUE, Diagrams, Node
from wasm_checker.core.diagrams.paths import Cost, Way, cheapest

CLASSES = ("out_of_scope", "too_late", "unfavourable", "open", "favourable", "aggravated")


@dataclass(frozen=True)
class Change:
    """The fewest answered facts that, answered otherwise, bring the case into another class of verdict."""

    to: str
    flips: Mapping[str, int]


@dataclass(frozen=True)
class Parts:
    """Scope, timing and merits of a rule as nodes of one store, and what aggravates.

    `possible`: which answers go together; only such cases are named.
    """

    diagrams: Diagrams
    scope: Node
    timing: Node
    merits: Node
    aggravating: tuple[Node, ...] = ()
    possible: Node = TRUE

    def changes(self, known: Mapping[str, int]) -> Iterator[Change]:
        """For each other class the nearest case in it that leaves unanswered what is unanswered; nothing if there is none."""
        regions = self._regions(known)
        now = self.verdict_class(known)
        for name, region in regions.items():
            way = cheapest(self.diagrams, region, TRUE, _departures(known)) if name != now else None
            if way:
                yield Change(name, _flips(way, known))

    def verdict_class(self, known: Mapping[str, int]) -> str:
        restrict = self.diagrams.restriction(known)
        states = [restrict(node) for node in (self.scope, self.timing, self.merits)]
        if FALSE in states:
            return CLASSES[states.index(FALSE)]
        if set(states) != {TRUE}:
            return "open"
        return "aggravated" if TRUE in map(restrict, self.aggravating) else "favourable"

    def _regions(self, known: Mapping[str, int]) -> dict[str, Node]:
        """Each class as a function of the answered facts alone: the cases that are in it whatever else is true."""
        store = self.diagrams
        unanswered = frozenset(fact for fact in store.order if fact not in known)

        def always(node: Node) -> Node:
            return store.negate(store.exists(store.negate(node), unanswered))

        parts = (self.scope, self.timing, self.merits)
        fails = [always(store.negate(part)) for part in parts]
        holds = store.join(True, map(always, parts))
        aggravates = store.join(False, map(always, self.aggravating))
        late = store.both(store.negate(fails[0]), fails[1])
        unfavourable = store.join(True, (store.negate(fails[0]), store.negate(fails[1]), fails[2]))
        still_open = store.negate(store.join(False, (*fails, holds)))
        favourable, aggravated = store.both(holds, store.negate(aggravates)), store.both(holds, aggravates)
        together = store.exists(self.possible, unanswered)
        regions = (fails[0], late, unfavourable, still_open, favourable, aggravated)
        return {name: store.both(region, together) for name, region in zip(CLASSES, regions, strict=True)}


def load_bearing(diagrams: Diagrams, node: Node, known: Mapping[str, int]) -> tuple[str, ...]:
    """The answers without which a settled node would be open again."""
    return tuple(
        fact
        for fact in known
        if fact in diagrams.support(node)
        and diagrams.restriction({f: p for f, p in known.items() if f != fact})(node) > TRUE
    )


def certificate(diagrams: Diagrams, node: Node, known: Mapping[str, int]) -> tuple[str, ...]:
    """The fewest answers that by themselves settle the node as it is settled. Raises ValueError if it is open.

    Every way out of a set of answers departs from some answer outside it, so that one of those must be in any
    certificate; the smallest set meeting all such demands is tried until none is left (implicit hitting sets).
    """
    end = diagrams.restriction(known)(node)
    if end > TRUE:
        raise ValueError("only a settled node has a certificate")
    demands: list[frozenset[str]] = []
    while True:
        chosen = _smallest_hitting(demands)
        fixed = {fact: known[fact] for fact in chosen}
        way = cheapest(diagrams, diagrams.restriction(fixed)(node), 1 - end, _departures(known))
        if way is None:
            return tuple(fact for fact in known if fact in chosen)
        demands.append(frozenset(_flips(way, known)))


def _departures(known: Mapping[str, int]) -> Cost:
    """One for each answered fact that a way takes otherwise; the unanswered are free."""
    return lambda fact, position: int(known.get(fact, position) != position)


def _flips(way: Way, known: Mapping[str, int]) -> dict[str, int]:
    return {fact: position for fact, position in way.steps.items() if known.get(fact, position) != position}


def _smallest_hitting(demands: Iterable[frozenset[str]]) -> frozenset[str]:
    """A smallest set that meets every demand: iterative deepening, branching on the smallest demand still unmet."""
    wanted = sorted(demands, key=lambda demand: (len(demand), sorted(demand)))
    size = 0
    while True:
        found = _hit(wanted, frozenset(), size)
        if found is not None:
            return found
        size += 1


def _hit(demands: list[frozenset[str]], chosen: frozenset[str], left: int) -> frozenset[str] | None:
    unmet = next((demand for demand in demands if not demand & chosen), None)
    if unmet is None:
        return chosen
    if left == 0:
        return None
    for fact in sorted(unmet):
        found = _hit(demands, chosen | {fact}, left - 1)
        if found is not None:
            return found
    return None
