"""Chromium as it was years ago, driven over its DevTools protocol: no driver of today speaks to it.

The npm package chrome-aws-lambda carries it, compressed; here it is fetched whole, pinned by its integrity.
"""

from __future__ import annotations

import json
import os
import platform
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from websocket import WebSocket, create_connection

from tools.setup.browsers import BROWSER, npm_unpack
from tools.setup.shell import Stop

# Version of Chromium → (npm package, integrity). 80 is what phone apps' web views and the browsers of older Windows still run.
PINNED = {
    80: (
        "chrome-aws-lambda@2.1.1",
        "sha512-Wer2QuygxsCov5bM2+8CLa6qYpNsc5AxYTlgTne00aFoxFP491LGJRxOQtGnYtsJP6UG4pB0SfrwTyPnLys1Lw==",
    ),
    88: (
        "chrome-aws-lambda@5.5.0",
        "sha512-nYSDzTsVEVsvIFaUUAUN53ulXBLKSRXFS+eVYZOLZD5SA1If59rqBAiy4raMgorQwXWqjSsjK1SF4As+qzPLqA==",
    ),
}
PARTS = r"package/bin/(chromium|aws\.tar)\.br"
OPTIONS = ("--headless", "--no-sandbox", "--no-zygote", "--disable-gpu", "--disable-dev-shm-usage", "--lang=zh-CN")
PATIENCE = 60  # seconds that the browser may take to answer one command


class PageError(Exception):
    """An expression that threw, in one line."""


class Tab:
    """One tab. `errors`: what its pages threw and nobody caught, a line each."""

    def __init__(self, socket: WebSocket) -> None:
        self.errors: list[str] = []
        self._socket = socket
        self._asked = 0
        self._loaded = False
        for domain in ("Page", "Runtime"):
            self.command(f"{domain}.enable")

    def command(self, method: str, **params: object) -> dict[str, Any]:
        """The protocol's answer to a command. Raises PageError if it refuses."""
        self._asked += 1
        self._socket.send(json.dumps({"id": self._asked, "method": method, "params": params}))
        while True:
            message = self._next()
            if message.get("id") == self._asked:
                if "error" in message:
                    raise PageError(f"{method}: {message['error']['message']}")
                result: dict[str, Any] = message["result"]
                return result

    def evaluate(self, expression: str) -> Any:
        """The value of an expression in the page, awaited if it is a promise. Raises PageError if it throws."""
        found = self.command("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in found:
            raise PageError(f"{told(found['exceptionDetails'])} in {expression}")
        return found["result"].get("value")

    def visit(self, address: str) -> None:
        """Opens an address and waits until the page has loaded."""
        self._loaded = False
        self.command("Page.navigate", url=address)
        while not self._loaded:
            self._next()

    def resize(self, width: int, height: int) -> None:
        self.command(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
        )

    def _next(self) -> dict[str, Any]:
        message: dict[str, Any] = json.loads(self._socket.recv())
        if message.get("method") == "Page.loadEventFired":
            self._loaded = True
        elif message.get("method") == "Runtime.exceptionThrown":
            self.errors.append(told(message["params"]["exceptionDetails"]))
        return message


def told(details: dict[str, Any]) -> str:
    said = details.get("exception", {}).get("description") or details["text"]
    return f"{said.splitlines()[0]} ({details.get('url', '')}:{details['lineNumber'] + 1})"


@contextmanager
def tab(version: int) -> Iterator[Tab]:
    """A tab of this version of Chromium, fetched if it is not there. Raises Stop if it cannot be."""
    if platform.machine() != "x86_64":
        raise Stop(f"npm has no old chromium for {platform.machine()}")
    folder = BROWSER / f"chromium-{version}"
    if not folder.exists():
        npm_unpack(PINNED[version], folder, PARTS)
    with tempfile.TemporaryDirectory(
        ignore_cleanup_errors=True
    ) as profile:  # a process that is ending may still write there
        ways = ("--remote-debugging-port=0", f"--user-data-dir={profile}")
        command = [str(folder / "chromium"), *OPTIONS, *ways, "about:blank"]
        environment = {**os.environ, "LD_LIBRARY_PATH": str(folder)}
        browser = subprocess.Popen(command, stderr=subprocess.DEVNULL, env=environment, start_new_session=True)
        try:
            socket = create_connection(address_of(Path(profile)), timeout=PATIENCE)
            yield Tab(socket)
            socket.close()
        finally:
            os.killpg(browser.pid, signal.SIGKILL)
            browser.wait()


def address_of(profile: Path) -> str:
    """Where the first tab listens. Raises PageError if the browser does not start."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        time.sleep(0.1)
        try:
            port = (profile / "DevToolsActivePort").read_text(encoding="utf-8").split()[0]
            with urlopen(f"http://127.0.0.1:{port}/json/list") as answer:
                pages = [one for one in json.load(answer) if one["type"] == "page"]
        except (OSError, IndexError):
            continue
        if pages:
            return str(pages[0]["webSocketDebuggerUrl"])
    raise PageError("the browser did not start")
