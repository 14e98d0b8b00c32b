"""Imported as Python starts: from here on modules come from one table of code in the library, not from a search in it.

Searching an archive is Python code too, and more of it runs than in many a module it finds.
"""

import marshal
import sys
from _frozen_importlib import ModuleSpec

_LIBRARY = "/lib/python314.zip"


class Packed:
    """Finds and loads the modules of the table: name → whether it is a package, and its code."""

    def __init__(self, table: dict[str, tuple[bool, bytes]]) -> None:
        self.table = table

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        if name not in self.table:
            return None
        return ModuleSpec(name, self, origin=f"{_LIBRARY}/{name}", is_package=self.table[name][0])

    def create_module(self, spec: ModuleSpec) -> None:
        """As usual."""

    def exec_module(self, module: object) -> None:
        exec(marshal.loads(self.table[module.__spec__.name][1]), module.__dict__)


def _install() -> None:
    for finder in sys.path_importer_cache.values():
        if getattr(finder, "archive", None) == _LIBRARY:
            try:
                table = marshal.loads(finder.get_data(f"{_LIBRARY}/table"))
            except OSError:
                return  # the library as source, from which the table is made
            sys.meta_path.insert(0, Packed(table))


_install()
