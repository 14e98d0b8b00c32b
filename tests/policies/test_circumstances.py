"""The clusters of circumstances name every ground and exclusion, and quote what stands there."""

from __future__ import annotations

import re

import pytest

from policies import Library
from policies.engine.schema.instrument import Cluster
from tests.support.independent import printed

# What the texts themselves call a ground or an exclusion, read from the provisions' places, not from the rules.
ITEMS = re.compile(
    r"wuyang_tolerance/a[56]/i\d+|shangzhou/a5/i\d+|puyang_draft/a6/i\d+|xuzhou/a4/i\d+"
    r"|pingdingshan_list/(pos|neg)/\d+|pingdingshan_measures/m[78]"
)
NEGATIVE = re.compile(r"wuyang_tolerance/a6/|pingdingshan_list/neg/")
ITEMS_IN_ALL = 4 + 6 + 13 + 7 + 9 + 15 + 9 + 2  # as counted in the sources


def clusters(library: Library) -> list[Cluster]:
    return list(library.vocabulary.clusters)


def test_no_ground_and_no_exclusion_of_the_texts_is_left_out(library: Library) -> None:
    items = {ident for ident in printed() if ITEMS.fullmatch(ident)}
    assert len(items) == ITEMS_IN_ALL
    sorted_ = {mark.provision for cluster in clusters(library) for mark in cluster.marks if not cluster.element}
    inside_elements = {mark.provision for cluster in clusters(library) for mark in cluster.marks if cluster.element}
    assert items - sorted_ - inside_elements == set()


def test_what_is_only_an_element_is_one_of_the_conditions_that_must_all_hold(library: Library) -> None:
    """A ground that stands for a circumstance of its own must be among the circumstances."""
    sorted_ = {mark.provision for cluster in clusters(library) for mark in cluster.marks if not cluster.element}
    only = {ident for ident in printed() if ITEMS.fullmatch(ident)} - sorted_
    assert only == {"wuyang_tolerance/a5/i3", "wuyang_tolerance/a5/i4"}


def test_every_mark_quotes_the_printed_words_of_its_provision(library: Library) -> None:
    words = printed()
    for cluster in clusters(library):
        for mark in cluster.marks:
            assert mark.quote in words[mark.provision], (cluster.id, mark.provision)


def test_exclusions_stand_on_the_negative_side_alone(library: Library) -> None:
    for cluster in clusters(library):
        sides = {bool(NEGATIVE.match(mark.provision)) for mark in cluster.marks}
        assert sides == {cluster.side == "negative"}, cluster.id
        assert not (cluster.element and cluster.side == "negative")


@pytest.mark.parametrize("field", ["id", "title"])
def test_no_two_clusters_are_called_alike(library: Library, field: str) -> None:
    called = [getattr(cluster, field) for cluster in clusters(library)]
    assert len(called) == len(set(called)) > 40


def test_no_provision_is_marked_twice_in_one_cluster(library: Library) -> None:
    for cluster in clusters(library):
        named = [mark.provision for mark in cluster.marks]
        assert len(named) == len(set(named)), cluster.id


def test_where_a_text_speaks_of_a_circumstance_elsewhere_it_has_no_mark_of_it(library: Library) -> None:
    words = printed()
    for cluster in clusters(library):
        marked = {mark.provision.split("/")[0] for mark in cluster.marks}
        for mark in cluster.elsewhere:
            assert mark.provision.split("/")[0] not in marked, (cluster.id, mark.provision)
            assert mark.quote in words[mark.provision].replace("\n", ""), (cluster.id, mark.provision)


# Words that a circumstance is known by: whose text has one of them must have a mark or be named elsewhere. A sample, read by hand.
KNOWN_BY = {
    "again": r"拒不(改错|认错|整改|纠正)|整改不力",
    "private_gain": r"(谋取?|不谋)私利|为公与徇私",
    "no_private_gain": r"(谋取?|不谋)私利|为公与徇私",
    "village": r"村\(社区\)干部|农村基层|行政村",
    "investment": r"招商",
    "emergency": r"急难险重|突发事件",
    "policy_change": r"政策调整",
    "force_majeure": r"不可抗力",
    "tolerant_approval": r"容缺",
    "seeking_support": r"争取上级",
    "extortion": r"吃拿卡要",
    "food_drug": r"食品药品",
    "demolition": r"征地拆迁|违建",
}


@pytest.mark.parametrize("ident", KNOWN_BY)
def test_no_text_that_has_the_words_of_a_circumstance_is_said_to_be_silent_on_it(library: Library, ident: str) -> None:
    cluster = next(cluster for cluster in clusters(library) if cluster.id == ident)
    named = {mark.provision.split("/")[0] for mark in (*cluster.marks, *cluster.elsewhere)}
    # What has neither a mark nor a rule has not been sorted yet, and the page says so.
    begun = {mark.provision.split("/")[0] for one in clusters(library) for mark in one.marks}
    begun |= {one.id for one in library.compared if one.rules}
    shown = {one.id for one in library.compared if one.document != "wuyang" or one.id == "wuyang_tolerance"} & begun
    speaking = {name.split("/")[0] for name, words in printed().items() if re.search(KNOWN_BY[ident], words)} & shown
    assert speaking - named == set()
