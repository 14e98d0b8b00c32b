"""Whom to tell of an error: said at the foot of every page if it is set, and not a word if it is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, FileSystemLoader

from macros.check import offline_file
from macros.kit import contact
from tests.support.folders import ROOT

THEME = {"base.html": "{% block extrahead %}{% endblock %}{% block footer %}页脚{% endblock %}"}


@pytest.mark.parametrize(
    ("setting", "drawn"),
    [
        ("a@example.org", '<a href="mailto:a@example.org">a@example.org</a>'),
        ("mailto:a@example.org", '<a href="mailto:a@example.org">a@example.org</a>'),
        ("https://example.org/x?y=1&z", '<a href="https://example.org/x?y=1&amp;z" rel="noreferrer">https://example.org/x?y=1&amp;z</a>'),
        ("办公室\n电话 <8123>", "办公室 电话 &lt;8123&gt;"),
        (8123, "8123"),
        ("javascript:alert(1)", "javascript:alert(1)"),
    ],
)  # fmt: skip
def test_an_address_is_a_link_and_words_are_words(setting: object, drawn: str) -> None:
    assert contact.line(setting) == f'<p class="site-report"><small>发现写错了？请告诉我们：{drawn}</small></p>'


@pytest.mark.parametrize("setting", [None, "", "  "])
def test_where_nothing_is_set_nothing_is_said(setting: object) -> None:
    assert contact.line(setting) is None


@pytest.mark.parametrize(("setting", "times"), [("a@example.org", 1), ("", 0)])
def test_every_page_of_the_theme_ends_with_it(setting: str, times: int) -> None:
    themes = Environment(
        autoescape=False,  # noqa: S701 - as mkdocs draws its pages
        loader=DictLoader({**THEME, "main.html": (ROOT / "macros/theme/main.html").read_text(encoding="utf-8")}),
    )
    drawn = themes.get_template("main.html").render(config={"extra": {"report_line": contact.line(setting)}})
    assert drawn.count("页脚") == 1
    assert drawn.count("发现写错了？") == times
    assert "None" not in drawn


@pytest.mark.parametrize(("setting", "times"), [("a@example.org", 1), ("", 0)])
def test_so_does_the_file_for_use_without_a_network(setting: str, times: int) -> None:
    template = Environment(autoescape=True, loader=FileSystemLoader(Path(offline_file.__file__).parent)).get_template(
        "offline.html"
    )
    drawn = template.render(report=contact.line(setting))
    assert drawn.count("<small>发现写错了？") == times
    assert "None" not in drawn


def test_it_is_set_in_one_place_and_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REPORT", raising=False)
    assert contact.setting(ROOT / "mkdocs.yml")[1] == ""
    monkeypatch.setenv("REPORT", "a@example.org")
    assert contact.setting(ROOT / "mkdocs.yml")[1] == "a@example.org"
