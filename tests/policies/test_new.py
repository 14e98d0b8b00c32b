"""A new policy from a text: a folder that the loader takes, in state 读, or nothing at all and one sentence."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

import importer
from importer.scaffold import Asked, scaffold
from policies import Library, load
from policies.engine import complete, loader
from policies.new import Refused, asked, make
from tests.importer import measure
from tests.support.independent import DATA

REGULATION = """某县容错纠错办法（试行）

第一条 为了鼓励担当，制定本办法。

第二条 有下列情形之一的，可以容错：

（一）先行先试的；

(二) 其他情形。

第三条 规划（2020-2035年）自二〇二二年起施行。申请人应当自收到通知之日起十五个工作日内提出申请。影响期为一年。

第四条 本办法自2020年1月1日起施行。
"""
FIVE = [path.parent.name for path in sorted(DATA.glob("*/document.yaml"))]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(DATA, tmp_path / "policies", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    (tmp_path / "docs" / "read").mkdir(parents=True)
    return tmp_path / "policies"


def source(root: Path, text: str | bytes, name: str = "某县.txt") -> Path:
    path = root.parent / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def everything(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(root.parent.rglob("*")) if path.is_file()}


def test_a_new_policy_is_read_and_nothing_of_it_is_compared(root: Path, library: Library) -> None:
    found = make("mouxian", source(root, REGULATION), root).library
    document = next(one for one in found.documents if one.slug == "mouxian")
    (instrument,) = document.instruments
    assert found.only_read == (instrument,)
    assert set(instrument.left.values()) == {"pending"}
    assert instrument.left.keys() == {dimension.id for dimension in library.vocabulary.dimensions}
    assert [one.id for one in found.compared] == [one.id for one in library.compared]
    assert document.text == REGULATION
    assert document.sha256 == hashlib.sha256((root / "mouxian" / "mouxian.txt").read_bytes()).hexdigest()
    assert (document.title, document.place, instrument.about.status) == ("某县容错纠错办法（试行）", "某县", ["试行"])
    item = found.provision("mouxian/a2/i2")
    assert (item.printed_label, item.label, item.text) == ("(二)", "（二）", "其他情形。")
    assert (root.parent / "docs/read/mouxian.md").read_text(
        "utf-8"
    ) == '---\ntitle: 某县\n---\n\n{{ reading("mouxian") }}\n'


def test_a_length_of_time_is_proposed_and_becomes_a_limit_once_it_is_filled_in(root: Path) -> None:
    make("mouxian", source(root, REGULATION), root)
    path = root / "mouxian" / "limits.yaml"
    written = path.read_text(encoding="utf-8")
    assert yaml.safe_load(written) == {"limits": []}
    proposed = "\n".join(line.removeprefix("# ") for line in written.split("limits: []\n")[1].splitlines())
    first, second = yaml.safe_load(proposed)
    assert first["quote"] == "申请人应当自收到通知之日起十五个工作日内提出申请"
    assert (first["start"], first["length"], first["unit"]) == (
        {"event": "收到通知之日起", "written": True},
        15,
        "workday",
    )
    assert first["modality"] == "应当"
    assert (second["quote"], second["period"], "length" in second) == ("影响期为一年", "一年", False)
    filled = yaml.safe_dump(
        {"limits": [first | {"kind": "application", "who": "申请人", "does": "提出申请"}]}, allow_unicode=True
    )
    path.write_text(filled, encoding="utf-8")
    (limit,) = next(document for document in load(root).documents if document.slug == "mouxian").limits
    assert limit.duration == "15 个工作日"


def test_what_is_left_is_said_each_with_its_line(root: Path, library: Library) -> None:
    text = REGULATION.replace("鼓励担当", "鼓励担当、规范采购")
    made = make("mouxian", source(root, text), root)
    assert [step[:2] for step in made.steps] == [f"{number}." for number in range(1, 8)]
    assert all(step in (root / "mouxian/todo.md").read_text("utf-8") for step in made.steps)
    about = (root / "mouxian/document.yaml").read_text("utf-8").splitlines()
    assert [(one.path, about[one.line - 1].strip()) for one in made.to_fill] == [
        ("instruments[0].issuer", "issuer: 待填")
    ]
    missing = complete.missing(*loader.read(root))
    assert set(made.to_fill) <= set(missing)
    cells = (root / "mouxian/cells/mouxian.yaml").read_text("utf-8").splitlines()
    named = [one for one in missing if one.file == "policies/mouxian/cells/mouxian.yaml"]
    assert len(named) == len(library.vocabulary.dimensions)
    assert all(cells[one.line - 1] == f"{one.path.split('.')[0]}:" or "status" in cells[one.line - 1] for one in named)
    (belied,) = [one for one in missing if "silent" in one.message]
    assert belied.file == "policies/mouxian/text.yaml"
    assert belied.message.startswith("条文里有“采购”，policies/vocabulary/thesaurus.yaml:")


@pytest.mark.parametrize("slug", FIVE)
def test_each_of_the_five_is_made_from_its_source_with_the_same_words(root: Path, library: Library, slug: str) -> None:
    ours = next(one for one in library.documents if one.slug == slug)
    found = make("again", root / slug / ours.source, root).library
    again = next(one for one in found.documents if one.slug == "again")
    assert (again.text, again.sha256) == (ours.text, ours.sha256)
    words = [
        [(one.label, one.text, one.place) for text in which.instruments for one in text.provisions]
        for which in (ours, again)
    ]
    assert [one[2] for one in words[0]] == [one[2] for one in words[1]]
    assert "".join(
        "".join(printed.printed.split()) for text in again.instruments for printed in text.provisions
    ) == "".join("".join(printed.printed.split()) for text in ours.instruments for printed in text.provisions)


def test_real_texts_become_policies_that_are_read(library: Library, root: Path) -> None:
    files = measure.corpus()[2::11]
    if not files:
        pytest.skip("no corpus beside the repository")
    *_, found = (make(f"real_{number}", path, root).library for number, path in enumerate(files))
    assert len(found.documents) == len(library.documents) + len(files)
    assert len(found.only_read) >= len(files)


def test_what_is_asked_survives_the_way_through_json(library: Library) -> None:
    """As the page gets it, whose Python has neither this loader nor PyYAML."""
    kept = asked(library.vocabulary)
    got = importer.read(REGULATION, "", "mouxian")
    assert Asked.from_json(kept.to_json()) == kept
    assert scaffold("mouxian", got, kept) == scaffold("mouxian", got, Asked.from_json(kept.to_json()))


@pytest.mark.parametrize(
    ("slug", "given", "said"),
    [
        ("Shang", REGULATION, "“Shang”不能作代号：应以小写字母开头"),
        ("../x", REGULATION, "不能作代号"),
        ("a" * 41, REGULATION, "不能作代号"),
        ("xuzhou", REGULATION, "已经有 policies/xuzhou 这个文件夹"),
        ("vocabulary", REGULATION, "已经有 policies/vocabulary 这个文件夹"),
        ("wuyang_tolerance", REGULATION, "已经有“wuyang_tolerance”这份文书"),
        ("index", REGULATION, "已经有 docs/read/index.md 这一页"),
        ("mouxian", "", "这里是空的"),
        ("mouxian", "%PDF-1.7", "这是 PDF"),
        ("mouxian", "Hello world, this is no regulation at all.", "这不是中文文件"),
        ("mouxian", REGULATION.replace("担当", "担\ufffd"), "第 3 行有一个读不出的字（U+FFFD）"),
        ("mouxian", None, "没有 "),
    ],
)
def test_what_is_refused_is_told_in_one_sentence_and_leaves_nothing(
    root: Path, slug: str, given: str | None, said: str
) -> None:
    (root.parent / "docs/read/index.md").write_text("mine", encoding="utf-8")
    path = source(root, given) if given is not None else root.parent / "nowhere.txt"
    before = everything(root)
    with pytest.raises(Refused) as caught:
        make(slug, path, root)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
    assert everything(root) == before
    assert not list(root.parent.glob(".new-*"))


def test_a_folder_in_the_place_of_the_file_and_data_that_were_wrong_before_are_told(root: Path) -> None:
    with pytest.raises(Refused, match="是文件夹"):
        make("mouxian", root, root)
    (root / "xuzhou" / "text.yaml").unlink()
    before = everything(root)
    with pytest.raises(Refused, match="已有的数据有 1 处错误"):
        make("mouxian", root / "wuyang" / "wuyang-2017.txt", root)
    assert everything(root) == before


def test_what_the_loader_refuses_is_taken_back(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = source(root, REGULATION)
    before = everything(root)
    wrong = SimpleNamespace(sha256=lambda _: hashlib.sha256(b"other words"))
    monkeypatch.setattr("importer.scaffold.document.hashlib", wrong)
    with pytest.raises(Refused, match="什么也没有留下"):
        make("mouxian", path, root)
    assert everything(root) == before


def test_the_command_says_what_is_there_and_what_is_left(tmp_path: Path) -> None:
    for room in (DATA, DATA.parent / "importer"):
        shutil.copytree(room, tmp_path / room.name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(DATA.parent / "docs" / "read", tmp_path / "docs" / "read")
    (tmp_path / "a.txt").write_text(REGULATION, encoding="utf-8")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "policies", *arguments]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)

    done = run("new", "mouxian", "a.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("写好了 policies/mouxian/")
    assert "issuer: 待填：" in done.stdout
    assert run("--complete", "mouxian").returncode == 1
    for arguments, said in (
        (("new", "mouxian", "a.txt"), "已经有 policies/mouxian 这个文件夹"),
        (("--complete", "nowhere"), "没有“nowhere”这份文件"),
        (("neu",), "写法不对"),
    ):
        refused = run(*arguments)
        assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (2, "", 1)
        assert said in refused.stderr
