"""The ledger 台账: all rectifications grouped by state, and a list of its own for each term of the count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minusone.kinds.rectification import Rectification
from minusone.lifecycle import UNRESOLVED, Group
from minusone.pages.context import Frame, Page
from minusone.pages.count import Count, count
from minusone.pages.links import LISTS, list_address, trail
from minusone.pages.rows import Section, rows, sections
from minusone.pages.sheets import Sheet, numbered, sheets
from minusone.site import Site
from minusone.words import Bilingual


@dataclass(frozen=True)
class Tab:
    """One list of the ledger: where it is, what it is called, how many are in it."""

    address: str
    name: Bilingual
    size: int


@dataclass(frozen=True)
class Ledger:
    tabs: tuple[Tab, ...]
    here: str
    count: Count
    sections: tuple[Section, ...]
    sheet: Sheet


BASE = list_address(Rectification)
_LISTS: dict[str, tuple[Bilingual, tuple[Group, ...]]] = {
    BASE: (Bilingual("全部", "All"), tuple(Group)),
    f"{BASE}unresolved/": (Bilingual("未了结", "Unresolved"), UNRESOLVED),
    f"{BASE}overdue/": (Group.OVERDUE.label, (Group.OVERDUE,)),
    f"{BASE}open/": (Group.OPEN.label, (Group.OPEN,)),
    f"{BASE}declined/": (Group.DECLINED.label, (Group.DECLINED,)),
    f"{BASE}withheld/": (Group.WITHHELD.label, (Group.WITHHELD,)),
    f"{BASE}closed/": (Group.CLOSED.label, (Group.CLOSED,)),
    f"{BASE}merged/": (Group.MERGED.label, (Group.MERGED,)),
}


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    everything = rows(site, site.ledger())
    whole = count(row.group for row in everything)
    lists = {address: tuple(row for row in everything if row.group in which) for address, (_, which) in _LISTS.items()}
    tabs = tuple(Tab(address, _LISTS[address][0], len(members)) for address, members in lists.items())
    for address, members in lists.items():
        for where, sheet, some in sheets(members, site.settings.per_page, address):
            context = Ledger(tabs, address, whole, sections(some, members), sheet)
            way = () if where == BASE else trail(Rectification)
            yield Page(where, "ledger.html", frame, numbered(_title(address), sheet), context, trail=way)


def _title(address: str) -> Bilingual:
    name, (which, _) = LISTS["rectification"], _LISTS[address]
    return name if address == BASE else Bilingual(f"{name.zh}：{which.zh}", f"{name.en}: {which.en}")
