"""The built site as a zip that opens from a folder: `python3 -m tools.release.pack site --out dist`.

It holds the site as it is, byte for byte, so that it can be put on a host as well; a first page; what to do with it, in Chinese; and
the hosts' settings of deploy/. The same content makes the same zip: sorted, with one date, without owners.
Only the standard library: a site is packed where nothing is installed.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tools.release import sums

ROOT = Path(__file__).resolve().parent.parent.parent
HERE = Path(__file__).parent
EPOCH = (1980, 1, 1, 0, 0, 0)  # the first that a zip can say
PACKED = {".br", ".gz", ".png", ".zip", ".xlsx", ".docx"}  # these get no smaller


class Unsound(Exception):
    """One line saying what is wrong with the site that was to be packed."""


def version() -> str:
    said: str = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    return said


def pack(site: Path, out: Path, deploy: Path = ROOT / "deploy") -> Path:
    """Writes rongcuo-VERSION.zip and its SHA256SUMS into `out`, and returns the zip.

    Raises Unsound if the site is not what its SHA256SUMS says.
    """
    if told := sums.differences(site):
        raise Unsound(f"{site}: {len(told)} files are not as {sums.NAME} says, the first: {told[0]}")
    name = f"rongcuo-{version()}"
    files = dict(content(site, deploy))
    listed = {path: hashlib.sha256(data).hexdigest() for path, data in sorted(files.items())}
    files[sums.NAME] = sums.text(listed).encode()
    out.mkdir(parents=True, exist_ok=True)
    target = out / f"{name}.zip"
    with zipfile.ZipFile(target, "w") as packed:
        for path, data in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{name}/{path}", EPOCH)
            entry.create_system = 3  # else it says on which system it was made
            entry.external_attr = 0o100644 << 16
            kind = zipfile.ZIP_STORED if Path(path).suffix in PACKED else zipfile.ZIP_DEFLATED
            packed.writestr(entry, data, kind)
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    (out / sums.NAME).write_text(sums.text({target.name: digest}), encoding="utf-8", newline="\n")
    return target


def content(site: Path, deploy: Path) -> Iterator[tuple[str, bytes]]:
    for folder, files in (("site", site), ("deploy", deploy)):
        for path in files.rglob("*"):
            if path.is_file():
                yield f"{folder}/{path.relative_to(files).as_posix()}", path.read_bytes()
    yield "index.html", (HERE / "index.html").read_bytes()
    # As the oldest Notepad wants it
    lines = (HERE / "说明.txt").read_text(encoding="utf-8").splitlines()
    yield "说明.txt", "".join(f"{line}\r\n" for line in lines).encode("utf-8-sig")
    yield "LICENSE.txt", (ROOT / "LICENSE").read_bytes()


def main() -> int:
    parser = argparse.ArgumentParser(prog="python3 -m tools.release.pack", description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    try:
        print(pack(options.site, options.out))
    except (OSError, Unsound) as error:
        print(f"pack: error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
