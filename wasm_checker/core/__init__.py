"""The rule core: what a case comes to under each instrument. Standard library only; the same on CPython and in Pyodide."""
