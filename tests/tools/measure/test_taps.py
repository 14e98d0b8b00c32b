"""The tap measure: what is a tap, what is scrolling, and when somebody is done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tools.measure.taps.__main__ import table
from tools.measure.taps.hand import HEIGHT, WIDTH, Hand, Stuck
from tools.measure.taps.person import Person, Walk
from tools.measure.taps.stories import Coded

LIST = "".join(
    f"<div data-fact='{fact}'><label style='display:block;height:50px'><input type=checkbox data-tick='{fact}'>{fact}</label></div>"
    for fact in ("result_mistake", "result_loss", "result_unmet")
)
# A place, a list far below the first screen, and a day: each goes on by a button; the days are the last.
FORM = """<!doctype html><meta name="viewport" content="width=device-width"><body style="margin:0"><style>[hidden]{{display:none}}</style><div data-checker>
<fieldset class="question" id="q-policy_area"><label><input type=radio name=policy_area data-document=wuyang>x</label></fieldset>
<fieldset class="question" id="q-outcome" hidden style="padding-top:{above}px">{list}<button data-rest="no">都没有</button></fieldset>
<fieldset class="question" id="q-key_dates" hidden><input type=date name=accountability_start_date><button data-role=next>下一题</button></fieldset>
<p data-role=left>最多还有 3 项</p></div><script>{{
const at = (id) => document.querySelectorAll("fieldset").forEach((one) => {{ one.hidden = one.id !== id; }});
document.querySelector("[name=policy_area]").onchange = () => at("q-outcome");
document.querySelector("[data-rest]").onclick = () => at("q-key_dates");
document.querySelector("[data-role=next]").onclick = () => {{
  document.querySelector("[data-role=left]").textContent = "该答的都答完了";
}};
}}</script>"""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, has_touch=True, is_mobile=True) as context:
        yield context.new_page()


def coded(**more: object) -> Coded:
    said = {"id": "a", "situation": "before", "facts": {"result_loss": True, "accountability_start_date": "2026-11-24"}}
    return Coded.model_validate({**said, **more})


def walk(phone: Page, story: Coded, above: int = 0) -> Walk:
    phone.set_content(FORM.format(above=above, list=LIST))
    return Person(story, "wuyang", Hand(phone)).walk(HEIGHT)


def test_a_touch_is_a_tap_and_a_day_is_two(phone: Page) -> None:
    found = walk(phone, coded())
    assert found.taps == {"place": 1, "tick": 1, "rest": 1, "day": 2, "next": 1}
    assert (found.total, found.questions, found.left) == (6, 3, "该答的都答完了")


def test_a_control_out_of_sight_costs_the_way_to_it(phone: Page) -> None:
    assert walk(phone, coded()).screens == 0
    assert 0.9 < walk(phone, coded(), above=HEIGHT + 700).screens < 2


# Every choice goes on; the verdicts stand below the last question, and beneath them what else may be looked at.
SITUATION = """<!doctype html><meta name="viewport" content="width=device-width"><style>[hidden]{display:none}</style>
<div data-checker data-view=ask>
<fieldset class="question" id="q-situation"><label><input type=radio name=situation value=accused data-sets="{}">x</label></fieldset>
<fieldset class="question" id="q-policy_area" hidden><label><input type=radio name=policy_area data-document=wuyang>z</label></fieldset>
<fieldset class="question" id="q-accused_beside" hidden data-beside=accused data-stated="result_mistake result_loss">
<label><input type=radio name=accused_beside value=yes data-sets="{}">y</label>
<label><input type=radio name=accused_beside value=no data-sets="{}">n</label></fieldset>
<fieldset data-role=more hidden><label><input type=checkbox name=further value=track>t</label></fieldset>
<p data-role=left>该答的都答完了</p></div><script>var said = []; {
const all = [...document.querySelectorAll("fieldset")];
all.forEach((one, at) => {
  one.onchange = ({ target }) => {
    said.push(target.value);
    if (!all[at + 1]) return;
    [one.hidden, all[at + 1].hidden] = [true, false];
    if (all[at + 1].dataset.role) document.querySelector("[data-checker]").dataset.view = "result";
  };
});
}</script>"""


@pytest.mark.parametrize(
    ("facts", "further", "said"), [({"result_loss": True}, [], "yes"), ({}, [], "no"), ({}, ["track"], "no track")]
)
def test_what_is_looked_at_beside_is_asked_and_what_else_he_wants_to_know_stands_at_the_end(
    phone: Page, facts: dict[str, bool], further: list[str], said: str
) -> None:
    phone.set_content(SITUATION)
    story = coded(situation="accused", facts=facts, further=further)
    found = Person(story, "wuyang", Hand(phone)).walk(HEIGHT)
    assert found.taps == {"situation": 1, "place": 1, "beside": 1} | ({"further": 1} if further else {})
    assert phone.evaluate("said") == ["accused", "on", *said.split()]


def test_who_reads_that_it_is_enough_ticks_no_more(phone: Page) -> None:
    enough = LIST + "<p class=ticks__enough>{}</p>"
    for told, taps in (("", 2), ("够了", 1)):
        phone.set_content(FORM.format(above=0, list=enough.format(told)))
        story = coded(facts={"result_loss": True, "result_mistake": True})
        assert Person(story, "wuyang", Hand(phone)).walk(HEIGHT).taps["tick"] == taps


def test_each_question_tells_what_it_took(phone: Page) -> None:
    found = walk(phone, coded(), above=HEIGHT + 700)
    assert {question: cost.taps for question, cost in found.by.items()} == {
        "q-policy_area": 1,
        "q-outcome": 2,
        "q-key_dates": 3,
    }
    assert found.by["q-outcome"].scrolled > 0 == found.by["q-policy_area"].scrolled


def test_who_teaches_is_done_with_his_place(phone: Page) -> None:
    assert walk(phone, coded(case=False, facts={}, rest="unknown")).taps == {"place": 1}


def test_who_is_not_sure_of_a_row_needs_a_way_to_say_so_of_that_row(phone: Page) -> None:
    with pytest.raises(KeyError, match="each"):
        walk(phone, coded(unknown=["result_mistake"]))


def test_what_is_covered_cannot_be_tapped(phone: Page) -> None:
    phone.set_content(FORM.format(above=0, list=LIST) + "<div style='position:fixed;inset:0'></div>")
    with pytest.raises(Stuck, match="covers"):
        Person(coded(), "wuyang", Hand(phone)).walk(HEIGHT)


def test_a_picture_is_taken_of_every_step(phone: Page, tmp_path: Path) -> None:
    phone.set_content(FORM.format(above=0, list=LIST))
    Person(coded(), "wuyang", Hand(phone, tmp_path)).walk(HEIGHT)
    assert len(list(tmp_path.glob("*.png"))) == 5


def test_the_table_tells_a_place_over_its_bar_and_keeps_who_teaches_apart(phone: Page) -> None:
    found = walk(phone, coded())
    assert [line.split()[0] for line in table({"wuyang": [found]}, set())] == ["place", "wuyang"]
    assert table({"wuyang": [found]}, set())[1].endswith("met")
    many = Walk("b", found.taps + found.taps + found.taps, 9, 1, 1, "")
    assert table({"wuyang": [many]}, set())[1].endswith("over 12")
    assert table({"pingdingshan": [many]}, set())[1].endswith("met")
    assert [line.split()[0] for line in table({"wuyang": [found]}, {"a"})] == ["place", "who"]
