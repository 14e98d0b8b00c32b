from __future__ import annotations

from markupsafe import Markup

from macros.html import el, heading, join, void


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
    assert heading(2, "1. *a* <b>_c_", "x", "long") == r"## 1\. \*a\* &lt;b&gt;\_c\_ { #x .long }"
