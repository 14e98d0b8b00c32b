"""Builds some pages anew into a site that stands: `python -m tools.serve.partial SITE PAGE.md …`.

With mkdocs' own dirty build, which leaves alone what has not been modified; here that is every page not named.
"""

from __future__ import annotations

import os
import sys

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

PAGES = "SERVE_PAGES"


def on_files(files: Files, config: MkDocsConfig) -> Files:  # noqa: ARG001 - mkdocs calls it so
    """Called by mkdocs, for which this file is a hook."""
    wanted = set(os.environ[PAGES].split("\n"))
    for file in files:
        mark(file, modified=file.src_uri in wanted)
    return files


def mark(file: File, *, modified: bool) -> None:
    file.is_modified = lambda: modified  # type: ignore[method-assign]


def main() -> int:
    site, *pages = sys.argv[1:]
    os.environ[PAGES] = "\n".join(pages)
    build(load_config("mkdocs.yml", site_dir=site, hooks=[__file__]), dirty=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
