"""All answers on one page, each with its way back, before anything is made of them."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.support.check_page import opened


def test_every_answer_is_listed_by_its_question_with_a_way_back(page: Page, site_url: str) -> None:
    checker = opened(page, site_url)
    checker.locator("input[name=mode][value=all]").check()
    checker.locator("input[data-document=shangzhou]").check()
    checker.locator("input[name='f-private_gain'][value=no]").check()
    checker.locator("input[name='f-due_diligence'][value=organ]").check()
    checker.get_by_text("先核对您的回答").click()
    review = checker.locator("[data-role=reviewed]")
    expect(review).to_be_visible()
    place = review.locator(".review__row", has=checker.locator("a[href='#q-policy_area']"))
    expect(place).to_contain_text("商州")
    gain = question_of(checker, "private_gain")
    row = review.locator(".review__row", has=checker.locator(f"a[href='#{gain}']"))
    expect(row).to_contain_text("否：谋取私利")
    organ = review.locator(".review__row", has=checker.locator(f"a[href='#{question_of(checker, 'due_diligence')}']"))
    expect(organ.locator(".review__organ")).to_contain_text("请组织认定：勤勉尽责、达到尽责要求")
    expect(review.locator(".review__open").first).to_contain_text("还没答：")
    # It follows the answers, and names nothing as left that no longer matters.
    left = review.locator(".review__open").count()
    checker.locator("input[name='f-private_gain'][value=yes]").check()
    expect(row).to_contain_text("是：谋取私利")
    expect(review.locator(".review__open")).not_to_have_count(left)
    row.get_by_role("link", name="修改").click()
    expect(checker.locator(f"#{gain} legend")).to_be_focused()


def question_of(checker: Page, fact: str) -> str:
    found = checker.locator(f"fieldset.question:has([data-fact={fact}])").get_attribute("id")
    assert found
    return found
