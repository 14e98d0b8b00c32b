"""A sixth policy is one folder of data and the command that writes its stubs."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import policies
from macros import home, stubs
from macros.compare import comparison
from macros.data import write_data
from macros.kit.links import Links
from macros.read import instrument_page
from policies import Library
from policies.engine.numeral import counted

HERE = Path(policies.__file__).parent


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The real data, and 濮阳's once more under another name."""
    root = tmp_path_factory.mktemp("six") / "policies"
    shutil.copytree(HERE, root, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    shutil.copytree(root / "puyang", root / "sixth")
    for path in sorted((root / "sixth").rglob("puyang_draft.yaml")):
        path.rename(path.with_name("sixth.yaml"))
    for path in sorted((root / "sixth").rglob("*.yaml")):
        path.write_text(path.read_text(encoding="utf-8").replace("puyang_draft", "sixth"), encoding="utf-8")
    facts = root / "vocabulary" / "facts.yaml"  # what names another's place is worded for its own
    words = re.sub(r'\{puyang: ("[^"]+")\}', r"{puyang: \1, sixth: \1}", facts.read_text(encoding="utf-8"))
    facts.write_text(words, encoding="utf-8")
    return policies.load(root)


def test_every_table_grows_a_column(library: Library, six: Library) -> None:
    for group in six.vocabulary.groups:
        table = comparison.table(six, group.id)
        assert [column.instrument for column in table.columns if column.instrument == "sixth"] == ["sixth"]
        assert len(table.columns) == len(library.compared) + 1


def test_one_page_more_is_wanted_and_draws_itself(library: Library, six: Library) -> None:
    assert set(stubs.stubs(six)) - set(stubs.stubs(library)) == {"read/sixth.md"}
    assert "征求意见稿，未施行，不能作为依据" in instrument_page.page(six, "sixth", Links())


def test_front_page_and_published_data_know_it(library: Library, six: Library) -> None:
    assert f"{counted(len(library.documents) + 1)}份文件" in home.front(six, Links())
    assert "sixth" in {record.id for record in write_data.provisions(six).instruments}
