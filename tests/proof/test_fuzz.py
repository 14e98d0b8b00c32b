"""The fuzz run of `make prove`, in small; and it tells a reader that changes what was meant."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from policies.engine import scalars, yamlfile
from tests.proof.fuzz import run


def test_whatever_is_handed_in_is_read_as_it_was_meant_or_refused_in_one_line() -> None:
    fates, wrong = run(200)
    assert wrong == []
    assert set(fates) == {"refused", "read as meant", "damaged, read as written"}


def as_yaml_1_1(text: str) -> Any:
    return yaml.safe_load(text)


def as_nothing_special(text: str) -> Any:
    return text


@pytest.mark.parametrize("careless", [as_yaml_1_1, as_nothing_special])
def test_a_reader_that_changes_what_a_word_means_is_told(careless: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scalars, "plain", careless)
    assert run(600)[1] != []


def test_a_traceback_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: str, name: str) -> yamlfile.YamlFile:
        raise IndexError

    monkeypatch.setattr(yamlfile, "parse", broken)
    assert len(run(20)[1]) >= 10
