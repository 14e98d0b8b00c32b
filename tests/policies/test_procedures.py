"""The procedures that the picture draws: every text on tolerance has one, and its limits all belong to a step."""

from __future__ import annotations

from policies import Library
from tests.support.contracted import alone, documents


def test_every_compared_text_that_takes_applications_has_its_procedure(library: Library) -> None:
    having = {procedure.id for document in documents(library) for procedure in document.procedures}
    assert having == {one.id for one in alone(library).compared if one.cells["applicant"].status != "not_applicable"}


def test_every_limit_on_the_way_from_application_to_tracking_belongs_to_one_step(library: Library) -> None:
    having = {procedure.id for document in library.documents for procedure in document.procedures}
    kinds = [kind for step in library.vocabulary.steps for kind in step.kinds]
    assert len(kinds) == len(set(kinds))
    left = [limit.id for limit in library.limits if limit.instrument in having and limit.kind not in kinds]
    elsewhere = {"effect_period", "inspection", "sequence", "rectification"}
    assert {limit.kind for limit in library.limits if limit.id in left} <= elsewhere


def test_what_a_step_says_is_not_written_its_own_row_says_too(library: Library) -> None:
    for document in library.documents:
        for procedure in document.procedures:
            for step in library.vocabulary.steps:
                unwritten = procedure.steps[step.id].unwritten
                assert unwritten is None or unwritten.dimension == step.dimension, (procedure.id, step.id)
