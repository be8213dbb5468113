"""Facets: by what records are told apart in filtered lists and in the search, and the values that each has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from minusone.kinds.activity import Activity
from minusone.kinds.group import Group as ServiceGroup
from minusone.kinds.programme import Programme
from minusone.kinds.rectification import Channel, Rectification, Topic
from minusone.kinds.report import Report
from minusone.kinds.team import Team
from minusone.kinds.unit import Unit
from minusone.kinds.visit import Visit
from minusone.pieces.links import LISTS
from minusone.reckoning.lifecycle import UNRESOLVED, Group
from minusone.schema import Record, Ref, UnitClass
from minusone.site import Site
from minusone.words import Bilingual, Words

R = TypeVar("R", bound=Record)

ANY_UNRESOLVED = "unresolved"
"""The value of the facet `state` that all have that are not resolved, whatever their group."""


@dataclass(frozen=True)
class Facet:
    """Its `name` and its values stand in addresses, so they are ids and stay as they are.

    `of` gives the values that a record has, each once; `values` all that there can be, in the order in which they are
    offered, with what each is called.
    """

    name: str
    label: Bilingual
    of: Callable[[Site, Record], Iterable[str]]
    values: Callable[[Site], Iterable[tuple[str, Words | Bilingual]]]


def _kind(site: Site, record: Record) -> Iterator[str]:
    yield record.kind


def _kinds(site: Site) -> Iterator[tuple[str, Bilingual]]:
    return ((kind, name) for kind, name in LISTS.items())


def _units(site: Site, record: Record) -> Iterable[str]:
    """Every unit that a record names as its own, with those above it."""
    members = site.tree.all_members(_named(record))
    return dict.fromkeys(one for unit in members for one in (unit, *site.tree.above(unit)))


def _named(record: Record) -> tuple[Ref | UnitClass, ...]:
    match record:
        case Unit():
            return (record.ref,)
        case Rectification():
            return (*record.unit, *record.lead)
        case Activity() | Visit() | Programme():
            return record.units
        case ServiceGroup():
            return record.unit
        case Team():
            return (record.to,)
    return ()


def _all_units(site: Site) -> Iterator[tuple[str, Words]]:
    return ((unit.id, unit.title) for unit in site.tree.ordered())


def _state(site: Site, record: Record) -> Iterator[str]:
    if isinstance(record, Rectification):
        group = site.group(record)
        if group in UNRESOLVED:
            yield ANY_UNRESOLVED
        yield group.value


def _states(site: Site) -> Iterator[tuple[str, Bilingual]]:
    yield ANY_UNRESOLVED, Bilingual("未了结", "unresolved")
    yield from ((group.value, group.label) for group in Group)


def _programmes(site: Site, record: Record) -> Iterable[str]:
    """Every programme that a record belongs to, with those that this is part of; a circle ends where it began."""
    found: dict[str, None] = {}
    left = [ref.id for ref in _belongs(record)]
    while left:
        programme = site.records.get(Ref("programme", one := left.pop(0)))
        if one not in found and isinstance(programme, Programme):
            found[one] = None
            left += [programme.parent.id] if programme.parent else []
    return found


def _belongs(record: Record) -> tuple[Ref, ...]:
    match record:
        case Programme():
            return (record.ref,)
        case Activity() | Visit():
            return (*record.programme, *record.fulfils)
        case Rectification() | Report():
            return record.programme
        case ServiceGroup():
            return (record.programme,) if record.programme else ()
    return ()


def _all_programmes(site: Site) -> Iterator[tuple[str, Words]]:
    ordered = sorted(site.all(Programme), key=lambda programme: (programme.rank, programme.id))
    return ((programme.id, programme.title) for programme in ordered)


def _channel(site: Site, record: Record) -> Iterator[str]:
    if isinstance(record, Rectification) and record.found and record.found.channel:
        yield record.found.channel.value


def _topic(site: Site, record: Record) -> Iterator[str]:
    if isinstance(record, Rectification):
        yield record.topic.value


def _years(site: Site, record: Record) -> Iterator[str]:
    """The year in which a problem was found, a promise made; every year in which something else went on."""
    match record:
        case Rectification():
            yield str(record.found.date.first.year if record.found else site.standings[record.id].opened.year)
        case Activity() | Visit():
            yield from map(str, range(record.date.first.year, record.date.last.year + 1))
        case Report():
            yield from map(str, range(record.period.first.year, record.period.last.year + 1))


def _all_years(site: Site) -> Iterator[tuple[str, Bilingual]]:
    found = {year for record in site.records.values() for year in _years(site, record)}
    return ((year, Bilingual(f"{year} 年", year)) for year in sorted(found, reverse=True))


UNIT = Facet("unit", Unit.label, _units, _all_units)
PROGRAMME = Facet("programme", Programme.label, _programmes, _all_programmes)
TOPIC = Facet("topic", Bilingual("类别", "topic"), _topic, lambda site: ((one.value, one.label) for one in Topic))
CHANNEL = Facet(
    "channel", Bilingual("渠道", "channel"), _channel, lambda site: ((one.value, one.label) for one in Channel)
)
YEAR = Facet("year", Bilingual("年份", "year"), _years, _all_years)

FACETS = (
    Facet("kind", Bilingual("栏目", "kind"), _kind, _kinds),
    Facet("state", Bilingual("整改状态", "state of rectification"), _state, _states),
    UNIT,
    PROGRAMME,
    TOPIC,
    CHANNEL,
    YEAR,
)
"""In the order in which the search asks for them."""


def occurring(site: Site, facet: Facet, records: Iterable[R]) -> dict[str, tuple[R, ...]]:
    """The records of each value that any of them has; values in the order in which they are offered."""
    having: dict[str, list[R]] = {value: [] for value, _ in facet.values(site)}
    for record in records:
        for value in facet.of(site, record):
            having[value].append(record)
    return {value: tuple(some) for value, some in having.items() if some}
