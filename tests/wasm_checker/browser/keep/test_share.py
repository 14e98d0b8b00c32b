"""A link with the answers in its fragment, its QR code, and leaving without a trace."""

from __future__ import annotations

import base64
import json
import zlib
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from playwright.sync_api import Page, expect

from policies import Library
from tests.support.cases import favourable
from tests.support.modules import WORDS, call, refused
from tests.support.traffic import Traffic

BASE = "https://example.test/check/"
# Draws the code as a projector would and gives its grey values row by row, as base64.
PIXELS = """async (link) => {
  const svg = await modules.qrCode(link);
  place.replaceChildren(svg);
  const side = 600;
  const image = new Image();
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  svg.setAttribute("width", side);
  svg.setAttribute("height", side);
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: side, height: side });
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0, side, side);
  const { data } = context.getImageData(0, 0, side, side);
  const grey = Array.from({ length: side }, (_, row) =>
    String.fromCharCode(...Array.from({ length: side }, (_, column) => data[(row * side + column) * 4])));
  return btoa(grey.join(""));
}"""


@pytest.fixture(scope="module")
def words(modules: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((modules / "words.json").read_text(encoding="utf-8"))
    return read


@pytest.fixture(scope="module")
def case(words: dict[str, Any], library: Library) -> dict[str, Any]:
    return {
        "facts": {**favourable(library), "due_diligence": "organ"},
        "choices": {"prior_tolerance": "没有", "f-is_cadre": "unknown"},
        "place": "wuyang",
        "further": ["accountability", "track"],
        "data": words["data"],
    }


@pytest.fixture(scope="module")
def link(modules: Path, case: dict[str, Any]) -> str:
    return str(call(modules, "keep/share.js", "linkFor", case, BASE + "#verdicts"))


def fragment(link: str) -> str:
    return "#" + link.split("#", 1)[1]


def packed(content: bytes, kind: str = "z") -> str:
    body = content
    if kind == "z":
        deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
        body = deflate.compress(content) + deflate.flush()
    return f"#case=1{kind}" + base64.urlsafe_b64encode(body).decode().rstrip("=")


@pytest.mark.node
def test_a_link_brings_back_the_answers_and_keeps_them_behind_the_hash(
    modules: Path, case: dict[str, Any], link: str
) -> None:
    assert link.startswith(BASE + "#case=1z")
    assert call(modules, "keep/share.js", "readLink", fragment(link), WORDS) == {
        "facts": case["facts"],
        "choices": case["choices"],
        "place": "wuyang",
        "further": ["accountability", "track"],
        "notes": [],
    }


@pytest.mark.node
def test_a_link_that_was_not_deflated_reads_the_same(modules: Path, case: dict[str, Any], link: str) -> None:
    body = link.split("#case=1z")[1]
    plain = zlib.decompress(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)), -15)
    assert call(modules, "keep/share.js", "readLink", packed(plain, "p"), WORDS)["facts"] == case["facts"]
    assert len(link) <= 1_628  # the 29th size of code, which can still be read off a projector


@pytest.mark.node
def test_other_fragments_are_none_of_its_business(modules: Path) -> None:
    assert call(modules, "keep/share.js", "readLink", "#q-misconduct", WORDS) is None
    assert call(modules, "keep/share.js", "readLink", "", WORDS) is None


@pytest.mark.node
@pytest.mark.parametrize(
    "bad",
    [
        "#case=",
        "#case=1z",
        "#case=1z!!!!",
        "#case=1zAAAA",
        "#case=1q" + "A" * 40,
        "#case=1p" + "A" * 20_000,
        packed(b"not json"),
        packed(b"[]"),
        packed(b'["000000000000",1,2,3,4,5]'),
        packed(b'["000000000000","","","","",{},"track",{}]'),
        packed(b'["000000000000","","","","",{},["track"],{"prior_tolerance":0}]'),
        packed(b'["000000000000","","","","",{},[],{},{"too_late":"xuzhou"}]'),
        packed(b'["000000000000","","","","",{},[],{},5]'),
        packed(b"\xff\xfe\xfd"),
        packed(b" " * 10_000_000),  # unpacks to more than a case can hold
    ],
)
def test_a_bad_fragment_is_told_and_changes_nothing(modules: Path, bad: str) -> None:
    message = refused(modules, "keep/share.js", "readLink", bad, WORDS)
    assert message == "链接里的回答读不出来（不完整，或者被改过），没有打开，现有的回答没有变。"


@pytest.mark.node
def test_a_link_cut_short_is_told(modules: Path, link: str) -> None:
    for length in range(len(fragment(link)) - 40, len(fragment(link)) - 1, 13):
        message = refused(modules, "keep/share.js", "readLink", fragment(link)[:length], WORDS)
        assert "读不出来" in message


@pytest.mark.node
def test_a_link_of_a_newer_page_and_one_of_other_data_say_so(modules: Path, words: dict[str, Any]) -> None:
    assert "是新版网页做的" in refused(modules, "keep/share.js", "readLink", "#case=2zAAAA", WORDS)
    other = json.dumps(["0" * 12, "", "public_spirit gone_fact", "private_gain", "", {}]).encode()
    read = call(modules, "keep/share.js", "readLink", packed(other), WORDS)
    assert read["facts"] == {"public_spirit": True, "private_gain": False}
    assert read["notes"] == [
        "这个链接是按另一版规则做的，结论按现在的重新判断。",
        "有 1 项这里不问，没有放进来。",
    ]
    assert "choices" not in read, "links of old knew none"
    same = json.dumps([words["data"]["version"][:12], "", "gone_fact", "", "", {}]).encode()
    assert "读不出来" in refused(modules, "keep/share.js", "readLink", packed(same), WORDS)


@pytest.mark.node
def test_a_link_brings_the_verdicts_where_other_data_have_judged_it_and_is_little_longer(
    modules: Path, case: dict[str, Any], link: str, library: Library
) -> None:
    verdicts = [verdict.id for verdict in library.vocabulary.verdicts]
    judged = {rule.id: verdicts[at % 4] for at, rule in enumerate(library.rules)}
    longer = str(call(modules, "keep/share.js", "linkFor", {**case, "judged": judged}, BASE))
    assert len(longer) - len(link) <= 70
    assert len(longer) <= 1_628  # as above
    assert "older" not in call(modules, "keep/share.js", "readLink", fragment(longer), WORDS)
    other = {**case, "data": {"version": "0" * 64}, "judged": judged}
    for each in verdicts:
        text = call(modules, "keep/judged.js", "coded", {"xuzhou": each, "gone_rule": each})
        assert call(modules, "keep/judged.js", "decoded", text, WORDS) == {"xuzhou": each}
    unknown = call(modules, "keep/judged.js", "coded", {"xuzhou": "gone_verdict"})
    (kept,) = call(modules, "keep/judged.js", "decoded", unknown, WORDS).values()
    assert kept not in verdicts
    old = str(call(modules, "keep/share.js", "linkFor", other, BASE))
    read = call(modules, "keep/share.js", "readLink", fragment(old), WORDS)
    assert read["older"] == {"judged": judged}, "no two ids have the same code"
    assert read["notes"] == ["这个链接是按另一版规则做的，结论按现在的重新判断。"]


@pytest.mark.node
def test_a_value_that_fits_no_question_is_left_out_of_a_link_with_a_note(modules: Path, words: dict[str, Any]) -> None:
    version = words["data"]["version"][:12]
    bad = json.dumps([version, "nowhere", "public_spirit", "", "", {"workdays_since_start": -1}]).encode()
    read = call(modules, "keep/share.js", "readLink", packed(bad), WORDS)
    assert (read["facts"], read["place"]) == ({"public_spirit": True}, "")
    assert len(read["notes"]) == 2
    assert "填的是 -1，不能用，没有放进来" in read["notes"][0]
    assert "选的地方，这里没有它的文件" in read["notes"][1]


def test_the_code_is_read_back_to_the_link_and_has_words_for_those_who_cannot_see_it(bare: Page, link: str) -> None:
    grey = base64.b64decode(bare.evaluate(PIXELS, link))
    side = int(len(grey) ** 0.5)
    (read,) = zxingcpp.read_barcodes(memoryview(grey).cast("B", (side, side)))
    assert read.text == link
    expect(bare.get_by_role("img", name="本页回答的链接的二维码；内容与上面的链接相同")).to_be_visible()


def test_sharing_asks_nothing_of_the_network_but_its_own_library_and_warns(
    bare: Page, case: dict[str, Any], traffic: Traffic
) -> None:
    before = len(traffic.requests)
    bare.evaluate(
        "async (c) => place.replaceChildren(modules.shareSection(await modules.linkFor(c, location.href)))", case
    )
    assert traffic.requests[before:] == []
    expect(bare.locator("[data-role=share]")).to_contain_text("链接和二维码里有您的全部回答")
    expect(bare.locator("[data-role=share]")).to_contain_text("事情正在核查的，按要求保密，不要转发。")
    bare.locator("[data-role=draw-qr]").click()
    expect(bare.locator("[data-role=qr] svg")).to_be_visible()
    assert [url.rsplit("/", 1)[1] for url in traffic.requests[before:]] == ["qr.js"]
    assert "case=" not in "".join(traffic.requests)


def test_a_browser_that_cannot_deflate_writes_a_plain_link_that_reads_the_same(
    bare: Page, case: dict[str, Any]
) -> None:
    link, facts = bare.evaluate(
        """async (c) => {
          delete window.CompressionStream;
          const link = await modules.linkFor(c, location.href);
          return [link, (await modules.readLink(new URL(link).hash, words)).facts];
        }""",
        case,
    )
    assert "#case=1p" in link
    assert facts == case["facts"]


def test_too_many_answers_for_one_code_are_told(bare: Page) -> None:
    bare.evaluate("() => place.replaceChildren(modules.shareSection('https://example.test/#' + 'x'.repeat(5000)))")
    bare.locator("[data-role=draw-qr]").click()
    expect(bare.locator("[data-role=share]")).to_contain_text("一个二维码放不下")


def test_saving_and_reading_a_file_asks_nothing_of_the_network_and_stores_nothing(
    bare: Page, case: dict[str, Any], traffic: Traffic
) -> None:
    before = len(traffic.requests)
    kept = bare.evaluate(
        """async (c) => {
          const { name, text } = await modules.saveCase({ ...c, today: "2026-11-22" });
          modules.download(text, name, "application/json");
          const { facts } = await modules.readCase(new File([text], name), words);
          const databases = await indexedDB.databases();
          return { facts, stored: [localStorage.length, sessionStorage.length, document.cookie, databases.length] };
        }""",
        case,
    )
    assert kept == {"facts": case["facts"], "stored": [0, 0, "", 0]}
    assert [url for url in traffic.requests[before:] if not url.startswith("blob:")] == []


@pytest.mark.python
def test_leaving_empties_the_page_and_the_way_back(bare: Page, link: str, modules_url: str) -> None:
    bare.goto(f"{modules_url}/harness.html{fragment(link)}")
    bare.wait_for_selector("[data-ready]")
    bare.locator("[name=answer]").fill("填过的话")
    bare.locator("[name=chosen]").check()
    held = bare.evaluate(
        """() => {
          sessionStorage.setItem("kept", "1");
          const seen = [];
          const revoke = URL.revokeObjectURL;
          URL.revokeObjectURL = (url) => { seen.push(url); revoke.call(URL, url); };
          modules.download("x", "x.txt", "text/plain");
          const replaced = [];
          history.replaceState = (state, title, url) => replaced.push(url);
          place.textContent = "结论";
          modules.clearAndLeave({ forms: [document.forms[0]], drawn: [place], away: "harness.html?left" });
          const form = document.forms[0];
          return { seen: seen.length, replaced, text: place.textContent, answer: form.answer.value,
                   chosen: form.chosen.checked, stored: sessionStorage.length };
        }"""
    )
    assert held == {"seen": 1, "replaced": ["/harness.html"], "text": "", "answer": "", "chosen": False, "stored": 0}
    bare.wait_for_url("**/harness.html?left")
    bare.go_back()
    assert "case=" not in bare.url
