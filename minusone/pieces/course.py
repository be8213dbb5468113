"""The ledger over time, as a picture with its numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from minusone import formats
from minusone.drawing.charts import Chart, Datum, panels
from minusone.drawing.timeline import short, years
from minusone.history.accounts import Chronicle, chronicle
from minusone.history.course import Stretch, course, stretches
from minusone.history.spells import DAY
from minusone.kinds.report import Span
from minusone.periods import Period
from minusone.pieces.subjects import addresses
from minusone.site import Site, once
from minusone.words import LANGS, Bilingual

SERIES = (
    Bilingual("期末未了结", "unresolved at the end"),
    Bilingual("新增或反弹", "came or came back"),
    Bilingual("销号或并入", "closed or merged"),
)

UNTIL = 6
"""How many periods a report shows of what led up to it."""


@dataclass(frozen=True)
class CourseView:
    """What the picture shows, period by period, as of a day."""

    day: date
    stretches: tuple[Stretch, ...]
    chart: Chart

    @property
    def carried(self) -> int:
        """How many were unresolved before it begins."""
        first = self.stretches[0]
        return first.left - first.came + first.went

    @property
    def came(self) -> int:
        return sum(one.came for one in self.stretches)

    @property
    def went(self) -> int:
        return sum(one.went for one in self.stretches)

    @property
    def stated(self) -> int:
        return sum(one.stated for one in self.stretches)

    @property
    def left(self) -> int:
        return self.stretches[-1].left


@once
def course_view(site: Site) -> CourseView | None:
    """None while nothing is in the ledger. A period of which there is a report leads to it."""
    told = chronicle(site)
    every = course(told.events, site.as_of)
    return _view(every, site.as_of, addresses(site)) if every else None


def course_until(chronicle: Chronicle, span: Span, period: Period) -> CourseView | None:
    """The last periods of the same shape up to this one, of a campaign its months; None of one alone."""
    shape = Span.MONTH if span is Span.CAMPAIGN else span
    end = day = min(period.last, chronicle.site.as_of)
    some: list[Period] = []
    while len(some) < UNTIL and chronicle.began_by(day) and (around := shape.around(day)):
        some.insert(0, around)
        day = around.first - DAY
    if not some[1:]:
        return None
    before = chronicle.left(some[0].first - DAY)
    return _view(stretches(chronicle.events, some, before), end, {})


def _view(every: tuple[Stretch, ...], day: date, reports: Mapping[tuple[date, date], str]) -> CourseView:
    said = years(one.period for one in every)
    data = (
        _datum(one, year, reports.get((one.period.first, one.period.last), ""))
        for one, year in zip(every, said, strict=True)
    )
    return CourseView(day, every, panels(SERIES, data))


def _datum(one: Stretch, year: Bilingual | None, address: str) -> Datum:
    name = Bilingual(*(formats.period(one.period, lang) for lang in LANGS))
    return Datum(name, (one.left, one.came, one.went), address, short(one.period), year)
