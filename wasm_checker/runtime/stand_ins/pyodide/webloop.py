"""Stands in for Pyodide's event loop, and with it for asyncio: the core has nothing to wait for."""


def _initialize_event_loop() -> None:
    """Called by the package `pyodide` as it is imported."""
