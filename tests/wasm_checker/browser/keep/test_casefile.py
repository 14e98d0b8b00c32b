"""A case saved as a file: what goes in comes out; what is not whole, not ours or not of now is told in one sentence."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from policies import Library
from tests.support.cases import TODAY, favourable, sealed
from tests.support.modules import WORDS, call, call_all, refused


@pytest.fixture(scope="module")
def words(modules: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((modules / "words.json").read_text(encoding="utf-8"))
    return read


@pytest.fixture(scope="module")
def saved(modules: Path, words: dict[str, Any], library: Library) -> str:
    case = {
        "data": words["data"],
        "facts": favourable(library),
        "choices": {"prior_tolerance": "没有"},
        "place": "wuyang",
        "further": ["track"],
        "today": TODAY,
    }
    return str(call(modules, "keep/casefile.js", "saveCase", case)["text"])


@pytest.mark.node
def test_a_saved_case_comes_back_as_it_was(modules: Path, saved: str, library: Library) -> None:
    read = call(modules, "keep/casefile.js", "readCase", saved, WORDS)
    assert read == {
        "facts": favourable(library),
        "choices": {"prior_tolerance": "没有"},
        "place": "wuyang",
        "further": ["track"],
        "notes": [],
    }


@pytest.mark.node
def test_what_was_written_for_a_draft_is_in_the_file_only_if_given_and_older_pages_read_every_other_file(
    modules: Path, saved: str, library: Library, words: dict[str, Any]
) -> None:
    assert json.loads(saved)["version"] == 3
    given = {"data": words["data"], "facts": favourable(library), "today": TODAY, "written": {"course": "先施工"}}
    text = call(modules, "keep/casefile.js", "saveCase", given)["text"]
    assert json.loads(text)["version"] == 4
    assert call(modules, "keep/casefile.js", "readCase", text, WORDS)["written"] == {"course": "先施工"}


@pytest.mark.node
def test_a_file_of_the_first_version_opens_and_names_no_more_than_it_knew(
    modules: Path, saved: str, library: Library
) -> None:
    content = {key: value for key, value in json.loads(saved).items() if key not in {"choices", "further"}}
    read = call(modules, "keep/casefile.js", "readCase", sealed({**content, "version": 1}), WORDS)
    assert read == {"facts": favourable(library), "place": "wuyang", "notes": []}


@pytest.mark.node
def test_a_value_that_fits_no_question_is_left_out_with_a_note_and_the_rest_opens(
    modules: Path, saved: str, library: Library
) -> None:
    content = json.loads(saved)
    unfit = {
        "workdays_since_start": -1,
        "application_date": "12026-01-01",
        "private_gain": "yes",
        "post_type": "king",
        "accountability_start_date": "2026-02-30",
    }
    content["facts"] = {**content["facts"], **unfit}
    read = call(modules, "keep/casefile.js", "readCase", sealed(content), WORDS)
    assert read["facts"] == {fact: value for fact, value in favourable(library).items() if fact not in unfit}
    assert len(read["notes"]) == len(unfit)
    assert '“谋取私利”填的是 "yes"，不能用，没有放进来，请重答。' in read["notes"]
    for number in (7.5, 12000, 1e300):
        content["facts"] = {"workdays_since_start": number, "private_gain": False}
        assert call(modules, "keep/casefile.js", "readCase", sealed(content), WORDS)["facts"] == {"private_gain": False}


@pytest.mark.node
def test_the_hash_is_sha_256_over_the_canonical_content(saved: str) -> None:
    assert json.loads(sealed(json.loads(saved))) == json.loads(saved)


@pytest.mark.node
@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (lambda text: text.replace('"private_gain": false', '"private_gain": true'), "文件可能被改过，或者坏了"),
        (lambda text: text[: len(text) // 2], "不是本站保存的答卷文件，或者文件不完整"),
        (lambda _: "", "不是本站保存的答卷文件，或者文件不完整"),
        (lambda _: '{"cases": []}', "不是本站保存的答卷文件，或者文件不完整"),
        (lambda _: "[1, 2]", "不是本站保存的答卷文件，或者文件不完整"),
        (lambda text: text + " " * 70_000, "文件太大"),
        (lambda text: sealed({**json.loads(text), "version": 5}), "是新版网页存的"),
        (lambda text: sealed({**json.loads(text), "further": "track"}), "不是本站保存的答卷文件，或者文件不完整"),
        (lambda text: sealed({**json.loads(text), "choices": {"a": 1}}), "不是本站保存的答卷文件，或者文件不完整"),
        (lambda text: sealed({**json.loads(text), "judged": {"xuzhou": 1}}), "不是本站保存的答卷文件，或者文件不完整"),
        (lambda text: sealed({**json.loads(text), "judged": ["xuzhou"]}), "不是本站保存的答卷文件，或者文件不完整"),
        (lambda text: sealed({**json.loads(text), "written": "x"}), "不是本站保存的答卷文件，或者文件不完整"),
        (lambda text: sealed({**json.loads(text), "written": {"course": 1}}), "不是本站保存的答卷文件，或者文件不完整"),
        (lambda text: sealed({**json.loads(text), "saved": 5}), "不是本站保存的答卷文件，或者文件不完整"),
        (lambda text: sealed({**json.loads(text), "more": 1}), "不是本站保存的答卷文件，或者文件不完整"),
        (
            lambda text: sealed({**json.loads(text), "facts": {"nobody": True}}),
            "不是本站保存的答卷文件，或者文件不完整",
        ),
        (
            lambda text: sealed({**json.loads(text), "facts": {"__proto__": True}}),
            "不是本站保存的答卷文件，或者文件不完整",
        ),
    ],
    ids=[
        "tampered",
        "truncated",
        "empty",
        "foreign",
        "a list",
        "too large",
        "of a newer format",
        "of what is judged in another shape",
        "of choices in another shape",
        "of verdicts in another shape",
        "of verdicts that are a list",
        "of words that are a text",
        "of words that are none",
        "of a day that is none",
        "with more",
        "of a fact that is none",
        "of a name that objects have",
    ],
)
def test_a_file_that_cannot_be_trusted_is_refused_in_one_sentence_that_says_nothing_changed(
    modules: Path, saved: str, broken: Any, said: str
) -> None:
    message = refused(modules, "keep/casefile.js", "readCase", broken(saved), WORDS)
    assert said in message
    assert "现有的回答没有变" in message


@pytest.mark.node
def test_a_file_from_other_data_opens_and_says_what_has_changed(
    modules: Path, saved: str, words: dict[str, Any], library: Library
) -> None:
    content = json.loads(saved)
    rules = {**words["data"]["rules"], "xuzhou": "0" * 16, "gone_rule": "1" * 16}
    del rules["shangzhou"]
    content["data"] = {"version": "0" * 64, "rules": rules}
    content["facts"] = {**content["facts"], "fact_of_old": True}
    read = call(modules, "keep/casefile.js", "readCase", sealed(content), WORDS)
    assert read["facts"] == favourable(library)
    year, month, day = map(int, TODAY.split("-"))
    assert read["notes"] == [
        f"这个文件是{year}年{month}月{day}日按另一版规则存的，结论按现在的重新判断。",
        "规则的内容改过，结论可能不同：徐州工院。",
        "这些是后来加的：商州。",
        "这些已经没有了：gone_rule。",
        "有 1 项这里不问，没有放进来：fact_of_old。",
    ]


JUDGED = {"wuyang_tolerance": "may_qualify", "xuzhou": "too_late", "shangzhou": "gone_verdict", "gone_rule": "too_late"}
NOW = {rule: {"verdict": "too_late"} for rule in ("wuyang_tolerance", "xuzhou", "shangzhou", "puyang_draft")}


@pytest.mark.node
def test_a_file_keeps_the_verdicts_and_of_other_data_brings_them_back(modules: Path, words: dict[str, Any]) -> None:
    case = {"data": words["data"], "facts": {"private_gain": False}, "today": TODAY, "judged": JUDGED}
    text = call(modules, "keep/casefile.js", "saveCase", case)["text"]
    assert json.loads(text)["judged"] == JUDGED
    assert "older" not in call(modules, "keep/casefile.js", "readCase", text, WORDS), "the same data judge alike"
    other = {**json.loads(text), "data": {"version": "0" * 64, "rules": words["data"]["rules"]}}
    read = call(modules, "keep/casefile.js", "readCase", sealed(other), WORDS)
    assert read["older"] == {"saved": TODAY, "judged": JUDGED}
    old = {key: value for key, value in other.items() if key != "judged"}
    read = call(modules, "keep/casefile.js", "readCase", sealed({**old, "version": 2}), WORDS)
    assert read["older"] == {"saved": TODAY}


@pytest.mark.node
def test_what_is_judged_otherwise_than_then_is_named_in_words(modules: Path) -> None:
    def said(older: dict[str, Any], now: dict[str, Any] = NOW) -> Any:
        return call(modules, "keep/judged.js", "otherwise", older, now, WORDS)

    assert said({"saved": "2026-11-02", "judged": JUDGED}) == [
        "这份文件存于2026年11月2日，当时的结论和现在不同的有 2 份：",
        "舞阳·容错免责：当时“可能符合，须经认定”，现在“已过申请时限”。",
        "商州：当时“现在没有的一种结论”，现在“已过申请时限”。",
    ]
    assert said({"judged": {"xuzhou": "too_late"}}) == ["当时的结论和现在的都相同。"]
    assert said({"judged": {"__proto__": "too_late", "gone_rule": "too_late"}}) == []
    assert said({"saved": "2026-11-02"}) == []
    assert said({"judged": JUDGED}, {}) == [], "answers that cannot be judged have no verdicts"


@pytest.mark.node
def test_every_rule_and_every_verdict_has_a_code_of_its_own_in_a_link(modules: Path, words: dict[str, Any]) -> None:
    rules, verdicts = [rule["id"] for rule in words["rules"]], list(words["verdicts"])
    for first in range(0, len(verdicts), len(rules)):
        kept = {rule: verdicts[(first + at) % len(verdicts)] for at, rule in enumerate(rules)}
        text = call(modules, "keep/judged.js", "coded", kept)
        assert call(modules, "keep/judged.js", "decoded", text, WORDS) == kept


@pytest.mark.node
def test_the_verdicts_that_are_kept_are_those_of_the_rules_looked_at(modules: Path) -> None:
    state = {"verdicts": NOW, "rules": [{"id": "xuzhou"}, {"id": "gone_rule"}]}
    assert call(modules, "keep/judged.js", "judged", state) == {"xuzhou": "too_late"}
    assert call(modules, "keep/judged.js", "judged", {}) == {}


@pytest.mark.node
def test_a_file_of_old_that_has_no_hash_opens_and_says_that_nobody_can_tell_whether_it_was_changed(
    modules: Path, saved: str, library: Library
) -> None:
    read = call(modules, "keep/casefile.js", "readCase", json.dumps({**json.loads(saved), "sha256": None}), WORDS)
    assert read["facts"] == favourable(library)
    (note,) = read["notes"]
    assert "没有记校验值" in note


@pytest.mark.node
def test_our_own_sha_256_is_that_of_the_standard_at_every_length_of_the_last_block(modules: Path) -> None:
    texts = ["abc", "容错纠错" * 5000, "𠮷", *("a" * length for length in range(130))]
    answers = call_all(modules, [("keep/sha256.js", "sha256", [text]) for text in texts])
    assert [answer["value"] for answer in answers] == [hashlib.sha256(text.encode()).hexdigest() for text in texts]


@pytest.mark.node
def test_the_version_is_the_content_of_the_pack_and_every_rule_has_its_own(
    words: dict[str, Any], pack_text: str
) -> None:
    canonical = json.dumps(json.loads(pack_text), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert words["data"]["version"] == hashlib.sha256(canonical.encode()).hexdigest()
    assert set(words["data"]["rules"]) == {rule["id"] for rule in words["rules"]}
