"""A provision, or from one to another, as one citation: what is said, and what is copied."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from policies import Library
from tests.support.traffic import Traffic

OpenPage = Callable[..., Page]
# Where the browser keeps the clipboard from the page, what would have been copied the old way is the selection.
NO_CLIPBOARD = """
Object.defineProperty(navigator, 'clipboard', {value: undefined});
document.execCommand = () => { window.written = document.activeElement.value; return true; };
"""
PLACE = "([a, b]) => citing.place(...citing.ordered(citing.blockOf(a), citing.blockOf(b)))"
TOLERANCE = "《舞阳县党员干部容错免责办法（试行）》（舞发〔2017〕3号）"


def opened(page_of: OpenPage, path: str, **options: Any) -> Page:
    page = page_of(**options)
    page.add_init_script(NO_CLIPBOARD)
    page.goto(path)
    return page


def written(page: Page) -> str:
    text: str = page.evaluate("window.written")
    return text


@pytest.mark.parametrize(
    ("instrument", "start", "end", "place"),
    [
        ("wuyang_tolerance", "a5-i1", "a5-i3", "第五条第（一）至（三）项"),
        ("wuyang_tolerance", "a5-i3", "a5-i1", "第五条第（一）至（三）项"),
        ("wuyang_tolerance", "a5-i1", "a5-i4", "第五条第（一）至（四）项"),
        ("wuyang_tolerance", "a4", "a6", "第四条至第六条"),
        ("wuyang_tolerance", "a4", "a6-i6", "第四条至第六条"),
        ("wuyang_tolerance", "a5", "a5-i4", "第五条"),
        ("wuyang_tolerance", "a5", "a5-i2", "第五条至第（二）项"),
        ("wuyang_tolerance", "a4-i2", "a6-i1", "第四条第（二）项至第六条第（一）项"),
        ("wuyang_tolerance", "a4-i2", "a5", "第四条第（二）项至第五条"),
        ("shangzhou", "a5-i9", "a5-i12", "第五条第（九）至（十二）项"),
        ("shangzhou", "a7-p1", "a7-p2", "第七条第一款至第二款"),
        ("shangzhou", "a7-p1-i2", "a7-p1-i3", "第七条第一款第（二）至（三）项"),
        ("shangzhou", "a7-p1-i2", "a7-p2", "第七条第一款第（二）项至第二款"),
        ("pingdingshan_list", "neg-1", "neg-3", "负面清单第1至3项"),
        ("pingdingshan_list", "neg-lead", "neg-2", "负面清单导语至第2项"),
        ("pingdingshan_list", "pos-15", "neg-1", "正面清单第15项至负面清单第1项"),
        ("pingdingshan_measures", "m1", "m3", "（一）至（三）"),
        ("puyang_draft", "a7-i2", "a7-i2-s2", "第七条第（二）项"),
        ("xuzhou", "a4-i2", "a4-i2", "第四条第（二）项"),
    ],
)
def test_a_range_is_cited_as_it_is_written_in_documents(
    page_of: OpenPage, instrument: str, start: str, end: str, place: str
) -> None:
    page = page_of()
    page.goto(f"/read/{instrument}/")
    assert page.evaluate(PLACE, [start, end]) == place


def test_one_provision_is_cited_by_its_own_place_everywhere(page_of: OpenPage, library: Library) -> None:
    page = page_of()
    for instrument in library.instruments:
        page.goto(f"/read/{instrument.id}/")
        said = page.evaluate("citing.blocks.map(block => citing.citation(block))")
        marks = [instrument.about.number] if instrument.about.number else []
        marks += [] if instrument.about.in_force else instrument.about.status
        named = f"《{instrument.about.title}》" + "".join(f"（{mark}）" for mark in marks)
        assert said == [f"{named}{provision.place}" for provision in instrument.provisions]


def test_a_citation_is_copied_at_two_taps(page_of: OpenPage) -> None:
    page = page_of(permissions=["clipboard-read", "clipboard-write"])
    page.goto("/read/wuyang_tolerance/#a5")
    page.locator("#a5-i3 .p__more").click()
    page.locator(".beside").get_by_role("button", name="复制引用").click()
    expect(page.locator(".copied")).to_have_text(f"已复制：{TOLERANCE}第五条第（三）项")
    assert page.evaluate("navigator.clipboard.readText()") == f"{TOLERANCE}第五条第（三）项"


def test_without_the_clipboard_an_article_is_copied_with_its_items_and_its_address(
    page_of: OpenPage, site_url: str
) -> None:
    page = opened(page_of, "/read/wuyang_tolerance/")
    page.locator("[data-anchor=a5] .p__more").first.click()
    page.get_by_role("button", name="连同原文").click()
    expect(page.locator(".copied")).to_have_text("已复制：引用和原文")
    first, *rest = written(page).split("\n")
    assert first == f"{TOLERANCE}第五条：“符合以下条件的，可予以容错免责。"
    assert rest[2] == "（三）按照实际情况经过民主决策程序的；"
    assert rest[-1] == f"{site_url}/read/wuyang_tolerance/#a5"


def test_from_here_to_there_in_two_taps(page_of: OpenPage, site_url: str, window: dict[str, Any]) -> None:
    page = opened(page_of, "/read/wuyang_tolerance/#a5-i1", **window)
    page.locator("#a5-i1 .p__more").click()
    page.get_by_role("button", name="从这里选到…").click()
    bar = page.get_by_role("region", name="选一段")
    expect(bar).to_contain_text("从第五条第（一）项选起")
    expect(bar.get_by_role("button", name="复制引用")).to_be_hidden()
    page.get_by_role("button", name="到这里：第五条第（三）项").click()
    expect(bar).to_contain_text("选了：第五条第（一）至（三）项")
    bar.get_by_role("button", name="复制引用").click()
    expect(page.locator(".copied")).to_have_text(f"已复制：{TOLERANCE}第五条第（一）至（三）项")
    assert written(page) == f"{TOLERANCE}第五条第（一）至（三）项"
    page.get_by_role("button", name="到这里：第六条", exact=True).press("Enter")  # another end
    expect(bar).to_contain_text("第五条第（一）项至第六条")
    page.get_by_role("button", name="到这里：第五条第（二）项").click()
    bar.get_by_role("button", name="连同原文").click()
    expect(page.locator(".copied")).to_have_text("已复制：引用和原文")
    assert written(page) == (
        f"{TOLERANCE}第五条第（一）至（二）项：“（一）法律、法规没有明令禁止的；\n"
        f"（二）符合中央政策和省、市、县党委、政府决策精神的；”\n{site_url}/read/wuyang_tolerance/#a5-i1"
    )
    page.keyboard.press("Escape")
    expect(bar).to_be_hidden()
    expect(page.locator("#a5-i2 .p__more")).to_have_text("旁注")
    expect(page.locator(".is-chosen")).to_have_count(0)


def test_whole_articles_are_quoted_with_their_numbers(page_of: OpenPage) -> None:
    page = opened(page_of, "/read/wuyang_tolerance/")
    words = page.evaluate("citing.words(citing.blockOf('a10'), citing.blockOf('a12'))")
    assert [line.split("\u3000")[0] for line in words.split("\n")] == ["第十条", "第十一条", "第十二条"]


SELECT = """([from, to]) => {
  const [first, last] = [from, to].map(id => document.querySelector(`[data-anchor="${id}"] .p__text p`));
  const range = document.createRange();
  const inner = (node, end) => { while (node.firstChild) node = end ? node.lastChild : node.firstChild; return node; };
  range.setStart(inner(first), 2);
  const end = inner(last, true);
  range.setEnd(end, end.textContent.length);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


def test_selected_words_are_copied_with_the_place_they_stand_in(page_of: OpenPage, site_url: str) -> None:
    page = opened(page_of, "/read/puyang_draft/")
    page.evaluate(SELECT, ["a11", "a12"])
    bar = page.get_by_role("region", name="选一段")
    expect(bar).to_contain_text("选中：第十一条至第十二条")
    bar.get_by_role("button", name="连同原文").click()
    expect(page.locator(".copied")).to_have_text("已复制：引用和原文")
    draft = "《关于党员干部改革创新容错纠错的实施办法（试行）（征求意见稿）》（征求意见稿，未施行）"
    assert written(page) == (
        f"{draft}第十一条至第十二条：“法由市纪委监委负责解释。\n第十二条\u3000本办法自印发之日起施行。”\n"
        f"{site_url}/read/puyang_draft/#a11"
    )
    page.evaluate("getSelection().removeAllRanges()")
    expect(bar).to_be_hidden()


def test_a_mouse_over_a_few_words_is_enough(page_of: OpenPage) -> None:
    page = opened(page_of, "/read/wuyang_tolerance/#a5-i3")
    page.wait_for_timeout(400)
    box = page.locator("#a5-i3 .p__text").bounding_box()
    assert box
    page.mouse.move(box["x"] + 2, box["y"] + 15)
    page.mouse.down()
    page.mouse.move(box["x"] + 120, box["y"] + 15, steps=4)
    page.mouse.up()
    bar = page.get_by_role("region", name="选一段")
    expect(bar).to_contain_text("选中：第五条第（三）项")
    bar.get_by_role("button", name="连同原文").click()
    assert f"{TOLERANCE}第五条第（三）项：“按照实际" in written(page)
    bar.get_by_role("button", name="取消").click()
    expect(bar).to_be_hidden()


def test_from_a_disk_no_folder_s_name_is_copied(page_of: OpenPage, site_dir: Path, traffic: Traffic) -> None:
    traffic.allow("Access to .* from origin 'null'|Failed to load")
    page = opened(page_of, (site_dir / "read" / "wuyang_tolerance" / "index.html").as_uri() + "#a5-i3")
    expect(page.get_by_role("button", name="复制引用")).to_be_visible()
    page.locator("#a5-i3 .p__more").click()
    expect(page.locator(".beside")).to_be_visible()
    expect(page.get_by_role("button", name="复制网址")).to_have_count(0)
    page.locator(".beside").get_by_role("button", name="连同原文").click()
    expect(page.locator(".copied")).to_have_text("已复制：引用和原文")
    assert written(page) == f"{TOLERANCE}第五条第（三）项：“（三）按照实际情况经过民主决策程序的；”"


def test_from_a_disk_the_published_address_is_copied_if_there_is_one(
    page_of: OpenPage, site_dir: Path, traffic: Traffic
) -> None:
    traffic.allow("Access to .* from origin 'null'|Failed to load")
    page = page_of()
    page.add_init_script(NO_CLIPBOARD)
    page.add_init_script("""new MutationObserver((_, watch) => {
      if (!document.head || document.querySelector("[rel=canonical]")) return;
      document.head.append(Object.assign(document.createElement("link"), {rel: "canonical", href: "https://example.org/x/"}));
      watch.disconnect();
    }).observe(document, {childList: true, subtree: true})""")
    page.goto((site_dir / "read" / "wuyang_tolerance" / "index.html").as_uri() + "#a5-i3")
    page.get_by_role("button", name="复制网址").click()
    assert written(page) == "https://example.org/x/#a5-i3"
