"""Addresses inside the site, relative to the page that is drawn, so that the site works under any path and from a disk."""

from __future__ import annotations

from dataclasses import dataclass

from policies import Provision


@dataclass(frozen=True)
class Links:
    """`base` leads from the page to the site's root ('../../'); without `folders` a page is name.html."""

    base: str = ""
    folders: bool = True

    def page(self, name: str, fragment: str = "") -> str:
        """'read/xuzhou' → '../../read/xuzhou/'; an index page is named as such: 'read/index'."""
        path = self.base + (_folder(name) if self.folders else f"{name}.html")
        return (path or "./") + (f"#{fragment}" if fragment else "")

    def file(self, path: str) -> str:
        return self.base + path

    def instrument(self, ident: str) -> str:
        return self.page(f"read/{ident}")

    def provision(self, provision: Provision) -> str:
        return self.page(f"read/{provision.instrument}", provision.anchor)

    def cell(self, group: str, dimension: str, instrument: str) -> str:
        return self.page(f"compare/{group}", cell_anchor(dimension, instrument))

    def term(self, ident: str) -> str:
        return self.page("glossary", ident)

    def limit(self, ident: str) -> str:
        return self.page("compare/time", ident)

    def twin(self, key: str) -> str:
        return self.page("compare/reuse", key)

    def reading(self, ident: str) -> str:
        return self.page("compare/readings", ident.lower())


def _folder(name: str) -> str:
    return name.removesuffix("index") if name == "index" or name.endswith("/index") else f"{name}/"


def from_page(url: str, *, folders: bool) -> Links:
    """Links of the page at `url`, as mkdocs writes it: 'compare/application/', './' for the first page."""
    return Links("../" * url.removeprefix("./").count("/"), folders)


def cell_anchor(dimension: str, instrument: str) -> str:
    return f"{dimension}--{instrument}"
