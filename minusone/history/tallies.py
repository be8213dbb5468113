"""How many there were of each sort on any day: in all, of each unit, of each programme.

What is counted is only ever added up from days on which it changed. So a day costs no more than a look, however many
records there are (`pieces.rows.summary` counts the same on one day, record by record).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from minusone.history.pending import pending
from minusone.history.spells import DAY, Spell, spells
from minusone.kinds.rectification import Rectification
from minusone.reckoning.commitments import Promise
from minusone.reckoning.lifecycle import Group
from minusone.reckoning.recommendations import Stage
from minusone.schema import Id, Ref
from minusone.site import Site, once


class Flaw(Enum):
    """What keeps a unit or a programme from being clear, though all is closed and answered."""

    UNDONE = "closed, but not all of it done"
    MISSED = "a follow-up visit missed"
    GAP = "a period of a commitment missed or short"


Sort = Group | Stage | Flaw
Tally = Counter[Sort]
"""How many rectifications of each group, recommendations of each stage, and flaws there are."""

Whose = Ref | None
"""A unit's, a programme's, or everything."""


@dataclass(frozen=True)
class Tallies:
    """Of one unit, of one programme or of everything; `of` holds what there was from each of the `days` on."""

    days: list[date]
    of: list[Tally]

    def on(self, day: date) -> Tally:
        before = bisect_right(self.days, day)
        return self.of[before - 1] if before else Counter()


@once
def tallies(site: Site) -> Mapping[Whose, Tallies]:
    """Of whatever anything ever belonged to."""
    changed: defaultdict[Whose, defaultdict[date, Tally]] = defaultdict(lambda: defaultdict(Counter))
    for whose, sort, since, until in _counted(site):
        changed[whose][since][sort] += 1
        changed[whose][until][sort] -= 1
    return {whose: _added_up(days) for whose, days in changed.items()}


def _added_up(changed: Mapping[date, Tally]) -> Tallies:
    days, sums, so_far = sorted(changed), [], Counter[Sort]()
    for day in days:
        so_far = so_far.copy()
        so_far.update(changed[day])
        sums.append(so_far)
    return Tallies(days, sums)


_Counted = tuple[Whose, Sort, date, date]
"""Whose it is, what it is counted as, from which day on, and before which day."""


def _counted(site: Site) -> Iterator[_Counted]:
    for id, its in whose(site).items():
        for spell in spells(site)[id]:
            for sort in _sorts(spell):
                yield from ((one, sort, spell.since, spell.until) for one in (None, *its))
    for one in pending(site):
        yield None, one.followed.stage, one.since, one.until
        for unit in site.tree.with_those_above(one.followed.asked):
            yield Ref("unit", unit), one.followed.among(site.tree.within(unit)).stage, one.since, one.until
    for promise in site.promises:
        its = those_of(site, promise)
        for turn in promise.gaps:
            yield from ((one, Flaw.GAP, turn.period.last + DAY, date.max) for one in (None, *its))


@once
def whose(site: Site) -> Mapping[Id, tuple[Ref, ...]]:
    """The units that answer for each rectification and those above them, the programmes that it belongs to."""
    units = {unit: Ref("unit", unit) for unit in site.tree.units}
    return {
        record.id: (*(units[unit] for unit in site.answering(record)), *site.programmes_of(record))
        for record in site.all(Rectification)
    }


def those_of(site: Site, promise: Promise) -> tuple[Ref, ...]:
    """The same of a commitment, as one has made it."""
    units = site.tree.with_those_above((promise.by.id,)) if promise.by.kind == "unit" else ()
    programme = Ref(promise.ref.kind, promise.ref.id)
    return (*(Ref("unit", unit) for unit in units), *site.programmes_around(programme))


def _sorts(spell: Spell) -> Iterator[Sort]:
    yield spell.group
    if spell.undone:
        yield Flaw.UNDONE
    if spell.missed:
        yield Flaw.MISSED
