"""The form of the site read and filled in again: nothing that can be clicked is lost, and no two answers to one fact are settled unseen."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page

# The form of the site, answered at random and brought back from a file and from a link: what differs afterwards.
ROUND_TRIPS = """async ([html, count]) => {
  place.innerHTML = html;
  const form = place.querySelector("form");
  modules.followDays(form);
  const told = (field) => field.dispatchEvent(new Event("change", { bubbles: true }));
  const take = (field) => { field.checked = true; told(field); };
  // What stands beside another choice than the one taken does not count, and is not kept.
  const type = (field, value) => { if (modules.counts(field)) { field.value = value; told(field); } };
  let seed = 20170927;
  const chance = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const any = (list) => list[Math.floor(chance() * list.length)];
  const radios = [...form.querySelectorAll("input[type=radio]")];
  const groups = Object.values(Object.groupBy(radios, ({ name }) => name));
  const shown = () => JSON.stringify([...form.elements].map((field) => [field.name, field.checked, field.value]));
  const [differing, seen] = [[], { contrary: 0, organ: 0, choices: 0, situation: 0 }];
  for (let round = 0; round < count; round += 1) {
    form.reset();
    const share = chance();
    for (const group of groups) if (chance() < share || group[0].name === "policy_area") take(any(group));
    if (chance() < 0.4) take(any(radios.filter(({ dataset }) => dataset.sets?.includes("is_cadre") || dataset.sets === '{"post_type":"organ"}')));
    for (const field of form.querySelectorAll("input[type=checkbox]")) field.checked = chance() < share;
    for (const field of form.querySelectorAll("input[type=date]")) if (chance() < share) type(field, any(["2026-11-02", "2019-02-28"]));
    for (const field of form.querySelectorAll("input[type=number]")) if (chance() < share) type(field, any(["0", "7", "9999"]));
    modules.takeBack(form, form.querySelector("input[name=situation]:checked") ?? form); // as the page does when one is chosen
    const [said, before] = [modules.answers(form), shown()];
    said.choices = modules.unsaid(form, said.facts);
    const { document: chosen, further } = modules.chosen(form);
    const state = { data: words.data, today: "2026-11-22", ...said, place: chosen, further };
    const { text } = await modules.saveCase(state);
    const link = await modules.linkFor(state, "https://example.test/");
    for (const read of [await modules.readCase(text, words), await modules.readLink(new URL(link).hash, words)]) {
      const left = modules.fill(form, read);
      modules.choose(form, read);
      const same = JSON.stringify(modules.answers(form).facts) === JSON.stringify(said.facts) && shown() === before;
      if (left.length || read.notes.length || !same) differing.push({ said, read, left });
    }
    seen.contrary += said.contrary.length > 0;
    seen.organ += said.facts.post_type === "organ" && typeof said.facts.is_cadre === "boolean";
    seen.choices += said.choices.prior_tolerance !== undefined;
    seen.situation += said.choices.situation !== undefined;
  }
  return { differing: differing.slice(0, 3), seen };
}"""
CADRE = """([option, row]) => {
  const form = place.querySelector("form");
  form.reset();
  [...form.querySelectorAll("input[name=post_type]")].find(({ parentElement }) => parentElement.textContent === option).checked = true;
  form.querySelector(`input[name=f-is_cadre][value=${row}]`).checked = true;
  return modules.answers(form);
}"""


@pytest.fixture
def asking(bare: Page, site_dir: Path) -> Page:
    """The bare page with the form of the site."""
    soup = BeautifulSoup((site_dir / "check" / "index.html").read_bytes(), "html.parser")
    bare.evaluate("html => { place.innerHTML = html; }", str(soup.select_one("form.checker__form")))
    return bare


def test_whatever_can_be_clicked_comes_back_from_a_file_and_from_a_link_as_it_was(asking: Page) -> None:
    html = asking.locator("form.checker__form").evaluate("form => form.outerHTML")
    found = asking.evaluate(ROUND_TRIPS, [html, 250])
    assert found["differing"] == []
    assert min(found["seen"].values()) > 2, found["seen"]


@pytest.mark.parametrize("row", ["no", "organ"])
def test_two_fields_that_say_different_things_of_one_fact_are_a_contradiction_and_neither_wins(
    asking: Page, row: str
) -> None:
    said = asking.evaluate(CADRE, ["学院干部", row])
    assert said["facts"] == {"post_type": "college"}
    assert said["contrary"] == [["post_type", "is_cadre"]]


def test_two_fields_that_agree_or_of_which_one_is_silent_are_no_contradiction(asking: Page) -> None:
    for row in ("yes", "unknown"):
        said = asking.evaluate(CADRE, ["学院干部", row])
        assert (said["facts"], said["contrary"]) == ({"post_type": "college", "is_cadre": True}, [])
    said = asking.evaluate(CADRE, ["请组织认定", "yes"])
    assert (said["facts"], said["contrary"]) == ({"post_type": "organ", "is_cadre": True}, [])


def test_facts_that_no_choice_says_are_returned(asking: Page) -> None:
    """As in a file of before the choices were saved."""
    left = asking.evaluate(
        "facts => modules.fill(place.querySelector('form'), { facts })",
        {"post_type": "college", "is_cadre": "organ", "private_gain": False, "wuyang_tolerance_late_accepted": True},
    )
    assert left == ["post_type", "wuyang_tolerance_late_accepted"]
    assert asking.evaluate("modules.answers(place.querySelector('form')).facts") == {
        "is_cadre": "organ",
        "private_gain": False,
    }


def test_a_link_of_old_says_its_facts_wherever_they_are_asked_now(asking: Page) -> None:
    """It names facts; which question asks them has changed since."""
    facts = {
        "democratic_procedure": True,
        "arbitrary_decision": False,
        "admits_mistake": True,
        "refuses_rectification": False,
        "expressly_prohibited": False,
        "conforms_superior_policy": True,
        "circumstances_minor": "organ",
        "serious_consequence": False,
        "ctx_weak_performance": True,
        "outside_grassroots_authority": True,
        "adverse_impact": False,
        "impact_none_or_minor": True,
    }
    assert asking.evaluate("facts => modules.fill(place.querySelector('form'), { facts })", facts) == []
    assert asking.evaluate("modules.answers(place.querySelector('form')).facts") == facts


def test_of_two_facts_that_one_choice_says_one_alone_is_asked_again_and_told(asking: Page) -> None:
    given = {"adverse_impact": True, "circumstances_minor": False}
    left = asking.evaluate("facts => modules.fill(place.querySelector('form'), { facts })", given)
    assert left == ["adverse_impact"]
    assert asking.evaluate("modules.answers(place.querySelector('form')).facts") == {"circumstances_minor": False}


def test_a_choice_that_the_data_have_since_given_another_meaning_gives_way_to_the_facts(asking: Page) -> None:
    given = {"facts": {"prior_tolerance_same_error": True}, "choices": {"prior_tolerance": "没有"}}
    assert asking.evaluate("given => modules.fill(place.querySelector('form'), given)", given) == []
