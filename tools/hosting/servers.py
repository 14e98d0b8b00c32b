"""nginx, Apache and Caddy as Debian packs them, each a child process on loopback with the configuration that deploy/ has for it.

What stands around that configuration is as Debian has it: with its table of types, its compressing on the way, its listings.
"""

from __future__ import annotations

import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.hosting.configuration import configuration
from tools.setup.servers import BROTLI, PROGRAMS, missing, program

TYPES = Path("/etc/mime.types")
APACHE_MODULES = Path("/usr/lib/apache2/modules")
PATIENCE = 20.0  # seconds
NGINX = """\
load_module {brotli};
{user}
daemon off;
worker_processes 1;
pid {own}/pid;
error_log stderr warn;
events {{ worker_connections 512; }}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    log_format sent "$status $bytes_sent $request_uri";
    access_log {own}/sent sent;
    sendfile on;
    tcp_nopush on;
    gzip on;
    client_body_temp_path {own}/body;
    proxy_temp_path {own}/proxy;
    fastcgi_temp_path {own}/fastcgi;
    uwsgi_temp_path {own}/uwsgi;
    scgi_temp_path {own}/scgi;
    include {site};
}}
"""
APACHE_LOADED = (
    "mpm_event authz_core authz_host alias dir mime headers rewrite env setenvif negotiation autoindex filter deflate"
)
APACHE = """\
{modules}
ServerRoot {own}
DefaultRuntimeDir {own}
PidFile {own}/pid
Listen 127.0.0.1:{port}
ServerName localhost
{user}
ErrorLog /dev/stderr
LogLevel error
TypesConfig {types}
AddType application/x-gzip .gz
AddLanguage br .br
AddOutputFilterByType DEFLATE text/html text/plain text/xml text/css text/javascript application/javascript application/json
<Directory />
    Options FollowSymLinks
    AllowOverride None
    Require all denied
</Directory>
Include {site}
"""
CADDY = """\
{{
	admin off
	auto_https off
}}
import {site}
"""
# As little as the server needs to send a folder.
BARE = {
    "nginx": "server {{ listen 127.0.0.1:{port}; root {folder}; }}",
    "apache": """\
<VirtualHost 127.0.0.1:{port}>
    DocumentRoot {folder}
    <Directory {folder}>
        Require all granted
    </Directory>
</VirtualHost>
""",
    "caddy": "http://:{port} {{\n\tbind 127.0.0.1\n\troot * {folder}\n\tfile_server\n}}\n",
}


class ServerMissing(Exception):
    """One line naming the packages."""


class ServerError(Exception):
    """What the server said of its configuration, or as it stopped."""


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
    return port


@contextmanager
def started(server: str, site: Path, base: str = "/", *, own: Path | None = None) -> Iterator[str]:
    """The address at which the server sends the site, without the slash at its end; the configuration has been validated by the server.

    Where it is started by root, Apache reads the site as www-data. `own`: an empty folder for what the server writes; nginx writes there
    into `sent` a line for each answer, its status, bytes and path. Raises ServerMissing and ServerError."""
    port = free_port()
    with _running(server, port, configuration(server, site, base, listen=f"127.0.0.1:{port}"), own):
        yield f"http://127.0.0.1:{port}{base.rstrip('/')}"


@contextmanager
def bare(server: str, folder: Path) -> Iterator[str]:
    """The same, of a folder as the server sends it without any of our configuration."""
    port = free_port()
    with _running(server, port, BARE[server].format(port=port, folder=folder)):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def _running(server: str, port: int, site: str, given: Path | None = None) -> Iterator[None]:
    file = program(PROGRAMS[server])
    if file is None or (server == "nginx" and not BROTLI.is_file()):
        raise ServerMissing(f"{server} is not there as the tests want it: apt-get install {' '.join(missing())}")
    with tempfile.TemporaryDirectory() as temporary:
        own = given or Path(temporary)
        own.chmod(0o755)
        (own / "site.conf").write_text(site, encoding="utf-8")
        whole = own / "whole.conf"
        whole.write_text(_around(server, own, port), encoding="utf-8")
        check, run = _commands(server, file, whole)
        env = {**os.environ, "HOME": temporary, "XDG_DATA_HOME": temporary, "XDG_CONFIG_HOME": temporary}
        done = subprocess.run(check, env=env, capture_output=True, encoding="utf-8", errors="replace", check=False)
        if done.returncode:
            raise ServerError(f"{server}: {done.stderr or done.stdout}")
        with (own / "log").open("w+b") as log:
            process = subprocess.Popen(run, env=env, stdout=log, stderr=log)
            try:
                _await(process, port, own / "log")
                yield
            finally:
                process.terminate()
                try:
                    process.wait(PATIENCE)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()


def _around(server: str, own: Path, port: int) -> str:
    root = os.geteuid() == 0
    site = own / "site.conf"
    if server == "nginx":
        return NGINX.format(own=own, site=site, brotli=BROTLI, user="user root;" if root else "")
    if server == "caddy":
        return CADDY.format(site=site)
    modules = "\n".join(f"LoadModule {name}_module {APACHE_MODULES}/mod_{name}.so" for name in APACHE_LOADED.split())
    user = "User www-data\nGroup www-data" if root else ""
    types = TYPES if TYPES.is_file() else os.devnull
    return APACHE.format(own=own, site=site, port=port, modules=modules, user=user, types=types)


def _commands(server: str, program: str, whole: Path) -> tuple[list[str], list[str]]:
    """What validates the configuration, and what starts the server in the foreground."""
    if server == "nginx":
        start = [program, "-p", str(whole.parent), "-e", "stderr", "-c", str(whole)]
        return [*start, "-t"], start
    if server == "apache":
        start = [program, "-f", str(whole), "-d", str(whole.parent)]
        return [*start, "-t"], [*start, "-D", "FOREGROUND"]
    ask = ["--config", str(whole), "--adapter", "caddyfile"]
    return [program, "validate", *ask], [program, "run", *ask]


def _await(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if process.poll() is not None:
            break
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise ServerError(f"it has not started: {log.read_text(encoding='utf-8', errors='replace')}")
