"""Stands in for asyncio: starting Pyodide asks whether functions are coroutines, and the core has nothing to wait for."""

from inspect import iscoroutinefunction as iscoroutinefunction
