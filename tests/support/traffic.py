"""What pages ask for and complain about."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext

INTRANET = "intranet.test"  # this machine under a name that browsers do not trust: what they lend to https only is missing there


@dataclass
class Traffic:
    """What the pages of one test asked for and complained about."""

    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)

    def allow(self, pattern: str) -> None:
        """Errors that this test expects, as a regular expression."""
        self.allowed.append(pattern)

    def elsewhere(self) -> list[str]:
        networked = (url for url in self.requests if urlsplit(url).scheme in {"http", "https", "ws", "wss"})
        return [url for url in networked if urlsplit(url).hostname not in {"127.0.0.1", INTRANET}]

    def complaints(self) -> list[str]:
        return [error for error in self.errors if not any(re.search(pattern, error) for pattern in self.allowed)]

    def record(self, context: BrowserContext) -> None:
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("page", lambda page: page.on("websocket", lambda socket: self.requests.append(socket.url)))
        context.on("weberror", lambda error: self.errors.append(f"page error: {error.error}"))
        context.on(
            "console",
            lambda message: (
                self.errors.append(f"console: {message.text} ({message.location.get('url', '')})")
                if message.type == "error"
                else None
            ),
        )

    def check(self) -> None:
        """No request may have gone to another host, and no error may have been raised or logged that was not allowed."""
        assert self.elsewhere() == [], "requests to another host"
        assert self.complaints() == [], "errors in the browser"

    def forget(self) -> None:
        """Begins anew, for the next test on the same page."""
        for one in (self.requests, self.errors, self.allowed):
            one.clear()
