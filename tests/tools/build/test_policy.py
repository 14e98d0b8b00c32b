"""The build names the scripts that may run in a page: the project's and its theme's, and no other that it finds there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.kit import policy as kit
from tests.support.inline import directives, hash_of
from tools.build import policy
from tools.build.built import CHECKER, manifest_path
from tools.build.policy import PolicyError, header_policy, headers

PAGE = '<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">{body}'
# As the theme writes it for a page one folder down.
THEME = "target&&target.name"


@pytest.fixture
def site(site_dir: Path, tmp_path: Path) -> Path:
    """One with no page yet; the scripts that pages may hold are known from it."""
    for name in (f"{CHECKER}manifest.json", CHECKER + manifest_path(site_dir, "first.js")):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(site_dir / name, tmp_path / name)
    return tmp_path


@pytest.fixture(scope="module")
def known(site_dir: Path) -> str:
    """A script of the theme, which stands in every page."""
    html = (site_dir / "index.html").read_text(encoding="utf-8")
    (text,) = (str(text) for _, text in policy.SCRIPT.findall(html) if THEME in text)
    return text


def lay(site: Path, body: str, name: str = "index.html", said: str | None = None) -> Path:
    page = site / name
    page.write_text(PAGE.format(policy=kit.said(kit.PAGE) if said is None else said, body=body), encoding="utf-8")
    return page


def test_a_page_gets_the_hashes_of_its_scripts_and_a_second_run_changes_nothing(site: Path, known: str) -> None:
    body = f'<script>{known}</script><script type="application/json">{{"a":1}}</script><script src="a.js"></script>'
    page = lay(site, body)
    policy.write(site)
    first = page.read_bytes()
    assert f"script-src 'self' file: {hash_of(known)};" in first.decode()
    policy.write(site)
    assert page.read_bytes() == first


@pytest.mark.parametrize(
    "script",
    [
        "<script>alert(1)</script>",
        "<SCRIPT\ntype=text/javascript>alert(1)</SCRIPT >",
        '<script data-src="a.js">alert(1)</script>',
        '<script title="a>b">alert(1)</script>',
        "<script>{known};alert(1)</script>",
    ],
)
def test_a_script_that_nobody_knows_ends_the_build_in_one_line(site: Path, known: str, script: str) -> None:
    lay(site, script.replace("{known}", known))
    with pytest.raises(PolicyError, match=r"^index\.html holds a script that is neither the theme's nor ours"):
        policy.write(site)


def test_a_page_without_a_policy_ends_the_build(site: Path) -> None:
    (site / "a.html").write_text("<!doctype html><p>a", encoding="utf-8")
    with pytest.raises(PolicyError, match=r"^a\.html has no policy"):
        policy.write(site)


def test_the_header_lets_run_what_any_page_does_and_tells_who_may_frame_it(site_dir: Path) -> None:
    said = directives(header_policy(site_dir))
    assert said["frame-ancestors"] == ["'self'"]
    assert said["object-src"] == said["frame-src"] == ["'none'"]
    assert said["base-uri"] == said["form-action"] == ["'self'"]
    assert said["script-src"][:2] == ["'self'", "'wasm-unsafe-eval'"]
    assert "file:" not in header_policy(site_dir)
    assert headers(site_dir) | {"Content-Security-Policy": ""} == {
        "Content-Security-Policy": "",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
    assert len(header_policy(site_dir)) < 2000  # some hosts take no longer line


def test_no_header_is_said_of_a_site_that_is_not_finished(site: Path, known: str) -> None:
    """It would let run whatever stands there."""
    lay(site, f"<script>{known}</script>")
    with pytest.raises(PolicyError, match=r"^index\.html is not finished: run python -m tools\.build\.steps$"):
        header_policy(site)
