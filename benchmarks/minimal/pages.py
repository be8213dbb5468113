"""The benchmark's pages: home, lists of fifty, a page of each unit and of each record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.minimal.facts import Facts, newest_first
from benchmarks.records import NEWEST, Status
from benchmarks.words import SECTION, STATUS
from minusone.kinds.unit import Unit
from minusone.layout import address
from minusone.pages.context import Frame, Page, body
from minusone.pieces.links import Link, link
from minusone.places import PAGES_ALONE, Extras
from minusone.schema import Ref
from minusone.site import Site
from minusone.slot import Body
from minusone.words import Bilingual


@dataclass(frozen=True)
class RecordPage:
    facts: Facts
    body: Body
    linked: tuple[tuple[str, Link], ...]
    """The ids of the records that its text names, with links to them."""


@dataclass(frozen=True)
class ListPage:
    """The part `number` of `count`; the addresses of those beside it are empty at the ends."""

    rows: tuple[Facts, ...]
    number: int
    count: int
    before: str
    after: str


@dataclass(frozen=True)
class UnitPage:
    groups: tuple[tuple[Bilingual, tuple[Facts, ...]], ...]


@dataclass(frozen=True)
class Home:
    counts: tuple[tuple[Bilingual, int], ...]
    newest: tuple[Facts, ...]
    units: tuple[Link, ...]


def pages(site: Site, extras: Extras = PAGES_ALONE) -> Iterator[Page]:
    """Every page, its addresses counted from the root of the host."""
    menu = tuple(Link(f"/{section}/", name) for section, name in SECTION.items())
    frame = Frame(site.settings, site.as_of, menu, ())
    every = newest_first(site)
    yield _home(site, frame, tuple(every.values()))
    for section, name in SECTION.items():
        yield from _lists(frame, Link(f"/{section}/", name), [one for one in every.values() if one.section == section])
    yield from _units(site, frame, every.values())
    yield from (_record(site, frame, ref, facts) for ref, facts in every.items())


def _record(site: Site, frame: Frame, ref: Ref, facts: Facts) -> Page:
    text = site.texts.get((ref, "zh"))
    named = (Ref(*href.split(":")) for href in text.links) if text else ()
    context = RecordPage(facts, body(site, site.records[ref]), tuple((one.id, link(site, one)) for one in named))
    return Page(
        address(ref),
        "record.html",
        frame,
        facts.link.title,
        context,
        source=site.sources[ref],
        updated=facts.day,
        anywhere=True,
    )


def _lists(frame: Frame, first: Link, rows: Sequence[Facts]) -> Iterator[Page]:
    most = frame.settings.per_page
    parts = [rows[start : start + most] for start in range(0, len(rows), most)]
    at = [first.address, *(f"{first.address}page/{number}/" for number in range(2, len(parts) + 1)), ""]
    for number, part in enumerate(parts):
        context = ListPage(tuple(part), number + 1, len(parts), at[number - 1] if number else "", at[number + 1])
        yield Page(at[number], "list.html", frame, first.title, context, anywhere=True)


def _units(site: Site, frame: Frame, every: Iterable[Facts]) -> Iterator[Page]:
    theirs: dict[tuple[str, str], list[Facts]] = {}
    for facts in every:
        theirs.setdefault((facts.unit.address, facts.so_far), []).append(facts)
    for unit in site.all(Unit):
        found = ((STATUS[status], theirs.get((address(unit.ref), status), ())) for status in Status)
        context = UnitPage(tuple((name, tuple(some)) for name, some in found if some))
        yield Page(address(unit.ref), "unit.html", frame, unit.title, context, anywhere=True)


def _home(site: Site, frame: Frame, every: Sequence[Facts]) -> Page:
    counts = tuple((name, sum(one.so_far == status for one in every)) for status, name in STATUS.items())
    units = tuple(link(site, unit.ref) for unit in site.all(Unit))
    return Page("/", "home.html", frame, site.settings.title, Home(counts, tuple(every[:NEWEST]), units), anywhere=True)
