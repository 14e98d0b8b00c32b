"""What must hold from one visit of the check page to the next, and on paper, in every engine that is driven."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from tools.measure.driving import ANSWER, VERDICT, Failed, Visitor, press, until
from tools.measure.hosted import Hosted

DATA = "document.querySelector('[data-checker]').dataset"
CONFIRMED = f"'confirmed' in {DATA}"
GAIN = "document.querySelector(\"input[name='f-private_gain'][value='yes']\")?.checked"
CONTROLLED = "navigator.serviceWorker?.controller"
TOLD = "[...document.querySelectorAll('[data-role=age]')].every((line) => line.textContent.includes('%s'))"
SHEET = "document.querySelector('section#shangzhou')?.offsetHeight > 100"
OTHER_SHEET = "document.querySelector('section#xuzhou')?.offsetHeight > 0"
# What a browser looks up where it prints, put to the screen: rules for print hold, rules for screens do not.
PRINT_RULES = """(() => {
  const onPaper = (medium) =>
    /^not print/.test(medium) || /^(only )?screen/.test(medium) ? "not all" : medium.replace(/^(only )?print/, "all");
  const put = (media) => {
    const changed = [...media].map(onPaper).join(", ");
    if (changed !== media.mediaText) media.mediaText = changed;
  };
  const each = (rules) => {
    for (const rule of rules) {
      if (rule.media) put(rule.media);
      if (rule.cssRules) each(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets) {
    put(sheet.media);
    each(sheet.cssRules);
  }
})()"""
SEEN = "[...document.querySelectorAll('%s')].filter((one) => one.offsetParent).length"


def visits(browser: Visitor, site: Path) -> list[str]:
    """What could not be driven, a line each. Raises Failed with the first thing that does not hold."""
    with tempfile.TemporaryDirectory() as root:
        host = Hosted(site, Path(root))
        try:
            reload_and_back(browser, host.url)
            undriven = paper(browser, host.url)
            renewed(browser, host)
            cleared(browser)
            host.stop()
            offline(browser, host.url)
        finally:
            browser.visit("about:blank")
            host.stop()
    single_file(browser, site)
    return undriven


def answered(browser: Visitor, address: str) -> None:
    browser.visit(address)
    until(browser, f"{VERDICT} === 'insufficient_information'", "a first verdict")
    browser.evaluate(ANSWER % "yes")
    has_answers(browser, "the answer that was given")


def has_answers(browser: Visitor, what: str) -> None:
    until(browser, f"{GAIN} && {VERDICT} === 'ineligible'", what)


def reload_and_back(browser: Visitor, url: str) -> None:
    answered(browser, f"{url}/check/")
    browser.reload()
    has_answers(browser, "the answer after a reload")
    until(browser, CONFIRMED, "Python after a reload")
    browser.visit(f"{url}/read/shangzhou/")
    browser.back()
    until(browser, "location.pathname.endsWith('/check/')", "the check page by Back")
    has_answers(browser, "the answer after Back")
    browser.evaluate(ANSWER % "no")
    until(browser, f"{VERDICT} === 'insufficient_information' && {CONFIRMED}", "Python after Back")
    browser.evaluate(ANSWER % "yes")


def paper(browser: Visitor, url: str) -> list[str]:
    """Under the rules for print; and as a PDF, where the driver makes one."""
    undriven = []
    if browser.print_pdf:
        pages(browser.print_pdf())
    else:
        undriven.append("its driver prints nothing; the rules for print were put to the screen instead")
    until(browser, "document.querySelector('[data-role=save-case]')", "the whole page")
    browser.evaluate(PRINT_RULES)
    until(browser, SEEN % "article[data-rule] .verdict__title", "verdicts on paper")
    until(browser, SEEN % ".source", "on paper where it is from")
    for unwanted in (".md-header", ".checker__bar", ".checker__actions"):
        until(browser, f"!({SEEN % unwanted})", f"paper without {unwanted}")
    browser.visit(f"{url}/worksheet/#shangzhou")
    browser.evaluate(PRINT_RULES)
    until(browser, f"{SHEET} && !({OTHER_SHEET})", "the one sheet that was chosen, alone on paper")
    return undriven


def pages(pdf: bytes) -> None:
    """Raises Failed if there is none, or one on which nothing stands."""
    program = shutil.which("pdftotext")
    if program is None:
        raise Failed("pdftotext (poppler-utils) is not installed")
    text = subprocess.run([program, "-", "-"], input=pdf, capture_output=True, check=False)
    found = text.stdout.decode("utf-8", "replace").split("\f")[:-1]
    if text.returncode or not found or not all(page.strip() for page in found):
        raise Failed(f"there never was a PDF without empty pages: {len(found)} pages")


def renewed(browser: Visitor, host: Hosted) -> None:
    """While the page stands open: it is told, keeps its answers, and a reload brings the new version with them."""
    browser.visit(f"{host.url}/check/")
    until(browser, CONTROLLED, "a service worker")
    has_answers(browser, "the answer in a second visit")
    host.renew()
    browser.evaluate("void navigator.serviceWorker.getRegistration().then((found) => found.update())")
    until(browser, TOLD % "本站更新了", "a word on the newer version")
    has_answers(browser, "the answer beside that word")
    browser.reload()
    until(browser, "document.querySelector('h1[data-new]')", "the newer version after a reload")
    has_answers(browser, "the answer in the newer version")


def cleared(browser: Visitor) -> None:
    """What 一键清除并离开 has taken, Back does not bring again."""
    until(browser, "document.querySelector('[data-role=clear-leave]')", "a button that clears")
    press(browser, "[data-role=clear-leave]")
    until(browser, "!location.pathname.endsWith('/check/')", "another page")
    for earlier in ("/worksheet/", "/check/"):
        browser.back()
        until(browser, f"location.pathname.endsWith('{earlier}')", f"{earlier} by Back")
    until(browser, f"{VERDICT} === 'insufficient_information' && !({GAIN})", "an empty form by Back")


def offline(browser: Visitor, url: str) -> None:
    """Opened again, with the server gone: it says so, judges, and Python confirms."""
    browser.visit("about:blank")
    browser.visit(f"{url}/check/")
    until(browser, f"{DATA}.kept === 'device'", "the page without a server")
    until(browser, TOLD % "没有连上本站", "a word on the rules that were kept")
    browser.evaluate(ANSWER % "yes")
    has_answers(browser, "a verdict without a server")
    until(browser, CONFIRMED, "Python without a server")


def single_file(browser: Visitor, site: Path) -> None:
    """Opened from a folder: judged, and its answers live through a reload."""
    answered(browser, (site / "check" / "offline.html").as_uri())
    browser.reload()
    has_answers(browser, "the answer in the single file after a reload")
