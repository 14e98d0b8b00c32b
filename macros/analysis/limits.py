"""A time limit in words, the same on its page, in its figure, beside its provision and in what is taken away."""

from __future__ import annotations

from collections.abc import Iterable

from macros.tables.book import Book, Entry, Field, Sheet
from policies import Document, Instrument, Library
from policies.engine.schema.timelimit import Limit

UNWRITTEN = "起算点未明写"
FIELDS = (
    Field("文书", 14),
    Field("条款", 26),
    Field("哪一种", 10),
    Field("谁", 24),
    Field("做什么", 30),
    Field("从什么时候起", 22),
    Field("多长", 20),
    Field("数", 6),
    Field("语气词", 12),
    Field("过了怎样", 30),
    Field("原文", 50),
    Field("读法", 10),
    Field("注", 36),
)


def kind(library: Library, limit: Limit) -> str:
    return library.vocabulary.labels.limit_kinds[limit.kind].title + (f"（{limit.applies}）" if limit.applies else "")


def length(limit: Limit) -> str:
    return limit.duration


def start(limit: Limit) -> str:
    if limit.start is None:
        return "—"
    return limit.start.event if limit.start.written else f"{UNWRITTEN}，按读法取“{limit.start.event}”"


def modality(limit: Limit) -> str:
    return limit.modality or "无"


def missed(limit: Limit) -> str:
    return limit.missed.text if limit.missed else "未规定"


def said(library: Library, limit: Limit) -> str:
    """In one line: '申请，7 个工作日，启动问责程序后'."""
    begun = f"，{start(limit)}" if limit.start else ""
    return f"{kind(library, limit)}，{length(limit)}{begun}"


def of(library: Library, instrument: Instrument) -> tuple[Limit, ...]:
    return tuple(limit for limit in library.limits if limit.provision.split("/", maxsplit=1)[0] == instrument.id)


def words_of(document: Document) -> Iterable[tuple[str, str]]:
    """What speaks of time and is no limit, with the reason."""
    return ((words, entry.reason) for entry in document.not_limits for words in entry.words)


def book(library: Library) -> Book:
    rows = tuple(_row(library, limit) for limit in library.limits)
    others = tuple(
        (document.title, words.strip(), reason)
        for document in library.documents
        for words, reason in words_of(document)
    )
    fields = (Field("文件", 30), Field("文字", 30), Field("为什么不算", 40))
    sheets = (Sheet("", "期限", FIELDS, rows), Sheet("others", "不算期限的", fields, others))
    return Book("time", "期限", sheets, "compare/time")


def _row(library: Library, limit: Limit) -> tuple[Entry, ...]:
    provision = library.provision(limit.provision)
    return (
        library.instrument(provision.instrument).about.short,
        provision.place,
        kind(library, limit),
        limit.who,
        limit.does,
        start(limit),
        length(limit),
        limit.length or "",
        modality(limit),
        missed(limit),
        limit.quote,
        "、".join(limit.readings),
        limit.note or "",
    )
