"""A unit's page: all that is its own, and its state, which is its worst member's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from minusone.kinds.activity import Activity
from minusone.kinds.group import Group as ServiceGroup
from minusone.kinds.programme import Programme
from minusone.kinds.rectification import Rectification
from minusone.kinds.unit import Unit
from minusone.kinds.visit import Visit
from minusone.pages.context import Frame, Page, body, record_page
from minusone.pages.diaries import time_of
from minusone.pieces.asked import Asked, asked
from minusone.pieces.count import Count
from minusone.pieces.kept import Kept, kept
from minusone.pieces.links import Link, link
from minusone.pieces.rows import (
    Item,
    Mentions,
    Row,
    Section,
    items,
    mentions,
    newest_first,
    rows,
    sections,
    unit_summary,
    urgency,
)
from minusone.pieces.share import Share
from minusone.pieces.stayed import stayed_closed
from minusone.reckoning.commitments import Promise
from minusone.reckoning.timeuse import TimeUse
from minusone.schema import Id, Record
from minusone.site import Site, grouped
from minusone.slot import Body


@dataclass(frozen=True)
class UnitPage:
    record: Unit
    body: Body
    parent: Link | None
    below: tuple[tuple[Link, Count], ...]
    count: Count
    stayed: Share | None
    sections: tuple[Section, ...]
    helps: tuple[Row, ...]
    asked: tuple[Asked, ...]
    kept: tuple[Kept, ...]
    kept_below: tuple[Kept, ...]
    time: TimeUse | None
    programmes: tuple[Item, ...]
    groups: tuple[Item, ...]
    activities: tuple[Item, ...]
    visits: tuple[Item, ...]
    mentions: Mentions


@dataclass(frozen=True)
class _Naming:
    """What names each unit, by name or by class: as helping or as the place, as carrying out, as taking part …"""

    helped: Mapping[Id, tuple[Rectification, ...]]
    programmes: Mapping[Id, tuple[Programme, ...]]
    groups: Mapping[Id, tuple[ServiceGroup, ...]]
    activities: Mapping[Id, tuple[Activity, ...]]
    visits: Mapping[Id, tuple[Visit, ...]]

    @classmethod
    def of(cls, site: Site) -> _Naming:
        members = site.tree.all_members
        return cls(
            grouped((unit, one) for one in site.ledger() for unit in members((*one.supporting, one.area))),
            grouped((unit, one) for one in site.all(Programme) for unit in members(one.units)),
            grouped((unit, one) for one in site.all(ServiceGroup) for unit in members(one.unit)),
            grouped((unit, one) for one in site.all(Activity) for unit in members(one.units)),
            grouped((unit, one) for one in site.all(Visit) for unit in members(one.units)),
        )


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    naming = _Naming.of(site)
    for record in site.all(Unit):
        context = _context(site, record, naming)
        yield record_page(site, frame, record, context, template="unit.html")


def _context(site: Site, record: Unit, naming: _Naming) -> UnitPage:
    own = site.answered_for_by(record.id)
    ids = {one.id for one in own}
    helps = tuple(one for one in naming.helped.get(record.id, ()) if one.id not in ids)
    programmes = naming.programmes.get(record.id, ())
    groups = naming.groups.get(record.id, ())
    activities = newest_first(naming.activities.get(record.id, ()))
    visits = newest_first(naming.visits.get(record.id, ()))
    shown: list[Iterable[Record]] = [own, helps, programmes, groups, activities, visits, _below(site, record)]
    return UnitPage(
        record,
        body(site, record),
        link(site, record.parent) if record.parent else None,
        _below_summed(site, record),
        unit_summary(site, record.id),
        stayed_closed(site, own),
        sections(rows(site, own)),
        rows(site, helps),
        asked(site, site.asked_of(record.id)),
        kept(site, site.promised_as(record.ref)),
        kept(site, _not_kept_below(site, record)),
        time_of(activities),
        items(site, programmes),
        items(site, groups),
        items(site, activities),
        items(site, visits),
        mentions(site, record, *shown),
    )


def _not_kept_below(site: Site, record: Unit) -> Iterator[Promise]:
    """The commitments of units below it that have gaps."""
    return (one for one in site.promised_by(record.id) if one.gaps and one.by != record.ref)


def _below(site: Site, record: Unit) -> tuple[Unit, ...]:
    return tuple(site.tree.units[child] for child in site.tree.children.get(record.id, ()))


def _below_summed(site: Site, record: Unit) -> tuple[tuple[Link, Count], ...]:
    each = [(link(site, unit.ref), unit_summary(site, unit.id)) for unit in _below(site, record)]
    return tuple(sorted(each, key=lambda one: urgency(one[1])))
