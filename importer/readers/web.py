"""A saved web page: the part of it that holds the text, and beside it menus, scripts and what else stands there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from importer import shapes
from importer.grammar import labels
from importer.model import Aside, Doubt, Source
from importer.readers import plain

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([a-zA-Z0-9_-]+)", re.IGNORECASE)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "nav",
        "aside",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "form",
        "fieldset",
        "figure",
        "figcaption",
        "blockquote",
        "pre",
        "address",
        "hr",
        "center",
        "caption",
        "body",
        "html",
        "details",
        "summary",
    ]
)
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_SILENT = {
    "script": "脚本",
    "style": "样式",
    "noscript": "没有脚本时的话",
    "template": "模板",
    "svg": "图形",
    "head": "网页的头",
    "nav": "导航",
    "footer": "页脚",
    "select": "选项",
    "button": "按钮",
    "textarea": "输入框",
    "iframe": "别的网页",
    "object": "插件",
}
_ENOUGH = 0.97


@dataclass
class _Node:
    tag: str
    parent: _Node | None = None
    pieces: list[_Node | str] = field(default_factory=list)
    weight: int = 0


def looks(raw: bytes, name: str) -> bool:
    start = raw[:4000].lower().replace(b"\0", b"")
    return (
        name.lower().endswith((".htm", ".html", ".xhtml", ".shtml")) or b"<html" in start or b"<!doctype html" in start
    )


def read(raw: bytes) -> Source:
    found = _CHARSET.search(raw[:4000])
    text, said = plain.text_of(raw, found[1].decode("ascii") if found else "")
    tree = _Tree()
    tree.feed(text)
    tree.close()
    _weigh(tree.root)
    main = _main(tree.root)
    outside = [line for line in _lines(tree.root, without=main) if line]
    title = _title(outside, main)
    kept = "\n\n".join(filter(None, (title, *_lines(main))))
    left = list(outside)
    if title:
        left.remove(title)
    asides = [Aside(what, "\n".join(texts)) for what, texts in tree.silent.items()]
    doubts = [Doubt("encoding", 0, said)] if said else []
    if left:
        asides.append(Aside("网页上正文之外的字", "\n".join(left)))
        doubts.append(Doubt("left_out", 0, f"网页上正文之外有 {len(left)} 行没有收，开头是“{left[0][:30]}”"))
    if title:
        doubts.append(Doubt("title", 1, f"标题“{title[:40]}”在网页上不与正文在一处，已放到正文前面"))
    return plain.cleaned(kept, "html", tuple(asides), tuple(doubts))


class _Tree(HTMLParser):
    """The page as nested blocks with their words; what is not read aloud is kept apart."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.now = _Node("html")
        self.silent: dict[str, list[str]] = {}
        self.quiet: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as html.parser calls it
        if tag in _SILENT and tag not in _VOID:
            self.quiet.append(tag)
            return
        if self.quiet:
            if tag == "body":  # a page that never closed its head
                self.quiet = []
            return
        if tag in {"br", "hr"}:
            self.now.pieces.append("\n")
        elif tag in {"td", "th"}:
            self.now.pieces.append("\t")
        if tag in _BLOCKS and tag not in _VOID:
            if tag == "p" and self.now.tag == "p":
                self._leave("p")
            node = _Node(tag, self.now)
            self.now.pieces.append(node)
            self.now = node

    def handle_endtag(self, tag: str) -> None:
        if tag in self.quiet:
            while self.quiet and self.quiet.pop() != tag:
                pass
        elif not self.quiet and tag in _BLOCKS:
            self._leave(tag)

    def _leave(self, tag: str) -> None:
        node: _Node | None = self.now
        while node is not None and node.tag != tag:
            node = node.parent
        if node is not None and node.parent is not None:
            self.now = node.parent

    def handle_data(self, data: str) -> None:
        if self.quiet:
            if data.strip():
                self.silent.setdefault(_SILENT[self.quiet[-1]], []).append(data)
        else:
            self.now.pieces.append(data if self.now.tag == "pre" else re.sub(r"[ \t\r\n\f]+", " ", data))

    def unknown_decl(self, data: str) -> None:
        self.silent.setdefault("声明", []).append(data)


def _weigh(root: _Node) -> None:
    """How many characters of sentences and provisions each block holds, itself and all in it."""
    order, stack = [], [root]
    while stack:
        node = stack.pop()
        order.append(node)
        stack += [piece for piece in node.pieces if isinstance(piece, _Node)]
    for node in reversed(order):
        own = _own(node)
        node.weight = sum(len(line) for line in own if _is_prose(line)) + sum(
            piece.weight for piece in node.pieces if isinstance(piece, _Node)
        )


def _own(node: _Node) -> list[str]:
    words = "".join(piece if isinstance(piece, str) else "\n" for piece in node.pieces)
    return [line.strip() for line in words.split("\n")]


def _is_prose(line: str) -> bool:
    return (len(line) > 15 and line.endswith(("。", "；", "：", ";", ":"))) or (
        bool(line) and labels.read(line) is not None
    )


def _main(root: _Node) -> _Node:
    """The smallest block that holds nearly all sentences."""
    node = root
    while True:
        inner = [piece for piece in node.pieces if isinstance(piece, _Node)]
        best = max(inner, key=lambda piece: piece.weight, default=None)
        if best is None or best.weight < _ENOUGH * root.weight or best.weight == 0 or best.tag in {"p", "li", "tr"}:
            return node
        node = best


def _lines(root: _Node, without: _Node | None = None) -> list[str]:
    """The lines of a block, as a reader sees them: blocks and line breaks end one."""
    out: list[str] = [""]
    stack: list[_Node | str | None] = [root]
    while stack:
        piece = stack.pop()
        if piece is None:
            out.append("")
        elif isinstance(piece, str):
            first, *rest = piece.split("\n")
            out[-1] += first
            out += rest
        elif piece is not without:
            stack.append(None)
            stack += reversed(piece.pieces)
            stack.append(None)
    return [line for one in out if (line := one.strip(" \t\n"))]


def _title(outside: list[str], main: _Node) -> str:
    """The title, where it stands outside of the text: one that the text itself does not begin with."""
    first = _lines(main)[:8]
    until = next((at for at, line in enumerate(first) if labels.read(line)), len(first))
    if any(shapes.title(line) for line in first[:until]):
        return ""
    named = [line for line in outside if shapes.title(line) and len(line) > 4]
    return max(named, key=len, default="")
