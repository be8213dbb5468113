"""The home page: the unresolved ones first, by name; then the counts; then every unit by its worst member."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minusone.kinds.activity import Activity
from minusone.kinds.report import Report
from minusone.kinds.unit import Unit, UnitType
from minusone.kinds.visit import Visit
from minusone.pages.context import Frame, Page
from minusone.pieces.asked import Asked, asked
from minusone.pieces.count import Count, count
from minusone.pieces.course import CourseView, course_view
from minusone.pieces.kept import Kept, kept
from minusone.pieces.links import Link, link
from minusone.pieces.rows import Item, Row, items, newest_first, rows, unit_summary, unresolved, urgency
from minusone.pieces.share import Share
from minusone.pieces.stayed import stayed_closed
from minusone.reckoning.lifecycle import Group
from minusone.reckoning.recommendations import Stage
from minusone.site import Site

NEWEST = 5
SHOWN = 10
"""How many that are not done are named here of each sort; more only if they are overdue. The others are a link away."""
TYPES = (UnitType.STREET, UnitType.TOWN, UnitType.ZONE)
"""The units that residents know as theirs: shown even when nothing is recorded of them."""


@dataclass(frozen=True)
class UnitState:
    """A unit with its own count; its state is its worst member's."""

    link: Link
    count: Count


@dataclass(frozen=True)
class Home:
    unresolved: tuple[Row, ...]
    more: int
    unanswered: tuple[Asked, ...]
    more_unanswered: int
    at_work: int
    missed: tuple[Row, ...]
    not_kept: tuple[Kept, ...]
    count: Count
    stayed: Share | None
    course: CourseView | None
    units: tuple[UnitState, ...]
    activities: tuple[Item, ...]
    visits: tuple[Item, ...]
    reports: tuple[Item, ...]


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    everything = rows(site, site.ledger())
    open_ones = unresolved(everything)
    shown = min(SHOWN, site.settings.per_page)
    most = max(shown, sum(1 for row in open_ones if row.group is Group.OVERDUE))
    waiting = [one for one in site.recommendations if one.waiting]
    most_waiting = max(shown, sum(1 for one in waiting if one.overdue_days))
    activities, visits, reports = (newest_first(site.all(kind))[:NEWEST] for kind in (Activity, Visit, Report))
    context = Home(
        open_ones[:most],
        max(0, len(open_ones) - most),
        asked(site, waiting[:most_waiting]),
        max(0, len(waiting) - most_waiting),
        sum(1 for one in site.recommendations if one.stage is Stage.AT_WORK),
        tuple(row for row in everything if row.missed),
        kept(site, (promise for promise in site.promises if promise.gaps)),
        count(row.group for row in everything),
        stayed_closed(site, site.ledger()),
        course_view(site),
        units(site),
        items(site, activities),
        items(site, visits),
        items(site, reports),
    )
    title, tagline = site.settings.title, site.settings.tagline
    yield Page("/", "home.html", frame, title, context, description=tagline)


def units(site: Site) -> tuple[UnitState, ...]:
    """Every street, town and zone, and any other that answers for something; the worst first, the topmost not."""
    each = ((unit, _unit(site, unit)) for unit in site.tree.ordered())
    shown = (state for unit, state in each if unit.type in TYPES or (unit.parent and state.count.worst))
    return tuple(sorted(shown, key=lambda state: urgency(state.count)))


def _unit(site: Site, unit: Unit) -> UnitState:
    return UnitState(link(site, unit.ref), unit_summary(site, unit.id))
