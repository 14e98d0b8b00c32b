"""What in the checker hangs on a provision: told of every provision that a rule names, and of no other."""

from __future__ import annotations

import re

from macros.analysis import rule_uses
from policies import Library
from policies.engine.as_json import plain


def test_every_provision_that_a_rule_names_is_told_which_part_hangs_on_it(library: Library) -> None:
    for rule in library.rules:
        data = plain(rule)
        written = {key: data[key] for key in rule_uses.PARTS if key in data}
        named = set(re.findall(r"'provision': '([^']+)'", str(written)))
        assert named
        told = {one.id for one in library.provisions if any(p.rule is rule for p in rule_uses.parts(library, one))}
        barring = {gate["provision"] for gate in data.get("gates", ()) if gate.get("barring")}
        assert told <= named
        assert named - told <= barring


def test_a_ground_says_how_many_there_are_and_whether_all_are_wanted(library: Library) -> None:
    (part,) = rule_uses.parts(library, library.provision("shangzhou/a5/i2"))
    assert part.name == "13 项情形之一，有其一即可"
    assert rule_uses.wording(library, part)[0] == "推进改革、体制机制创新"
    (part,) = rule_uses.parts(library, library.provision("wuyang_tolerance/a5/i1"))
    assert part.name == "4 项条件之一，须全部具备"
    (part,) = [one for one in rule_uses.parts(library, library.provision("shangzhou/a5")) if "情形" in one.name]
    assert part.name == "13 项情形，有其一即可"


def test_exclusions_limits_and_conditions_are_told_apart(library: Library) -> None:
    def names(ident: str) -> set[str]:
        return {part.name for part in rule_uses.parts(library, library.provision(ident))}

    assert "排除，有其一就不行" in names("wuyang_tolerance/a6/i1")
    assert "阶段与期限" in names("xuzhou/a5/i1")
    assert "门槛，必须过" in names("shangzhou/a2")
    assert "适用范围" in names("shangzhou/a3/p1")


def test_a_provision_outside_the_checker_says_why(library: Library) -> None:
    coded = {one.id for one in library.provisions if rule_uses.parts(library, one)}
    for document in library.documents:
        for one in document.unencoded:
            assert one in rule_uses.unencoded(library, library.provision(one.provision))
    assert "shangzhou/chrome" not in coded
