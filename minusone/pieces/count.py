"""Counts that add up: N found − M closed (− G merged) = K unresolved, never a share of anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from minusone.history.tallies import Flaw, Tally
from minusone.reckoning.lifecycle import UNRESOLVED, Group, worst
from minusone.reckoning.recommendations import Stage


@dataclass(frozen=True)
class Count:
    """`found` is all there ever were; what is unresolved is told apart by `groups`, worst first.

    `undone` were closed although not all of them is done. `unanswered` are recommendations without an answer, of which
    some may be `overdue`, `at_work` those whose answer became a rectification that is not resolved; `gaps` are periods
    of commitments missed or short; `missed` are closed ones of which a follow-up visit was missed: nothing is clear
    while there are any.
    """

    found: int
    closed: int
    merged: int
    groups: tuple[tuple[Group, int], ...]
    undone: int = 0
    unanswered: int = 0
    overdue: int = 0
    at_work: int = 0
    gaps: int = 0
    missed: int = 0

    @property
    def unresolved(self) -> int:
        return self.found - self.closed - self.merged

    @property
    def worst(self) -> Group | None:
        """The state of the whole: that of its worst member, never an average; of nothing there is none."""
        waiting = self.unanswered or self.at_work or self.gaps or self.missed
        others = [Group.OVERDUE] * bool(self.overdue) + [Group.OPEN] * bool(waiting)
        return worst([*others, *(group for group, _ in self.groups)]) or (Group.CLOSED if self.found else None)


def count(
    groups: Iterable[Group],
    *,
    undone: int = 0,
    unanswered: int = 0,
    overdue: int = 0,
    at_work: int = 0,
    gaps: int = 0,
    missed: int = 0,
) -> Count:
    each = Counter(groups)
    open_ones = tuple((group, each[group]) for group in UNRESOLVED if each[group])
    whole = (each.total(), each[Group.CLOSED], each[Group.MERGED], open_ones)
    return Count(*whole, undone, unanswered, overdue, at_work, gaps, missed)


def tallied(tally: Tally) -> Count:
    """The count of what was added up over time, on one day of it."""
    open_ones = tuple((group, tally[group]) for group in UNRESOLVED if tally[group])
    return Count(
        sum(tally[group] for group in Group),
        tally[Group.CLOSED],
        tally[Group.MERGED],
        open_ones,
        tally[Flaw.UNDONE],
        tally[Stage.OVERDUE] + tally[Stage.WAITING],
        tally[Stage.OVERDUE],
        tally[Stage.AT_WORK],
        tally[Flaw.GAP],
        tally[Flaw.MISSED],
    )
