"""Makes document.yaml: what the text prints of itself; what it does not print is TO_FILL, and every guess says that it is one."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from importer import shapes
from importer.model import Imported, Instrument
from importer.scaffold import guess
from importer.scaffold.guess import TO_FILL
from importer.scaffold.yaml import Value, dump


@dataclass(frozen=True)
class About:
    """`titles` and `shorts`: of each instrument, by its id."""

    data: Mapping[str, Value]
    titles: Mapping[str, str]
    shorts: Mapping[str, str]


def compared(got: Imported) -> tuple[str, ...]:
    """The ids of the instruments that the comparison asks: those that have provisions, and no mere letters or forms."""
    main = _main(got)
    return tuple(one.id for one in got.instruments if one.kind == "provisions" or one.id == main)


def about(slug: str, got: Imported) -> About:
    titles = {one.id: shapes.bare(one.title) or TO_FILL for one in got.instruments}
    main = titles[_main(got)]
    area = guess.area(main) or guess.area(_issuer(got, _main(got))) or TO_FILL
    shorts = _shorts(got, area if area != TO_FILL else slug)
    data: dict[str, Value] = {
        "title": main,
        "place": area,
        "area": area,
        "names": [area],
        "source": f"{slug}.txt",
        "sha256": hashlib.sha256(got.source.text.encode()).hexdigest(),
        "about": _counted(got),
        "dates": guess.dates(got.elements),
        "instruments": [_instrument(got, one, titles[one.id], shorts[one.id]) for one in got.instruments],
    }
    return About(data if data["dates"] else {key: data[key] for key in data if key != "dates"}, titles, shorts)


def written(said: About, got: Imported, name: str) -> str:
    """The file. `name` is that of the file that was read."""
    came = f"从“{name[-80:]}”读出的文字。" if name else ""
    kinds = {"docx": "从 Word 文件里取出的正文", "html": "从网页里取出的正文"}
    form = f"是{kinds[got.source.kind]}，存在" if got.source.kind in kinds else "原件存在"
    head = (
        f"# {came}{form} {said.data['source']}，不要改它，改了 sha256 就对不上。\n"
        f"# 以下由程序照印出的字填写，逐项核对；写着“{TO_FILL}”的没有印出来，请查到再填。查不到的照实写，不要猜。\n"
        "# place 全称，area 简称，names 是搜索的人怎样称呼它（至少一个），about 用一两句话说它是什么。\n"
        "# in_force 现在有没有施行；查过有没有修改、废止的，加 validity: {checked: 年-月-日, where: 查的地方, found: 查到什么}。\n"
    )
    return head + dump(said.data)


def _main(got: Imported) -> str:
    """The instrument that bears the policy's own name: none has a shorter id."""
    return min((one.id for one in got.instruments), key=len)


def _issuer(got: Imported, ident: str) -> str:
    parts = {name: _text(got, ident, name) for name in ("head", "closing")}
    return guess.issuer(parts["head"], parts["closing"])


def _text(got: Imported, ident: str, name: str) -> str:
    return "\n".join(one.text for one in got.elements if one.id == f"{ident}/{name}")


def _counted(got: Imported) -> str:
    articles = len({one.id for one in got.elements if one.kind == "条"})
    provisions = len({one.id for one in got.elements})
    return f"全文 {articles} 条。" if articles else f"全文 {provisions} 段。"


def _shorts(got: Imported, area: str) -> dict[str, str]:
    """Each another one: they head columns and pages."""
    main, taken, shorts = _main(got), set[str](), dict[str, str]()
    for one in got.instruments:
        base = area if one.id == main else f"{area}·{guess.kind(one)}"
        said, number = base, 2
        while said in taken:
            said, number = f"{base}{number}", number + 1
        taken.add(said)
        shorts[one.id] = said
    return shorts


def _instrument(got: Imported, one: Instrument, title: str, short: str) -> dict[str, Value]:
    columns = compared(got)
    marks = guess.marks(title)
    draft = bool({"征求意见稿", "草案"} & set(marks))
    head = _text(got, one.id, "head")
    before = got.instruments[: got.instruments.index(one)] if one.kind != "letter" else ()
    # An attachment is issued by whoever signed the letter before it.
    issuers = (
        _issuer(got, each.id) for each in (one, *reversed([other for other in before if other.kind == "letter"]))
    )
    issuer = next(filter(None, issuers), "")
    data: dict[str, Value] = {
        "id": one.id,
        "kind": guess.kind(one),
        "title": title,
        "short": short,
        "compared": one.id in columns,
    }
    if len(columns) > 1 and one.id == _main(got):
        data["leads"] = True
    data |= {"status": marks or [TO_FILL], "in_force": not draft, "issuer": issuer or TO_FILL}
    if number := guess.number(head):
        data["number"] = number
    return data
