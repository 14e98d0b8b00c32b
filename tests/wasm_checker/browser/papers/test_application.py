"""The drafts' words: every citation the rule's own, only what the person said, and none where it may not be."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from policies import Library
from tests.support.cases import Judged, facts_of, favourable
from tests.support.drafts import RULE, Judge, content
from tests.support.modules import WORDS, call, call_all

WRITTEN = {
    "matter": "城南片区征迁安置",
    "when": "2026年8月，城南街道",
    "course": "为赶在汛期前完工。\n先施工，后补手续，超支12万元",
    "decided": "街道党工委会议集体研究。",
    "remedied": "已追回8万元，补办了手续；",
}


@pytest.fixture(scope="module")
def judged(library: Library, judge: Judge) -> Judged:
    return judge(favourable(library))


@pytest.mark.node
def test_its_first_line_says_whether_the_text_it_rests_on_was_looked_up(
    modules: Path, judged: Judged, library: Library
) -> None:
    said = library.vocabulary.labels.validity.unchecked
    assert f"所依据的文件{said}凡写“请填写”处" in content(modules, judged)["note"]


@pytest.mark.node
def test_what_the_person_has_written_stands_in_the_draft_and_the_rest_is_left_to_fill_in(
    modules: Path, judged: Judged
) -> None:
    asked = {"words": WORDS, "rule": RULE, "facts": judged.facts, "verdict": judged.verdicts[RULE]}
    made = call(modules, "papers/application.js", "application", {**asked, "written": WRITTEN})
    texts = [part["text"] for part in made["body"]]
    assert made["title"] == "关于城南片区征迁安置的容错免责申请"
    assert texts[2:5] == [
        "时间、地点：2026年8月，城南街道。",
        "经过和结果：为赶在汛期前完工。先施工，后补手续，超支12万元。",
        "决定的情况：街道党工委会议集体研究。",
    ]
    assert "已追回8万元，补办了手续。" in texts
    half = call(modules, "papers/application.js", "application", {**asked, "written": {"when": "8月", "course": "  "}})
    assert [part["text"] for part in half["body"]][2:4] == [
        "时间、地点：8月。",
        "经过和结果：（请填写：事情的经过，结果怎样）",
    ]
    text = call(modules, "papers/draft.js", "asText", made)
    assert text.index(made["note"]) < text.index(made["title"]) < text.index("附件：材料清单") < text.index("\n1. ")


def sentences(library: Library, who: str, actor: str) -> dict[str, tuple[str, bool]]:
    """What each sentence states."""
    return {
        text.format(who=who, actor=actor): (each.id, value)
        for each in library.vocabulary.draft.statements
        for text, value in ((each.yes, True), (each.no, False))
    }


@pytest.mark.node
def test_it_cites_item_by_item_and_states_only_what_was_answered_as_an_official_would(
    modules: Path, judged: Judged, library: Library
) -> None:
    texts = [part["text"] + part.get("rest", "") for part in content(modules, judged)["body"]]
    whole = "\n".join(texts)
    assert "二、对照《舞阳县党员干部容错免责办法（试行）》的陈述" in texts
    (grounds,) = [text for text in texts if text.startswith("（二）第五条第（一）至（四）项：“")]
    for item in ("i1", "i2", "i3", "i4"):
        assert f"“{library.provision(f'{RULE}/a5/{item}').text.rstrip('；。')}”" in grounds
    assert grounds.endswith("；本人没有为自己、他人或者单位谋取私利。")
    assert any(text.startswith("（三）第六条第（一）至（五）项列明的排除情形。没有打着") for text in texts)
    assert "有关机关于2026年11月18日启动问责程序。" in whole
    assert not re.search("下列各项|属实：|不属实", whole)
    said = sentences(library, "本人", "本人")
    stated = {text for paragraph in texts for text in re.split("[；。]", paragraph.split("。", 1)[-1]) if text in said}
    assert len(stated) > 10
    for text in stated:
        fact, value = said[text]
        assert judged.facts[fact] is value, text


@pytest.mark.node
def test_no_two_answers_read_alike_and_each_names_what_it_denies(library: Library) -> None:
    statements = library.vocabulary.draft.statements
    assert len(sentences(library, "本人", "本人")) == 2 * len(statements)
    for each in statements:
        assert re.search("没有|不|达到了预期|造成了", each.no), each.id


@pytest.mark.node
def test_what_the_organ_finds_is_asked_and_not_confessed_and_what_no_question_asks_is_left_out(
    modules: Path, library: Library, judge: Judge
) -> None:
    facts = facts_of(library, RULE, "紧急处置来不及开会，须由组织认定")
    judged = judge({**facts, "due_diligence": "organ"})
    asked = judged.verdicts[RULE]["organ"]
    own = [fact.text for fact in library.vocabulary.facts if fact.id in asked and not fact.question]
    assert any(text.startswith("有关机关认可") for text in own)
    texts = [part["text"] + part.get("rest", "") for part in content(modules, judged)["body"]]
    (organ,) = [text for text in texts if text.startswith("是否属于下列情形，由组织认定或者核实：“")]
    assert "“勤勉尽责、达到尽责要求”" in organ
    assert not [text for text in texts if any(words in text for words in own)]


@pytest.mark.node
def test_a_provision_is_cited_as_an_application_would_and_a_text_not_at_hand_is_left_to_fill_in(
    modules: Path, library: Library, judge: Judge
) -> None:
    facts = facts_of(library, "pingdingshan_list", "招商接待违反明令禁止的规定、情节轻微，正负面相冲，须由组织认定")
    texts = [part["text"] for part in content(modules, judge(facts), "pingdingshan_list")["body"]]
    part = "《容错免责备案适用情形正负面清单》第一部分（予以容错免责备案的正面清单）"
    beyond = "（请填写：《平顶山市委市政府关于建立容错纠错免责机制支持党员干部干事创业的实施办法（试行）》《平顶山市容错免责事项备案办法（试行）》的有关条款，本站没有收录）"
    assert f"，依据{part}和{beyond}，提出容错免责备案申请。" in texts[0]
    assert "导语" not in "".join(texts)


@pytest.mark.node
def test_an_application_past_its_day_says_so_and_asks_for_the_reason(
    modules: Path, library: Library, judge: Judge
) -> None:
    facts = {**favourable(library), "application_date": "2026-12-31"}
    late = judge(facts)
    assert late.verdicts[RULE]["verdict"] == "too_late"
    opening = content(modules, late)["body"][0]["text"]
    assert opening.endswith("提出时已过条文写的期限，是否受理，请有关机关决定。（请填写：没有按期提出的原因）")
    assert "已过" not in content(modules, judge(favourable(library)))["body"][0]["text"]


@pytest.mark.node
def test_a_unit_speaks_as_a_unit(modules: Path, library: Library, judge: Judge) -> None:
    judged = judge({**favourable(library), "applicant_kind": "unit"})
    made = content(modules, judged)
    assert made["signature"][0] == "申请单位：（请填写：单位名称）"
    assert "本人" not in json.dumps(made["body"], ensure_ascii=False)
    assert "本单位没有为自己、他人或者单位谋取私利" in json.dumps(made["body"], ensure_ascii=False)


@pytest.mark.node
def test_an_answer_against_oneself_is_stated_too_and_left_to_the_organ(
    modules: Path, library: Library, judge: Judge
) -> None:
    facts = facts_of(library, "pingdingshan_list", "招商接待违反明令禁止的规定、情节轻微，正负面相冲，须由组织认定")
    made = content(modules, judge(facts), "pingdingshan_list")
    texts = " ".join(part.get("rest", "") for part in made["body"])
    assert "这样做是法律法规（党章党规党纪）明令禁止的。是否属于排除情形，请组织认定。" in texts


CONFLICT = "招商接待违反明令禁止的规定、情节轻微，正负面相冲，须由组织认定"


@pytest.mark.node
@pytest.mark.parametrize(
    ("answers", "said", "unsaid"),
    [
        # 负面第9项 wants both: without 弄虚作假 nothing hangs on the impact, and nobody is made to confess it.
        ({"fraud_or_formalism": False, "adverse_impact": True}, "没有弄虚作假", "造成了不良影响"),
        (
            {"fraud_or_formalism": True, "adverse_impact": True, "impact_none_or_minor": True},
            "造成了不良影响，本人认为较小",
            "造成了不良影响；",
        ),
        (
            {"fraud_or_formalism": True, "adverse_impact": True, "impact_none_or_minor": False},
            "造成了不良影响",
            "认为较小",
        ),
    ],
    ids=["denied", "lesser", "whole"],
)
def test_of_an_exclusion_that_is_denied_the_rest_is_not_confessed_and_what_is_less_is_told_as_less(
    modules: Path, library: Library, judge: Judge, answers: dict[str, bool], said: str, unsaid: str
) -> None:
    facts = {**facts_of(library, "pingdingshan_list", CONFLICT), **answers}
    made = content(modules, judge(facts), "pingdingshan_list")
    (stated,) = [part["rest"] for part in made["body"] if "列明的排除情形" in part["text"]]
    assert said in stated
    assert unsaid not in stated


@pytest.mark.node
def test_an_explanation_applies_for_nothing_states_no_answer_and_says_that_no_text_provides_for_it(
    modules: Path, library: Library
) -> None:
    """Even where everything was answered against oneself."""
    adverse = {fact.id: True for fact in library.vocabulary.facts if fact.type == "bool"}
    facts = {**adverse, "believes_report_untrue": True, "report_untrue": False}
    made = call(modules, "papers/explanation.js", "explanation", {"words": WORDS, "facts": facts, "written": {}})
    text = json.dumps({**made, "note": ""}, ensure_ascii=False)
    assert "收录的条文没有写本人怎样申请澄清" in made["note"]
    assert "这是情况说明，不是申请" in made["note"]
    assert not re.search("申请|容错|免责|失误|错误", text)
    assert not [said for said in sentences(library, "本人", "本人") if said in text]
    assert made["signature"][0] == "说明人：（请填写：姓名）"
    assert call(modules, "papers/official-layout.js", "pages", made) == 1


@pytest.mark.node
@pytest.mark.parametrize(
    ("facts", "offered"),
    [
        ({"believes_report_untrue": True}, True),
        ({"believes_report_untrue": True, "report_untrue": True}, False),  # found so already
        ({"believes_report_untrue": False, "report_untrue": False}, False),
        ({}, False),
    ],
)
def test_an_explanation_is_for_who_holds_a_report_to_be_untrue_while_nobody_has_found_it(
    modules: Path, facts: dict[str, bool], offered: bool
) -> None:
    assert call(modules, "papers/explanation.js", "wanted", WORDS, facts) is offered


def offered(library: Library, judge: Judge, modules: Path) -> Iterator[tuple[str, Judged, str]]:
    """Every hand-judged case of a rule with an application, and the reason why no draft is offered, if there is one."""
    rules = [(rule.id, item) for item in library.instruments for rule in item.rules if rule.application]
    pairs = [(rule, judge(case.facts)) for rule, item in rules for case in item.cases_of[rule]]
    calls = [("papers/application.js", "refusal", [WORDS, rule, one.verdicts[rule]]) for rule, one in pairs]
    for (rule, one), answer in zip(pairs, call_all(modules, calls), strict=True):
        yield rule, one, answer["value"]


@pytest.mark.long
@pytest.mark.node
def test_over_all_cases_a_draft_is_refused_exactly_where_it_must_be_and_cites_only_its_own_text(
    modules: Path, library: Library, judge: Judge
) -> None:
    against = {"out_of_scope", "too_late", "ineligible"}
    made, late = [], 0
    for rule, judged, reason in offered(library, judge, modules):
        found = judged.verdicts[rule]
        in_time = found["verdict"] == "too_late" and {one["verdict"] for one in found["other_readings"]} - against
        late += bool(in_time)
        assert bool(reason) == (rule == "puyang_draft" or (found["verdict"] in against and not in_time)), (rule, reason)
        if not reason:
            made.append((rule, judged))
    calls = [
        (
            "papers/application.js",
            "application",
            [{"words": WORDS, "rule": rule, "facts": judged.facts, "verdict": judged.verdicts[rule]}],
        )
        for rule, judged in made
    ]
    assert len(calls) > 100
    assert late, "no case is late by one reading and not by another"
    answers = [answer["value"] for answer in call_all(modules, calls)]
    for (rule, _), answer in zip(made, answers, strict=True):
        text = json.dumps(answer, ensure_ascii=False)
        title = library.instrument(library.provision(f"{rule}/{_first(library, rule)}").instrument).about.title
        assert "undefined" not in text
        assert "null" not in text
        assert "可以免责" not in text
        assert f"、对照《{title}》的陈述" in text
    # Nobody reads more than two pages; nor do the papers, which are an annex, count among them.
    measured = call_all(modules, [("papers/official-layout.js", "pages", [answer]) for answer in answers])
    assert {answer["value"] for answer in measured} <= {1, 2}
    assert max(counted(answer) for answer in answers) <= 44


def counted(made: dict[str, Any]) -> int:
    """Lines of 28 characters, 22 a page; the title's are higher."""
    long = [len(part["text"] + part.get("rest", "")) + 2 for part in made["body"]]
    title = 3 if len(made["title"]) > 20 else 2
    return title + 2 + sum(-(-size // 28) for size in long) + 2 + 1 + len(made["signature"])


def _first(library: Library, rule: str) -> str:
    return library.instrument(rule).provisions[0].id.split("/", 1)[1]
