"""A unit's page: all that is its own, and its state, which is its worst member's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minusone.kinds.activity import Activity
from minusone.kinds.group import Group as ServiceGroup
from minusone.kinds.programme import Programme
from minusone.kinds.unit import Unit
from minusone.kinds.visit import Visit
from minusone.pages.context import Body, Frame, Page, body, record_page
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
from minusone.schema import Id, Record, Ref, UnitClass
from minusone.site import Site


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


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    for record in site.all(Unit):
        context = _context(site, record)
        yield record_page(site, frame, record, context, template="unit.html")


def _context(site: Site, record: Unit) -> UnitPage:
    own = site.answered_for_by(record.id)
    helps = tuple(r for r in site.ledger() if r not in own and _names(site, record.id, (*r.supporting, r.area)))
    programmes = tuple(p for p in site.all(Programme) if _names(site, record.id, p.units))
    groups = tuple(g for g in site.all(ServiceGroup) if _names(site, record.id, g.unit))
    activities = newest_first(a for a in site.all(Activity) if _names(site, record.id, a.units))
    visits = newest_first(v for v in site.all(Visit) if _names(site, record.id, v.units))
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


def _names(site: Site, unit: Id, named: Iterable[Ref | UnitClass]) -> bool:
    return unit in site.tree.all_members(named)
