"""An interpreter that has imported what a build needs and waits for one: `python -m tools.serve.warm`, the steps as JSON on stdin.

Each step is a module with its arguments. The project's own modules are imported only then, so that they are as they were edited.
Says `@begun MODULE` and `@done MODULE SECONDS` on lines of their own.
"""

from __future__ import annotations

import json
import runpy
import sys
import time

# What takes most of a build's start. Imported for that alone.
import bs4
import chinese_calendar
import docx
import jinja2
import mkdocs.commands.build
import mkdocs.config
import pydantic
import rapidfuzz
import xlsxwriter
import yaml

WARM = (bs4, chinese_calendar, docx, jinja2, mkdocs, pydantic, rapidfuzz, xlsxwriter, yaml)


def run(module: str, arguments: list[str]) -> int:
    sys.argv = [module, *arguments]
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(bool(end.code))
    return 0


def main() -> int:
    asked = sys.stdin.readline()
    for module, *arguments in json.loads(asked or "[]"):
        began = time.monotonic()
        print(f"@begun {module}", flush=True)
        code = run(module, arguments)
        if code:
            return code
        print(f"@done {module} {time.monotonic() - began:.1f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
