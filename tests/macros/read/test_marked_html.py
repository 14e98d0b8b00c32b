"""Marks over marks: whatever is linked and underlined, the words of a provision stay what they are."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from macros.analysis import marked
from macros.kit.links import Links
from macros.read import marked_html
from policies import Library, Provision
from policies.engine.schema.instrument import Defect
from policies.engine.schema.lexicon import Lexicon, Modal, ModalKind, Term

KINDS = (ModalKind(id="must", title="强制", meaning="必须做。", sign="必"),)


class Visible(HTMLParser):
    """The text, and how deep links stand in links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.links = 0
        self.deepest = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base class gives it
        self.links += tag == "a"
        self.deepest = max(self.deepest, self.links)

    def handle_endtag(self, tag: str) -> None:
        self.links -= tag == "a"

    def handle_data(self, data: str) -> None:
        self.text += data


def drawn(provision: Provision, lexicon: Lexicon) -> str:
    lines = marked.paragraphs(provision, lexicon)
    return "\n".join("".join(marked_html.line(provision, line, lexicon, Links())) for line in lines)


def made(text: str, *defects: Defect, printed: str = "") -> Provision:
    return Provision(
        "x/a1", "x", "第一条", "第一条", text, printed or text, ((1, 1),), "第一条", "《X》第一条", defects
    )


def lexicon(*, words: tuple[str, ...] = (), terms: tuple[str, ...] = ()) -> Lexicon:
    modals = tuple(Modal(id=f"m{at}", kind="must", words=[word], meaning="应当做。") for at, word in enumerate(words))
    named = tuple(Term(id=f"t{at}", term=term, meaning="意思。") for at, term in enumerate(terms))
    return Lexicon(KINDS, modals, named)


def test_the_visible_text_of_every_provision_is_unchanged_with_all_marks_on(library: Library) -> None:
    marks = 0
    for provision in library.provisions:
        html = drawn(provision, library.vocabulary.lexicon)
        assert Visible(html).text == provision.text, provision.id
        marks += html.count("<a") + html.count("<span")
    assert marks > len(list(library.provisions))


def test_no_link_stands_in_a_link(library: Library) -> None:
    for provision in library.provisions:
        assert Visible(drawn(provision, library.vocabulary.lexicon)).deepest <= 1, provision.id


def test_every_defect_is_still_marked_once_a_line(library: Library) -> None:
    for provision in library.provisions:
        html = drawn(provision, library.vocabulary.lexicon)
        plain = drawn(provision, Lexicon((), (), ()))
        assert html.count('class="fix') == plain.count('class="fix')


def test_a_word_that_binds_inside_a_defect_is_marked_inside_its_link() -> None:
    defect = Defect.model_validate(
        {
            "provision": "x/a1",
            "kind": "wrong_word",
            "printed": "应当的",
            "reading": "应该的",
            "confidence": "低",
            "note": "。",
        }
    )
    html = drawn(made("这是应当的。", defect), lexicon(words=("应当",)))
    assert Visible(html).text == "这是应当的。"
    assert html.count('data-sign="必"') == 1
    assert html.count("<a") == 1


@pytest.mark.parametrize("text", ["容错备案", "应当备案"])
def test_a_term_that_a_defect_touches_is_not_linked(text: str) -> None:
    defect = Defect.model_validate(
        {
            "provision": "x/a1",
            "kind": "page_break",
            "printed": "备\n案",
            "reading": "备案",
            "confidence": "高",
            "note": "。",
        }
    )
    html = drawn(made(text, defect, printed=text.replace("备案", "备\n案")), lexicon(words=("应当",), terms=("备案",)))
    assert Visible(html).text == text
    assert 'class="term"' not in html
    assert html.count('class="fix') == 1


def test_a_term_is_linked_the_first_time_only() -> None:
    html = drawn(made("备案，再备案。"), lexicon(terms=("备案",)))
    assert html == '<a class="term" href="glossary/#t0" data-term="t0">备案</a>，再备案。'


def test_a_word_that_binds_inside_a_term_is_marked_inside_its_link() -> None:
    html = drawn(made("有责要担当。"), lexicon(words=("要",), terms=("有责要担当",)))
    assert '>有责<span class="m m--must" data-sign="必">要</span>担当</a>。' in html
