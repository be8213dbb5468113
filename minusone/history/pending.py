"""Recommendations over time: on which days one came to stand otherwise, and which waited for an answer on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, pairwise
from typing import NamedTuple

from minusone.history.snapshots import arrivals, changes, snapshot
from minusone.history.spells import DAY, spells
from minusone.kinds.visit import Visit
from minusone.reckoning.deadlines import answer_due
from minusone.reckoning.recommendations import Followed, Stage
from minusone.schema import Id
from minusone.site import Site, grouped, once


class Pending(NamedTuple):
    """How a recommendation stood from the day `since`, and before the day `until`."""

    since: date
    until: date
    followed: Followed


@once
def pending(site: Site) -> tuple[Pending, ...]:
    """Every recommendation of every visit, each in order of time."""
    return tuple(one for visit in site.all(Visit) for one in _life(site, visit))


def _life(site: Site, visit: Visit) -> Iterator[Pending]:
    if not visit.recommendations:
        return
    came = arrivals(site)[visit.ref]
    days = sorted(day for day in {came, *_turns(site, visit)} if came <= day <= site.as_of)
    for since, until in pairwise((*days, date.max)):
        for one in snapshot(site, since).followed(visit.ref):
            yield Pending(since, until, one)


def _turns(site: Site, visit: Visit) -> Iterator[date]:
    """The days on which any of its recommendations may have come to stand otherwise."""
    due = (answer_due(visit, said) for said in visit.recommendations)
    answers = (answer.rectification for said in visit.recommendations for answer in said.answer)
    became = _with_what_they_went_into(site, (one.id for one in answers if one))
    yield from changes(site, visit.ref)
    yield from (one.last + DAY for one in due if one and one.last < site.as_of)
    yield from (spell.since for one in became for spell in spells(site)[one])


def _with_what_they_went_into(site: Site, rectifications: Iterable[Id]) -> set[Id]:
    """Rectifications and those that they were ever merged into."""
    found: set[Id] = set()
    left = list(rectifications)
    while left:
        if (one := left.pop()) not in found:
            found.add(one)
            left += (spell.into for spell in spells(site)[one] if spell.into)
    return found


def waiting(site: Site, day: date) -> Iterator[Followed]:
    """The recommendations that waited for an answer on a day, the worst first: only as many are looked at as are asked
    for.

    Those whose answer is overdue and the others are sorted by the same, whatever day it is (`Followed.urgency`).
    """
    overdue, others = _queues(site)
    return (_on(one.followed, day) for one in chain(overdue, others) if one.since <= day < one.until)


def _on(followed: Followed, day: date) -> Followed:
    return followed._replace(days_left=(followed.due.last - day).days) if followed.due else followed


@once
def _queues(site: Site) -> tuple[list[Pending], list[Pending]]:
    by_stage = grouped((one.followed.stage, one) for one in pending(site))
    overdue, others = (by_stage.get(stage, ()) for stage in (Stage.OVERDUE, Stage.WAITING))
    return sorted(overdue, key=_order), sorted(others, key=_order)


def _order(one: Pending) -> tuple[date, date, Id, int]:
    said = one.followed
    return said.due.last if said.due else date.max, said.visit.date.first, said.visit.id, said.number
