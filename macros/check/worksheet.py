"""The 自查表 for paper: every rule as lines to tick, and how the ticks come to a verdict. No script is needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from policies.engine.schema.instrument import Fact
from policies.engine.schema.rule import All, AnyOf, Clause, Condition, Exclusion, Not, Rule, Test
from wasm_checker.core.outcomes import OUTCOMES

# A line is 合 if its condition holds, whether that speaks for the person or against.
ALL, ANY, NONE, NOT_ALL = (
    "下列全部合，才算合：",
    "下列有一项合，就算合：",
    "下列一项也不合，才算合：",
    "下列不全部合，就算合：",
)
TICKS, AMONG, FILLED = "□ 是　□ 否　□ 不清楚", "□ 属于　□ 不属于　□ 不清楚", "第 ＿＿＿ 个"
ORGAN = "由组织认定"
NOTHING_YET = "还没有起算的填 0"


@dataclass(frozen=True)
class Line:
    """What one line of the sheet asks: a clause whose facts follow, how several lines belong together, or a fact to tick.

    `wants`: the value by which the line is 合; `ticks`: what there is to tick or fill in. `weighed`: the grounds to which an exclusion
    may give way, if the organ finds the fact.
    """

    depth: int
    text: str = ""
    wants: str = ""
    ticks: str = ""
    note: str = ""
    clause: Clause | None = None
    weighed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    """`id`: scope, timing, gates, grounds, exclusions or aggravating; `how`: what of it is needed."""

    id: str
    title: str
    how: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Step:
    """The first step that is true gives the verdict. `part`: what it looks at; open_person and open_organ look at what is not answered."""

    part: str
    says: str
    verdict: str


def parts(rule: Rule, facts: dict[str, Fact]) -> list[Part]:
    """What the rule asks, in the order in which it is judged."""
    found = [("scope", "适用范围", "", [rule.scope])]
    if rule.timing:
        found.append(("timing", "申请时限", "", [rule.timing]))
    if rule.gates:
        found.append(("gates", "条件", "须全部合", list(rule.gates)))
    found.append(("grounds", "情形", _together(rule), list(rule.grounds.clauses)))
    if rule.exclusions:
        found.append(("exclusions", "排除情形", "有一项合，就不符合条件", list(rule.exclusions)))
    if rule.aggravating:
        found.append(("aggravating", "从重情形", "有一项合，就从重", list(rule.aggravating)))
    return [
        Part(ident, title, how, tuple(line for one in trees for line in lines(one, facts)))
        for ident, title, how, trees in found
    ]


def _together(rule: Rule) -> str:
    if rule.kind == "accountability":
        return "有一项合，就可能应当问责"
    return "须全部合" if rule.grounds.mode == "all" else "有一项合即可"


def lines(condition: Condition, facts: dict[str, Fact], depth: int = 0) -> Iterator[Line]:
    if isinstance(condition, Clause):
        together, within = _grouped(condition.when) or ("", [condition.when])
        yield Line(depth, together, clause=condition)
        yield from _each(within, facts, depth + 1)
        if isinstance(condition, Exclusion) and condition.yields:
            decided = facts[condition.yields.decided_by]
            yield Line(depth + 1, decided.text, "否", ORGAN, weighed=tuple(condition.yields.to))
    elif group := _grouped(condition):
        yield Line(depth, group[0])
        yield from _each(group[1], facts, depth + 1)
    elif isinstance(condition, Not):
        yield _denied(condition.not_, facts, depth)
    elif isinstance(condition, str | Test):
        yield _leaf(condition, facts, depth)


def _each(conditions: Iterable[Condition], facts: dict[str, Fact], depth: int) -> Iterator[Line]:
    for condition in conditions:
        yield from lines(condition, facts, depth)


def _grouped(condition: Condition) -> tuple[str, list[Condition]] | None:
    """How several conditions belong together, in words, and which they are; None if it is a single one."""
    denied = isinstance(condition, Not)
    inner = condition.not_ if isinstance(condition, Not) else condition
    if isinstance(inner, All):
        return NOT_ALL if denied else ALL, inner.all_
    if isinstance(inner, AnyOf):
        return NONE if denied else ANY, inner.any_
    return None


def _denied(condition: Condition, facts: dict[str, Fact], depth: int) -> Line:
    if not isinstance(condition, str | Test):
        raise TypeError(f"the sheet has no words for what is denied: {condition}")
    line = _leaf(condition, facts, depth, denied=True)
    return line if isinstance(condition, Test) and condition.in_ else replace(line, wants="否")


def _leaf(condition: str | Test, facts: dict[str, Fact], depth: int, *, denied: bool = False) -> Line:
    fact = facts[condition if isinstance(condition, str) else condition.fact]
    if fact.question is None:
        return Line(depth, fact.text, "是", ORGAN)
    note = ORGAN if fact.known_by == "organ" else ""
    if isinstance(condition, str):
        return Line(depth, fact.text, "是", TICKS, note)
    if condition.at_most is not None:
        return Line(
            depth, fact.text, f"不超过 {condition.at_most}", FILLED, "；".join(filter(None, (note, NOTHING_YET)))
        )
    labels = [label for value, label in fact.values.items() if (value in (condition.in_ or ())) != denied]
    wants = labels[0] if len(labels) == 1 else "；".join(labels) + "（其中之一）"
    return Line(depth, fact.text, wants, AMONG, note)


def steps(rule: Rule) -> list[Step]:
    """From top to bottom; for a case all of whose facts are answered, exactly what the rule core says."""
    outcomes = OUTCOMES[rule.kind]
    found = [Step("scope", "适用范围不合", "out_of_scope")]
    if rule.timing:
        found.append(Step("timing", "申请时限不合", "too_late"))
    found += [Step(part, says, outcomes.fails) for part, says in _failing(rule)]
    found.append(
        Step("open_person", "上面没有对得上的，还有您能答而没有答的，它还影响结论", "insufficient_information")
    )
    found.append(Step("open_organ", "上面没有对得上的，没有定的都只有组织能认定", "needs_judgement"))
    if rule.aggravating:
        found.append(Step("aggravating", "上面没有对得上的，从重情形有一项合", outcomes.aggravated))
    found.append(Step("holds", "前面各行都不是，各部分都过了", outcomes.holds))
    return found


def _failing(rule: Rule) -> Iterator[tuple[str, str]]:
    if rule.gates:
        yield "gates", "条件有一项不合"
    yield "grounds", "情形有一项不合" if rule.grounds.mode == "all" else "情形一项也不合"
    if rule.exclusions:
        yield "exclusions", "排除情形有一项合"
