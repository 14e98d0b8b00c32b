"""Words that bind, and words that are explained: found whole, and never inside another word."""

from __future__ import annotations

from collections import Counter

import pytest

from importer import find_words
from macros.analysis import find_terms, glossary, modality
from macros.compare import modality_page
from macros.kit.links import Links
from macros.read import glossary_page
from policies import Library


def found(library: Library, text: str) -> list[tuple[str, str]]:
    modals = library.vocabulary.lexicon.modals
    return [(text[match.start : match.end], match.entry.id) for match in find_words.find(text, modals)]


@pytest.mark.parametrize(
    "text",
    [
        "可持续发展",
        "行政许可",
        "取得认可",
        "可能造成",
        "不可抗力",
        "不可预知的因素",
        "可操作性",
        "一般性问题",
        "相应手续",
        "应急管理",
        "适应",
        "本应予以问责",
        "全面从严治党",
        "重要要求",
        "会议纪要",
        "以上访要挟",
        "担当为要",
        "避免长期“吊”着不予结论",
    ],
)
def test_a_false_friend_is_not_found(library: Library, text: str) -> None:
    assert found(library, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("应当问责", [("应当", "should")]),
        ("应对照容错情形", [("应", "should")]),
        ("必须坚持", [("必须", "must")]),
        ("容错免责须以事实为依据", [("须", "need")]),
        ("可予以容错免责", [("可", "may")]),
        ("但一般不得超过", [("一般", "generally"), ("不得", "must_not")]),
        ("一般应当向社会公开", [("一般", "generally"), ("应当", "should")]),
        ("一律不准对基层干部", [("一律", "without_exception"), ("不准", "must_not")]),
        ("不应追究责任", [("不应", "must_not")]),
        ("可酌情从轻、减轻", [("可", "may"), ("酌情", "discretion"), ("从轻", "lighter"), ("减轻", "mitigated")]),
        ("必要时也要听取", [("必要时", "where_necessary"), ("要", "called_for")]),
        ("参照本办法执行", [("参照", "by_analogy")]),
        ("免予、免于、免除", [("免予", "exempt"), ("免于", "exempt"), ("免除", "exempt")]),
    ],
)
def test_a_word_that_binds_is_found_whole(library: Library, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(library, text) == expected


def test_every_word_has_a_class_that_is_explained(library: Library) -> None:
    kinds = [kind.id for kind in library.vocabulary.lexicon.kinds]
    assert len(kinds) == len(set(kinds))
    assert {modal.kind for modal in library.vocabulary.lexicon.modals} == set(kinds)
    signs = [kind.sign for kind in library.vocabulary.lexicon.kinds]
    assert len(signs) == len(set(signs))


def test_the_counts_of_a_text_are_what_a_plain_search_finds(library: Library) -> None:
    accountability = library.instrument("wuyang_accountability")
    text = "".join(provision.text for provision in accountability.provisions)
    plain = text.count("应") - text.count("相应") + text.count("须")
    assert modality.counts(library, accountability)["must"] == plain > 0


def test_the_page_gives_every_count_and_every_place(library: Library) -> None:
    page = modality_page.page(library, Links())
    total = sum(sum(modality.counts(library, one).values()) for one in library.instruments)
    sheets = modality.book(library).sheets
    assert len(sheets[1].rows) == total
    assert page.count("<svg") == 1
    assert all(f'id="word-{modal.id}"' in page for modal in library.vocabulary.lexicon.modals)


def test_every_term_occurs_and_none_is_hidden_inside_another(library: Library) -> None:
    terms = library.vocabulary.lexicon.terms
    occurring = Counter(match.entry.id for _, match in find_terms.occurrences(library, terms))
    assert [term.term for term in terms if not occurring[term.id]] == []
    texts = [provision.text for provision in library.provisions]
    lost = [form for term in terms for form in term.forms if not any(form in text for text in texts)]
    assert lost == []
    assert len(terms) >= 60


def test_a_form_is_found_as_its_own_term_wherever_it_stands_alone(library: Library) -> None:
    terms = library.vocabulary.lexicon.terms
    for term in terms:
        for form in term.forms:
            (match,) = find_words.find(f"「{form}」", terms)
            assert (match.entry.id, match.end - match.start) == (term.id, len(form))


def test_a_slogan_without_content_says_so_and_only_such_a_one(library: Library) -> None:
    for term in library.vocabulary.lexicon.terms:
        assert ("文件未说明" in term.meaning) == term.undefined, term.term
        assert 1 <= term.meaning.count("。") <= 3, term.term
        assert term.meaning.endswith("。")


def test_where_a_term_occurs_is_computed_and_linked(library: Library) -> None:
    places = glossary.places(library)
    assert {ident: [one.id for one in those] for ident, those in places["siyi_lianggongkai"].items()} == {
        "pingdingshan_list": ["pingdingshan_list/pos/12"]
    }
    page = glossary_page.page(library, Links())
    assert all(f'id="{term.id}"' in page for term in library.vocabulary.lexicon.terms)
    assert 'href="read/pingdingshan_list/#pos-12"' in page


def test_a_reading_page_brings_the_meanings_it_may_be_asked_for_and_no_others(library: Library) -> None:
    shown = glossary.shown(library, library.instrument("xuzhou"))
    assert shown
    assert 'data-meaning="diyi_xingtai"' in shown
    assert "siyi_lianggongkai" not in shown


def test_what_the_texts_say_of_a_word_comes_first_on_its_page_and_only_on_the_pages_of_that_document(
    library: Library,
) -> None:
    page = glossary_page.page(library, Links())
    start = page.index('id="lanzheng_daizheng"')
    words = "不作为、慢作为、乱作为而影响工作进程、贻误事业发展、损害群众利益等行为。"
    assert start < page.index(words, start) < page.index("舞阳的定义包括乱作为", start)
    assert page.index('href="read/wuyang_accountability/#a2"', start) < page.index("舞阳的定义包括乱作为", start)
    definition = "写：“本办法所称容错免责，是指单位或干部"
    assert definition in str(glossary.shown(library, library.instrument("wuyang_cover")))
    assert definition not in str(glossary.shown(library, library.instrument("pingdingshan_list")))
