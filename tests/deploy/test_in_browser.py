"""The check page from each server, under a path: Chromium finds nothing to complain of, and Python confirms the verdict."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.deploy.conftest import BELOW
from tests.support.check_page import CONFIRMED, FILL, READY, form_of, judged
from tests.support.traffic import Traffic
from tools.hosting.servers import started

ANSWERS = {"private_gain": True}


@pytest.mark.parametrize(
    "server", ["nginx", pytest.param("apache", marks=pytest.mark.long), pytest.param("caddy", marks=pytest.mark.long)]
)
def test_the_check_page_works_whole_under_a_path_and_the_policy_forbids_nothing_it_needs(
    page_of: Callable[..., Page], sent_site: Path, traffic: Traffic, server: str
) -> None:
    with started(server, sent_site, BELOW) as url:
        page = page_of(base_url=url)
        page.add_init_script(
            "window.refused = []; addEventListener('securitypolicyviolation', (event) => refused.push(event.blockedURI))"
        )
        page.goto(f"{url}/check/")
        form_of(page).evaluate(FILL, ANSWERS)
        page.wait_for_selector(CONFIRMED, timeout=READY)
        assert "ineligible" in judged(page)
        assert page.evaluate("refused") == []
        traffic.allow(r"status of 40[34].*/nowhere/at/all/")  # that page, and where it looks for the site's root
        page.goto(f"{url}/nowhere/at/all/")
        page.get_by_role("link", name="自己查").first.click()
        page.wait_for_url(f"{url}/check/")
        page.context.close()  # before the server ends
