"""The check page, whole: the questionnaire, and within it all that a first verdict needs.

What the page would have to ask for comes later than it could be used. So the first script stands in the page itself, what follows it
is asked for at once, and nothing is painted before the form can answer: what is seen is ready, and is laid out once. Its style sheets
are put within by the last step of the build, which has the whole page to look at.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup

from macros.check import questionnaire
from macros.kit import inline
from macros.kit.built import AssetsMissing, read
from macros.kit.html import el, join, void
from macros.kit.links import Links
from policies import Library

CHECKER = "assets/checker/"
# Of the checker's assets.
SHEETS = (
    "checker",
    "verdict",
    "path",
    "running",
    "review",
    "form",
    "situation",
    "views",
    "ticks",
    "dates",
    "papers",
    "keep",
)
READY = "answerable"  # the form and what answers it lie before this element
OFFLINE = "offline.html"
NOTICE = Path(__file__).with_name("too-old-notice.js")
NO_SCRIPT = "这个浏览器没有开 JavaScript，不能自动判断。可以打印"


@dataclass(frozen=True)
class Assets:
    """What the checker's build has left: its manifest, the first script's text, and the site's scripts as they lie beside the page."""

    files: dict[str, Any]
    preload: tuple[str, ...]
    first: str
    beside: dict[str, str]

    def path(self, name: str) -> str:
        return f"{CHECKER}{self.files[name]['path']}"


def assets(docs: Path) -> Assets:
    """Raises AssetsMissing if they have not been built, or if the first script could not stand in a page."""
    manifest = read(docs, f"{CHECKER}manifest.json")
    beside = read(docs, "assets/which.json")
    files = manifest["files"]
    first = (docs / CHECKER / files["first.js"]["path"]).read_text(encoding="utf-8")
    if "</script" in first.lower() or "<!--" in first:
        raise AssetsMissing("first.js 里有 </script 或 <!--，不能放进页面")
    return Assets(files, tuple(manifest["preload"]), first, beside)


def page(library: Library, built: Assets, links: Links) -> Markup:
    """The form with its places for results, the scripts in the order in which they are wanted, and the offline file's link."""
    # From the root, as all addresses here: Zensical takes a bare name for that of a file beside check.md.
    offline = el("a", "下载离线版", href=links.file(f"check/{OFFLINE}"), download="自己查.html")
    return join(
        [
            el(
                "div",
                *(void("link", rel="stylesheet", href=links.file(f"{CHECKER}{name}.css")) for name in SHEETS),
                *told(links.page("worksheet")),
                questionnaire.form(library, links.page("yours")),
                el("noscript", el("p", NO_SCRIPT, _sheets(links), "，上面写明怎样得出结论。")),
                el("script", _own(built.first)),
                *_preloaded(built, links),
                # At once, not after the theme's scripts: all it works on lies before it.
                el("script", type="module", id=READY, async_=True, src=links.file(built.path("checker.js"))),
                class_="checker",
                data_edition="",
                data_checker=True,
                data_root=links.base,
            ),
            el("p", offline, "：一个文件，存到 U 盘，不用网络也能打开。", class_="checker__offline"),
        ]
    )


def told(sheet: str | None) -> list[Markup]:
    """What the page says of itself, above the form: how far it has come, how old it is, and where it cannot run."""
    return [
        el("p", "现在就可以答。", class_="checker__status", data_role="status", role="status"),
        el("p", class_="checker__status", data_role="age", role="status"),
        el("progress", class_="checker__progress", data_role="progress", max=1, value=0, aria_hidden="true"),
        inline.element(NOTICE, id="checker-watch", data_sheet=sheet),
    ]


def _sheets(links: Links) -> Markup:
    return el("a", "自查表", href=links.page("worksheet"))


def _own(script: str) -> Markup:
    return Markup(script)  # noqa: S704 - our own


def _preloaded(built: Assets, links: Links) -> list[Markup]:
    """What follows the first verdict, all at once: else each is learnt of only when the one before has been read."""
    modules = (void("link", rel="modulepreload", href=links.file(f"{CHECKER}{name}")) for name in built.preload)
    words = links.file(built.path("words.json"))
    return [*modules, void("link", rel="preload", as_="fetch", crossorigin="", href=words)]


def theme(built: Assets) -> dict[str, Any]:
    """For theme/check.html: the element before which nothing is painted, the scripts beside the page, and the last one."""
    scripts = {f"../assets/{name}": path for name, path in built.beside.items()}
    return {"ready": READY, "scripts": scripts, "register": f"../{built.path('register.js')}"}
