"""The lists of every kind but rectifications and reports: dated ones newest first, others by type in their order.

Of visits those come first whose recommendations were not answered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from minusone.kinds import KINDS
from minusone.kinds.activity import Activity
from minusone.kinds.visit import Visit
from minusone.pages import diaries, recommendations
from minusone.pages.context import Frame, Page
from minusone.pages.filters import Filters, filtered
from minusone.pieces.asked import Asked, asked
from minusone.pieces.facets import PROGRAMME, UNIT, YEAR
from minusone.pieces.links import LISTS, Link, list_address, trail
from minusone.pieces.rows import Item, items, newest_first, worst_first
from minusone.pieces.sheets import Sheet, numbered, sheets
from minusone.reckoning.recommendations import Stage
from minusone.schema import Record, Term
from minusone.site import Site

FILTERED = frozenset({"activity", "visit"})
DATED = FILTERED | {"correction"}

FACETS = (UNIT, PROGRAMME, YEAR)
"""By which lists of what was done can be filtered."""

OWN = frozenset({"rectification", "report"})
"""Kinds whose lists are pages of their own."""


@dataclass(frozen=True)
class Part:
    """Some of a list under a heading of their own; dated lists have none."""

    name: Term | None
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Listing:
    """`beside` are pages made from the same records; `overdue` are the visits' recommendations whose answer is so.

    On a list that is filtered neither is shown.
    """

    beside: tuple[Link, ...]
    overdue: tuple[Asked, ...]
    parts: tuple[Part, ...]
    sheet: Sheet
    size: int
    filters: Filters


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    for name in LISTS:
        kind = KINDS[name]
        records = site.all(kind)
        if records and name not in OWN:
            yield from _pages(site, frame, kind, records)


def _pages(site: Site, frame: Frame, kind: type[Record], records: tuple[Record, ...]) -> Iterator[Page]:
    base = list_address(kind)
    ordered = _ordered(site, kind, records)
    beside, overdue = _beside(site, kind), _overdue(site, kind)
    filters, filtered_lists = filtered(site, kind, ordered, FACETS if kind.kind in FILTERED else ())
    listed = items(site, ordered)
    for where, sheet, some in sheets(listed, site.settings.per_page if kind.kind in DATED else len(listed), base):
        parts = (Part(None, tuple(some)),) if kind.kind in DATED else _parts(tuple(some))
        way = () if where == base else trail(kind)
        context = Listing(beside, overdue if where == base else (), parts, sheet, len(listed), filters)
        yield Page(where, "list.html", frame, numbered(LISTS[kind.kind], sheet), context, trail=way)

    for chosen, left in filtered_lists:
        yield from _filtered(site, frame, kind, chosen, items(site, left))


def _filtered(site: Site, frame: Frame, kind: type[Record], filters: Filters, left: tuple[Item, ...]) -> Iterator[Page]:
    for where, sheet, some in sheets(left, site.settings.per_page, filters.here):
        context = Listing((), (), (Part(None, tuple(some)),), sheet, len(left), filters)
        yield Page(where, "list.html", frame, numbered(filters.title, sheet), context, trail=trail(kind))


def _ordered(site: Site, kind: type[Record], records: tuple[Record, ...]) -> tuple[Record, ...]:
    """Dated records newest first, but visits by the worst of what they asked for; others in their own order."""
    if kind is Visit:
        worst = {one.visit.id: one.stage for one in reversed(site.recommendations)}
        return tuple(sorted(newest_first(records), key=lambda visit: worst.get(visit.id, Stage.DONE).rank))
    return newest_first(records) if kind.kind in DATED else tuple(sorted(records, key=_order))


def _beside(site: Site, kind: type[Record]) -> tuple[Link, ...]:
    if kind is Visit and site.recommendations:
        return (recommendations.LINK,)
    return (diaries.LINK,) if kind is Activity and diaries.diaries(site) else ()


def _overdue(site: Site, kind: type[Record]) -> tuple[Asked, ...]:
    late = (one for one in site.recommendations if one.stage is Stage.OVERDUE)
    return asked(site, late) if kind is Visit else ()


def _order(record: Record) -> tuple[int, int, str]:
    term = getattr(record, "type", None) or getattr(record, "level", None)
    place = list(type(term)).index(term) if isinstance(term, Term) else 0
    return place, getattr(record, "rank", 0), record.id


def _parts(listed: tuple[Item, ...]) -> tuple[Part, ...]:
    return tuple(Part(what, worst_first(some)) for what, some in groupby(listed, key=lambda item: item.what))
