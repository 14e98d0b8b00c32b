"""Laws that hold of every rule and every case, whatever the rules say: the same case or rule, changed, and both verdicts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import ExitStack
from random import Random
from typing import Any

import pytest

from tests.proof.material import Data, cases, core, core_of, rules
from tests.proof.plain import FAILS, HOLDS, facts_of, values_of
from tests.proof.sampling import Sample, even
from tools.measure.bench.decomposition import decompose
from tools.measure.bench.interview import Interview
from wasm_checker.core.answers.facts import Answers
from wasm_checker.core.assess import Core
from wasm_checker.core.assessment import Assessment
from wasm_checker.core.explaining.detail import detail, nearest

NUMBER, SEED = 20, 7
NAMED = [pytest.param(rule, id=rule["id"]) for rule in rules()]
SETTLED = {**dict.fromkeys(("out_of_scope", "too_late", *FAILS.values()), 0), **dict.fromkeys(HOLDS.values(), 2)}


def rank(verdict: str) -> int:
    """0 settled against, 1 open, 2 settled in favour."""
    return SETTLED.get(verdict.removesuffix("_aggravated"), 1)


def beside(rule: Data, variant: Data) -> Core:
    return core_of(rule, {**variant, "id": "variant"})


def assessed(rule: Data, variant: Data, sample: Sample) -> tuple[Assessment, Assessment]:
    return compared(beside(rule, variant), rule, sample)


def compared(both: Core, rule: Data, sample: Sample) -> tuple[Assessment, Assessment]:
    answers = sample.answers_in(both)
    return both.assess(rule["id"], answers), both.assess("variant", answers)


def random_of(rule: Data) -> Random:
    return Random(f"{rule['id']} {SEED}")  # noqa: S311 - chance, not secrets


def answered(sample: Sample, fact: str, value: Any) -> Answers:
    return Sample(sample.rule, {**sample.values, fact: value}, sample.organ - {fact}).answers


@pytest.mark.parametrize("rule", NAMED)
def test_answering_more_never_revives_a_settled_verdict(rule: Data) -> None:
    random, kind = random_of(rule), rule.get("kind", "tolerance")
    order = ["out_of_scope", "too_late", FAILS[kind]]
    for sample in even(rule, NUMBER, SEED):
        before = sample.verdict
        # What counts only once it is stated may turn a favourable verdict when it is.
        unanswered = [f for f in facts_of(rule) if f not in sample.values and f not in rule.get("stated", ())]
        for fact in random.sample(unanswered, min(4, len(unanswered))):
            for value in values_of(fact):
                after = core().assess(rule["id"], answered(sample, fact, value)).verdict
                if before in order:
                    assert after in order[: order.index(before) + 1]
                if before.startswith(HOLDS[kind]):
                    assert after.startswith(before)


def test_a_further_answer_that_agrees_with_what_was_said_revives_no_settled_verdict_whatever_follows_from_it() -> None:
    """Whole cases as they are read. An answer that makes another give way is a correction, and may."""
    random = Random(SEED)  # noqa: S311 - chance, not secrets
    every = [case.facts for each in cases().values() for case in each]
    tried = 0
    for _ in range(400):
        facts = dict(random.choice(every))
        for fact in random.sample(list(facts), min(len(facts), random.randrange(4, 20))):
            facts.pop(fact)
        before = core().read(facts)
        fact = random.choice(
            [each.id for each in core().facts.values() if each.kind != "date" and each.id not in facts]
        )
        after = core().read({**facts, fact: random.choice(values_of(fact))})
        agree = all(after.known.get(each) == at for each, at in before.known.items())
        if after.contradictions or before.contradictions or not agree:
            continue
        tried += 1
        old, new = core().verdicts(before), core().verdicts(after)
        for ident, verdict in old.items():
            if rank(verdict) != 1 and not (rank(verdict) == 2 and fact in core().rules[ident].stated):
                assert rank(new[ident]) == rank(verdict), (ident, facts, fact)
    assert tried > 200


@pytest.mark.long
def test_every_nearest_case_is_what_it_promises_when_its_answers_are_given_and_no_past_answer_is_offered() -> None:
    random = Random(SEED)  # noqa: S311 - chance, not secrets
    every = [case.facts for each in cases().values() for case in each]
    tried = offered = 0
    for facts in random.sample(every, 25):
        answers = core().read(facts)
        for ident in core().rules:
            for near in nearest(core(), ident, answers, {}):
                tried += 1
                flips = {fact: core().facts[fact].value(position) for fact, position in near.flips.items()}
                again = core().read({**_undated(facts, flips), **flips})
                assert core().outcome(ident, again).verdict == near.verdict, (ident, facts, flips)
            found = detail(core(), ident, answers)
            offered += len(found["changes"]) + len(found["near_misses"])
            said = [flip["fact"] for change in found["changes"] for flip in change["flips"]]
            said += [miss["fact"] for miss in found["near_misses"] if "needs" in miss]
            assert all(core().facts[fact].in_hand for fact in said)
    assert tried > 300
    assert offered > 20


def _undated(facts: Mapping[str, object], flips: Mapping[str, object]) -> dict[str, object]:
    """Another count of working days cannot stand beside the two dates."""
    dates = {"accountability_start_date", "application_date"} if "workdays_since_start" in flips else set[str]()
    return {fact: value for fact, value in facts.items() if fact not in dates}


@pytest.mark.parametrize("rule", NAMED)
def test_leaving_a_fact_to_the_organ_is_never_better_than_every_answer(rule: Data) -> None:
    random = random_of(rule)
    for sample in even(rule, NUMBER, SEED):
        for fact in random.sample(list(sample.values), min(4, len(sample.values))):
            rest = {other: value for other, value in sample.values.items() if other != fact}
            left = core().assess(rule["id"], Sample(rule, rest, sample.organ | {fact}).answers).verdict
            ranks = [rank(core().assess(rule["id"], answered(sample, fact, v)).verdict) for v in values_of(fact)]
            assert rank(left) <= max(ranks)


@pytest.mark.parametrize("rule", NAMED)
def test_one_more_exclusion_never_helps_and_one_more_ground_never_hurts_where_one_is_enough(rule: Data) -> None:
    random = random_of(rule)
    for sample in even(rule, NUMBER // 2, SEED):
        clause = {"provision": "x/a1", "when": {random.choice(("all", "any")): random.sample(_tests(rule), 2)}}
        before, after = assessed(rule, {**rule, "exclusions": [*rule.get("exclusions", ()), clause]}, sample)
        assert rank(after.verdict) <= rank(before.verdict)
        grounds = {**rule["grounds"], "clauses": [*rule["grounds"]["clauses"], clause]}
        before, after = assessed(rule, {**rule, "grounds": grounds}, sample)
        ranks = rank(before.verdict), rank(after.verdict)
        assert ranks == tuple(sorted(ranks, reverse=rule["grounds"]["mode"] == "all"))


def _tests(rule: Data) -> list[Any]:
    """One test, or its opposite, of each fact the rule names."""
    random = random_of(rule)
    each = [{"fact": fact, "in": [values_of(fact)[-1]]} for fact in facts_of(rule) if fact != "workdays_since_start"]
    return [random.choice((test, {"not": test})) for test in each]


@pytest.mark.parametrize("rule", NAMED)
def test_renaming_and_reordering_clauses_changes_no_verdict_and_no_open_fact(rule: Data) -> None:
    both = beside(rule, _shuffled(rule, random_of(rule)))
    for sample in even(rule, NUMBER, SEED):
        before, after = compared(both, rule, sample)
        assert (before.verdict, before.missing, before.organ) == (after.verdict, after.missing, after.organ)


def _shuffled(data: Any, random: Random) -> Any:
    """The same with every list of conditions in another order and every provision renamed."""
    if isinstance(data, list):
        items = [_shuffled(item, random) for item in data]
        return random.sample(items, len(items))
    if isinstance(data, dict):
        changed = {key: _shuffled(value, random) for key, value in data.items()}
        if "provision" in data:
            changed["provision"] = f"renamed {data['provision']}"
        for key in ("to", "unless_met", "presupposed_by"):
            if key in data:
                changed[key] = [f"renamed {ident}" for ident in data[key]]
        return changed
    return data


@pytest.mark.parametrize("rule", NAMED)
def test_the_order_of_facts_in_a_case_changes_nothing(rule: Data) -> None:
    random = random_of(rule)
    for case in random.sample(cases()[rule["id"]], min(5, len(cases()[rule["id"]]))):
        for items in (random.sample(list(case.facts.items()), len(case.facts)), reversed(list(case.facts.items()))):
            assert as_text(dict(items)) == as_text(case.facts)


def as_text(facts: Mapping[str, object]) -> str:
    return json.dumps(core().assess_all(facts), ensure_ascii=False)


@pytest.mark.parametrize("rule", NAMED)
def test_a_caveat_and_reminders_change_no_verdict(rule: Data) -> None:
    silent = {key: value for key, value in rule.items() if key not in {"caveat", "reminders", "no_timing"}}
    loud = {
        **rule,
        "caveat": "x",
        "reminders": [{"provision": "x/a1", "text": "x", "when": {"not": facts_of(rule)[-1]}}],
    }
    for both in (beside(rule, silent), beside(rule, loud)):
        for sample in even(rule, NUMBER // 2, SEED):
            before, after = compared(both, rule, sample)
            assert (before.verdict, before.provisions, before.missing) == (
                after.verdict,
                after.provisions,
                after.missing,
            )


def test_no_interview_over_all_rules_asks_more_than_was_promised_at_any_step() -> None:
    random = Random(SEED)  # noqa: S311 - chance, not secrets
    apart = decompose(core().rules)
    for _ in range(10):
        interview = Interview.start(core().rules, core().facts, apart)
        promises: list[int] = []
        while (fact := interview.next_fact()) is not None:
            promises.append(interview.at_most())
            assert fact in interview.needed()
            interview = interview.answer(fact, random.choice(values_of(fact)))
        assert interview.at_most() == 0
        assert all(len(promises) - asked <= promise for asked, promise in enumerate(promises))


def test_an_interview_needs_what_the_assessments_miss_whatever_has_been_answered() -> None:
    random = Random(SEED)  # noqa: S311 - chance, not secrets
    facts = [fact for fact in core().facts.values() if fact.kind != "date"]
    apart = decompose(core().rules)
    for turn in range(60):
        case = {fact.id: random.choice(values_of(fact.id)) for fact in facts if random.random() < turn / 60}
        interview = Interview.start(core().rules, core().facts, apart)
        for fact, value in case.items():
            interview = interview.answer(fact, value)
        answers = Answers({fact: core().facts[fact].position(value) for fact, value in case.items()})
        outcomes = [core().outcome(ident, answers) for ident in core().rules]
        assert interview.needed() == {fact for outcome in outcomes for fact in outcome.missing}


def test_an_answer_makes_few_nodes_even_the_first_of_an_interview() -> None:
    """What an answer costs, counted where no clock is. The largest merits diagram has some 700 nodes."""
    random = Random(SEED)  # noqa: S311 - chance, not secrets
    apart = decompose(core().rules)
    stores = [each.store for each in apart.values()]
    made: list[int] = []
    for _ in range(20):
        interview = Interview.start(core().rules, core().facts, apart)
        with ExitStack() as scratch:
            for store in stores:
                scratch.enter_context(store.scratch())
            while (fact := interview.next_fact()) is not None:
                before = sum(len(store.nodes) for store in stores)
                interview = interview.answer(fact, random.choice(values_of(fact)))
                made.append(sum(len(store.nodes) for store in stores) - before)
    made.sort()
    assert len(made) > 150
    assert made[len(made) * 95 // 100] <= 40
    assert made[-1] <= 200
