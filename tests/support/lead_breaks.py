"""Ways to spoil what people ask and the thesaurus, each with what is then told of it."""

from __future__ import annotations

from tests.support.breaks import Break

ASKED = "vocabulary/asked.yaml"
THESAURUS = "vocabulary/thesaurus.yaml"

LEAD_BREAKS = [
    Break(
        ASKED,
        "rows: [application_deadline]",
        "rows: [application_deadlines]",
        "groups[#].questions[#].rows[0]",
        "没有“application_deadlines”这个维度",
    ),
    Break(ASKED, "id: papers\n", "id: deadline\n", "groups[#].questions[#].id", "“deadline”用了不止一次"),
    Break(
        ASKED,
        "also: [过期了还能申请吗",
        "also: [几天之内得申请",
        "groups[#].questions[#].also[0]",
        "“几天之内得申请”问了不止一次",
    ),
    Break(
        THESAURUS,
        "texts: ['村(社区)干部'",
        "texts: ['村里的干部'",
        "entries[#].texts[0]",
        "“村里的干部”不是哪一处条文里的原文",
    ),
    Break(THESAURUS, "'村官'", "'村官', '村官'", "entries[#].typed[#]", "“村官”写了不止一次"),
    Break(
        THESAURUS, "typed: ['临时工'", "typed: ['党员干部'", "entries[#].typed[0]", "条文里有“党员干部”，不能写 silent"
    ),
    Break(
        THESAURUS,
        "rows: ['persons_covered', 'by_reference']",
        "rows: ['persons', 'by_reference']",
        "entries[#].rows[0]",
        "没有“persons”这个维度",
    ),
    Break(
        ASKED,
        "note: “可以”不等于“一定”",
        "note: “可以”不等于“准能容”",
        "groups[#].questions[#].note",
        "“准能容”不在条文",
    ),
]
