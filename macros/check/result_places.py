"""The places of the results on the check page, empty until a script fills them."""

from __future__ import annotations

from markupsafe import Markup

from macros.kit.html import el, join


def drawn(more: Markup) -> Markup:
    """Empty places that the script fills; a change of verdict is announced politely. `more`: what else may be looked at."""
    return join([_review(), _results(more)])


def _review() -> Markup:
    """All answers, to be read through before anything is made of them: a page of its own, and a fold among the results."""
    return el("div", data_role="review")


def _reviewed() -> Markup:
    return el(
        "details",
        el("summary", "先核对您的回答，再写草稿、打印或者分享"),
        el("div", data_role="reviewed"),
        class_="checker__review",
    )


def _results(more: Markup) -> Markup:
    return el(
        "section",
        el("h2", "检查结果", id="verdicts", tabindex="-1"),
        el("p", class_="checker__status", data_role="age"),
        el("p", class_="checker__summary", data_role="summary", role="status"),
        el("div", class_="checker__changed", data_role="changed", role="status"),
        el("div", class_="checker__contradictions", data_role="contradictions"),
        el("div", data_role="situation"),
        _supposed(),
        more,
        el("div", data_role="keeping"),
        class_="checker__results",
        aria_labelledby="verdicts",
    )


def _supposed() -> Markup:
    """The verdicts and what follows from them. Open and without a title, but where a situation has them fold away under one."""
    return el(
        "details",
        el("summary", "检查结果", hidden=True),
        el("div", class_="checker__verdicts", data_role="verdicts"),
        el(
            "details",
            el("summary", "同一件事，别处的文件会怎样判断"),
            el("div", class_="checker__verdicts", data_role="elsewhere"),
            class_="checker__elsewhere",
            hidden=True,
        ),
        _reviewed(),
        el("div", data_role="next-steps"),
        class_="checker__supposed",
        data_role="supposed",
        open=True,
    )
