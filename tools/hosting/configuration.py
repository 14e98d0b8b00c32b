"""Writes a web server's configuration for the built site: `python3 -m tools.hosting.configuration nginx --base /rongcuo/`.

The templates lie in deploy/. It is printed, to be put where that server reads it. Only the standard library.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from tools.build.policy import PolicyError, header_policy
from tools.hosting.kinds import HASHED

ROOT = Path(__file__).resolve().parent.parent.parent
TEMPLATES = {name: ROOT / "deploy" / file for name, file in
             {"nginx": "nginx.conf", "apache": "apache.conf", "caddy": "Caddyfile"}.items()}  # fmt: skip
# Lines that only some sites want.
ONLY = re.compile(r"^(.*?) *# (under a path|at one address) only\n", re.MULTILINE)
FIELD = re.compile(r"@([A-Z_]+)@")
BASE = re.compile(r"/(?:[A-Za-z0-9._~-]+/)*")
NAME = re.compile(r"[A-Za-z0-9.-]+|_")
# Of a path only what no server takes for something else: a blank, a quote, a brace, a dollar, a backslash would be.
FOLDER = re.compile(r"/[^\s\"'{}$\\;#%@*?\[\]]*")


class ConfigurationError(Exception):
    """One line saying what cannot be written."""


def configuration(server: str, site: Path, base: str = "/", name: str = "_", listen: str = "80") -> str:
    """The whole file. `base`: the path under which the site is reached, with a slash at both ends; `name`: the host's name, `_` for
    any; `listen`: a port, or address:port. Raises ConfigurationError and PolicyError."""
    folder = str(site.resolve())
    address, _, port = listen.rpartition(":")
    if not BASE.fullmatch(base):
        raise ConfigurationError(f"{base}: a path under which a site is reached begins and ends with /, as /rongcuo/")
    if not NAME.fullmatch(name):
        raise ConfigurationError(f"{name}: no name of a host")
    if not port.isdecimal() or not 0 < int(port) < 65536 or not re.fullmatch(r"[0-9a-fA-F.:\[\]]*", address):
        raise ConfigurationError(f"{listen}: neither a port nor address:port")
    if not FOLDER.fullmatch(folder):
        raise ConfigurationError(
            f"{folder}: put the site into a folder whose path has no blanks and none of \"'{{}}$\\;#%"
        )
    policy = header_policy(site)
    if '"' in policy or "\n" in policy:
        raise ConfigurationError("the site's policy holds what a configuration cannot quote")
    any_name = {"nginx": "_", "apache": "localhost", "caddy": ""}[server]
    fields = {
        "FOLDER": folder,
        "BASE": base,
        "BARE": base.rstrip("/"),
        "POLICY": policy,
        "NAME": any_name if name == "_" else name,
        "LISTEN": f"{address or '*'}:{port}" if server == "apache" else listen,
        "PORT": port,
        "ADDRESS": address,
        "HASHED": HASHED,
        "HASHED_OR_COMPRESSED": HASHED.removesuffix("$") + r"(?:\.br|\.gz)?$",
    }
    wanted = {"under a path": base != "/", "at one address": bool(address)}
    text = ONLY.sub(
        lambda found: f"{found[1]}\n" if wanted[found[2]] else "", TEMPLATES[server].read_text(encoding="utf-8")
    )
    return FIELD.sub(lambda found: fields[found[1]], text)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("server", choices=TEMPLATES)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="where the built site lies on the server")
    parser.add_argument("--base", default="/", help="the path under which it is reached, as /rongcuo/")
    parser.add_argument("--name", default="_", help="the host's name")
    parser.add_argument("--listen", default="80", help="a port, or address:port")
    given = parser.parse_args()
    try:
        print(configuration(given.server, given.site, given.base, given.name, given.listen), end="")
    except (ConfigurationError, PolicyError, OSError) as error:
        print(f"configuration: error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
