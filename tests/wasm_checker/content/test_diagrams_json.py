"""The compiled rules as other programs find them: what the schema says, what the export gives, what the page promises.

That the published scripts judge every case as the core does is in test_walk.py.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from jsonschema import Draft202012Validator
from playwright.sync_api import Page, expect

from policies import DataError, Library
from wasm_checker.content import diagram_json, diagram_schema, write_diagrams
from wasm_checker.content.page_texts import words
from wasm_checker.core.service import Service
from wasm_checker.runtime.node import node

FILES = ("diagrams.json", "diagrams.schema.json", "walk.mjs", "walk.js")


@pytest.fixture(scope="module")
def out(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    write_diagrams.write(library, folder)
    return folder


@pytest.fixture(scope="module")
def data(out: Path) -> dict[str, Any]:
    content: dict[str, Any] = read(out / "diagrams.json")
    return content


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_file_is_what_its_schema_says(out: Path, data: dict[str, Any]) -> None:
    schema = read(out / "diagrams.schema.json")
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    assert list(validator.iter_errors(data)) == []
    assert not validator.is_valid({**data, "unknown": 1})
    assert not validator.is_valid({**data, "version": diagram_json.VERSION + 1})


def test_it_holds_what_the_export_gives_and_the_version_of_the_data(
    data: dict[str, Any], library: Library, service: Service
) -> None:
    exported = json.loads(diagram_json.text(diagram_json.diagrams(service.core)))
    assert {key: value for key, value in data.items() if key != "data"} == exported
    assert data["data"] == words(library)["data"]["version"]


def test_the_draft_says_so_in_the_data_themselves(data: dict[str, Any], library: Library) -> None:
    drafts = {
        rule.id for instrument in library.instruments for rule in instrument.rules if not instrument.about.in_force
    }
    assert drafts
    assert {rule["id"] for rule in data["rules"] if "征求意见稿，未施行" in rule["caveat"]} == drafts


def test_every_node_leads_only_to_nodes_before_it(data: dict[str, Any]) -> None:
    sizes = [len(fact.get("values", "01")) + (fact["type"] == "int") for fact in data["facts"]]
    for rule in data["rules"]:
        nodes, at, number = rule["nodes"], 0, 2
        while at < len(nodes):
            branches = nodes[at + 1 : at + 1 + sizes[nodes[at]]]
            assert len(branches) == sizes[nodes[at]]
            assert max(branches) < number
            at, number = at + 1 + len(branches), number + 1


def test_two_runs_write_the_same_bytes(out: Path, library: Library, tmp_path: Path) -> None:
    write_diagrams.write(library, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == set(FILES)
    for name in FILES:
        assert (tmp_path / name).read_bytes() == (out / name).read_bytes()


def test_bad_data_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> Library:
        raise DataError([])

    monkeypatch.setattr("policies.load", broken)
    assert write_diagrams.main(["--out", str(tmp_path)]) == 1
    assert "没有生成任何内容" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


# The page --------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def section(site_dir: Path) -> BeautifulSoup:
    """What stands on the page under 判断图."""
    soup = BeautifulSoup((site_dir / "data" / "index.html").read_bytes(), "html.parser")
    start = soup.find(id="diagrams")
    assert start is not None
    return BeautifulSoup(
        "".join(map(str, takewhile(lambda one: one.name != "h2", start.find_next_siblings()))), "html.parser"
    )


def example(section: BeautifulSoup, language: str) -> str:
    code = section.select_one(f"code.language-{language}")
    assert code is not None
    return code.get_text()


@pytest.fixture
def folder(site_dir: Path, tmp_path: Path) -> Path:
    """A folder of one's own with the files that were downloaded from the site."""
    for name in FILES:
        shutil.copyfile(site_dir / "data" / name, tmp_path / name)
    return tmp_path


def test_the_site_has_the_files_and_the_page_links_to_each(section: BeautifulSoup, site_dir: Path, out: Path) -> None:
    links = {str(link["href"]) for link in section.select("a[href]")}
    assert links == set(FILES)
    for name in FILES:
        assert (site_dir / "data" / name).read_bytes() == (out / name).read_bytes()


def test_every_link_of_the_page_gives_its_file(page: Page, site_url: str, out: Path) -> None:
    page.goto(f"{site_url}/data/")
    for name in FILES:
        saved = page.locator(f"a[href='{name}']")
        expect(saved).to_be_visible()
        response = page.request.get(f"{site_url}/data/{saved.get_attribute('href')}")
        assert response.ok
        assert response.body() == (out / name).read_bytes()
    with page.expect_download() as started:
        page.locator("a[href='walk.mjs']").click()
    assert started.value.suggested_filename == "walk.mjs"


def test_the_page_names_what_a_walk_meets(section: BeautifulSoup) -> None:
    named = {code.get_text() for code in section.select("p code, li code")}
    assert {
        "nodes",
        "facts",
        "values",
        "scope",
        "timing",
        "merits",
        "aggravating",
        "caveat",
        "version",
        "data",
    } <= named
    fields = {
        *diagram_schema.DiagramsFile.model_fields,
        *diagram_schema.RuleData.model_fields,
        *diagram_schema.FactData.model_fields,
    }
    verdicts = {"out_of_scope", "too_late", "insufficient_information", "needs_judgement"}
    outcomes = set(diagram_schema.Outcomes.model_fields)
    others = {
        "outcomes",
        "calendar_unannounced",
        "puyang_draft",
        '"organ"',
        "node example.mjs",
        'await (await fetch("diagrams.json")).json()',
    }
    assert named <= fields | verdicts | outcomes | others


@pytest.mark.node
def test_the_first_example_runs_as_it_stands(section: BeautifulSoup, folder: Path, service: Service) -> None:
    (folder / "example.mjs").write_text(example(section, "js"), encoding="utf-8")
    ran = subprocess.run([node(), "example.mjs"], cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    facts = {"private_gain": False, "due_diligence": "organ"}
    verdicts = json.loads(service.assess(json.dumps(facts)))["verdicts"]
    *lines, asked = ran.stdout.splitlines()
    assert lines == [f"{rule} {found['verdict']} {found['caveat']}" for rule, found in verdicts.items()]
    missing = {fact for found in verdicts.values() for fact in found["missing"]}
    assert set(asked.removeprefix("还要问： ").split("、")) == missing


def test_the_first_example_runs_in_a_page_with_what_the_text_says_to_put_there(
    section: BeautifulSoup, page: Page, site_url: str, service: Service
) -> None:
    script = example(section, "js").split("\n", 1)[1]
    before = 'JSON.parse(await readFile("diagrams.json", "utf-8"))'
    assert before in script
    script = script.replace(before, 'await (await fetch("diagrams.json")).json()')
    body = f"<!doctype html><meta charset='utf-8'><script type='module'>{script}</script>"
    page.route("**/data/example.html", lambda route: route.fulfill(body=body, content_type="text/html"))
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{site_url}/data/example.html")
    page.wait_for_load_state("networkidle")
    assert len(said) == len(service.core.rules) + 1
    assert said[-1].startswith("还要问：")


def test_the_second_example_works_from_a_folder(
    section: BeautifulSoup, folder: Path, page_of: Callable[..., Page], service: Service
) -> None:
    (folder / "example.html").write_text(example(section, "html"), encoding="utf-8")
    page = page_of()
    page.goto((folder / "example.html").as_uri())
    verdicts = json.loads(service.assess(json.dumps({"private_gain": True})))["verdicts"]
    lines = [f"{rule} {found['verdict']} {' '.join(found['provisions'])}" for rule, found in verdicts.items()]
    assert page.locator("#said").inner_text().splitlines() == lines
