"""The web servers of Debian, each with the configuration that deploy/ has for it, sending the built site."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.hosting.kinds import TYPES
from tools.setup.servers import missing

SERVERS = ("nginx", "apache", "caddy")
BELOW = "/rongcuo/"
NO_SERVER = (
    "there are no web servers to try the configurations on: see what `python3 -m tools.setup.bootstrap browser` says"
)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = [
        report
        for kind in ("skipped", "error", "failed")
        for report in terminalreporter.stats.get(kind, [])
        if NO_SERVER in str(report.longrepr)
    ]
    if reports:
        line = f"NO WEB SERVER: {len(reports)} TESTS OF THE HOSTS' CONFIGURATIONS DID NOT RUN; wanted: {' '.join(missing())}"
        terminalreporter.section(line, sep="!", red=True, bold=True)


@pytest.fixture(scope="session")
def servers() -> None:
    """Only root can install them; in CI, where nobody reads the summary, that they are missing is a failure."""
    if missing():
        if os.environ.get("CI") == "true":
            pytest.fail(NO_SERVER, pytrace=False)
        pytest.skip(NO_SERVER)


@pytest.fixture(scope="session")
def sent_site(site_dir: Path, servers: None) -> Iterator[Path]:
    """The built site where a server may read it that root has started, with an empty file of each kind that it has none of by now."""
    with tempfile.TemporaryDirectory() as temporary:
        Path(temporary).chmod(0o755)
        folder = Path(temporary) / "site"
        shutil.copytree(site_dir, folder, copy_function=_linked)
        for ending in TYPES:
            if next(folder.rglob(f"*{ending}"), None) is None:
                (folder / "data" / f"none{ending}").write_bytes(b"")
        yield folder


def _linked(source: str, target: str) -> str:
    try:
        os.link(source, target)
    except OSError:  # on another disk
        return str(shutil.copy2(source, target))
    return target
