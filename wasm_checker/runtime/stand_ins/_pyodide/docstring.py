"""Stands in for what gives Pyodide's types their documentation, function by function: nobody reads it here."""


def dedent_docstring(docstring: str | None) -> str:
    return docstring or ""


def get_cmeth_docstring(func: object) -> str:
    return ""
