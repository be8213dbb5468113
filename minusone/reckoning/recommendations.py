"""A recommendation followed to its answer: who has not answered yet, and whether what it became is resolved."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from minusone.kinds.visit import Recommendation, Visit
from minusone.periods import Period
from minusone.reckoning.deadlines import answer_due
from minusone.reckoning.units import Tree
from minusone.schema import Id, Term


class Stage(Term):
    """How recommendations are told apart, worst first. An answer that became an open rectification is not the end."""

    OVERDUE = "overdue", "逾期未答复", "answer overdue"
    WAITING = "waiting", "尚未答复", "no answer yet"
    AT_WORK = "at_work", "已答复，整改未了结", "answered, rectification unresolved"
    DONE = "done", "已答复并了结", "answered and done"

    @property
    def rank(self) -> int:
        return self.place


@dataclass(frozen=True)
class Answered:
    """An answer's rectification that is not resolved, and whose answer it is."""

    rectification: Id
    by: frozenset[Id]


class Followed(NamedTuple):
    """Where the recommendation of a visit with this number, from 0 on, stands on a day.

    `asked` are the units that it was put to, `waiting` those of them without an answer. `days_left` until an answer is
    due are below zero once it is overdue, and None where no day was set.
    """

    visit: Visit
    number: int
    due: Period | None
    days_left: int | None
    asked: tuple[Id, ...]
    waiting: tuple[Id, ...]
    unresolved: tuple[Answered, ...]

    @property
    def said(self) -> Recommendation:
        return self.visit.recommendations[self.number]

    @property
    def overdue_days(self) -> int:
        return max(0, -(self.days_left or 0)) if self.waiting else 0

    @property
    def due_in_days(self) -> int | None:
        """None where no answer is due any more, or ever was."""
        return self.days_left if self.waiting and self.days_left is not None and self.days_left >= 0 else None

    def is_due_soon(self, within: int) -> bool:
        """Whether an answer is due in at most so many days."""
        return self.due_in_days is not None and self.due_in_days <= within

    @property
    def stage(self) -> Stage:
        if self.waiting:
            return Stage.OVERDUE if self.overdue_days else Stage.WAITING
        return Stage.AT_WORK if self.unresolved else Stage.DONE

    @property
    def urgency(self) -> tuple[int, int, date, date, Id, int]:
        """Sorts the worst first: by stage, then the longest overdue, the soonest due, the oldest."""
        due = self.due.last if self.due else date.max
        return self.stage.rank, -self.overdue_days, due, self.visit.date.first, self.visit.id, self.number

    def among(self, units: frozenset[Id]) -> Followed:
        """The same, as far as some units were asked: what others have not answered is not theirs."""
        return self._replace(
            asked=tuple(unit for unit in self.asked if unit in units),
            waiting=tuple(unit for unit in self.waiting if unit in units),
            unresolved=tuple(one for one in self.unresolved if one.by & units),
        )


def follow(visit: Visit, tree: Tree, unresolved: Container[Id], as_of: date) -> tuple[Followed, ...]:
    """Every recommendation of a visit. `unresolved` holds the ids of all rectifications that are not resolved."""
    return tuple(_follow(visit, number, tree, unresolved, as_of) for number in range(len(visit.recommendations)))


def _follow(visit: Visit, number: int, tree: Tree, unresolved: Container[Id], as_of: date) -> Followed:
    said = visit.recommendations[number]
    due = answer_due(visit, said)
    asked = tree.all_members(said.to)
    # An answer that names nobody is that of all who were asked.
    answers = [(answer, frozenset(tree.all_members(answer.by or said.to))) for answer in said.answer]
    answered = {unit for _, by in answers for unit in by}
    became = [Answered(answer.rectification.id, by) for answer, by in answers if answer.rectification]
    return Followed(
        visit,
        number,
        due,
        (due.last - as_of).days if due else None,
        asked,
        tuple(unit for unit in asked if unit not in answered),
        tuple(one for one in became if one.rectification in unresolved),
    )
