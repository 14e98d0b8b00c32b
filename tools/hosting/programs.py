"""The web servers that the tests start, as Debian packs them. Only the standard library: the bootstrap asks here too."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

PROGRAMS = {"nginx": "nginx", "apache": "apache2", "caddy": "caddy"}
PACKAGES = {"nginx": "nginx", "apache": "apache2-bin", "caddy": "caddy"}  # apache2-bin: the server without a service
LOAD = "wrk"  # the load generator of `make bench-host`
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")


def program(name: str) -> str | None:
    """Debian has servers where only root looks."""
    folders = (os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/local/sbin")
    return shutil.which(name, path=os.pathsep.join(folders))


def missing() -> list[str]:
    """The Debian packages without which a server cannot be started as the tests want it."""
    lacking = [PACKAGES[name] for name, file in PROGRAMS.items() if program(file) is None]
    return lacking if BROTLI.is_file() else [*lacking, "libnginx-mod-http-brotli-static"]
