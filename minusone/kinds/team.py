"""A supervision group 督导组 from above."""

from __future__ import annotations

from typing import Annotated, ClassVar

from minusone.periods import Period
from minusone.schema import OneOrMore, Part, Record, Ref, Term, To, field
from minusone.words import Bilingual, Words


class Level(Term):
    PROVINCE = "province", "省级", "provincial"
    CITY = "city", "市级", "municipal"
    DISTRICT = "district", "区级", "district"


class Aspect(Term):
    """What the records say of a group's work, that a principle of it may be held against (三个坚持)."""

    FRONT_LINE = "front_line", "深入一线了解情况", "going to the front line to learn how things are"
    CONTACT = "contact", "加强联系有效督导", "close contact for effective supervision"
    ADVICE = "advice", "提出建议推动工作", "recommendations that move the work forward"


class Principle(Part):
    """What the group holds itself to, such as the “three persists” 三个坚持."""

    title: Words = field(("要点", "Principle"), ("一句话", "In one line"))
    text: Words | None = field(("说明", "In full"), ("做了什么", "What was done for it"), default=None)
    shown_by: Aspect | None = field(
        ("对照", "Shown by"),
        ("与哪些记录对照：走到哪里、定期对接、建议答复", "The records beside it: visits, liaison or recommendations"),
        default=None,
    )


class Team(Record):
    kind: ClassVar[str] = "team"
    folder: ClassVar[str] = "teams"
    label: ClassVar[Bilingual] = Bilingual("督导组", "supervision group")

    level: Level = field(("层级", "Level"), ("由哪一级派出", "Which level sent it"))
    sent_by: Words = field(("派出机关", "Sent by"), ("哪个机关派出", "The body that sent it"))
    to: Annotated[Ref, To(("unit",))] = field(("督导对象", "Supervises"), ("督导哪个单位", "The unit it looks at"))
    period: Period | None = field(("进驻时间", "Period"), ("从何时到何时", "From when to when"), default=None)
    principles: OneOrMore[Principle] = field(
        ("工作原则", "Principles"), ("例如“三个坚持”", "Such as the “three persists”"), default=()
    )
