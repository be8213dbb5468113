"""The site as it stood on an earlier day: only what had happened by then.

A date that is declared `past` says when something happened, and takes with it whatever it dates. So no field is named
here, and what a new kind of record dates is left out in its turn.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import EllipsisType
from typing import TypeVar

from minusone.kinds.rectification import Rectification
from minusone.reckoning.lifecycle import Standing, at, stands
from minusone.schema import Id, Part, Record, Ref
from minusone.site import Site, grouped, once
from minusone.told import happened, telling

P = TypeVar("P", bound=Part)
R = TypeVar("R", bound=Record)

_GONE: EllipsisType = ...


def known(part: P, day: date, gone: Container[Ref] = ()) -> P | None:
    """What of a part had happened by a day, naming none of the records that are gone; None if it had not itself.

    What happened later goes with the part that it dates, unless that part can do without it; so does a list that must
    hold something and is left empty. A period counts by its first day.
    """
    changed: dict[str, object] = {}
    for name, about in telling(type(part)).items():
        value = getattr(part, name)
        if value is None or value == ():
            continue
        kept = _GONE if about.past and _is_later(value, day) else _kept(value, day, gone)
        lost = kept is _GONE or kept == ()
        if lost and about.needed:
            return None
        if kept is not value:
            changed[name] = about.default if lost else kept
    return part.model_copy(update=changed) if changed else part


def _is_later(value: object, day: date) -> bool:
    began = happened(value)
    return began is not None and began > day


def _kept(value: object, day: date, gone: Container[Ref]) -> object:
    """The value itself where nothing of it goes, so that a record of which all is known stays the same."""
    match value:
        case Part():
            part = known(value, day, gone)
            return _GONE if part is None else part
        case Ref(kind, id):
            return _GONE if Ref(kind, id) in gone else value
        case tuple():
            some = tuple(one for item in value if (one := _kept(item, day, gone)) is not _GONE)
            same = len(some) == len(value) and all(one is item for one, item in zip(some, value, strict=True))
            return value if same else some
    return value


# --- on an earlier day -----------------------------------------------------------------------------------------------


def snapshot(site: Site, day: date) -> Site:
    """The site on an earlier day: its records, their standings and its today.

    What has been withheld since stays so. Units, programmes and whatever else has no day were always there. A record is
    looked at only when it is asked for: so that of many days each costs no more than what is shown of it.
    """
    if day >= site.as_of:
        return site
    records = _Records(site, day, _settled(site))
    return replace(site, as_of=day, records=records, standings=_Standings(records))


@dataclass(frozen=True, eq=False)
class _Records(Mapping[Ref, Record]):
    """The records that were there on a day, as they were."""

    site: Site
    day: date
    settled: Mapping[Ref, tuple[Record, date]]
    unsettled: dict[Ref, Record] = field(default_factory=dict)

    def __getitem__(self, ref: Ref) -> Record:
        record, since = self.settled[ref]
        if since <= self.day:
            return record
        if ref not in self.unsettled:
            then = on(self.site, record, self.day)
            if then is None:
                raise KeyError(ref)
            self.unsettled[ref] = then
        return self.unsettled[ref]

    def __iter__(self) -> Iterator[Ref]:
        return (ref for ref, since in arrivals(self.site).items() if since <= self.day)

    def __len__(self) -> int:
        return sum(1 for _ in self)


@dataclass(frozen=True, eq=False)
class _Standings(Mapping[Id, Standing]):
    """Where the rectifications stood that were there on a day."""

    records: _Records
    found: dict[Id, Standing] = field(default_factory=dict)

    def __getitem__(self, rectification: Id) -> Standing:
        if rectification not in self.found:
            record = self.records[Ref(Rectification.kind, rectification)]
            if not isinstance(record, Rectification):
                raise KeyError(rectification)
            self.found[rectification] = standing_of(self.records.site, record, self.records.day)
        return self.found[rectification]

    def __iter__(self) -> Iterator[Id]:
        return (ref.id for ref in self.records if ref.kind == Rectification.kind)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def on(site: Site, record: R, day: date) -> R | None:
    """A record as it was on a day; None if it was not there yet."""
    ref, since = record.ref, arrivals(site)
    if since[ref] > day:
        return None
    return record if _settled(site)[ref][1] <= day else known(record, day, _Later(since, day))


def standing_of(site: Site, record: Rectification, day: date) -> Standing:
    """Where a rectification stood on a day, of which `record` is what had happened by then."""
    whole = site.records[record.ref] is record
    return at(site.standings[record.id], record, day) if whole else stands(record, day)


def changes(site: Site, ref: Ref) -> list[date]:
    """The days on which a record came, or came to be more: something happened, or a record came that it names."""
    return _days(site, ref, arrivals(site))


@once
def _settled(site: Site) -> Mapping[Ref, tuple[Record, date]]:
    """Each record as it is today, with the day from which on it has been so."""
    return {ref: (record, changes(site, ref)[-1]) for ref, record in site.records.items()}


@dataclass(frozen=True)
class _Later(Container[Ref]):
    """The records that were not there yet on a day."""

    since: Mapping[Ref, date]
    day: date

    def __contains__(self, ref: object) -> bool:
        return isinstance(ref, Ref) and self.since.get(ref, date.min) > self.day


@once
def arrivals(site: Site) -> Mapping[Ref, date]:
    """The day from which on each record is there; `date.min` of what was always there.

    It is the first on which all that it can't do without had happened, and each record was there that it has to name.
    """
    since = dict.fromkeys(site.records, date.min)
    naming = grouped((named, ref) for ref, said in site.told.items() for named in said.named)
    left = list(site.records)
    while left:
        ref = left.pop()
        came = _arrival(site, ref, since)
        if came > since[ref]:
            since[ref] = came
            left += (one for one in naming.get(ref, ()) if since[one] < came)
    return since


def _arrival(site: Site, ref: Ref, since: Mapping[Ref, date]) -> date:
    """The same of one record, by what is known so far of those that it names: it came no earlier."""
    *days, last = _days(site, ref, since)
    return next((day for day in days if known(site.records[ref], day, _Later(since, day))), last)


def _days(site: Site, ref: Ref, since: Mapping[Ref, date]) -> list[date]:
    said = site.told[ref]
    days = {since[ref], *said.days, *(since.get(one, date.min) for one in said.named)}
    return sorted(day for day in days if day >= since[ref])


# --- without some of its records -------------------------------------------------------------------------------------


def without(site: Site, gone: frozenset[Ref]) -> Site:
    """The site without some of its records, and without what names them."""
    if not gone:
        return site
    records = _without(site, gone)
    ledger = (record for record in records.values() if isinstance(record, Rectification))
    return replace(
        site, records=records, standings={record.id: standing_of(site, record, site.as_of) for record in ledger}
    )


def _without(site: Site, gone: frozenset[Ref]) -> dict[Ref, Record]:
    """What is left when none names another that is not there. Most records stay as they are, and are not walked."""
    kept: dict[Ref, Record] = {}
    for ref, record in site.records.items():
        one = known(record, site.as_of, gone) if site.told[ref].named & gone else record
        if ref not in gone and one is not None:
            kept[ref] = one
    missing = gone | (site.records.keys() - kept.keys())
    return kept if missing == gone else _without(site, missing)
