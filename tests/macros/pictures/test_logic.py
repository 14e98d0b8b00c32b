"""条件怎样合起来: every rule's gates, grounds and exclusions are drawn, each once, joined as the rule joins them, and nothing else is."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup, Tag

from macros.kit.links import Links
from macros.pictures import logic
from policies import Library
from policies.engine.schema.rule import Clause, Rule

LINKS = Links()


@pytest.fixture(scope="module")
def figures(library: Library) -> dict[str, BeautifulSoup]:
    return {rule.id: BeautifulSoup(logic.figure(library, rule, LINKS), "html.parser") for rule in library.rules}


def boxes(figure: BeautifulSoup, kind: str) -> list[list[tuple[str, str]]]:
    """For each list of the kind, its boxes: where each leads, and what it says."""
    found = []
    for drawn in figure.select(f".way__boxes--{kind}"):
        links = drawn.select(":scope > li > a")
        found.append([(str(link["href"]), link.select("span, q")[-1].text) for link in links])
    return found


def wanted(library: Library, clauses: list[Clause]) -> list[tuple[str, str]]:
    return [(LINKS.provision(library.provision(one.provision)), logic.label_of(library, one)[0]) for one in clauses]


def test_gates_and_grounds_that_must_all_hold_stand_in_line_and_grounds_that_suffice_alone_side_by_side(
    figures: dict[str, BeautifulSoup], library: Library
) -> None:
    for rule in library.rules:
        gates, grounds = wanted(library, [*logic.gates(rule)]), wanted(library, [*rule.grounds.clauses])
        in_line = [gates] if gates else []
        assert boxes(figures[rule.id], "all") == [*in_line, *([grounds] if rule.grounds.mode == "all" else [])], rule.id
        assert boxes(figures[rule.id], "any") == ([grounds] if rule.grounds.mode == "any" else []), rule.id


def test_every_exclusion_is_a_bar_across_the_way_and_what_only_a_principle_bars_is_folded(
    figures: dict[str, BeautifulSoup], library: Library
) -> None:
    for rule in library.rules:
        stops, held = wanted(library, [*rule.exclusions]), wanted(library, [*logic.reminders(rule)])
        aside = wanted(library, [*rule.aggravating])
        assert boxes(figures[rule.id], "stop") == ([stops] if stops else []), rule.id
        assert boxes(figures[rule.id], "held") == ([held] if held else []), rule.id
        assert boxes(figures[rule.id], "aside") == ([aside] if aside else []), rule.id
        number = len(rule.gates) + len(rule.grounds.clauses) + len(stops) + len(aside)
        assert len(figures[rule.id].select(".way__boxes > li")) == number


def test_what_is_in_quotation_marks_are_the_texts_words_and_what_is_not_are_the_names_of_circumstances(
    library: Library,
) -> None:
    titles = {cluster.title for cluster in library.vocabulary.clusters}
    for rule in library.rules:
        for clause in (*rule.gates, *rule.grounds.clauses, *rule.exclusions, *rule.aggravating):
            label, own = logic.label_of(library, clause)
            provision = library.provision(clause.provision)
            texts = {provision.text.replace("\n", ""), provision.printed.replace("\n", "")}
            assert any(label in text for text in texts) if own else set(label.split("；")) <= titles, clause.provision


def test_the_mode_is_said_in_words_and_proved_by_the_texts_own(
    figures: dict[str, BeautifulSoup], library: Library
) -> None:
    for rule in library.rules:
        hows = [how.text for how in figures[rule.id].select(".way__how")]
        number = len(rule.grounds.clauses)
        said = f"{number} 项{logic.MODES[rule.grounds.mode]}" if number > 1 else "只有这 1 项"
        assert hows.count(f"{said}{rule.grounds.quote}") == 1, rule.id


def test_the_organ_finds_and_what_follows_is_as_the_comparison_has_it(
    figures: dict[str, BeautifulSoup], library: Library
) -> None:
    for rule in library.rules:
        cells = library.instrument(rule.instrument).cells
        (organ,) = figures[rule.id].select(".way__organ a")
        assert organ.text == cells["decision_body_form"].brief
        end = [one.text for one in figures[rule.id].select(".way__end a")]
        whole = rule.kind == "tolerance" and rule.title is None
        assert end == ([cells["condition_yield"].brief] if whole else [])
        assert [item.text for item in figures[rule.id].select(".way__last details li")] == [
            effect.text for effect in rule.effects
        ]


def test_readings_and_what_only_the_organ_can_find_are_said_beside_their_box(
    figures: dict[str, BeautifulSoup], library: Library
) -> None:
    def notes(rule: str, provision: str) -> list[str]:
        href = LINKS.provision(library.provision(provision))
        box = figures[rule].select_one(f'.way__boxes a[href="{href}"]')
        assert box
        assert isinstance(box.parent, Tag)
        return [note.text for note in box.parent.select(".way__also")]

    assert notes("wuyang_tolerance", "wuyang_tolerance/a2") == ["由组织认定；读法 C02"]
    assert notes("xuzhou", "xuzhou/a4/i9")[0].startswith("由组织认定")
    (yields,) = [note for note in notes("pingdingshan_list", "pingdingshan_list/neg/1") if "优先" in note]
    assert "正面清单第2项" in yields
    assert "有的情况由组织认定" in notes("wuyang_tolerance", "wuyang_tolerance/a6/i5")[0]
    assert any("与它不合的，由组织认定" in note for note in notes("puyang_draft", "puyang_draft/a5/i3"))


def test_the_line_that_unfolds_a_figure_counts_what_it_draws(library: Library) -> None:
    page = BeautifulSoup(logic.page(library, LINKS), "html.parser")
    lines = {str(name["id"]): name.parent for name in page.select("details.fold > summary > h2")}
    assert list(lines) == [rule.id for rule in logic.ordered(library)]
    rules = {rule.id: rule for rule in library.rules}
    for ident, line in lines.items():
        assert line
        assert logic.summary(rules[ident]) in line.text
    assert logic.summary(rules["wuyang_tolerance"]) == "先过 3 道门 → 4 项全部具备 → 5 项排除，一项也不能有"
    assert page.select("script, [hidden], button") == []


def test_a_draft_says_that_it_is_one(figures: dict[str, BeautifulSoup], library: Library) -> None:
    def draft(rule: Rule) -> bool:
        return not library.instrument(rule.instrument).about.in_force

    for rule in library.rules:
        figure = figures[rule.id].select_one("figure")
        assert figure
        assert ("is-draft" in str(figure["class"])) == draft(rule)
        assert all(status in figure.text for status in library.instrument(rule.instrument).about.status)
