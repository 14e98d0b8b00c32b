"""Tests wait for a page from outside it: what waits within is stopped by the site's own policy from its second try on."""

from __future__ import annotations

import ast

from tests.support.folders import ROOT


def test_no_test_waits_by_a_string_evaluated_within_the_page() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}: use tests.support.until"
        for path in sorted((ROOT / "tests").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "wait_for_function"
    ]
    assert not found
