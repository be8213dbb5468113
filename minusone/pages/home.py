"""The home page: the unresolved ones first, by name; then the counts; then every unit by its worst member."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minusone.kinds.activity import Activity
from minusone.kinds.report import Report
from minusone.kinds.unit import Unit, UnitType
from minusone.kinds.visit import Visit
from minusone.pages.context import Frame, Item, Link, Page, Row, items, link, newest_first, rows, unresolved
from minusone.pages.count import Count, count
from minusone.site import Site

NEWEST = 5
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
    count: Count
    units: tuple[UnitState, ...]
    activities: tuple[Item, ...]
    visits: tuple[Item, ...]
    reports: tuple[Item, ...]


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    everything = rows(site, site.ledger())
    open_ones = unresolved(everything)
    most = site.settings.per_page
    activities, visits, reports = (newest_first(site.all(kind))[:NEWEST] for kind in (Activity, Visit, Report))
    context = Home(
        open_ones[:most],
        max(0, len(open_ones) - most),
        count(row.group for row in everything),
        _units(site),
        items(site, activities),
        items(site, visits),
        items(site, reports),
    )
    shown = [*activities, *visits, *reports]
    sample = any(row.sample for row in context.unresolved) or any(record.sample for record in shown)
    title, tagline = site.settings.title, site.settings.tagline
    yield Page("/", "home.html", frame, title, context, description=tagline, sample=sample)


def _units(site: Site) -> tuple[UnitState, ...]:
    """Every street, town and zone, and any other unit that answers for something; not the district as a whole."""
    each = ((unit, _unit(site, unit)) for unit in site.tree.ordered() if unit.id != site.settings.root)
    return tuple(state for unit, state in each if unit.type in TYPES or state.count.found)


def _unit(site: Site, unit: Unit) -> UnitState:
    return UnitState(link(site, unit.ref), count(site.group(r) for r in site.answered_for_by(unit.id)))
