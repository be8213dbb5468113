"""The Site: every public record with what follows from it. A value; pages ask it, nothing changes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from math import inf
from typing import TypeVar

from minusone.answers import programmes_within
from minusone.corpus import Texts
from minusone.kinds.programme import Programme
from minusone.kinds.rectification import Rectification
from minusone.kinds.visit import Visit
from minusone.periods import Period
from minusone.pictures import Sized
from minusone.reckoning.commitments import Promise, promises
from minusone.reckoning.followups import FollowUp, follow_ups
from minusone.reckoning.lifecycle import Group, Standing
from minusone.reckoning.recommendations import Followed, follow
from minusone.reckoning.units import Tree
from minusone.schema import Id, Record, Ref, leaves
from minusone.settings import Settings

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Site:
    """`standings` are those of the rectifications; `backlinks` say who names a record, sorted.

    `sources` are the files that the records stand in, `pictures` those that public records show, both as editors see
    their paths. `notes` count what `check` notes, by code.
    """

    settings: Settings
    as_of: date
    records: Mapping[Ref, Record]
    standings: Mapping[Id, Standing]
    texts: Texts
    backlinks: Mapping[Ref, tuple[Ref, ...]]
    tree: Tree
    sources: Mapping[Ref, str]
    pictures: Mapping[str, Sized]
    notes: Mapping[str, int] = field(default_factory=dict)

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Every record of a kind, in the order of ids."""
        return tuple(record for record in self.records.values() if isinstance(record, kind))

    def ledger(self) -> tuple[Rectification, ...]:
        """All rectifications: overdue before due soon before open before ended.

        The longest overdue, then the soonest due, then the oldest come first.
        """
        return self._ledger

    @cached_property
    def _ledger(self) -> tuple[Rectification, ...]:
        return self.in_ledger_order(self.all(Rectification))

    @cached_property
    def place(self) -> Mapping[Id, int]:
        """Where each rectification stands in the ledger, counted from 0."""
        return {record.id: place for place, record in enumerate(self.ledger())}

    def in_ledger_order(self, records: tuple[Rectification, ...]) -> tuple[Rectification, ...]:
        return tuple(sorted(records, key=self._urgency))

    def _urgency(self, record: Rectification) -> tuple[int, int, float, date, str]:
        standing, soon = self.standings[record.id], self.due_soon_in(record)
        left = inf if soon is None else soon
        return standing.group.rank, -standing.overdue_days, left, standing.opened, record.id

    def due_soon_in(self, record: Rectification) -> int | None:
        """The days until its deadline, where these are few; 0 on its last day."""
        standing = self.standings[record.id]
        return standing.due_in_days if standing.is_due_soon(self.settings.due_soon_days) else None

    def silent_for(self, record: Rectification) -> int:
        """The days without news, where these are too many; otherwise 0."""
        standing = self.standings[record.id]
        return standing.silent_days if standing.is_silent(self.settings.silence_days) else 0

    def follow_ups(self, record: Rectification) -> tuple[FollowUp, ...]:
        """The follow-up visits due after its latest closing."""
        return follow_ups(record, self.standings[record.id], self.settings.follow_up_days, self.as_of)

    def group(self, record: Rectification) -> Group:
        return self.standings[record.id].group

    def under(self, programme: Ref) -> tuple[Rectification, ...]:
        """What belongs to a programme, or to one that is part of it, in ledger order."""
        within = self.programmes_within(programme)
        return tuple(record for record in self.ledger() if within & set(record.programme))

    def programmes_within(self, programme: Ref) -> frozenset[Ref]:
        """A programme and its parts, and their parts."""
        return programmes_within(programme, self.all(Programme))

    def found_by(self, finder: Ref) -> tuple[Rectification, ...]:
        """The rectifications that an activity or a visit found, in ledger order."""
        named = (self.records[ref] for ref in self.backlinks.get(finder, ()))
        found = (one for one in named if isinstance(one, Rectification) and one.found and one.found.by == finder)
        return self.in_ledger_order(tuple(found))

    @cached_property
    def recommendations(self) -> tuple[Followed, ...]:
        """Every recommendation of every visit: without an answer before unresolved before done."""
        unresolved = {record.id for record in self.all(Rectification) if self.stays_unresolved(record.id)}
        each = (one for visit in self.all(Visit) for one in follow(visit, self.tree, unresolved, self.as_of))
        return tuple(sorted(each, key=lambda one: one.urgency))

    def stays_unresolved(self, rectification: Id) -> bool:
        """Whether it is not resolved; one that was merged, whether that is so of the one it went into."""
        standing = self.standings[rectification]
        return self.stays_unresolved(standing.into.id) if standing.into else standing.unresolved

    def asked_on(self, visit: Ref) -> tuple[Followed, ...]:
        """The recommendations of a visit, the worst first."""
        return self._asked_on.get(visit, ())

    @cached_property
    def _asked_on(self) -> Mapping[Ref, tuple[Followed, ...]]:
        """The recommendations of every visit that made any."""
        found: dict[Ref, list[Followed]] = {}
        for one in self.recommendations:
            found.setdefault(one.visit.ref, []).append(one)
        return {visit: tuple(some) for visit, some in found.items()}

    def asked_of(self, unit: Id) -> tuple[Followed, ...]:
        """The recommendations put to a unit, or to one below it, as they stand with these alone; the worst first."""
        within = self.tree.within(unit)
        theirs = (one.among(within) for one in self.recommendations if within & set(one.asked))
        return tuple(sorted(theirs, key=lambda one: one.urgency))

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """Every commitment, once for each who made it, with every period that has begun."""
        return promises(self.records.values(), self.tree, self.as_of)

    def promised_by(self, unit: Id) -> tuple[Promise, ...]:
        """The commitments of a unit, or of one below it, made by name or by class."""
        within = self.tree.within(unit)
        return tuple(one for one in self.promises if one.by.kind == "unit" and one.by.id in within)

    def promised_as(self, member: Ref) -> tuple[Promise, ...]:
        """The commitments that one unit, group or team made itself."""
        return tuple(one for one in self.promises if one.by == member)

    def promised_under(self, programme: Ref) -> tuple[Promise, ...]:
        """The commitments of a programme, or of one that is part of it."""
        within = self.programmes_within(programme)
        return tuple(one for one in self.promises if Ref(one.ref.kind, one.ref.id) in within)

    def answered_for_by(self, *units: Id) -> tuple[Rectification, ...]:
        """What units, or those below them, are responsible for or lead, by name or by class; in ledger order."""
        theirs = {record for unit in units for record in self._answered_for.get(unit, ())}
        return tuple(record for record in self.ledger() if record.id in theirs)

    @cached_property
    def _answered_for(self) -> Mapping[Id, set[Id]]:
        """The rectifications of every unit and of those below it."""
        found: dict[Id, set[Id]] = {}
        for record in self.ledger():
            for member in self.tree.all_members((*record.unit, *record.lead)):
                for unit in (member, *self.tree.above(member)):
                    found.setdefault(unit, set()).add(record.id)
        return found

    @cached_property
    def told(self) -> Mapping[Ref, tuple[date, frozenset[Ref]]]:
        """Of each record the last day on which something happened that it tells of, and the records that it names."""
        return {ref: _told(record) for ref, record in self.records.items()}


def _told(record: Record) -> tuple[date, frozenset[Ref]]:
    last, named = date.min, set()
    for leaf in leaves(record):
        if isinstance(leaf.value, Ref):
            named.add(Ref(leaf.value.kind, leaf.value.id))
        day = leaf.value.first if isinstance(leaf.value, Period) else leaf.value
        if leaf.about.past and isinstance(day, date):
            last = max(last, day)
    return last, frozenset(named)
