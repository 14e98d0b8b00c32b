"""mkdocs.yml as a successor of mkdocs is given it: the same settings, with what is our side's to mend."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from macros import for_theme
from macros.check import page as check_page
from policies import Library


@dataclass(frozen=True)
class Successor:
    """`packages`: what is installed beside requirements.lock. `instead`: what is taken away before. `build`: its command, before the configuration file.

    `theme`: what differs in the theme's settings. `told`: whether it must be told beforehand what define_env tells the theme, since the
    theme does not see what a macro module changes.
    """

    packages: tuple[str, ...]
    build: tuple[str, ...]
    instead: tuple[str, ...] = ()
    theme: Mapping[str, str] = field(default_factory=dict)
    told: bool = False


SUCCESSORS = {
    "properdocs": Successor(("properdocs",), ("properdocs", "build", "--strict", "--config-file")),
    # The theme's successor, which ProperDocs needs once Material has ended; it is a package of the same name.
    "materialx": Successor(
        ("properdocs", "mkdocs-materialx"),
        ("properdocs", "build", "--strict", "--config-file"),
        instead=("mkdocs-material",),
        theme={"name": "materialx"},
    ),
    "zensical": Successor(
        ("zensical",), ("zensical", "build", "--strict", "--config-file"), theme={"variant": "classic"}, told=True
    ),
}


def settings(given: Mapping[str, Any], successor: Successor, library: Library, docs: Path) -> dict[str, Any]:
    """The whole configuration, for a folder in which `docs`, `theme` and `site` are. `given`: mkdocs.yml. `docs`: where the pages lie."""
    made = deepcopy(dict(given))
    made |= {"docs_dir": "docs", "site_dir": "site"}
    made["theme"] |= {"custom_dir": "theme", **successor.theme}
    made.pop("watch", None)  # of `serve`
    if successor.told:
        conf = {"use_directory_urls": True, "site_url": "", **made, "docs_dir": str(docs)}
        check = check_page.theme(check_page.assets(docs))
        made["extra"] = plain({**made["extra"], **for_theme(library, conf), "check": check})
    return made


def plain(value: Any) -> Any:
    """With texts of the one kind that YAML knows."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return str(value) if isinstance(value, str) else value
