"""Stands in for Pyodide's package loader: no package is ever loaded, but starting asks for these two folders."""

from site import getsitepackages


class Folder:
    """No str, which would reach JavaScript as a string without `__str__`."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __str__(self) -> str:
        return self.path


SITE_PACKAGES = Folder(getsitepackages()[0])
DSO_DIR = Folder("/usr/lib")


def init_loaded_packages() -> None:
    """None is."""
