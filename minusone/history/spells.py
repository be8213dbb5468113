"""The life of each rectification in spells: from a day on it stood like this, until it stood otherwise."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import chain, groupby, pairwise, takewhile
from typing import NamedTuple

from minusone.history.snapshots import changes, on, standing_of
from minusone.kinds.rectification import Rectification
from minusone.reckoning.followups import follow_ups, missed
from minusone.reckoning.lifecycle import Group, Standing, at
from minusone.reckoning.targets import undone
from minusone.schema import Id
from minusone.site import Site, grouped, once

DAY = timedelta(days=1)


class Spell(NamedTuple):
    """How a rectification stood from the day `since`, and before the day `until`.

    `missed` says that a follow-up visit was missed, `lapsed` that one came to be so on the first day.
    """

    id: Id
    since: date
    until: date
    group: Group
    undone: bool
    missed: bool
    lapsed: bool
    opened: date
    due: date | None
    into: Id | None


@once
def spells(site: Site) -> Mapping[Id, tuple[Spell, ...]]:
    """Of each rectification, in order of time; the last goes on until there are no more days."""
    return {record.id: tuple(_life(site, record)) for record in site.all(Rectification)}


def _life(site: Site, record: Rectification) -> Iterator[Spell]:
    for since, until in pairwise((*changes(site, record.ref), date.max)):
        if then := on(site, record, since):
            standing = standing_of(site, then, since)
            turns = sorted(day for day in _turns(site, then, standing) if since < day < until)
            for first, end in pairwise((since, *turns, until)):
                yield _spell(site, then, at(standing, then, first), first, end)


def _turns(site: Site, record: Rectification, standing: Standing) -> set[date]:
    """The days on which it may have come to stand otherwise without a step: something that was due was not done."""
    visits = follow_ups(record, standing, site.settings.follow_up_days, date.min)
    due = [standing.deadline.last] if standing.deadline else []
    return {day + DAY for day in (*due, *(visit.due for visit in visits)) if day < site.as_of}


def _spell(site: Site, record: Rectification, standing: Standing, since: date, until: date) -> Spell:
    late = missed(follow_ups(record, standing, site.settings.follow_up_days, since))
    return Spell(
        record.id,
        since,
        until,
        standing.group,
        standing.group is Group.CLOSED and undone(record),
        bool(late),
        any(visit.due + DAY == since for visit in late),
        standing.opened,
        standing.deadline.last if standing.deadline else None,
        standing.into.id if standing.into else None,
    )


# --- the worst of a day ----------------------------------------------------------------------------------------------


def unresolved(site: Site, day: date) -> Iterator[Id]:
    """What was unresolved on a day, in ledger order: only as much of it is looked at as is asked for.

    What is overdue, or due soon, is sorted by its deadline, whatever day it is; all else by when it was opened.
    """
    queues, within = _queues(site), site.settings.due_soon_days
    due = takewhile(lambda one: (_due(one) - day).days <= within, queues.due[bisect_left(queues.due, day, key=_due) :])
    later = (one for one in queues.open if one.due is None or (one.due - day).days > within)
    each = chain(queues.overdue, due, later, queues.declined, queues.withheld)
    return (one.id for one in each if one.since <= day < one.until)


class _Queues(NamedTuple):
    """Spells of what is unresolved: overdue, or open and `due`, by deadline; and by when they were opened."""

    overdue: list[Spell]
    due: list[Spell]
    open: list[Spell]
    declined: list[Spell]
    withheld: list[Spell]


@once
def _queues(site: Site) -> _Queues:
    by_group = grouped((spell.group, spell) for life in spells(site).values() for spell in _joined(life))

    def by_age(group: Group) -> list[Spell]:
        return sorted(by_group.get(group, ()), key=lambda one: (one.opened, one.id))

    def by_deadline(group: Group) -> list[Spell]:
        return sorted((one for one in by_age(group) if one.due), key=_due)

    return _Queues(
        by_deadline(Group.OVERDUE),
        by_deadline(Group.OPEN),
        by_age(Group.OPEN),
        by_age(Group.DECLINED),
        by_age(Group.WITHHELD),
    )


def _due(spell: Spell) -> date:
    return spell.due or date.max


def _joined(life: Iterable[Spell]) -> Iterator[Spell]:
    """Spells that follow each other and have the same place in the ledger, as one."""
    for _, same in groupby(life, key=lambda one: (one.group, one.due, one.opened)):
        first, *rest = same
        yield first._replace(until=rest[-1].until) if rest else first
