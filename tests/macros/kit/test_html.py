from __future__ import annotations

from html import unescape
from typing import cast

import pytest
from jinja2 import Environment
from markdown import markdown  # type: ignore[import-untyped]
from markupsafe import Markup

from macros.kit.html import blocks, drawn, el, heading, join, literal, void


def test_text_and_attributes_are_escaped_and_markup_is_not() -> None:
    made = el("p", "<充分>&", el("b", "粗"), title='"引"')
    assert made == '<p title="&#34;引&#34;">&lt;充分&gt;&amp;<b>粗</b></p>'


def test_attributes_that_are_none_or_false_are_left_out() -> None:
    assert (
        el("a", "x", href=None, hidden=False, download=True, class_="k", data_x=1)
        == '<a download class="k" data-x="1">x</a>'
    )


def test_an_element_without_end_tag() -> None:
    assert void("link", rel="stylesheet") == '<link rel="stylesheet">'


def test_joining_skips_what_is_missing_and_escapes_what_is_between() -> None:
    assert join(("a", None, Markup("<i></i>")), "<") == "a&lt;<i></i>"


def test_markdown_does_not_touch_the_words_of_a_heading() -> None:
    assert heading(2, "1. *a*\n<b>", "x", "long") == "## 1&#46; &#42;a&#42; &#60;b&#62; { #x .long }"


def test_literal_words_mean_nothing_to_html_jinja_or_markdown() -> None:
    words = """<b>"'&lt;`{{ 1 }}`[a](b)\\*_~|: 甲 #"""
    made = literal(words)
    assert unescape(made) == words
    assert Environment(autoescape=False).from_string(made).render() == made  # noqa: S701 - as a page is rendered
    assert markdown(made) == f"<p>{made}</p>"
    assert literal("甲\n\n乙 ") == "甲  乙 "


def test_blocks_escape_what_is_not_markup() -> None:
    assert blocks(el("p", "甲"), None, cast("Markup", "<b>")) == "<p>甲</p>\n\n&lt;b&gt;"


@pytest.mark.parametrize("made", ["<b>", None, ["a"]])
def test_a_macro_that_returns_anything_but_markup_or_a_number_fails(made: object) -> None:
    with pytest.raises(TypeError, match="a macro must return Markup"):
        drawn(made)


def test_a_page_is_given_markup_and_numbers() -> None:
    assert (drawn(el("b", "<")), drawn(5)) == ("<b>&lt;</b>", "5")
