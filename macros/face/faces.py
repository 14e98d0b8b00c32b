"""The face of every page: its title, its description and what its card says. From the library, or from the page's own words."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from jinja2 import Environment

from macros import home
from macros.kit import identity
from policies import Document, Instrument, Library
from policies.engine.numeral import counted
from policies.engine.schema.document import InstrumentFile
from policies.engine.schema.instrument import Titled
from policies.engine.schema.unfinished import NOT_OBTAINED

SHORTEST, LONGEST = 30, 80  # characters of a description; what a list of results, or a card in a chat, has room for
HOME, MISSING = "index.md", "404.html"
FOR_MAINTAINERS = {"adr", "contribute"}  # as exclude_docs of mkdocs.yml
UNENFORCED = "未施行"
_MATTER = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
_LEDE = re.compile(r"^(.+)\n\{[^}\n]*\.lede\b", re.MULTILINE)
_PARAGRAPH = re.compile(r"^(?![#{<|`>-])\S.*$", re.MULTILINE)
_SENTENCE = re.compile(r"[^。；]*[。；]”?|[^。；]+$")


@dataclass(frozen=True)
class Face:
    """`title`: without the site's name. `heading`: the card's, `short`: the small card's. `above`: whose it is. `status`: of an instrument."""

    title: str
    description: str
    heading: str
    short: str
    above: str = ""
    status: tuple[str, ...] = ()
    in_force: bool = True
    article: bool = False

    @property
    def band(self) -> str:
        """What must not be missed of a draft, else ''."""
        return "" if self.in_force else "，".join((*self.status, identity.NOT_A_BASIS))


def faces(library: Library, docs: Path, *, site: str, about: str) -> dict[str, Face]:
    """Path under docs/ → face, of every page, and of 404.html.

    `site`, `about`: the site's name and what it is, as in mkdocs.yml. Raises OSError.
    """
    of_data = {
        **{f"compare/{group.id}.md": _of_group(library, group) for group in library.vocabulary.groups},
        **{
            f"read/{one.id}.md": _of_instrument(document, one)
            for document in library.documents
            for one in document.instruments
        },
    }
    rendered = _renderer(library)
    of_words = {
        path.relative_to(docs).as_posix(): _of_words(path.relative_to(docs).as_posix(), path, rendered, about)
        for path in pages(docs)
        if path.relative_to(docs).as_posix() not in of_data
    }
    if HOME in of_words:
        front = of_words[HOME]
        of_words[HOME] = Face(
            title=f"{site}：{about.replace('：', '，')}",
            description=front.description,
            heading=about.replace("：", "：\n"),
            short=site,
        )
    return {**of_words, **of_data, MISSING: _of_nothing(library)}


def pages(docs: Path) -> Iterator[Path]:
    """Those for readers."""
    for path in sorted(docs.rglob("*.md")):
        if path.relative_to(docs).parts[0] not in FOR_MAINTAINERS:
            yield path


# From the library -----------------------------------------------------------------------------------------------------


def name(about: InstrumentFile) -> str:
    """'舞阳·容错免责 舞发〔2017〕3号'; without a number its status ('商州 试行'); and of a draft, that it is not in force."""
    if not about.in_force:
        return " ".join(part for part in (about.short, about.number, UNENFORCED) if part)
    return f"{about.short} {about.number or '，'.join(about.status)}"


def _of_instrument(document: Document, instrument: Instrument) -> Face:
    about = instrument.about
    return Face(
        title=name(about),
        description=_described(document, instrument),
        heading=about.title if len(about.title) <= 40 else about.short,
        short=about.short,
        above="　".join(part for part in (document.place, about.number) if part),
        status=tuple(about.status),
        in_force=about.in_force,
        article=True,
    )


def _described(document: Document, instrument: Instrument) -> str:
    """As much of what it is as there is room for; that it is not in force comes first, and always."""
    about = instrument.about
    first = "" if about.in_force else f"{UNENFORCED}，{identity.NOT_A_BASIS}。"
    status = [one for one in about.status if about.in_force and one not in about.title and one not in about.kind]
    marked = f"（{'，'.join(status)}）" if status else ""
    number, dated, issuer = about.number or "未印文号", about.dated or "未印日期", about.issuer
    if not about.obtained:
        return _cut(f"{document.place}：{about.title}。{NOT_OBTAINED}，本站没有这份文书的原文。")
    last = f"原文逐字收录，{sum(one.held for one in instrument.provisions)} 处条款项，逐条可引。"
    short = last.split("，", maxsplit=1)[0] + "。"
    for title in (about.title, about.short):
        what = f"{document.place}：{title}{marked}。"
        for facts in ((number, dated, issuer), (number, dated), (number,)):
            for end in (last, short):
                said = f"{first}{what}{'，'.join(facts)}。{end}"
                if len(said) <= LONGEST:
                    return said
    return _cut(f"{first}{document.place}：{about.short}。{number}。{short}")


def _of_group(library: Library, group: Titled) -> Face:
    asked = [one for one in library.vocabulary.dimensions if one.group == group.id]
    many = len(library.compared)
    start = f"{group.title}：{len(asked)} 个问题，逐一去问 {many} 份文书"
    end = "一格一个简答，点开是依据和原文。"
    said = (f"{start}，例如“{one.asks}”{end}" for one in asked)
    return Face(
        title=f"{group.title} · 比一比",
        description=next((one for one in said if len(one) <= LONGEST), _cut(f"{start}。{end}")),
        heading=group.title,
        short=group.title,
        above=f"比一比　{counted(many)}份可比的文书",
    )


def _of_nothing(library: Library) -> Face:
    numbers = home.counts(library)
    said = f"这个地址没有网页。可以在 {numbers['instruments']} 份文书里搜索，也可以从读原文、比一比、自己查进去。"
    return Face("没有这一页", said, "没有这一页", "没有这一页")


# From the page's own words --------------------------------------------------------------------------------------------


def _renderer(library: Library) -> Callable[[str], str]:
    """Expands what the words of a page may call: numbers, what is in store, and the names of drafts."""
    numbers = home.counts(library)
    environment = Environment(autoescape=False)  # noqa: S701 - words, not HTML; whoever writes them into a page escapes them
    environment.globals |= {
        "count": numbers.__getitem__,
        "words": lambda key: counted(numbers[key]),
        "scope": lambda: html.unescape(home.scope(library)),
        "drafts": lambda: html.unescape(home.drafts(library)),
    }
    return lambda text: environment.from_string(text).render()


def _of_words(source: str, path: Path, rendered: Callable[[str], str], about: str) -> Face:
    """`description` of its front matter, else its lede, else its first paragraph, as many whole sentences as there is room for."""
    text = path.read_text(encoding="utf-8")
    matter = _MATTER.match(text)
    meta = (yaml.safe_load(matter[1]) if matter else None) or {}
    body = text[matter.end() :] if matter else text
    found = _LEDE.search(body) or _PARAGRAPH.search(body)
    words = rendered(meta.get("description") or (found and found[found.lastindex or 0]) or about)
    title = html.unescape(str(meta.get("title") or path.stem))
    inside = source.startswith("compare/") and path.stem != "index"
    return Face(
        title=f"{title} · 比一比" if inside else title,
        description=_cut(_plain(words)),
        heading=title,
        short=title,
        above="比一比" if inside else "",
    )


def _plain(text: str) -> str:
    """Without Markdown's links and emphasis."""
    return re.sub(r"\*\*|`", "", re.sub(r"\[([^\]]*)\]\([^)]*\)(\{[^}]*\})?", r"\1", text)).strip()


def _cut(text: str) -> str:
    """Whole sentences, as many as there is room for; of a first one too long, as many whole clauses."""
    kept = ""
    for sentence in _SENTENCE.findall(text):
        if len(kept + sentence) > LONGEST:
            break
        kept += sentence
    if kept:
        return f"{kept[:-1]}。" if kept.endswith("；") else kept
    clauses = text[: LONGEST - 1]
    return f"{clauses[: max(map(clauses.rfind, '，：、')) if re.search('[，：、]', clauses) else None]}…"
