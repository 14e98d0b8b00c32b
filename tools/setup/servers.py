"""The web servers whose configurations the tests try, where the machine lets them be installed; none of them is started as a service."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.setup.shell import Stop, apt_install, apt_usable, say

PROGRAMS = {"nginx": "nginx", "apache": "apache2", "caddy": "caddy"}
PACKAGES = {"nginx": "nginx", "apache": "apache2-bin", "caddy": "caddy"}  # apache2-bin: the server without a service
MODULE = "libnginx-mod-http-brotli-static"
LOAD = "wrk"  # the load generator of `make bench-host`
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
POLICY = Path("/usr/sbin/policy-rc.d")  # asked by Debian's packages before they start a service; 101 is no
NO = "#!/bin/sh\nexit 101\n"
UNITS = {"nginx": "nginx.service", "caddy": "caddy.service"}  # apache2-bin has none


def program(name: str) -> str | None:
    """Debian has servers where only root looks."""
    folders = (os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/local/sbin")
    return shutil.which(name, path=os.pathsep.join(folders))


def missing() -> list[str]:
    """The Debian packages without which a server cannot be started as the tests want it."""
    lacking = [PACKAGES[name] for name, file in PROGRAMS.items() if program(file) is None]
    return lacking if BROTLI.is_file() else [*lacking, MODULE]


def ensure_servers(*more: str) -> None:
    """`more`: further packages, such as a load generator."""
    wanted = [*missing(), *more]
    if not wanted:
        return
    if not apt_usable():
        say(f"no {', '.join(wanted)}, so that the hosts' configurations are not tried; only root can install them")
        return
    try:
        with _no_service_starts():
            apt_install(*wanted)
        _disable(wanted)
    except Stop as why:
        say(f"the hosts' configurations are not tried: {why}")


@contextmanager
def _no_service_starts() -> Iterator[None]:
    """Port 80 may be somebody else's. A policy that is there already stays as it is, and is asked instead."""
    ours = not POLICY.exists()
    if ours:
        POLICY.write_text(NO, encoding="utf-8")
        POLICY.chmod(0o755)
    try:
        yield
    finally:
        if ours:
            POLICY.unlink(missing_ok=True)


def _disable(packages: list[str]) -> None:
    """Nor at the next start of the machine. Where nothing starts services there is nothing to disable."""
    units = [UNITS[package] for package in packages if package in UNITS]
    if units and shutil.which("systemctl"):
        subprocess.run(["systemctl", "disable", "--quiet", *units], capture_output=True, check=False)
