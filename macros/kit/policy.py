"""What a page may load and run, as its own head says it: Content-Security-Policy (docs/adr/0016).

`file:` is for pages opened from a folder: they have no origin that 'self' could mean, and not every browser makes up for that; over a
network no browser follows it.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping

from markupsafe import Markup

Policy = Mapping[str, tuple[str, ...]]

SELF = "'self'"
NONE = ("'none'",)
FILE = "file:"
# Of scripts, until the build knows the page whole and writes the hashes of its own in its place. Of styles for good: each page has one of its
# own, with its title for print, and pictures have their lengths in attributes; a header would be as long as the site is large.
INLINE = "'unsafe-inline'"

PAGE: Policy = {
    "default-src": (SELF, FILE),
    "script-src": (SELF, FILE),
    "style-src": (SELF, FILE, INLINE),
    "img-src": (SELF, FILE, "data:"),
    "connect-src": (SELF,),
    "worker-src": (SELF,),
    "frame-src": NONE,
    "object-src": NONE,
    "form-action": (SELF, FILE),
    "base-uri": (SELF,),
}
# Python is WebAssembly. Browsers that do not know the word judge by the diagrams alone: 'unsafe-eval' for them would open eval to all.
CHECK: Policy = {
    **PAGE,
    "script-src": (*PAGE["script-src"], "'wasm-unsafe-eval'"),
    "form-action": NONE,  # what is answered is never submitted, not even where no script runs
}
# One file that loads nothing.
OFFLINE: Policy = {
    "default-src": NONE,
    "script-src": (),
    "style-src": (INLINE,),
    "img-src": ("data:",),
    "form-action": NONE,
    "base-uri": NONE,
}
# For every answer of a host, the checker's worker among them, which no page's head reaches. Who frames a page can lay his own words
# over it; the host's own pages may, such as a portal that shows the site within itself.
HEADER: Policy = {
    **{name: tuple(source for source in sources if source != FILE) for name, sources in PAGE.items()},
    "script-src": tuple(source for source in CHECK["script-src"] if source != FILE),
    "frame-ancestors": (SELF,),
}


def said(policy: Policy, inline: Iterable[str] = (INLINE,)) -> Markup:
    """The policy as it is written. `inline`: what to say of the scripts that stand in the page, such as their hashes."""
    whole = {**policy, "script-src": (*policy["script-src"], *inline)}
    text = "; ".join(" ".join((name, *(sources or NONE))) for name, sources in whole.items())
    return Markup(text)  # noqa: S704 - the words above and hashes; an apostrophe needs no escape between quotation marks


def hashed(script: str) -> str:
    """What names a script that stands in a page: of its text, exactly as it stands there."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
