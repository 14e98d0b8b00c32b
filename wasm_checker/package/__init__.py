"""The rule core as a package: what a case comes to under each text, in the site's words, with the provisions it rests on.

    from rongcuo_core import assess
    for verdict in assess({"private_gain": False, "public_spirit": "organ"})["verdicts"].values():
        print(verdict["name"], verdict["headline"])

It decides no case: the best that it says is 可能符合，须经认定.
"""

from __future__ import annotations

from wasm_checker.core.answers.facts import InputError
from wasm_checker.package.checker import Checker, assess, deadlines, facts, instruments, questions, version

__all__ = ["Checker", "InputError", "assess", "deadlines", "facts", "instruments", "questions", "version"]
