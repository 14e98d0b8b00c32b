"""What each kind of rule calls its outcomes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Outcomes:
    """What a kind of rule calls its merits failing and holding; `aggravated` where an aggravating clause holds as well."""

    fails: str
    holds: str
    aggravated: str = ""

    def class_of(self, verdict: str) -> str:
        """The verdict's class, as changes name them; one that is none of the rule's counts as against the person."""
        if verdict in {"out_of_scope", "too_late"}:
            return verdict
        if verdict in {"insufficient_information", "needs_judgement"}:
            return "open"
        return {self.holds: "favourable", self.aggravated: "aggravated"}.get(verdict, "unfavourable")


OUTCOMES = {
    "tolerance": Outcomes("ineligible", "may_qualify"),
    "accountability": Outcomes("not_accountable", "accountable", "accountable_aggravated"),
    "track": Outcomes("does_not_follow", "follows"),
}
