"""A correction 更正: what was done to something already published, which may not be done in silence, and why."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator

from minusone.figures import Count
from minusone.periods import Period
from minusone.schema import OneOrMore, Record, Ref, Term, To, field
from minusone.words import Bilingual, Words

FIGURES = "figures"
"""What the computed figures of a report are called where records are named by kind and id: `figures:2014-03`."""

NAMED = To(
    (
        "rectification",
        "activity",
        "visit",
        "unit",
        "group",
        "team",
        "programme",
        "report",
        "page",
        "correction",
        FIGURES,
    )
)
"""Whatever can have been published. It may be gone by now, so that it leads nowhere: it is no `Ref` of the record."""


def _read_named(value: object) -> str:
    return str(NAMED.read(value))


class What(Term):
    """What may not become of something published, but by a correction."""

    REMOVED = "removed", "撤下", "removed"
    REUSED = "reused", "编号再用", "id used again"
    DEADLINE = "deadline", "更改首次承诺的期限", "first deadline changed"
    STEPS = "steps", "更改步骤", "steps changed"
    RECOMMENDATIONS = "recommendations", "更改建议或答复", "recommendations or answers changed"
    MEASURES = "measures", "更改措施或量化目标", "measures or targets changed"
    COMMITMENTS = "commitments", "更改承诺", "commitments changed"
    CLOSED = "closed", "未走步骤即了结", "closed without its steps"
    FIGURES = "figures", "更改已公布的数字", "published figures changed"
    ERASED = "erased", "依法删除旧版本", "former versions erased"


class Correction(Record):
    kind: ClassVar[str] = "correction"
    folder: ClassVar[str] = "corrections"
    label: ClassVar[Bilingual] = Bilingual("更正", "correction")

    of: OneOrMore[Annotated[str, BeforeValidator(_read_named)]] = field(
        ("更正对象", "Of"),
        (
            "种类:编号，例如 rectification:2014-003；通报里算出的数字写 figures:2014-03",
            "kind:id, such as rectification:2014-003; the computed figures of a report are figures:2014-03",
        ),
    )
    what: What = field(("更正事项", "What"), ("对已公布的内容做了什么", "What was done to what had been published"))
    versions: OneOrMore[Count] = field(
        ("版本号", "Versions"),
        ("删除旧版本时写：页面“历次公布”里的第几版", "Of an erasure: their numbers in the history on the page"),
        default=(),
    )
    reason: Words = field(("理由", "Reason"), ("为什么必须这样做", "Why it had to be done"))
    by: Annotated[Ref, To(("unit",))] = field(("决定单位", "By"), ("由谁决定", "Who decided it"))
    date: Period = field(("日期", "Date"), ("决定的日期", "The day of the decision"), past=True)
    basis: Words | None = field(("依据", "Basis"), ("依据哪条规定", "The rule it rests on"), default=None)

    @property
    def corrected(self) -> tuple[Ref, ...]:
        """What it is of. Nobody says that it is still there."""
        return tuple(Ref(kind, id) for kind, _, id in (name.partition(":") for name in self.of))
