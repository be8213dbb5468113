"""The ledger 台账: all rectifications grouped by state, with lists of those that share a state or need attention."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from minusone.kinds.rectification import Rectification
from minusone.pages.context import Frame, Page
from minusone.pages.filters import Filters, filtered
from minusone.periods import Period
from minusone.pieces.count import Count, count
from minusone.pieces.facets import CHANNEL, PROGRAMME, TOPIC, UNIT, YEAR
from minusone.pieces.links import LISTS, list_address, trail
from minusone.pieces.rows import Row, Section, rows, sections, some_of
from minusone.pieces.share import Share
from minusone.pieces.sheets import Sheet, Tab, numbered, sheets
from minusone.pieces.stayed import EVER_REOPENED, stayed_closed
from minusone.reckoning.lifecycle import UNRESOLVED, Group
from minusone.site import Site
from minusone.words import Bilingual


@dataclass(frozen=True)
class Ledger:
    tabs: tuple[Tab, ...]
    here: str
    count: Count
    stayed: Share | None
    sections: tuple[Section, ...]
    sheet: Sheet
    filters: Filters


@dataclass(frozen=True)
class FilteredLedger:
    """The records that a filter leaves, with their own count."""

    filters: Filters
    count: Count
    sections: tuple[Section, ...]
    sheet: Sheet


BASE = list_address(Rectification)
FACETS = (UNIT, PROGRAMME, TOPIC, CHANNEL, YEAR)
"""By which the ledger can be filtered, beside its lists of what shares a state."""


def _of(*groups: Group) -> Callable[[Row], bool]:
    return lambda row: row.group in groups


_LISTS: dict[str, tuple[Bilingual, Callable[[Row], bool]]] = {
    BASE: (Bilingual("全部", "All"), _of(*Group)),
    f"{BASE}unresolved/": (Bilingual("未了结", "Unresolved"), _of(*UNRESOLVED)),
    f"{BASE}overdue/": (Group.OVERDUE.label, _of(Group.OVERDUE)),
    f"{BASE}due-soon/": (Bilingual("临近期限", "due soon"), lambda row: row.due_soon_in is not None),
    f"{BASE}silent/": (Bilingual("久无进展", "no news"), lambda row: row.silent_days > 0),
    f"{BASE}open/": (Group.OPEN.label, _of(Group.OPEN)),
    f"{BASE}declined/": (Group.DECLINED.label, _of(Group.DECLINED)),
    f"{BASE}withheld/": (Group.WITHHELD.label, _of(Group.WITHHELD)),
    f"{BASE}follow-up-missed/": (Bilingual("漏了回访", "follow-up visit missed"), lambda row: row.missed),
    EVER_REOPENED: (Bilingual("曾经反弹", "ever reopened"), lambda row: row.reopenings > 0),
    f"{BASE}closed/": (Group.CLOSED.label, _of(Group.CLOSED)),
    f"{BASE}merged/": (Group.MERGED.label, _of(Group.MERGED)),
}


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    everything = rows(site, site.ledger())
    whole = count(row.group for row in everything)
    stayed = stayed_closed(site, site.ledger())
    covers = _covers(site)
    lists = {address: tuple(row for row in everything if which(row)) for address, (_, which) in _LISTS.items()}
    tabs = tuple(Tab(address, _LISTS[address][0], len(members)) for address, members in lists.items())
    filters, filtered_lists = filtered(site, Rectification, site.ledger(), FACETS)
    for address, members in lists.items():
        parted = sections(members)
        for where, sheet, some in sheets(members, site.settings.per_page, address):
            context = Ledger(tabs, address, whole, stayed, some_of(parted, some), sheet, filters)
            way = () if where == BASE else trail(Rectification)
            paper = "ledger" if where == BASE else ""
            title = numbered(_title(address), sheet)
            yield Page(where, "ledger.html", frame, title, context, trail=way, paper=paper, covers=covers)
    listed = {row.id: row for row in everything}
    for chosen, left in filtered_lists:
        yield from _filtered(site, frame, chosen, tuple(listed[record.id] for record in left))


def _filtered(site: Site, frame: Frame, filters: Filters, left: tuple[Row, ...]) -> Iterator[Page]:
    own, parted = count(row.group for row in left), sections(left)
    for where, sheet, some in sheets(left, site.settings.per_page, filters.here):
        context = FilteredLedger(filters, own, some_of(parted, some), sheet)
        title = numbered(filters.title, sheet)
        yield Page(where, "filtered.html", frame, title, context, trail=trail(Rectification))


def _covers(site: Site) -> Period | None:
    """From the first that was found to the day on which all of them stand like this."""
    first = min((standing.opened for standing in site.standings.values()), default=None)
    return Period(first, site.as_of, f"{first}/{site.as_of}") if first else None


def _title(address: str) -> Bilingual:
    name, (which, _) = LISTS["rectification"], _LISTS[address]
    return name if address == BASE else Bilingual(f"{name.zh}：{which.zh}", f"{name.en}: {which.en}")
