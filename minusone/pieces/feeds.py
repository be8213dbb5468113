"""The feeds that one can subscribe to: which there are, whose news each brings, and the pages that lead there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from minusone.kinds.activity import Activity
from minusone.kinds.programme import Programme
from minusone.kinds.rectification import Rectification
from minusone.kinds.report import Report
from minusone.kinds.unit import Unit
from minusone.kinds.visit import Visit
from minusone.layout import address
from minusone.pieces.links import LISTS, REPORTED, Link, list_address
from minusone.schema import Ref
from minusone.site import Site, grouped, once
from minusone.words import Bilingual, Words

News = Rectification | Activity | Visit | Report
"""What happens, and is dated."""

KINDS_OF_NEWS: tuple[type[News], ...] = (Rectification, Activity, Visit, Report)


@dataclass(frozen=True)
class Feed:
    """A feed by its address in the Chinese half: `/feeds/units/baisha.xml`.

    `pages` lead to it; it leads back to the first of them. With `reports` it brings those that make themselves too.
    One that is not `newest` first keeps the order of its records, and leaves none out.
    """

    address: str
    title: Words | Bilingual
    pages: tuple[str, ...]
    records: tuple[News, ...]
    reports: bool = False
    newest: bool = True

    @property
    def link(self) -> Link:
        return Link(self.address, self.title)


@dataclass(frozen=True)
class Feeds:
    """Every feed of a site: the general ones, those of a kind, of a unit, of a programme."""

    general: tuple[Feed, ...] = ()
    kinds: tuple[Feed, ...] = ()
    units: tuple[Feed, ...] = ()
    programmes: tuple[Feed, ...] = ()

    def __iter__(self) -> Iterator[Feed]:
        yield from (*self.general, *self.kinds, *self.units, *self.programmes)

    def by_page(self) -> Mapping[str, tuple[Link, ...]]:
        """The feeds that each page leads to, by its address."""
        found: dict[str, tuple[Link, ...]] = {}
        for feed in self:
            for page in feed.pages:
                found[page] = (*found.get(page, ()), feed.link)
        return found


@once
def feeds(site: Site) -> Feeds:
    """Without an address of the site there are none: they are read elsewhere."""
    news = tuple(record for kind in KINDS_OF_NEWS for record in site.all(kind))
    if not (site.settings.address and news):
        return Feeds()
    by_unit, by_programme = _concerned(site, news)
    return Feeds(
        tuple(_general(site, news)),
        tuple(_of_kinds(site)),
        tuple(_of(unit, by_unit[unit.ref]) for unit in site.tree.ordered() if unit.ref in by_unit),
        tuple(_of(one, by_programme[one.ref]) for one in _programmes(site) if one.ref in by_programme),
    )


def _general(site: Site, news: tuple[News, ...]) -> Iterator[Feed]:
    ledger = list_address(Rectification)
    unresolved = tuple(record for record in site.ledger() if site.standings[record.id].unresolved)
    if site.all(Rectification):
        where = (f"{ledger}unresolved/", "/", ledger)
        yield Feed("/feeds/open.xml", Bilingual("未了结的事项", "What is unresolved"), where, unresolved, newest=False)
    yield Feed("/feeds/all.xml", Bilingual("全部动态", "Everything new"), ("/",), news, reports=True)


def _of_kinds(site: Site) -> Iterator[Feed]:
    for kind in KINDS_OF_NEWS:
        records, is_report = site.all(kind), kind is Report
        if records or (is_report and any(ref.kind in REPORTED for ref in site.records)):
            list_ = list_address(kind)
            yield Feed(f"/feeds/{kind.folder}.xml", LISTS[kind.kind], (list_,), records, reports=is_report)


def _of(about: Unit | Programme, records: tuple[News, ...]) -> Feed:
    return Feed(f"/feeds/{about.folder}/{about.id}.xml", about.title, (address(about.ref),), records)


def _programmes(site: Site) -> list[Programme]:
    return sorted(site.all(Programme), key=lambda one: (one.rank, one.id))


Concerned = Mapping[Ref, tuple[News, ...]]


def _concerned(site: Site, news: tuple[News, ...]) -> tuple[Concerned, Concerned]:
    """What is news of each unit, and of each programme: their own, and that of those below them."""
    units = grouped((Ref(Unit.kind, unit), record) for record in news for unit in _units(site, record))
    programmes = grouped((programme, record) for record in news for programme in _programmes_of(site, record))
    return units, programmes


def _units(site: Site, record: News) -> tuple[str, ...]:
    """Whoever answers for it, took part or was visited or asked, and those above them."""
    match record:
        case Rectification():
            named = site.tree.all_members((*record.unit, *record.lead))
        case Activity():
            named = site.tree.all_members(record.units)
        case Visit():
            asked = (one for said in record.recommendations for one in said.to)
            named = site.tree.all_members((*record.units, *asked))
        case Report():
            return ()
    return site.tree.with_those_above(named)


def _programmes_of(site: Site, record: News) -> Iterable[Ref]:
    """The programmes that it belongs to, or whose commitments it fulfils, and those that these are part of."""
    fulfilled = () if isinstance(record, Rectification | Report) else record.fulfils
    named = (Ref(ref.kind, ref.id) for ref in (*record.programme, *fulfilled))
    return dict.fromkeys(around for programme in named for around in site.programmes_around(programme))
