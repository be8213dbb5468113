"""The lists of every kind but rectifications: dated records newest first, the others by type in their own order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from minusone.kinds import KINDS
from minusone.pages.context import Frame, Page
from minusone.pages.links import LISTS, list_address, trail
from minusone.pages.rows import Item, items, newest_first, worst_first
from minusone.pages.sheets import Sheet, numbered, sheets
from minusone.schema import Record, Term
from minusone.site import Site

DATED = frozenset({"activity", "visit", "report"})


@dataclass(frozen=True)
class Part:
    """Some of a list under a heading of their own; dated lists have none."""

    name: Term | None
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Listing:
    parts: tuple[Part, ...]
    sheet: Sheet
    size: int


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    for name in LISTS:
        kind = KINDS[name]
        records = site.all(kind)
        if records and name != "rectification":
            yield from _pages(site, frame, kind, records)


def _pages(site: Site, frame: Frame, kind: type[Record], records: tuple[Record, ...]) -> Iterator[Page]:
    base = list_address(kind)
    ordered = newest_first(records) if kind.kind in DATED else tuple(sorted(records, key=_order))
    listed = items(site, ordered)
    for where, sheet, some in sheets(listed, site.settings.per_page if kind.kind in DATED else len(listed), base):
        parts = (Part(None, tuple(some)),) if kind.kind in DATED else _parts(tuple(some))
        way = () if where == base else trail(kind)
        context = Listing(parts, sheet, len(listed))
        yield Page(where, "list.html", frame, numbered(LISTS[kind.kind], sheet), context, trail=way)


def _order(record: Record) -> tuple[int, int, str]:
    term = getattr(record, "type", None) or getattr(record, "level", None)
    place = list(type(term)).index(term) if isinstance(term, Term) else 0
    return place, getattr(record, "rank", 0), record.id


def _parts(listed: tuple[Item, ...]) -> tuple[Part, ...]:
    return tuple(Part(what, worst_first(some)) for what, some in groupby(listed, key=lambda item: item.what))
