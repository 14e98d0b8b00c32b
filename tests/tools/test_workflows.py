"""What is published is what was tested, by actions that nobody can change under us. `make lint` runs actionlint and zizmor."""

from __future__ import annotations

import re
from typing import Any

import yaml

from tests.support.folders import ROOT
from tools.setup import servers

GITHUB = ROOT / ".github"
USES = re.compile(r"(?m)^ *(?:- )?uses: (.+)$")
PINNED = re.compile(r"([\w-]+/[\w./-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)")


def workflow(name: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((GITHUB / "workflows" / f"{name}.yml").read_text(encoding="utf-8"))
    return read


def steps(name: str, job: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = workflow(name)["jobs"][job]["steps"]
    return found


def at(found: list[dict[str, Any]], key: str, start: str) -> int:
    (place,) = [place for place, step in enumerate(found) if str(step.get(key, "")).startswith(start)]
    return place


def test_every_action_is_named_by_its_hash_with_its_version_beside_it_and_the_same_everywhere() -> None:
    pins: dict[str, set[tuple[str, str]]] = {}
    for path in (GITHUB / "workflows").glob("*.yml"):
        for said in USES.findall(path.read_text(encoding="utf-8")):
            if said.startswith("$/"):
                continue  # of this repository, at the same commit
            found = PINNED.fullmatch(said)
            assert found, f"{path.name}: {said}"
            pins.setdefault(found[1], set()).add((found[2], found[3]))
    assert len(pins) > 6
    assert {name: found for name, found in pins.items() if len(found) > 1} == {}


def test_the_site_that_pages_publishes_is_the_one_that_check_has_tested() -> None:
    pages = workflow("pages")["jobs"]
    assert pages["check"]["uses"] == "$/.github/workflows/check.yml"
    assert pages["check"]["with"] == {"site_url": "${{ needs.address.outputs.base_url }}"}
    assert pages["publish"]["needs"] == "check"
    assert "make" not in yaml.dump([step.get("run") for step in pages["publish"]["steps"]])
    tested = steps("check", "test")
    assert at(tested, "run", "make test") < at(tested, "run", "python3 -m tools.release.sums --check site")
    assert at(tested, "run", "python3 -m tools.release.sums") < at(tested, "uses", "actions/upload-pages-artifact@")
    assert tested[at(tested, "uses", "actions/upload-pages-artifact@")]["with"] == {"path": "site"}
    assert not [step for step in tested if step.get("run") == "make site"]


def test_the_release_is_packed_from_the_tested_site_as_well() -> None:
    tested = steps("check", "test")
    assert at(tested, "run", "make test") < at(tested, "run", "python3 -m tools.release.pack site --out dist")
    assert workflow("release")["jobs"]["publish"]["needs"] == "check"
    assert "make" not in [str(step.get("run", "")).split(" ")[0] for step in steps("release", "publish")]


def test_only_jobs_that_publish_or_propose_may_write() -> None:
    may_write = set()
    for path in (GITHUB / "workflows").glob("*.yml"):
        found = workflow(path.stem)
        assert found["permissions"] == {"contents": "read"}, path.name
        for name, job in found["jobs"].items():
            if "write" in job.get("permissions", {}).values():
                may_write.add((path.stem, name))
                assert not [step for step in job.get("steps", []) if str(step.get("run", "")).startswith("make")], name
    assert may_write == {("pages", "publish"), ("release", "publish"), ("locks", "propose")}


def test_the_hosts_servers_are_installed_before_they_are_tried() -> None:
    """make installs them as root, and a runner is nobody."""
    for name, job, target in (("check", "test", "make test"), ("long", "prove", "make prove")):
        ran = [step.get("run", "") for step in steps(name, job)]
        before = ran[ran.index(target) - 1].split()
        wanted = {*servers.PACKAGES.values(), servers.MODULE}
        assert wanted == set(before[before.index("--no-install-recommends") + 1 :]), name
