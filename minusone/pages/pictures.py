"""At a glance 看图: the ledger over time, deadlines promised against kept, the units side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minusone.drawing.charts import Chart, Datum, bars
from minusone.kinds.programme import Programme
from minusone.kinds.rectification import Rectification
from minusone.pages.context import Frame, Page
from minusone.pages.diaries import LINK as TIME
from minusone.pages.diaries import diaries
from minusone.pages.home import UnitState, units
from minusone.pieces.course import CourseView, course_view
from minusone.pieces.links import LISTS, PICTURES, Link, list_address
from minusone.pieces.sheets import Sheet, numbered, sheets
from minusone.pieces.strips import Strips, promised, strips
from minusone.reckoning.lifecycle import Group
from minusone.site import Site
from minusone.words import Bilingual

SHOWN = 12
"""How many deadlines are drawn here; the others are a link away."""

DEADLINES = f"{PICTURES.address}deadlines/"
NAME = Bilingual("承诺的期限与实际", "Deadlines promised against kept")

SERIES = (
    Group.OVERDUE.label,
    Bilingual("其他未了结", "otherwise unresolved"),
    Bilingual("已销号或并入", "closed or merged"),
)


@dataclass(frozen=True)
class Pictures:
    """`more` deadlines are drawn on a page of their own; `without` counts what has none."""

    course: CourseView | None
    deadlines: Strips | None
    more: int
    without: int
    units: tuple[UnitState, ...]
    by_unit: Chart
    others: tuple[Link, ...]


@dataclass(frozen=True)
class Deadlines:
    deadlines: Strips | None
    without: int
    sheet: Sheet


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    drawn = promised(site)
    without = len(site.all(Rectification)) - len(drawn)
    side_by_side = units(site)
    context = Pictures(
        course_view(site),
        strips(site, drawn[:SHOWN]),
        max(0, len(drawn) - SHOWN),
        without,
        side_by_side,
        by_unit(side_by_side),
        tuple(_others(site)),
    )
    yield Page(PICTURES.address, "pictures.html", frame, PICTURES.title, context)
    if context.more:
        yield from _deadlines(site, frame, drawn, without)


def _deadlines(site: Site, frame: Frame, drawn: Sequence[Rectification], without: int) -> Iterator[Page]:
    for where, sheet, some in sheets(drawn, site.settings.per_page, DEADLINES):
        context = Deadlines(strips(site, some), without, sheet)
        yield Page(where, "deadlines.html", frame, numbered(NAME, sheet), context, trail=(PICTURES,))


def by_unit(each: Sequence[UnitState]) -> Chart:
    """What each unit answers for, in the order given, the unresolved first; one of nothing has a row too."""
    return bars(SERIES, (Datum(one.link.title, _counts(one), one.link.address) for one in each))


def _counts(one: UnitState) -> tuple[int, ...]:
    overdue = dict(one.count.groups).get(Group.OVERDUE, 0)
    return overdue, one.count.unresolved - overdue, one.count.closed + one.count.merged


def _others(site: Site) -> Iterator[Link]:
    """Pages with pictures of their own."""
    if diaries(site):
        yield TIME
    if site.all(Programme):
        yield Link(list_address(Programme), LISTS[Programme.kind])
