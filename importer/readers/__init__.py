"""A file, or pasted words, as text: what stands in its running text, and beside it what does not."""

from __future__ import annotations

from importer.model import Source, Unreadable
from importer.readers import docx, plain, web

_COPY = "请打开它，全选、复制，把文字贴到这里；或者另存为 .docx"
# By their first bytes.
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", f"这是旧格式（.doc、.wps）或者加了密码的文件，这里读不了：{_COPY}。"),
    (b"%PDF", "这是 PDF，这里读不了：请打开它，全选、复制，把文字贴到这里；复制不出文字的是扫描件，要先做文字识别。"),
    (b"{\\rtf", f"这是 RTF 文件，这里读不了：{_COPY}。"),
    (b"\xff\xd8\xff", "这是图片，不是文字：要先做文字识别，再把文字贴到这里。"),
    (b"\x89PNG", "这是图片，不是文字：要先做文字识别，再把文字贴到这里。"),
    (b"GIF8", "这是图片，不是文字：要先做文字识别，再把文字贴到这里。"),
    (b"Rar!", "这是压缩包：请先解压，再打开里面的文件。"),
    (b"7z\xbc\xaf", "这是压缩包：请先解压，再打开里面的文件。"),
)
LONGEST = 20_000_000


def source(given: bytes | str, name: str = "") -> Source:
    """The text of what was given. Raises Unreadable with one sentence for a kind of file that cannot be read here."""
    if len(given) > LONGEST:
        raise Unreadable(
            f"文件有 {len(given) // 1_000_000} MB，超过 {LONGEST // 1_000_000} MB：一份文件的文字不会这样长，请只留正文。"
        )
    if isinstance(given, str):
        return plain.cleaned(given)
    for first, said in _OTHERS:
        if given.startswith(first):
            raise Unreadable(said)
    if given.startswith(b"PK"):
        return docx.read(given)
    if name.lower().endswith((".doc", ".wps", ".pdf")) and b"\0" in given[:1000]:
        raise Unreadable(f"“{name[-40:]}”不是文本，这里读不了：{_COPY}。")
    if b"multipart/related" in given[:2000].lower():
        raise Unreadable(
            "这是“单个文件”网页（.mht），这里读不了：请在浏览器里打开，另存为“仅 HTML”，或者复制正文贴到这里。"
        )
    if web.looks(given, name):
        return web.read(given)
    return plain.decoded(given)
