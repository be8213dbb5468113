"""The ledger over time, as a picture with its numbers."""

from __future__ import annotations

from dataclasses import dataclass

from minusone import formats
from minusone.drawing.charts import Chart, Datum, panels
from minusone.drawing.timeline import short, years
from minusone.history.accounts import Chronicle
from minusone.history.course import Stretch, course
from minusone.pieces.subjects import addresses
from minusone.site import Site
from minusone.words import LANGS, Bilingual

SERIES = (
    Bilingual("期末未了结", "unresolved at the end"),
    Bilingual("新增或反弹", "came or came back"),
    Bilingual("销号或并入", "closed or merged"),
)


@dataclass(frozen=True)
class CourseView:
    """What the picture shows, period by period."""

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


def course_view(site: Site) -> CourseView | None:
    """None while nothing is in the ledger. A period of which there is a report leads to it."""
    chronicle = Chronicle(site)
    stretches = course(chronicle.events, site.as_of)
    if not stretches:
        return None
    reports = addresses(chronicle)
    said = years(one.period for one in stretches)
    data = (
        _datum(one, year, reports.get((one.period.first, one.period.last), ""))
        for one, year in zip(stretches, said, strict=True)
    )
    return CourseView(stretches, panels(SERIES, data))


def _datum(one: Stretch, year: Bilingual | None, address: str) -> Datum:
    name = Bilingual(*(formats.period(one.period, lang) for lang in LANGS))
    return Datum(name, (one.left, one.came, one.went), address, short(one.period), year)
