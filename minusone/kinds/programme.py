"""A programme 专项行动 / 载体: a special action or a unit's own scheme, with the commitments 承诺 it makes."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from dateutil.rrule import rrulestr
from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from minusone.figures import Count, Number
from minusone.periods import Day, Period
from minusone.schema import Id, OneOrMore, Part, Record, Ref, Term, To, UnitClass, YesNo, field
from minusone.words import Bilingual, Words

Who = Annotated[Ref | UnitClass, To(("unit", "group", "team"), classes=True)]


class Scheme(Term):
    CAMPAIGN = "campaign", "主题活动", "campaign"
    SPECIAL_ACTION = "special_action", "专项行动", "special action"
    SCHEME = "scheme", "工作载体", "scheme"
    SYSTEM = "system", "工作制度", "standing rule"


class Measure(Term):
    """What a commitment counts."""

    HOURS = "hours", "小时", "hours"
    DAYS = "days", "天", "days"
    SESSIONS = "sessions", "次", "sessions"
    PEOPLE = "people", "人", "people"


class Per(Term):
    """Whom the amount is asked of."""

    UNIT = "unit", "每个单位", "each unit"
    OFFICIAL = "official", "每名干部", "each official"


class Amount(Part):
    """At least so much in every period."""

    at_least: Number = field(("至少", "At least"), ("每期至少多少", "How much in each period, at least"))
    at_most: Number | None = field(("至多", "At most"), ("有上限时写", "If there is an upper end"), default=None)
    of: Measure = field(("计量", "Counted in"), ("小时、天、次或人", "Hours, days, sessions or people"))
    per: Per = field(("对象", "Asked of"), ("每个单位或每名干部", "Each unit or each official"), default=Per.UNIT)
    officials: Count | None = field(
        ("干部人数", "Officials"),
        ("要求多少名干部；写了才能逐人核对", "How many officials it is asked of; only then can each be told"),
        default=None,
    )


class Excuse(Part):
    """A period in which the commitment is excused, and why."""

    period: Period = field(("时间", "When"), ("哪一天或哪一段", "The day or the period"))
    reason: Words = field(("理由", "Reason"), ("为什么可以不做", "Why it need not be done"))
    sample: YesNo = field(
        ("示例", "Sample"),
        ("承诺是真的，这次免除是虚构的演示", "The commitment is real; that it was excused is made up"),
        default=False,
    )


_RULE = re.compile(
    r"FREQ=(DAILY|WEEKLY(?!(?:(?!BYDAY=).|BYDAY=[^;\d]*+(?!\d))*+BYDAY=)|MONTHLY|YEARLY)(;[A-Z]+=[A-Z0-9,+-]+)*"
)
_OUT_OF_RANGE = re.compile(r"(INTERVAL|COUNT)=[+]?[0-]|INTERVAL=[+]?\d{4}")
"""Nothing comes back after no time, and the calendar has no dates for what comes back after thousands of years."""


def _read_rule(value: object) -> str:
    """A recurrence rule of RFC 5545 without its start, which is the commitment's `since`."""
    try:
        rule = value.strip().upper().removeprefix("RRULE:") if isinstance(value, str) else ""
        if _RULE.fullmatch(rule) and not _OUT_OF_RANGE.search(rule):
            rrulestr(rule)
            return rule
    except (ValueError, TypeError, KeyError, AttributeError, IndexError):
        pass
    raise PydanticCustomError("bad-rule", "")


class Commitment(Part):
    """Who promised what, how often and how much, since when."""

    id: Id = field(
        ("编号", "Id"),
        ("在本载体内不重复；活动写 载体编号#承诺编号", "Unique here; an activity says programme#commitment"),
    )
    what: Words = field(("承诺事项", "What"), ("答应做什么", "What was promised"))
    who: OneOrMore[Who] = field(("承诺单位", "Who"), ("由谁来做", "Who does it"))
    how_often: Annotated[str, BeforeValidator(_read_rule)] = field(
        ("频次", "How often"),
        ("RFC 5545 重复规则，每周二是 FREQ=WEEKLY;BYDAY=TU", "An RFC 5545 rule; FREQ=WEEKLY;BYDAY=TU is every Tuesday"),
    )
    amount: Amount | None = field(("数量", "How much"), ("每期做多少", "How much in each period"), default=None)
    since: Day | None = field(("开始", "Since"), ("从哪一天起", "From which day on"), default=None)
    until: Day | None = field(("结束", "Until"), ("到哪一天止", "Until which day"), default=None)
    workdays: YesNo = field(
        ("限工作日", "Working days only"),
        ("休息日不算；调休上班的周末照算", "Days off don't count; weekends worked in exchange do"),
        default=False,
    )
    excused: OneOrMore[Excuse] = field(
        ("免除", "Excused"), ("哪些日子可以不做", "When it need not be done"), default=()
    )

    @model_validator(mode="after")
    def _in_order(self) -> Commitment:
        if self.since and self.until and self.until < self.since:
            raise PydanticCustomError(
                "ends-before-it-begins", "", {"until": self.until.isoformat(), "since": self.since.isoformat()}
            )
        return self


class Element(Part):
    """One part of a scheme, such as one of the “five nights” 五夜."""

    title: Words = field(("名称", "Name"), ("简称", "Its short name"))
    text: Words | None = field(("说明", "In full"), ("做什么", "What is done"), default=None)


class Programme(Record):
    kind: ClassVar[str] = "programme"
    folder: ClassVar[str] = "programmes"
    label: ClassVar[Bilingual] = Bilingual("专项行动与载体", "programme")

    type: Scheme = field(
        ("类别", "Type"), ("主题活动、专项行动、载体或制度", "Campaign, special action, scheme or rule")
    )
    units: OneOrMore[Who] = field(("实施单位", "Carried out by"), ("由谁实施", "Who carries it out"))
    parent: Annotated[Ref, To(("programme",))] | None = field(
        ("所属", "Part of"), ("属于哪项更大的行动", "The larger programme it belongs to"), default=None
    )
    period: Period | None = field(("时间", "Period"), ("从何时到何时", "From when to when"), default=None)
    rank: Count = field(("排序", "Order"), ("公布次序，小的在前", "Order, smallest first"), default=999)
    elements: OneOrMore[Element] = field(
        ("组成", "Elements"), ("例如“五夜”“七联七促”的各项", "Such as each of the “five nights”"), default=()
    )
    commitments: tuple[Commitment, ...] = field(
        ("承诺", "Commitments"), ("定期要做的事", "What is to be done again and again"), default=()
    )
