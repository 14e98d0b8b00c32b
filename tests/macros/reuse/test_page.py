"""The page of reused words, and what leads to it."""

from __future__ import annotations

from bs4 import BeautifulSoup

from macros.kit.links import Links
from macros.read import beside
from macros.reuse import Reuse, shares
from macros.reuse import page as reuse_page
from policies import Library


def test_the_map_says_in_numbers_what_its_shades_show(library: Library, found: Reuse) -> None:
    page = BeautifulSoup(reuse_page.page(library, Links()), "html.parser")
    table = shares(found)
    columns = [instrument.id for instrument in library.compared]
    rows = page.select("table.heat tbody tr")
    assert len(rows) == len(columns)
    for one, row in zip(columns, rows, strict=True):
        for other, cell in zip(columns, row.find_all("td"), strict=True):
            if table.percent(one, other):
                assert cell.get_text().startswith(f"{table.percent(one, other)}%")


def test_the_page_shows_every_twin_once_and_names_what_is_deleted_and_added(library: Library, found: Reuse) -> None:
    page = BeautifulSoup(reuse_page.page(library, Links()), "html.parser")
    assert [li["id"] for li in page.select("li.twin")] != []
    assert {li["id"] for li in page.select("li.twin")} == {twin.key for twin in found.twins}
    entry = page.select_one("li#shangzhou-a4-i3--xuzhou-a3-i3")
    assert entry
    assert entry.select_one("del").get_text() == "（商州作：允许试错）"  # type: ignore[union-attr]
    assert entry.select_one("ins").get_text() == "（徐州工院作：允许试验）"  # type: ignore[union-attr]
    assert "商州“允许试错”，徐州工院“允许试验”。" in entry.get_text()


def test_from_every_twin_the_reading_page_leads_to_the_other_and_to_the_differences(
    library: Library, found: Reuse
) -> None:
    drawn = BeautifulSoup(beside.listed(library, library.instrument("xuzhou"), Links()), "html.parser")
    with_twin, without = (drawn.select_one(f"#about-{anchor}") for anchor in ("a3-i3", "a10"))
    assert with_twin is not None
    assert without is not None
    assert "商州第四条第（三）项" in with_twin.get_text()
    assert with_twin.select(f"a[href='{Links().twin('shangzhou-a4-i3--xuzhou-a3-i3')}']")
    assert "同文" not in without.get_text()
    assert "xuzhou/a10" not in found.by_provision
