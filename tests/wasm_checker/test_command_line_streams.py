"""The command lines where something is closed, full, endless, or not in UTF-8: one line says so, and nothing breaks."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from wasm_checker.__main__ import main

ROOT = Path(__file__).resolve().parents[2]
PLAIN = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
CASE = '{"cases": [{"id": "\\ud842\\udfb7先生", "facts": {}}]}'  # as Python's json.dumps writes 𠮷先生


def shell(
    line: str, given: str = "", env: Mapping[str, str] | None = None, before: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[bytes]:
    command = line.replace("PYTHON", f"{sys.executable} -m")
    return subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=ROOT,
        input=given.encode(),
        capture_output=True,
        check=False,
        env=env,
        preexec_fn=before,
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("PYTHON wasm_checker assess - <&-", "标准输入是关着的"),
        ("PYTHON wasm_checker assess - >&-", "标准输出是关着的"),
        ("PYTHON policies >&-", "标准输出是关着的"),
        ("PYTHON wasm_checker assess - >/dev/full", "结果没有写完"),
        ("PYTHON policies >/dev/full", "结果没有写完"),
        ("PYTHON wasm_checker assess /dev/full", "太大"),
        ("PYTHON wasm_checker assess tests", "tests：是文件夹，不是文件"),
        ("PYTHON wasm_checker assess 没有.json", "没有.json：没有这个文件"),
        (f"PYTHON wasm_checker assess {'长' * 200}", "文件名太长"),
        ("PYTHON wasm_checker assess", "写法不对"),
        ("PYTHON wasm_checker judge", "写法不对"),
    ],
)
def test_what_cannot_be_read_or_written_is_one_line_in_chinese_whatever_the_locale(line: str, said: str) -> None:
    done = shell(line, CASE, env=PLAIN)
    assert (done.returncode, done.stdout) == (2, b"")
    assert len(done.stderr.decode("utf-8").splitlines()) == 1
    assert said in done.stderr.decode("utf-8")


def test_a_reader_that_leaves_early_is_told_in_one_line() -> None:
    done = shell("{ PYTHON wasm_checker idle; echo $? >&2; } | true")
    assert done.stderr.decode("utf-8").splitlines() in (["结果没有写完：读的一方已经关了", "2"], ["0"])


def test_with_standard_error_closed_the_exit_code_still_says_it() -> None:
    assert shell("PYTHON wasm_checker assess nothing 2>&-").returncode == 2


def test_a_rare_character_and_a_locale_without_utf8_do_no_harm() -> None:
    (case,) = json.loads(shell("PYTHON wasm_checker assess -", CASE, env=PLAIN).stdout)["cases"]
    assert case["id"] == "𠮷先生"


def test_a_zero_in_a_name_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["assess", "a\0b"]) == 2
    assert capsys.readouterr().err == "“a\\u0000b”不能作文件名\n"


def test_a_few_hundred_bytes_of_aliases_take_no_memory() -> None:
    lines = ["a0: &a0 [x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9))]

    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (1 << 29, 1 << 29))

    done = shell("PYTHON wasm_checker assess -", "\n".join(lines), before=bounded)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "不能用锚点" in done.stderr.decode("utf-8")
