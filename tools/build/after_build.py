"""What can be known only once the pages are built: `python -m tools.build.after_build site`.

What the theme lays down and no page loads is taken away. The style rules that the check page uses are put within it, with all of them
beside it in page.*.css; every page is told which of its scripts may run; the check page gets the name of its edition; and check/sw.js, a
service worker, the list of what that page loads, with hashes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag

from macros.kit import inline
from tools.build import policy
from tools.build.built import BROWSER, CHECKER, LATE_STYLES, PAGE, OfflineError, inside, text_of
from wasm_checker.build.bundle import BundleError
from wasm_checker.runtime.node import NodeMissing, node

# Fetched by the page and its worker; what only a fallback or a button needs is left to the network.
FIRST = ("pack.json", "words.json", "python.wasm", "glue.js")
EDITION = re.compile(r'(?<=<div class="checker" data-edition=")[0-9a-f]*(?=")')
STYLE = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
# The theme's own search, which is not used here; under licences that would have to be told with it
UNUSED = ("assets/javascripts/lunr", "assets/javascripts/workers")
LATE_ID = 'id="late-style"'  # of a page that has its styles within
LATE_STYLE = '<link rel="stylesheet" href="%(path)s" media="print" id="late-style"><noscript><link rel="stylesheet" href="%(path)s"></noscript>'


def write(site: Path) -> None:
    for name in UNUSED:
        shutil.rmtree(site / name, ignore_errors=True)
    page = site / PAGE
    page.write_text(styled(page.read_text(encoding="utf-8"), site), encoding="utf-8")
    policy.write(site)
    page.write_text(with_edition(page.read_text(encoding="utf-8")), encoding="utf-8")
    (site / "check" / "sw.js").write_text(service_worker(site), encoding="utf-8")


def with_edition(html: str) -> str:
    """The page with a name for all it says, in its own text, by which it can be told from an older one."""
    bare, places = EDITION.subn("", html)
    if places != 1:
        raise OfflineError(f"{PAGE} has no single place for its edition")
    return EDITION.sub(hashlib.sha256(bare.encode()).hexdigest()[:12], bare)


def styled(html: str, site: Path) -> str:
    """The page with what it uses of its style sheets within, and with all of them, for what the theme may add, in one file.

    That file is for print at first, which no browser waits for before it paints; late.js makes it one for all media.
    """
    if LATE_ID in html:
        return html
    names = [inside("check/", link[1]) for link in STYLE.finditer(html)]
    whole = [within(site, name, "style") for name in names]
    used = critical("\n".join([STYLE.sub("", html), *own_scripts(site, html)]), whole)
    # Those named in the body, too, stand in the head, where a style may stand; they remain the last.
    styles = [f"<style>{text}</style>" for text in used]
    before = len(STYLE.findall(html.partition("</head>")[0]))
    places = iter([*styles[:before], *[""] * (len(styles) - before)])
    html = STYLE.sub(lambda _: next(places), html)
    path = beside(site, "page.css", "\n".join(whole))
    late = f"{LATE_STYLE % {'path': path}}{inline.element(LATE_STYLES)}"
    return html.replace("</head>", f"{''.join(styles[before:])}{late}</head>", 1)


def own_scripts(site: Path, html: str) -> Iterator[str]:
    """What the page's scripts say, but for the theme's: what they make is styled from the first."""
    for name in re.findall(r'<script [^>]*src="([^"]+)"', html):
        if "/javascripts/" not in name:
            yield text_of(site / inside("check/", name))
    yield from map(text_of, later(site))


def critical(page: str, styles: list[str]) -> list[str]:
    """Of each style sheet the rules that the page can use, its scripts' words included."""
    given = json.dumps({"page": page, "styles": styles})
    command = [node(), str(Path(__file__).with_name("critical.js"))]
    done = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise OfflineError(f"styles: {done.stderr.strip()[-2000:]}")
    found: list[str] = json.loads(done.stdout)
    return found


def beside(site: Path, name: str, text: str) -> str:
    """Puts a file beside the page, and says its name, which has the hash of its content: a page gets no file of another version."""
    named = Path(name)
    path = f"{named.stem}.{hashlib.sha256(text.encode()).hexdigest()[:12]}{named.suffix}"
    (site / "check" / path).write_text(text, encoding="utf-8")
    return path


def within(site: Path, name: str, tag: str) -> str:
    """A file's text, to stand in the page as this element. It must not name other files, whose addresses would be another's."""
    text = re.sub(r"\n?/\*# sourceMappingURL=.*?\*/", "", text_of(site / name))
    if (
        f"</{tag}" in text.lower()
        or (
            tag == "script" and "<!--" in text
        )  # within a style it means nothing: icons of a theme have their licence in it
        or "@import" in text
        or re.search(r"url\(\s*['\"]?(?!data:|['\"#])", text)
    ):
        raise OfflineError(f"{name} cannot stand in a page")
    return text


# The service worker -------------------------------------------------------------------------------------------------


def service_worker(site: Path) -> str:
    """The template with the addresses, from the page's own, of all that the page needs, their hashes, and a version made of all."""
    template = (BROWSER / "arrive" / "sw.js").read_text(encoding="utf-8")
    hashes = {
        "./" if name == PAGE else f"../{name}": hashlib.sha256((site / name).read_bytes()).hexdigest()
        for name in sorted(set(needed(site)))
    }
    files = json.dumps(hashes, ensure_ascii=False, indent=0)
    version = hashlib.sha256((template + files).encode()).hexdigest()[:16]
    return _filled(_filled(template, '"VERSION"', json.dumps(version)), '{ FILES: "" }', files)


def _filled(template: str, place: str, text: str) -> str:
    if template.count(place) != 1:
        raise OfflineError(f"sw.js has no single {place}")
    return template.replace(place, text)


def needed(site: Path) -> Iterator[str]:
    """The page, what it names, what its styles name, and what the checker fetches."""
    yield PAGE
    html = BeautifulSoup((site / PAGE).read_bytes(), "html.parser")
    for name in named(html):
        path = site / name
        if not path.is_file():
            raise OfflineError(f"{PAGE} names {name}, which is not there")
        yield name
        if path.suffix == ".css":
            yield from in_styles(site, path)
    files = json.loads((site / CHECKER / "manifest.json").read_text(encoding="utf-8"))["files"]
    yield from (CHECKER + files[name]["path"] for name in FIRST if name in files)
    for path in [*later(site), *(site / "check").glob("worker.*.js")]:
        yield path.relative_to(site).as_posix()
    yield "check/offline.html"


def later(site: Path) -> list[Path]:
    """What is imported by and by, such as the papers to download."""
    return sorted(
        path for path in (site / CHECKER).glob("*.*.js") if not path.name.startswith(("first.", "glue.", "worker."))
    )


def named(html: BeautifulSoup) -> Iterator[str]:
    for tag in html.find_all(["script", "link", "img"]):
        address = tag.get("src") or (tag.get("href") if wanted_link(tag) else None)
        if isinstance(address, str) and not urlsplit(address).scheme and not address.startswith("//"):
            yield inside("check/", address)


def wanted_link(tag: Tag) -> bool:
    return bool({"stylesheet", "icon", "modulepreload"} & set(tag.get("rel") or []))


def in_styles(site: Path, path: Path) -> Iterator[str]:
    folder = f"{path.parent.relative_to(site).as_posix()}/"
    for address in re.findall(r"url\(\s*['\"]?([^'\")]+)", path.read_text(encoding="utf-8")):
        if not address.startswith(("data:", "#", "http")) and (site / inside(folder, address)).is_file():
            yield inside(folder, address)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    try:
        write(parser.parse_args().site)
    except (OSError, BundleError, NodeMissing, OfflineError, policy.PolicyError) as error:
        print(f"offline: error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
