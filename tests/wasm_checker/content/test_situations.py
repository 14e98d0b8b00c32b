"""What the page is told of situations and offers: of whose texts each statement speaks, and where its proof stands."""

from __future__ import annotations

from policies import Library
from policies.engine.schema.situations import STAGE
from wasm_checker.content import situations


def test_every_document_is_spoken_of_wherever_somebody_may_stand(library: Library) -> None:
    documents = {instrument.document for instrument in library.instruments if instrument.rules}
    for ident, found in situations.situations(library).items():
        spoken = {document for said in found["says"] for document in said["documents"] if len(said["documents"]) == 1}
        assert spoken in (documents, set()), ident


def test_every_statement_leads_to_its_proof(library: Library) -> None:
    texts = {provision.id: provision.printed for provision in library.provisions}
    for found in situations.situations(library).values():
        for said in found["says"]:
            assert [key in said for key in ("quote", "dimension", "reading")].count(True) == 1, said["text"]
            if "quote" in said:
                assert said["quote"] in texts[said["provision"]]


def test_the_silence_of_one_text_leads_to_its_cell_and_that_of_all_to_the_row(library: Library) -> None:
    before = situations.situations(library)["before"]["says"]
    pages = {tuple(said["documents"]): said["dimension"]["page"] for said in before if "dimension" in said}
    assert pages["xuzhou",] == "compare/decision/#filing--xuzhou"
    assert pages["wuyang", "shangzhou", "puyang", "pingdingshan", "xuzhou"] == "compare/application/#application_stage"


def test_nobody_who_has_not_begun_and_nobody_elsewhere_is_offered_a_draft_of_a_text_that_waits_for_the_procedure(
    library: Library,
) -> None:
    rows = [row for row in situations.offers(library) if "draft" in row["offers"]]
    assert all(row["place"] == "bound" and row["in_force"] is True for row in rows)
    early = [row for row in rows if "not_started" in row["stages"] and "only_if" not in row]
    assert [row["documents"] for row in early] == [["pingdingshan"]]


def test_who_stands_somewhere_is_left_the_answers_that_agree_with_it(library: Library) -> None:
    (options,) = [question.options for question in library.vocabulary.questions if question.id == STAGE]
    left = {
        each.id: [option.text for option in options if each.fits(option)]
        for each in library.vocabulary.situations.situations
    }
    assert left["before"] == ["还没启动", "不清楚"]
    assert left["in_procedure"] == [
        "已启动，正在调查",
        "查完了，还没有决定",
        "只是约谈、函询或者初步核实（算不算启动问责，五份文件都没有写）",
        "不清楚",
    ]
    assert left["decided"] == ["决定了，还没有执行（只宣布、没执行的也选这个）", "决定已经执行了（处理完毕）", "不清楚"]
    assert left["study"] == left["accused"] == [option.text for option in options]
