"""The words of each page of a PDF as Chromium writes it: plain objects, compressed streams, fonts with a map to Unicode."""

from __future__ import annotations

import re
import unicodedata
import zlib

_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*)\r?\nendstream", re.DOTALL)
_SHOWN = re.compile(rb"/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>\s*Tj|\[(.*?)\]\s*TJ|(/\w+) Do", re.DOTALL)


class Pdf:
    """`pages`: for each page its words without spaces, in the order in which they are drawn. Raises ValueError if there is no page."""

    def __init__(self, content: bytes) -> None:
        self._objects = {int(number): body for number, body in _OBJECT.findall(content)}
        self.pages = [self._page(body) for body in self._objects.values() if re.search(rb"/Type\s*/Page\b", body)]
        if not self.pages:
            raise ValueError("no page")

    def _stream(self, body: bytes) -> bytes:
        found = _STREAM.search(body)
        if not found:
            return b""
        return zlib.decompress(found[1]) if b"/FlateDecode" in body else found[1]

    def _referred(self, body: bytes, name: bytes) -> list[bytes]:
        found = re.search(rb"/" + name + rb"\s*\[?((?:\s*\d+ 0 R)+)", body)
        return [self._objects[int(one)] for one in re.findall(rb"(\d+) 0 R", found[1])] if found else []

    def _page(self, body: bytes) -> str:
        drawn = b"\n".join(map(self._stream, self._referred(body, b"Contents")))
        return _plain("".join(self._said(drawn, body).split()))

    def _said(self, drawn: bytes, owner: bytes) -> str:
        """`owner`: the page or form whose resources the drawing names."""
        maps = {name: self._map(self._objects[int(at)]) for name, at in re.findall(rb"/(F\d+) (\d+) 0 R", owner)}
        forms = {name: self._objects[int(at)] for name, at in re.findall(rb"(/X\d+) (\d+) 0 R", owner)}
        known: dict[int, str] = {}
        said = ""
        for font, one, several, form in _SHOWN.findall(drawn):
            if font:
                known = maps.get(font, {})
            elif form in forms:
                said += self._said(self._stream(forms[form]), forms[form])
            glyphs = one or b"".join(re.findall(rb"<([0-9A-Fa-f]+)>", several))
            said += "".join(known.get(int(glyphs[at : at + 4], 16), "") for at in range(0, len(glyphs), 4))
        return said

    def _map(self, font: bytes) -> dict[int, str]:
        (listed,) = self._referred(font, b"ToUnicode") or [b""]
        text = self._stream(listed).decode("ascii")
        found: dict[int, str] = {}
        for block in re.findall(r"beginbfchar\n(.*?)endbfchar", text, re.DOTALL):
            found |= {int(glyph, 16): _decoded(to) for glyph, to in re.findall(r"<(\w+)> <(\w+)>", block)}
        for block in re.findall(r"beginbfrange\n(.*?)endbfrange", text, re.DOTALL):
            for first, last, to in re.findall(r"<(\w+)> <(\w+)> <(\w+)>", block):
                start = _decoded(to)
                for step in range(int(last, 16) - int(first, 16) + 1):
                    found[int(first, 16) + step] = start[:-1] + chr(ord(start[-1]) + step)
        return found


def _decoded(code: str) -> str:
    return bytes.fromhex(code).decode("utf-16-be")


def _plain(text: str) -> str:
    """A font may have one glyph for a character and for a radical that looks the same; the map then names the radical."""
    radicals = str.maketrans("⻚⻔⻓⻅⻋⻛", "页门长见车风")
    folded = (unicodedata.normalize("NFKC", char) if "\u2f00" <= char < "\u2fe0" else char for char in text)
    return "".join(folded).translate(radicals)
