"""The Site: every public record with what follows from it. A value; pages ask it, nothing changes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from minusone.corpus import Texts
from minusone.kinds.programme import Programme
from minusone.kinds.rectification import Rectification
from minusone.kinds.visit import Recommendation, Visit
from minusone.lifecycle import Group, Standing
from minusone.schema import Id, Record, Ref
from minusone.settings import Settings
from minusone.units import Tree

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Site:
    """`standings` are those of the rectifications; `backlinks` say who names a record, sorted.

    `sources` are the files that the records stand in, `pictures` those that public records show, both as editors see
    their paths.
    """

    settings: Settings
    as_of: date
    records: Mapping[Ref, Record]
    standings: Mapping[Id, Standing]
    texts: Texts
    backlinks: Mapping[Ref, tuple[Ref, ...]]
    tree: Tree
    sources: Mapping[Ref, str]
    pictures: Mapping[str, Path]

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Every record of a kind, in the order of ids."""
        return tuple(record for record in self.records.values() if isinstance(record, kind))

    def ledger(self) -> tuple[Rectification, ...]:
        """All rectifications: overdue before open before ended; the longest overdue, then the oldest, first."""
        return self.in_ledger_order(self.all(Rectification))

    def in_ledger_order(self, records: tuple[Rectification, ...]) -> tuple[Rectification, ...]:
        return tuple(sorted(records, key=self._urgency))

    def _urgency(self, record: Rectification) -> tuple[int, int, date, str]:
        standing = self.standings[record.id]
        return standing.group.rank, -standing.overdue_days, standing.opened, record.id

    def group(self, record: Rectification) -> Group:
        return self.standings[record.id].group

    def under(self, programme: Ref) -> tuple[Rectification, ...]:
        """What belongs to a programme, or to one that is part of it, in ledger order."""
        within = self._programmes_within(programme)
        return tuple(record for record in self.ledger() if within & set(record.programme))

    def _programmes_within(self, programme: Ref) -> set[Ref]:
        within = {programme}
        while more := {p.ref for p in self.all(Programme) if p.parent in within} - within:
            within |= more
        return within

    def asked_of(self, unit: Id) -> tuple[Recommendation, ...]:
        """The recommendations put to a unit, or to one below it, by name or by class."""
        within = self.tree.within(unit)
        return tuple(
            recommendation
            for visit in self.all(Visit)
            for recommendation in visit.recommendations
            if within & set(self.tree.all_members(recommendation.to))
        )

    def answered_for_by(self, *units: Id) -> tuple[Rectification, ...]:
        """What units, or those below them, are responsible for or lead, by name or by class; in ledger order."""
        within = {inside for unit in units for inside in self.tree.within(unit)}
        return tuple(
            record for record in self.ledger() if within & set(self.tree.all_members((*record.unit, *record.lead)))
        )
