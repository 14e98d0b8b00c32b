"""Installs what the make targets need: `base` to build and serve, `test` for lint and tests, `browser` for tests in one and on
web servers, `engines` for tests in several, `bench` and `host` for benchmarks; `lock` re-resolves the locks.

`python3 -m tools.setup.bootstrap COMMAND`. Only the standard library, since it runs before anything is there. A second run finds its
stamps and does nothing.
"""

from __future__ import annotations

import argparse
import fcntl
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools.setup.browsers import ensure_browser, ensure_java
from tools.setup.engines import ensure_engines
from tools.setup.locks import MIN_PYTHON, resolve_locks
from tools.setup.node_packages import ensure_node_modules
from tools.setup.python_packages import ensure_bench, ensure_venv, ensure_wheels
from tools.setup.servers import LOAD, ensure_servers, program
from tools.setup.shell import ROOT, VENV, Stop


def refuse_links(*folders: Path) -> None:
    """`venv --clear` and `npm ci` empty the folder that a link leads to, and that one is somebody else's."""
    links = [folder.name for folder in folders if folder.is_symlink()]
    if links:
        raise Stop(f"{' and '.join(links)}: a symbolic link, whose target would be emptied; remove the link first")


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
    ensure_servers()


def engines() -> None:
    """What `make test-browsers` needs."""
    browser()
    ensure_engines()


def host() -> None:
    """What `make bench-host` needs: a browser, the servers and a load generator."""
    browser()
    if program(LOAD) is None:
        ensure_servers(LOAD)


def bench() -> None:
    base()
    ensure_bench()


def lock() -> None:
    ensure_venv()
    resolve_locks()


def main() -> int:
    commands = {command.__name__: command for command in (base, test, browser, engines, bench, host, lock)}
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
