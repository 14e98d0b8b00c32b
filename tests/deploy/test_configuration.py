"""What the configurations are filled in with, and what is refused because a server would read it otherwise."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.deploy.conftest import SERVERS
from tests.support.folders import ROOT
from tools.hosting.configuration import TEMPLATES, ConfigurationError, configuration
from tools.hosting.kinds import CHECKED, FOREVER, TYPES, hashed


@pytest.mark.parametrize("server", SERVERS)
@pytest.mark.parametrize(
    ("base", "listen"), [("/", "80"), ("/a/b/", "8080"), ("/", "127.0.0.1:8080"), ("/", "[::1]:80")]
)
def test_nothing_is_left_to_fill_in(server: str, base: str, listen: str, site_dir: Path) -> None:
    text = configuration(server, site_dir, base, "example.org", listen)
    assert not re.search(r"@[A-Z_]+@| only$", text, re.MULTILINE)
    assert str(site_dir.resolve()) in text
    assert "example.org" in text
    assert ("/a/b/" in text) is (base != "/")


@pytest.mark.parametrize("server", SERVERS)
@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"base": "rongcuo"}, "begins and ends with /"),
        ({"base": "/rongcuo"}, "begins and ends with /"),
        ({"base": "/a b/"}, "begins and ends with /"),
        ({"base": "/a;b/"}, "begins and ends with /"),
        ({"name": "a b"}, "no name of a host"),
        ({"name": 'a";'}, "no name of a host"),
        ({"listen": "http"}, "neither a port nor address:port"),
        ({"listen": "0"}, "neither a port nor address:port"),
        ({"listen": "host:80"}, "neither a port nor address:port"),
    ],
)
def test_what_a_server_would_read_otherwise_is_refused_in_one_line(
    server: str, given: dict[str, str], told: str, site_dir: Path
) -> None:
    with pytest.raises(ConfigurationError, match=told) as refused:
        configuration(server, site_dir, **given)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("name", ["a site", 'a"site', "site;", "$site", "{site}"])
def test_a_folder_that_would_be_read_as_something_else_is_refused(name: str, site_dir: Path, tmp_path: Path) -> None:
    folder = tmp_path / name
    folder.mkdir()
    (folder / "index.html").write_bytes((site_dir / "index.html").read_bytes())
    for server in SERVERS:
        with pytest.raises(ConfigurationError, match="whose path has no blanks"):
            configuration(server, folder)


def test_the_command_prints_the_file_or_says_in_one_line_why_not(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tools.hosting.configuration", "nginx", "--site"]
    done = subprocess.run([*command, "site"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == configuration("nginx", ROOT / "site")
    none = subprocess.run([*command, str(tmp_path)], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (none.returncode, none.stdout) == (1, "")
    (line,) = none.stderr.splitlines()
    assert line.startswith("configuration: error: ")


@pytest.mark.parametrize("server", SERVERS)
def test_each_configuration_says_what_the_inspection_asks_for(server: str) -> None:
    text = TEMPLATES[server].read_text(encoding="utf-8")
    assert [types[0] for types in TYPES.values() if types[0] not in text] == []
    assert FOREVER in text
    assert CHECKED in text


def test_a_name_with_twelve_digits_is_of_its_content_so_that_it_may_be_kept(site_dir: Path) -> None:
    # A picture's is of all that it is drawn from (macros/face/published.py).
    named = [path for path in site_dir.rglob("*") if re.search(r"\.[0-9a-f]{12}\.(?!png)[a-z]+$", path.name)]
    assert len(named) > 10
    assert [path.name for path in named if hashlib.sha256(path.read_bytes()).hexdigest()[:12] not in path.name] == []
    assert all(hashed(path.name) for path in named)
    for name in (
        "index.html",
        "sw.js",
        "compare-all.xlsx",
        "main.js",
        "pyodide.asm.wasm",
        "x.1234567.js",
        "a.deadbeef",
    ):
        assert not hashed(name)
