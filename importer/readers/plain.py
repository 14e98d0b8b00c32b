"""Text files and pasted words: which encoding they are in, line ends, characters that nobody sees."""

from __future__ import annotations

import codecs
import re

from importer.model import Aside, Doubt, Source, Unreadable

# Characters without a look of their own; tabs and line ends apart.
_UNSEEN = re.compile(
    "[\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff9-\ufffc\ufffe\uffff\U000e0000-\U000e007f]"
)
_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def cleaned(text: str, kind: str = "text", asides: tuple[Aside, ...] = (), doubts: tuple[Doubt, ...] = ()) -> Source:
    """The text with one kind of line end, and without what nobody sees; that goes among the asides."""
    text = _ENDS.sub("\n", text)
    unseen = "".join(_UNSEEN.findall(text))
    if unseen:
        named = "、".join(f"U+{ord(char):04X}" for char in sorted(set(unseen))[:5])
        asides = (*asides, Aside("看不见的字符", unseen))
        doubts = (*doubts, Doubt("left_out", 0, f"删去 {len(unseen)} 个看不见的字符（{named}）"))
        text = _UNSEEN.sub("", text)
    return Source(kind, text, asides, doubts)


def decoded(raw: bytes) -> Source:
    text, said = text_of(raw)
    return cleaned(text, doubts=(Doubt("encoding", 0, said),) if said else ())


def text_of(raw: bytes, declared: str = "") -> tuple[str, str]:
    """The text, and what is said of its encoding if it was guessed. Raises Unreadable if none fits.

    What a file says of itself comes first, then UTF-8, UTF-16 by its zeros, GB18030 (with GBK and GB2312 in it).
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _decoded(raw[len(mark) :], encoding), ""
    for encoding in filter(None, (declared, "utf-8")):
        try:
            return raw.decode("gb18030" if encoding.lower().startswith("gb") else encoding), ""
        except (UnicodeDecodeError, LookupError):
            continue
    if raw[:2000].count(0) > len(raw[:2000]) / 20:
        return _decoded(
            raw, "utf-16-be" if raw[:200:2].count(0) > raw[1:200:2].count(0) else "utf-16-le"
        ), "没有写明编码，按 UTF-16 读的"
    try:
        return raw.decode("gb18030"), "不是 UTF-8，按 GB18030 读的"
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"读不出文字：第 {error.start + 1} 个字节起既不是 UTF-8，也不是 GB18030；请另存为 UTF-8 的文本，或者复制全文贴到这里。"
        ) from None


def _decoded(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"文件开头说是 {encoding.upper()}，第 {error.start + 1} 个字节起却不是：请另存为 UTF-8 的文本，或者复制全文贴到这里。"
        ) from None
