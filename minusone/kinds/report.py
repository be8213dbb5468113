"""A progress report 进展通报 of a period: a few words by the office, and what a source reported in figures."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from minusone.figures import Figure
from minusone.kinds.activity import Caption
from minusone.periods import Day, Period, month_of, quarter_of, week_of
from minusone.schema import OneOrMore, Part, Record, Ref, Term, To, field
from minusone.words import Bilingual, Words


class Span(Term):
    WEEK = "week", "周报", "weekly report"
    MONTH = "month", "月报", "monthly report"
    QUARTER = "quarter", "季报", "quarterly report"
    CAMPAIGN = "campaign", "专题通报", "campaign report"

    def around(self, day: date) -> Period | None:
        """The week, month or quarter in which a day lies; campaigns have no such shape."""
        shapes = {Span.WEEK: week_of, Span.MONTH: month_of, Span.QUARTER: quarter_of}
        return shapes[self](day) if self in shapes else None


class PartReported(Part):
    """One of the parts that a source gave a figure in."""

    what: Words = field(("分项", "Part"), ("哪一部分", "Which part"))
    value: Figure = field(("数字", "Figure"), ("36、124.1万、20+", "36, 124.1万, 20+"))


class Reported(Part):
    """A figure as a source printed it. It is marked as reported and never computed with.

    Its parts, and the site's own records, are only held against it: what contradicts is noted and published as printed.
    """

    what: Words = field(("事项", "What"), ("数的是什么", "What is counted"))
    value: Figure | None = field(
        ("数字", "Figure"),
        ("36、124.1万、20+；没有数字就不写", "36, 124.1万, 20+; left out where there is none"),
        default=None,
    )
    unit: Words | None = field(("单位", "Unit"), ("平方米、条、次等", "Square metres, lanes, sessions"), default=None)
    said: Words | None = field(
        ("表述", "As put"), ("没有数字时的原话", "The words, where there is no figure"), default=None
    )
    period: Period | None = field(("时段", "Period"), ("说的是哪一段", "Which period it is for"), default=None)
    programme: Annotated[Ref, To(("programme",))] | None = field(
        ("所属载体", "Programme"), ("属于哪项行动", "What it belongs to"), default=None
    )
    parts: tuple[PartReported, ...] = field(
        ("分项数字", "Parts"), ("来源列出的各部分", "The parts that the source gave"), default=()
    )
    records: str | None = field(
        ("站内记录", "Records here"),
        ('对照用的查询，例如 count("group")', 'A query to hold it against, such as count("group")'),
        default=None,
    )


class Report(Record):
    kind: ClassVar[str] = "report"
    folder: ClassVar[str] = "reports"
    label: ClassVar[Bilingual] = Bilingual("进展通报", "progress report")

    span: Span = field(("类别", "Type"), ("周、月、季或专题", "Week, month, quarter or campaign"))
    period: Period = field(("时段", "Period"), ("从何时到何时", "From when to when"), past=True)
    published: Day | None = field(
        ("发布日期", "Published"), ("哪一天发布", "The day it came out"), default=None, past=True
    )
    programme: OneOrMore[Annotated[Ref, To(("programme",))]] = field(
        ("所属载体", "Programme"), ("说的是哪项行动", "What it is about"), default=()
    )
    figures: tuple[Reported, ...] = field(
        ("转载数字", "Reported figures"), ("来源中的数字，照原样", "Figures of the source, as printed"), default=()
    )
    captions: OneOrMore[Caption] = field(
        ("原文图注", "Captions"), ("来源文章的图注", "Captions printed in the source"), default=()
    )
