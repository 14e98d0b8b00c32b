"""Every built page is valid HTML by the Nu HTML checker (npm's vnu-jar), all in one start of Java."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import excused
from tests.support.folders import NODE_MODULES

CHECKER = NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
NO_JAVA = "there is no Java for the HTML checker: see what `python3 -m tools.setup.bootstrap browser` says"

# What it says of pages that are meant to be as they are. Whole messages; where they are said of the theme's own elements, those too.
MEANT = {
    "roles, since browsers drop a table's meaning once its display is changed": re.compile(
        r"The “(table|row|rowgroup|cell|columnheader|rowheader)” role is unnecessary for element “\w+”\."
        r"|The “role” attribute must not be used on a “(tr|td|th|thead|tbody)” element which has a “table” ancestor .*"
    ),
    "no site is 'self' to a file": re.compile(
        r"Resource violates Content Security Policy .* blocked by “\S+” directive\."
    ),
    "rel=expect is newer than the checker": re.compile(
        r"A “link” element with a “blocking” attribute must have a “rel” attribute whose value is “stylesheet”\."
    ),
    "chat apps read itemprop of a page, which is no item": re.compile(
        r"The “itemprop” attribute was specified, but the element is not a property of any item\."
    ),
    "a year of six digits cannot be typed": re.compile(
        r"Potentially bad value “9999-12-31” for attribute “max” on element “input”: Year may be mistyped\."
    ),
}
OF_POLICY = re.compile(r"Inline script violates Content Security Policy .* blocked by “script-src” directive .*")
# The checker hashes scripts of some hundred kilobytes otherwise than browsers do; test_policy.py runs these in one.
WITH_LONG_SCRIPTS = ("/check/index.html", "/check/offline.html")

# Said of an element: the message, and what its extract holds.
OF_ELEMENTS = {
    "data are not run, and no policy asks after them": (
        OF_POLICY,
        'type="application/json"',
    ),
    "the drawer's and the search's switches": (
        re.compile(r"Attribute “autocomplete” is only allowed when the input type is .*"),
        'class="md-toggle"',
    ),
    "the title of a table of contents": (
        re.compile(r"The value of the “for” attribute of the “label” element must be the ID of a .*"),
        'class="md-nav__title"',
    ),
}

WRONG = """<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><title>x</title></head><body><p id="a">x</p><ul><p id="a">x</p></ul></body></html>
"""


def told(pages: list[Path]) -> list[dict[str, Any]]:
    """The checker's messages: type, message, extract, url."""
    java = shutil.which("java")
    if java is None:
        if excused():
            pytest.skip(NO_JAVA)
        pytest.fail(NO_JAVA, pytrace=False)
    if not CHECKER.is_file():
        pytest.fail("vnu-jar is not installed: run `python3 -m tools.setup.bootstrap browser`", pytrace=False)
    # A comparison nests deeper than the stack that Java gives by itself.
    command = [java, "-Xss4m", "-jar", str(CHECKER), "--skip-non-html", "--format", "json", "--exit-zero-always"]
    done = subprocess.run([*command, *map(str, pages)], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr[:2000]
    messages: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return messages


def meant(message: dict[str, Any]) -> bool:
    text, extract = message["message"], message.get("extract", "")
    if message["url"].endswith(WITH_LONG_SCRIPTS) and OF_POLICY.fullmatch(text):
        return True
    of_the_element = any(form.fullmatch(text) and said in extract for form, said in OF_ELEMENTS.values())
    return of_the_element or any(form.fullmatch(text) for form in MEANT.values())


@pytest.mark.slow
def test_every_page_is_valid_and_a_page_that_is_not_is_told(site_dir: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.html"
    wrong.write_text(WRONG, encoding="utf-8")
    messages = told([site_dir, wrong])
    of_wrong = {one["message"] for one in messages if one["url"].endswith("/wrong.html")}
    assert "Duplicate ID “a”." in of_wrong
    assert any("not allowed as child of element “ul”" in said for said in of_wrong)
    left = [
        f"{one['url'].rpartition('/site/')[2]}: {one['message']} {one.get('extract', '')[:120]!r}"
        for one in messages
        if not one["url"].endswith("/wrong.html") and not meant(one)
    ]
    assert left == []
    assert len(list(site_dir.rglob("*.html"))) > 40
