"""The check page as one file that opens from a folder: `python -m macros.check.offline_file --assets docs/assets --out docs/check`.

The questionnaire, its styles, the words and the compiled rules, without Python; no other page is in that folder.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

import policies
from macros.check import page, questionnaire
from macros.kit import contact, inline, policy
from macros.kit.built import AssetsMissing
from macros.kit.html import el
from policies import DataError, Library

HERE = Path(__file__).parent
DARK = HERE / "offline-dark.js"
SHEETS = ("identity.css", "site.css", "pieces.css", *(f"checker/{name}.css" for name in page.SHEETS))


def offline_file(library: Library, assets: Path, site: str, report: object = None) -> str:
    """`assets`: the folder of the site's built assets, the checker's among them. `report`: whom to tell of an error. `site`: its name. Raises AssetsMissing without those."""
    built = page.assets(assets.parent)
    checker = el(
        "div",
        *page.told(None),
        questionnaire.form(library),
        class_="checker",
        data_checker=True,
        data_root="",
        data_kept="file",  # it cannot know whether it is the newest
    )
    walk, script = (
        _closed((assets / "checker" / name).read_text(encoding="utf-8")) for name in ("walk.js", "single.js")
    )
    ours = (inline.bare(DARK), inline.bare(page.NOTICE), walk, script)
    words = (assets / "checker" / built.files["words.json"]["path"]).read_text(encoding="utf-8")
    template = Environment(autoescape=True, loader=FileSystemLoader(HERE)).get_template(page.OFFLINE)
    return template.render(
        styles=_closed("\n".join([*(_text(assets / name) for name in SHEETS), _text(HERE / "offline.css")])),
        form=checker,
        mark=_own((assets / "mark.svg").read_text(encoding="utf-8").strip()),
        site=site,
        report=contact.line(report),
        policy=policy.said(policy.OFFLINE, map(policy.hashed, ours)),
        dark=inline.element(DARK),
        words=_own(words.replace("<", "\\u003c")),
        walk=walk,
        script=script,
    )


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _closed(text: str) -> Markup:
    """A style or a script that does not end the element in which it stands, nor holds what HTML forbids even there (U+FFFF, in a library)."""
    return _own(text.replace("</", "<\\/").replace("\uffff", "\\uffff"))


def _own(text: str) -> Markup:
    return Markup(text)  # noqa: S704 - our own


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--assets", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--config", type=Path, default=Path("mkdocs.yml"))
    options = parser.parse_args()
    try:
        text = offline_file(policies.load(), options.assets, *contact.setting(options.config))
    except DataError as error:
        print(error.report(), file=sys.stderr)
        return 1
    except (OSError, AssetsMissing) as error:
        print(f"offline_file: error: {error}", file=sys.stderr)
        return 1
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / page.OFFLINE).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
