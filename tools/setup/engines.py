"""The browsers of `make test-browsers` whose engine is not Chromium's, where the machine lets them be installed."""

from __future__ import annotations

import shutil

from tools.setup.shell import Stop, apt_install, apt_usable, say

# Program → Debian's package. pdftotext reads what they print.
PROGRAMS = {
    "firefox-esr": "firefox-esr",
    "WebKitWebDriver": "webkit2gtk-driver",
    "Xvfb": "xvfb",
    "pdftotext": "poppler-utils",
}


def missing() -> list[str]:
    """The packages that are not there."""
    return [package for program, package in PROGRAMS.items() if shutil.which(program) is None]


def ensure_engines() -> None:
    """Without them `make test-browsers` fails, and names each that it lacks."""
    wanted = missing()
    if not wanted:
        return
    if not apt_usable():
        say(f"no {', '.join(wanted)}; only root can install them")
        return
    try:
        apt_install(*wanted, "fonts-noto-cjk")
    except Stop as why:
        say(f"no {', '.join(wanted)}: {why}")
