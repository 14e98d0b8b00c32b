"""What a host should send each kind of file as, and how long a browser may keep it."""

from __future__ import annotations

import re

# A name that holds the hash of its content: the theme's and our own (hexadecimal), the bundler's (base 32). For every engine of
# regular expressions that a server here may have.
HASHED = r"\.(?:[0-9a-f]{8}|[0-9a-f]{12}|[0-9A-Z]{8})\.(?:min\.)?[a-z]+$"
FOREVER = "public, max-age=31536000, immutable"
CHECKED = "no-cache"  # kept, and asked for whether it is still the newest
OFFICE = "application/vnd.openxmlformats-officedocument."

# The first is what the configurations in deploy/ send; the others serve as well.
TYPES = {
    ".html": ("text/html",),
    ".css": ("text/css",),
    ".js": ("text/javascript", "application/javascript", "application/x-javascript"),
    ".mjs": ("text/javascript", "application/javascript", "application/x-javascript"),
    ".json": ("application/json",),
    ".map": ("application/json",),
    ".webmanifest": ("application/manifest+json",),
    ".wasm": ("application/wasm",),
    ".txt": ("text/plain",),
    ".csv": ("text/csv",),
    ".ics": ("text/calendar",),
    ".xml": ("application/xml", "text/xml"),
    ".zip": ("application/zip",),
    ".whl": ("application/zip",),
    ".pdf": ("application/pdf",),
    ".xlsx": (OFFICE + "spreadsheetml.sheet",),
    ".docx": (OFFICE + "wordprocessingml.document",),
    ".pptx": (OFFICE + "presentationml.presentation",),
    ".svg": ("image/svg+xml",),
    ".png": ("image/png",),
    ".ico": ("image/x-icon", "image/vnd.microsoft.icon"),
}


def hashed(path: str) -> bool:
    return re.search(HASHED, path) is not None
