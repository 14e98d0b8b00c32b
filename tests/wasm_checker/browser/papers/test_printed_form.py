"""The form that a text prints: word for word where it is left empty, without a blank where it is filled, and never sent."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from policies import Library
from tests.support.modules import call
from tests.support.traffic import Traffic


@pytest.fixture(scope="module")
def form(modules: Path) -> dict[str, Any]:
    words = json.loads((modules / "words.json").read_text(encoding="utf-8"))
    found: dict[str, Any] = words["steps"]["wuyang_prevention"]["form"]
    return found


@pytest.mark.node
def test_an_empty_form_is_the_sample_word_for_word(modules: Path, form: dict[str, Any], library: Library) -> None:
    made = call(modules, "papers/printed-form.js", "filled", form, {})
    sample = [library.provision(f"wuyang_prevention_sample/{part}").text for part in ("head", "body", "closing")]
    assert made["title"] == sample[0].removesuffix("（样本）")
    assert "\n".join([made["to"], *(part["text"] for part in made["body"])]) == sample[1]
    assert "\n".join(made["signature"]) == sample[2]


@pytest.mark.node
def test_a_filled_form_has_every_value_where_the_sample_has_its_blank_and_no_blank_left(
    modules: Path, form: dict[str, Any]
) -> None:
    labels = [blank["label"] for blank in form["blanks"] if blank["label"]]
    made = call(
        modules, "papers/printed-form.js", "filled", form, {label: f"值{index}" for index, label in enumerate(labels)}
    )
    text = json.dumps(made, ensure_ascii=False)
    assert not re.search(r"X|\.{4}", text)
    for index, label in enumerate(labels):
        if label not in labels[index + 1 :]:
            assert f"值{index}" in text, label


def test_the_form_is_filled_in_downloaded_and_never_sent(
    bare: Page, form: dict[str, Any], traffic: Traffic, tmp_path: Path
) -> None:
    bare.evaluate("(form) => place.replaceChildren(modules.formSection(form, () => {}))", form)
    bare.get_by_label("姓名", exact=True).fill("张三")
    bare.get_by_label("防错纠错实施机关").fill("某县纪委监委")
    expect(bare.locator("[data-role=sheet]")).to_contain_text("张三同志：")
    before = len(traffic.requests)
    with bare.expect_download() as started:
        bare.get_by_role("button", name="下载 DOCX").click()
    asked = [url.rsplit("/", 1)[1] for url in traffic.requests[before:] if not url.startswith("blob:")]
    assert asked == ["docx.js"]
    saved = tmp_path / "form.docx"
    started.value.save_as(saved)
    texts = [paragraph.text for paragraph in Document(str(saved)).paragraphs]
    assert texts[0].startswith("某县纪委监委关于对")
    assert "张三同志：" in texts
    assert texts[-1] == "XXXX年XX月XX日"
