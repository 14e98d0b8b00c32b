from __future__ import annotations

import pytest

from macros.kit.links import from_page


@pytest.mark.parametrize(
    ("url", "folders", "expected"),
    [
        ("./", True, "read/xuzhou/#a5"),
        ("compare/application/", True, "../../read/xuzhou/#a5"),
        ("read/", True, "../read/xuzhou/#a5"),
        ("compare/application.html", False, "../read/xuzhou.html#a5"),
    ],
)
def test_addresses_are_relative_to_the_page(url: str, folders: bool, expected: str) -> None:
    assert from_page(url, folders=folders).page("read/xuzhou", "a5") == expected


def test_an_index_page_is_its_folder_or_its_file() -> None:
    assert from_page("about/", folders=True).page("read/index") == "../read/"
    assert from_page("about.html", folders=False).page("read/index") == "read/index.html"
    assert from_page("./", folders=True).page("index") == "./"
