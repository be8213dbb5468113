"""A supervision visit 督导: what a supervision group looked at, and what it recommended 建议."""

from __future__ import annotations

from typing import Annotated, ClassVar

from minusone.figures import Count
from minusone.periods import Day, Period
from minusone.schema import OneOrMore, Part, Record, Ref, Term, To, UnitClass, field
from minusone.words import Bilingual, Words


class Method(Term):
    ATTENDING = "attending_meetings", "参加会议", "attending meetings"
    READING = "reading_files", "调阅材料", "reading files"
    TALKS = "individual_talks", "个别谈话", "individual talks"
    RESEARCH = "field_research", "深入调研", "field research"
    INSPECTION = "on_site_inspection", "现场察看", "on-site inspection"
    LIAISON = "weekly_liaison", "每周对接", "weekly liaison"


class Answer(Part):
    """What those whom a recommendation was put to did about it. Without `by` it is the answer of all of them."""

    date: Day = field(("日期", "Date"), ("答复日期", "When it was answered"), past=True)
    text: Words = field(("答复", "Answer"), ("做了什么", "What was done"))
    by: OneOrMore[Annotated[Ref | UnitClass, To(("unit",), classes=True)]] = field(
        ("答复单位", "Answered by"), ("只有部分单位答复时写", "Where only some of them have answered"), default=()
    )
    rectification: Annotated[Ref, To(("rectification",))] | None = field(
        ("转为整改", "Became"), ("由此登记的整改编号", "The rectification it became"), default=None
    )


class Recommendation(Part):
    """One thing the group asked for, of whom, by when, and what came of it."""

    text: Words = field(("建议", "Recommendation"), ("要求做什么", "What was asked for"))
    to: OneOrMore[Annotated[Ref | UnitClass, To(("unit",), classes=True)]] = field(
        ("对象", "To"), ("向谁提出", "Whom it was put to")
    )
    due: Period | None = field(("期限", "Due"), ("何时之前答复", "By when"), default=None)
    workdays: Count | None = field(
        ("工作日时限", "Working days"),
        ("督导结束后几个工作日内，代替期限", "Within so many working days of the visit, in place of a due date"),
        default=None,
    )
    answer: OneOrMore[Answer] = field(
        ("答复", "Answer"), ("还没有答复就不写", "Left out until there is one"), default=()
    )


class Visit(Record):
    kind: ClassVar[str] = "visit"
    folder: ClassVar[str] = "visits"
    label: ClassVar[Bilingual] = Bilingual("督导", "supervision visit")

    team: Annotated[Ref, To(("team",))] = field(("督导组", "Supervision group"), ("哪个督导组", "Which group"))
    date: Period = field(("时间", "When"), ("哪一天或哪一段", "The day or the period"), past=True)
    methods: OneOrMore[Method] = field(("方式", "Methods"), ("怎样督导", "How it looked"))
    theme: Words | None = field(("主题", "Theme"), ("看什么", "What it looked at"), default=None)
    units: OneOrMore[Annotated[Ref | UnitClass, To(("unit",), classes=True)]] = field(
        ("被督导单位", "Units visited"), ("到了哪些单位", "Which units it went to"), default=()
    )
    programme: OneOrMore[Annotated[Ref, To(("programme",))]] = field(
        ("相关载体", "Programme"), ("涉及哪项行动", "What it concerns"), default=()
    )
    fulfils: OneOrMore[Annotated[Ref, To(("programme",), parts=True)]] = field(
        ("履行承诺", "Fulfils"), ("载体编号#承诺编号", "programme#commitment"), default=()
    )
    places: OneOrMore[Words] = field(("地点", "Places"), ("看了哪些地方", "The places it looked at"), default=())
    recommendations: OneOrMore[Recommendation] = field(
        ("建议", "Recommendations"), ("提了哪些建议", "What it asked for"), default=()
    )
