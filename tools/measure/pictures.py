"""Takes the README's two pictures from the built site: `python -m tools.measure.pictures`."""

from __future__ import annotations

import json
import sys
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tools.serve.precompressed import Precompressed

ROOT = Path(__file__).resolve().parent.parent.parent
SITE = ROOT / "site"
PICTURES = ROOT / "docs" / "contribute" / "pictures"
STAMP = ROOT / ".venv" / "browser.json"
READY = 60_000
ANSWER = """() => {
  const form = document.querySelector("form.checker__form");
  for (const choice of ["[data-document=wuyang]", "[name=f-private_gain][value=no]"]) form.querySelector(`input${choice}`)?.click();
  window.scrollTo(0, form.querySelector("fieldset:not([hidden])").getBoundingClientRect().top + scrollY - 130);
}"""


class Quiet(Precompressed):
    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


def comparison(page: Page) -> None:
    page.goto("compare/decision/?cols=wuyang_tolerance,shangzhou,puyang_draft,xuzhou")
    page.locator("table").first.scroll_into_view_if_needed()


def verdicts(page: Page) -> None:
    page.goto("check/")
    page.wait_for_selector("[data-checker][data-ready]", timeout=READY)
    page.evaluate(ANSWER)
    page.wait_for_timeout(1000)


VIEWS = {"compare.png": (1180, 520, comparison), "check.png": (375, 720, verdicts)}


def take(browser: Browser, address: str) -> None:
    for name, (width, height, show) in VIEWS.items():
        page = browser.new_page(
            viewport={"width": width, "height": height}, base_url=address, locale="zh-CN", reduced_motion="reduce"
        )
        show(page)
        page.screenshot(path=PICTURES / name)
        page.close()


def main() -> int:
    if not (SITE / "index.html").is_file() or not STAMP.is_file():
        print("pictures: error: run `make site` first, and a browser must be installed", file=sys.stderr)
        return 1
    PICTURES.mkdir(parents=True, exist_ok=True)
    stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=SITE)) as server, sync_playwright() as driver:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        arguments = ["--no-sandbox", "--disable-gpu"]
        browser = driver.chromium.launch(executable_path=stamp["executable"], args=arguments, env=stamp["env"] or None)
        take(browser, f"http://127.0.0.1:{server.server_port}/")
        browser.close()
        server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
