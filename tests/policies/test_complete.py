"""What is missing is told with its place, and of the documents of the contract nothing is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from policies.engine import complete, loader
from tests.support.contracted import documents

pytestmark = pytest.mark.usefixtures("parsed_once")
XUZHOU = "policies/xuzhou"


def lacking(root: Path | None = None) -> set[str]:
    """Of the documents of the contract, and of what all share."""
    library, files = loader.read(root) if root else loader.read()
    slugs = {document.slug for document in documents(library)} | {"vocabulary"}
    return {str(each) for each in complete.missing(library, files) if each.file.split("/")[1] in slugs}


def test_the_documents_of_the_contract_are_complete() -> None:
    assert lacking() == set()


def dropped(path: Path, start: str, end: str) -> None:
    """Takes away from `start` to before the next `end`."""
    text = path.read_text(encoding="utf-8")
    at = text.index(start)
    path.write_text(text[:at] + text[text.index(end, at + len(start)) :], encoding="utf-8")


def pending(data: Path) -> None:
    path = data / "xuzhou/cells/xuzhou.yaml"
    dropped(path, "late_consequence:\n", "application_form:\n")
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("application_form:\n", "late_consequence: {status: pending}\napplication_form:\n"),
        encoding="utf-8",
    )


def without(name: str) -> Callable[[Path], None]:
    return lambda data: (data / name).unlink()


def replaced(name: str, old: str, new: str) -> Callable[[Path], None]:
    def spoil(data: Path) -> None:
        text = (data / name).read_text(encoding="utf-8")
        assert old in text
        (data / name).write_text(text.replace(old, new), encoding="utf-8")

    return spoil


def too_early(data: Path) -> None:
    """The cases of one rule may also show another's verdict."""
    for path in data.glob("*/cases/*.yaml"):
        text = path.read_text(encoding="utf-8")
        spoilt = text.replace("xuzhou: {verdict: too_late", "xuzhou: {verdict: out_of_scope")
        if spoilt != text:
            path.write_text(spoilt, encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "file", "said"),
    [
        (pending, f"{XUZHOU}/cells/xuzhou.yaml", "late_consequence: 待编码：逾期后果"),
        (without("xuzhou/cases/xuzhou.yaml"), f"{XUZHOU}/cases/xuzhou.yaml", "没有案例，至少要 8 个"),
        (without("xuzhou/procedure.yaml"), f"{XUZHOU}/document.yaml", "procedure.yaml 里没有它的程序"),
        (without("xuzhou/unencoded.yaml"), f"{XUZHOU}/text.yaml", "没有编进规则、期限，也没有写进 unencoded.yaml"),
        (
            replaced("xuzhou/limits.yaml", '"纪在法前", ', ""),
            f"{XUZHOU}/text.yaml",
            "说到时间，limits.yaml 里没有",
        ),
        (
            replaced("shangzhou/defects.yaml", "括号用半角", "标点如此"),
            "policies/shangzhou/text.yaml",
            "的标号括号印作半角，defects.yaml 没有记",
        ),
        (
            replaced(
                "vocabulary/circumstances.yaml", "  - {provision: xuzhou/a4/i7, quote: 因自然灾害等不可抗力因素}\n", ""
            ),
            f"{XUZHOU}/rules/xuzhou.yaml",
            "没有把“xuzhou/a4/i7”归入一类",
        ),
        (
            too_early,
            f"{XUZHOU}/cases/xuzhou.yaml",
            "没有一个案例的结论是 too_late",
        ),
        (
            replaced("xuzhou/cases/xuzhou.yaml", "xuzhou/a4/i3", "xuzhou/a4"),
            f"{XUZHOU}/cases/xuzhou.yaml",
            "没有一个案例的 provisions 写着“xuzhou/a4/i3”",
        ),
    ],
)
def test_what_is_taken_away_is_told_with_its_place(
    data: Path, spoil: Callable[[Path], None], file: str, said: str
) -> None:
    spoil(data)
    found = lacking(data)
    assert [each for each in found if each.startswith(f"{file}:") and said in each], found
