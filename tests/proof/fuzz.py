"""Command line: `python -m tests.proof.fuzz`. Whatever is handed in is judged as it was meant, or refused in one line.

Half of the inputs are files of cases whose meaning is known, written as JSON and as YAML in many ways, half of them then damaged; the
other half are files of the data, damaged. What is read of a damaged file is compared with what an independent reader makes of it.
"""

from __future__ import annotations

import io
import json
import random
import re
import sys
from collections import Counter
from typing import Any

import yaml

from policies.engine import yamlfile
from policies.engine.characters import one_line, unseen
from tests.support.independent import DATA
from wasm_checker.casefile import CaseFile
from wasm_checker.core.answers.facts import InputError

INPUTS = 2000
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
WORDS = [
    "true",
    "false",
    "null",
    "yes",
    "No",
    "on",
    "~",
    "017",
    "08",
    "1:30",
    "1_000",
    "0x1F",
    "1e3",
    ".5",
    "+7",
    "-0",
    "7",
    "12.50",
    "<<",
    "=",
]
WORDS += [
    "2017-09-27",
    "2017-9-27",
    "2017-02-30",
    "organ",
    "𠮷先生",
    "张三",
    "a b",
    "a: b",
    "- x",
    "#x",
    "*x",
    "&x",
    "!x",
    "it's",
    '"',
    "",
    " ",
]
DAMAGE = [
    "\0",
    "\x85",
    "\u200b",
    "\u202e",
    "\u2066",
    "\ufeff",
    "\u2028",
    "\t",
    "\n",
    "\n---\n",
    '"',
    "'",
    "{",
    "}",
    "[",
    "]",
    ":",
    ": ",
    ",",
    "-",
    "#",
]
DAMAGE += ["&a ", "*a", "!!int ", "\\ud842", "\\u202e", "0", "yes", "null", "1e9", "\\", "𠮷"]  # fmt: skip


def run(inputs: int = INPUTS, seed: int = 7) -> tuple[Counter[str], list[str]]:
    """How the inputs fared, and what went wrong."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    files = [path.read_text(encoding="utf-8") for path in sorted(DATA.rglob("*.yaml"))]
    fates: Counter[str] = Counter()
    wrong: list[str] = []
    for number in range(inputs):
        try:
            fates[_cases(chance) if number % 2 else _data(chance, files)] += 1
        except Exception as error:  # noqa: BLE001 - any would have been a traceback
            wrong.append(f"{number}: {type(error).__name__}: {one_line(str(error))}")
    return fates, wrong


def _cases(chance: random.Random) -> str:
    """Cases as they are meant, and how they are written."""
    meant = [{"id": f"c{n}", "facts": _facts(chance)} for n in range(chance.randrange(1, 5))]
    if chance.random() < 0.5:
        text = json.dumps({"cases": meant}, ensure_ascii=chance.random() < 0.5, indent=chance.choice([None, 1, "\t"]))
    else:
        flow = chance.choice([None, True, False])
        text = yaml.safe_dump({"cases": meant}, allow_unicode=chance.random() < 0.5, default_flow_style=flow)
    damaged = chance.random() < 0.5
    given = _damaged(chance, text) if damaged else text
    try:
        read = [*CaseFile(io.BytesIO(given.encode("utf-8", "surrogatepass")), "标准输入").cases()]
    except (InputError, UnicodeDecodeError) as error:
        _one_short_line(str(error))
        # A word that YAML readers read differently is refused, however soundly it is written.
        if not damaged and text.startswith("{") and text.rstrip().endswith("}") and '"cases"' in text:
            raise AssertionError(f"sound JSON is refused: {error}: {text}") from None
        return "refused"
    if not damaged:
        assert _alike(read, meant), f"{meant} was read as {read}"
        return "read as meant"
    assert _as_written(given, {"cases": read}), f"{given} was read as {read}"
    return "damaged, read as written"


def _facts(chance: random.Random) -> dict[str, Any]:
    plain: list[Any] = [True, False, None, 0, 7, 10**12, *WORDS]
    return {f"f{n}": chance.choice(plain) for n in range(chance.randrange(6))}


def _data(chance: random.Random, files: list[str]) -> str:
    """A piece of a file of the data, for the whole takes long and teaches nothing more."""
    lines = chance.choice(files).splitlines(keepends=True)
    start = chance.randrange(len(lines))
    given = _damaged(chance, "".join(lines[start : start + 40]))
    file = yamlfile.parse(given, "policies/x.yaml")
    for problem in file.problems:
        _one_short_line(str(problem))
    if file.problems:
        return "refused"
    assert _as_written(given, file.data), f"{given} was read as {file.data}"
    return "damaged, read as written"


def _damaged(chance: random.Random, text: str) -> str:
    quoted = [*re.finditer(r"'([^'\n]*)'|\"([^\"\n]*)\"", text)]
    if quoted and chance.random() < 0.3:  # a word that has lost its quotes
        bare = chance.choice(quoted)
        return text[: bare.start()] + (bare[1] or bare[2] or "") + text[bare.end() :]
    for _ in range(chance.choice([1, 1, 1, 2, 5])):
        at = chance.randrange(len(text) + 1)
        cut = at + chance.choice([0, 0, 1, 1, 2, 9])
        text = text[:at] + chance.choice([*DAMAGE, *WORDS]) + text[cut:]
    return text


def _one_short_line(said: str) -> None:
    said = one_line(said)
    assert said, "an empty refusal"
    assert len(said.splitlines()) == 1, said
    assert len(said) < 500, said


def _as_written(text: str, read: Any) -> bool:
    """Whether an independent reader has the same, every plain word still as it was written."""
    try:
        return _alike(json.loads(text.removeprefix("\ufeff")), read)
    except ValueError:
        return _same(yaml.compose(text, _LOADER), read)


def _alike(one: Any, two: Any) -> bool:
    return json.dumps(one, default=str, sort_keys=True) == json.dumps(two, default=str, sort_keys=True)


def _same(node: Any, read: Any) -> bool:
    if node is None:
        return read is None
    if isinstance(node, yaml.MappingNode):
        keys = [key.value for key, _ in node.value]
        return (
            isinstance(read, dict)
            and keys == [*read]
            and all(_same(value, read[key.value]) for key, value in node.value)
        )
    if isinstance(node, yaml.SequenceNode):
        return isinstance(read, list) and len(read) == len(node.value) and all(map(_same, node.value, read))
    return unseen(node.value) < 0 and _written(node, read)


def _written(node: Any, read: Any) -> bool:
    """A word between quotes or in a block is a text; a plain one is what it looks like to everybody."""
    if node.style or isinstance(read, str):
        return bool(read == node.value) and (bool(node.style) or node.tag == "tag:yaml.org,2002:str")
    if read is None:
        return node.value in {"", "~", "null", "Null", "NULL"}
    if isinstance(read, bool):
        return bool(node.value.lower() == str(read).lower())
    return str(read) == node.value or (isinstance(read, float) and f"{read:.17f}".startswith(node.value.rstrip("0")))


def main() -> int:
    """Exit 1 if anything was read otherwise than it was meant, or would have ended in a traceback."""
    fates, wrong = run()
    for line in wrong:
        print(line)
    print("，".join(f"{fate} {count}" for fate, count in sorted(fates.items())) + f"，wrong {len(wrong)}")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
