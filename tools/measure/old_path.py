"""What the pages do in Chromium of years ago: the menu, the search, the filters, and the check page without Python."""

from __future__ import annotations

from tools.measure.driving import ANSWER, DESK, PHONE, VERDICT, WATCH_DOWNLOADS, Failed, press, until
from tools.measure.old_chromium import Tab

PAGES = ("", "read/xuzhou/", "compare/accountability/", "compare/all/", "compare/side-by-side/", "search/", "check/")
SHOWN = "[...document.querySelectorAll('.comparison tbody tr')].filter((row) => row.offsetParent).length"
SAID = "document.querySelector('[data-role=status]').textContent"
# As a person would: the file that was saved is chosen again.
OPEN_SAVED = """(() => {
  const chosen = new DataTransfer();
  chosen.items.add(new File([window.offered], "saved.json"));
  const chooser = document.querySelector("[data-role=case-file]");
  chooser.files = chosen.files;
  chooser.dispatchEvent(new Event("change"));
})()"""


def old_path(tab: Tab, site: str) -> None:
    """Raises Failed if something is missing, or if a page threw what nobody caught."""
    for page in PAGES:
        menu(tab, f"{site}/{page}")
    tab.resize(*DESK)
    header_search(tab, site)
    filters(tab, site)
    side_by_side(tab, site)
    provisions(tab, site)
    check(tab, site)
    if tab.errors:
        raise Failed(f"a page threw: {tab.errors[0]}")


def menu(tab: Tab, address: str) -> None:
    tab.resize(*PHONE)
    tab.visit(address)
    press(tab, ".menu-button")
    until(tab, "document.querySelector('.md-sidebar--primary a').offsetParent", f"a menu on {address}")
    until(tab, "document.documentElement.scrollWidth <= innerWidth", f"a page no wider than a phone: {address}")


def header_search(tab: Tab, site: str) -> None:
    tab.visit(f"{site}/")
    press(tab, ".find-button")
    until(tab, "document.querySelector('.search-dialog[open] input')", "the search in the header")
    tab.evaluate(
        "{ const field = document.querySelector('.search-dialog input'); field.value = '提拔'; field.dispatchEvent(new InputEvent('input')) }"
    )
    until(tab, "document.querySelectorAll('.search-dialog .found li').length > 3", "what was found")


def filters(tab: Tab, site: str) -> None:
    tab.visit(f"{site}/compare/all/")
    whole = int(str(tab.evaluate(SHOWN)))
    press(tab, ".choose input[name=show][value=silent]")
    until(tab, f"{SHOWN} > 0 && {SHOWN} < {whole}", "fewer rows")
    press(tab, ".choose input[name=cols][value=shangzhou]")
    until(
        tab, "location.search.includes('show=silent') && location.search.includes('cols=')", "a choice in the address"
    )


def side_by_side(tab: Tab, site: str) -> None:
    tab.visit(f"{site}/compare/side-by-side/")
    for column in ("shangzhou", "xuzhou"):
        press(tab, f".choose input[value={column}]")
    until(tab, "document.querySelector('.briefs--beside .is-chosen')", "two texts side by side")


def provisions(tab: Tab, site: str) -> None:
    tab.visit(f"{site}/search/?q=%E7%A7%81%E5%88%A9")
    until(tab, "document.querySelectorAll('.found li').length > 3", "provisions that hold 私利")


def check(tab: Tab, site: str) -> None:
    tab.visit(f"{site}/check/")
    until(tab, "document.querySelector('[data-role=save-case]')", "a button that saves")
    until(tab, f"{SAID}.includes('浏览器太旧')", "a word that Python cannot run")
    tab.evaluate(ANSWER % "yes")
    until(tab, f"{VERDICT} === 'ineligible'", "the verdict that follows an answer")
    until(tab, "document.querySelector(\"article[data-rule='shangzhou'] details\")", "a full card")
    press(tab, "[data-why='private_gain'] summary")
    until(
        tab,
        "document.querySelector(\"[data-why='private_gain']\").textContent.includes('的结论还要看这一项')",
        "an answer to why",
    )
    tab.evaluate(WATCH_DOWNLOADS)
    keep(tab)
    share(tab)
    draft(tab)
    press(tab, "[data-role=clear-leave]")
    until(tab, "!location.pathname.endsWith('/check/') && !document.querySelector('[data-checker]')", "another page")


def keep(tab: Tab) -> None:
    press(tab, "[data-role=save-case]")
    until(tab, "window.offeredAs?.endsWith('.json') && window.offered?.includes('private_gain')", "a file to save")
    tab.evaluate(ANSWER % "no")
    until(tab, f"{VERDICT} === 'insufficient_information'", "the verdict that follows another answer")
    tab.evaluate(OPEN_SAVED)
    until(tab, f"{VERDICT} === 'ineligible'", "the verdict of the file that was opened")


def share(tab: Tab) -> None:
    press(tab, "[data-role=share-case]")
    until(tab, "document.querySelector('.share input').value.includes('#case=')", "a link with the answers")
    press(tab, "[data-role=draw-qr]")
    until(tab, "document.querySelector('[data-role=qr] svg path')", "a QR code")


def draft(tab: Tab) -> None:
    tab.evaluate(ANSWER % "no")
    press(tab, "input[data-document=wuyang]")
    until(tab, "document.querySelector('[data-role=next-steps] [data-role=draft]')", "next steps with a draft")
    press(tab, "[data-role=draft]")
    press(tab, "[data-role=draft-file]")
    until(tab, "window.offeredAs?.endsWith('.docx') && window.offered?.startsWith('PK')", "a draft to download")
