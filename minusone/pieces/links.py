"""Links to other pages of the site, and to whoever answers for something."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from minusone.layout import address, localized
from minusone.schema import Record, Ref, UnitClass
from minusone.site import Site, once
from minusone.words import Bilingual, Lang, Words


@dataclass(frozen=True)
class Link:
    """To another page of the site, by its address in the Chinese half: `/rectifications/2014-003/`."""

    address: str
    title: Words | Bilingual


@dataclass(frozen=True)
class Who:
    """Somebody who answers for something: a unit, a group, or a class of units with its members.

    A class is `every` type of unit, or only those `within` another.
    """

    links: tuple[Link, ...]
    every: Bilingual | None = None
    within: Link | None = None


LISTS: dict[str, Bilingual] = {
    "rectification": Bilingual("整改台账", "Ledger"),
    "activity": Bilingual("活动", "Activities"),
    "visit": Bilingual("督导", "Supervision"),
    "unit": Bilingual("单位", "Units"),
    "programme": Bilingual("行动与载体", "Programmes"),
    "group": Bilingual("服务组团", "Service groups"),
    "team": Bilingual("督导组", "Supervision groups"),
    "report": Bilingual("进展通报", "Reports"),
    "correction": Bilingual("更正", "Corrections"),
    "page": Bilingual("说明", "About and help"),
}
"""What the list of each kind is called, in the order of the menu."""

REPORTED = frozenset({"rectification", "activity", "visit"})
"""Kinds of which reports make themselves: with any of them there is a list of reports."""

SEARCH = Link("/search/", Bilingual("搜索", "Search"))
"""The page that finds records by words and filters."""

CHECKS = Link("/checks/", Bilingual("本站自查", "How this site checks itself"))
"""The page on the site itself; its places are named by kind of record."""

SUBSCRIBE = Link("/subscribe/", Bilingual("订阅与日历", "Feeds and calendars"))
"""The page that says how one stays informed. There is none as long as the site has no address."""

TRUST = Link("/trust/", Bilingual("如何核对本站", "How to check this site"))
"""The page on the public log. There is none in a preview, which no log tells of."""

PICTURES = Link("/pictures/", Bilingual("看图", "At a glance"))
"""The page that shows the whole in pictures."""


def whole(base: str, address: str, lang: Lang) -> str:
    """An address of the Chinese half as the public types it, in the half of a language: `base` is the site's own."""
    return base + localized(address, lang).removeprefix("/")


def list_address(kind: type[Record]) -> str:
    return f"/{kind.folder}/"


def link(site: Site, ref: Ref) -> Link:
    return Link(address(ref), site.records[Ref(ref.kind, ref.id) if ref.part else ref].title)


def to(record: Record) -> Link:
    return Link(address(record.ref), record.title)


def links(site: Site, refs: Iterable[Ref]) -> tuple[Link, ...]:
    return tuple(link(site, ref) for ref in refs)


def trail(kind: type[Record]) -> tuple[Link, ...]:
    """By way of the list of the kind."""
    return (Link(list_address(kind), LISTS[kind.kind]),)


def who(site: Site, named: Iterable[Ref | UnitClass]) -> tuple[Who, ...]:
    return tuple(_who(site, one) for one in named)


@once
def _who(site: Site, named: Ref | UnitClass) -> Who:
    if isinstance(named, Ref):
        return Who((link(site, named),))
    members = [site.tree.units[unit] for unit in site.tree.members(named)]
    label = members[0].type.label
    every = Bilingual(f"各{label.zh}", f"every {label.en}")
    within = link(site, Ref("unit", named.within)) if named.within else None
    return Who(links(site, (unit.ref for unit in members)), every, within)
