"""The page's three steps, empty: wasm_checker/browser/yours fills them in."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from macros.kit import built
from macros.kit.html import blocks, el, void
from macros.kit.links import Links

FOLDER = "assets/yours"
KINDS = ".txt,.docx,.htm,.html"
NO_SCRIPT = "没有开 JavaScript，不能在这里比。"
WECHAT = "微信里只能贴文字，不能存文件。要打开文件、要下载：点右上角“…”，选“在浏览器打开”。"


def script(docs: Path) -> str:
    """The name of the page's script. Raises AssetsMissing if it has not been built."""
    return str(built.read(docs, f"{FOLDER}/manifest.json")["page.js"]["path"])


def page(name: str, links: Links) -> Markup:
    """`name`: of the script, within the folder of assets."""
    return blocks(
        void("link", rel="stylesheet", href=links.file("assets/yours.css")),
        el("noscript", el("p", NO_SCRIPT)),
        el(
            "div",
            _put(),
            _text(),
            _found(),
            el("p", role="status", data_role="status"),
            class_="yours",
            data_yours=True,
            data_root=links.base,
        ),
        el("script", src=links.file(f"{FOLDER}/{name}"), type="module"),
    )


def _put() -> Markup:
    return el(
        "section",
        el("h2", "一　放进来", id="put"),
        el("p", WECHAT, hidden=True, data_role="wechat"),
        el("label", "把文件的全文贴在这里", el("textarea", rows="8", data_role="given")),
        el(
            "p",
            _button("看条款", "read"),
            el(
                "label",
                "打开文件",
                void("input", type="file", accept=KINDS, data_role="file"),
                class_="button yours__file",
            ),
            _button("用一份虚构的文件试试", "sample", quiet=True),
            class_="yours__acts",
        ),
    )


def _text() -> Markup:
    return el(
        "section",
        el("h2", "二　对一遍条款", id="text"),
        el("label", "名称 ", void("input", type="text", data_role="title"), class_="yours__title"),
        el("details", el("summary", "程序没有把握的地方"), el("ul", data_role="doubts"), open=True, data_role="unsure"),
        el(
            "details",
            el("summary", "逐处看、改（", el("span", data_role="count"), " 处）"),
            el("div", data_role="pieces"),
        ),
        el("p", "分错了很多：在上面的文字里改好，再点“看条款”。"),
        el("p", _button("和它们比", "compare"), class_="yours__acts"),
        hidden=True,
        data_role="text",
    )


def _found() -> Markup:
    return el(
        "section",
        el("h2", "三　比出来的", id="found"),
        el("div", data_role="result"),
        el(
            "p",
            _button("下载 Excel", "xlsx"),
            _button("下载 Word", "docx"),
            _button("打印", "print", quiet=True),
            _button("留在这台设备上", "keep", quiet=True),
            _button("抹掉", "wipe", quiet=True),
            class_="yours__acts",
        ),
        hidden=True,
        data_role="found",
    )


def _button(name: str, act: str, *, quiet: bool = False) -> Markup:
    return el("button", name, type="button", class_="button button--quiet" if quiet else "button", data_do=act)
