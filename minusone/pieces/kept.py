"""Commitments as pages show them: the gaps by name and date first, then a calendar of every period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from minusone.drawing.grid import Grid, grid
from minusone.kinds.programme import Amount, Commitment, Per
from minusone.pieces.links import Link, link, links
from minusone.reckoning.amounts import ONCE
from minusone.reckoning.commitments import Promise
from minusone.reckoning.recurrence import GAPS, Outcome, Turn
from minusone.site import Site


@dataclass(frozen=True)
class Cell:
    """One period, and what was done in it."""

    turn: Turn
    by: tuple[Link, ...]


@dataclass(frozen=True)
class Kept:
    """How one who made a commitment has kept it; `counts` are of the outcomes, the worst first.

    `counted_from` is where the calendar begins if the commitment doesn't say since when it holds. `unnumbered` says
    that it is asked of each official and not told of how many. `sample` says that all of it rests on something made up.
    `calendar` has a square for each of the cells.
    """

    who: Link
    commitment: Commitment
    link: Link
    amount: Amount
    cells: tuple[Cell, ...]
    counts: tuple[tuple[Outcome, int], ...]
    counted_from: date | None
    unnumbered: bool
    sample: bool
    calendar: Grid

    @property
    def gaps(self) -> tuple[Cell, ...]:
        """The periods missed or short, in order of time."""
        return tuple(cell for cell in self.cells if cell.turn.outcome in GAPS)


def kept(site: Site, promises: Iterable[Promise]) -> tuple[Kept, ...]:
    """Those with gaps first, else in the order given."""
    return tuple(sorted((_kept(site, one) for one in promises), key=lambda one: not one.gaps))


def _kept(site: Site, promise: Promise) -> Kept:
    commitment, each = promise.commitment, Counter(turn.outcome for turn in promise.turns)
    amount = commitment.amount or ONCE
    return Kept(
        link(site, promise.by),
        commitment,
        Link(link(site, promise.ref).address, commitment.what),
        amount,
        tuple(Cell(turn, links(site, turn.by)) for turn in promise.turns),
        tuple((outcome, each[outcome]) for outcome in Outcome if each[outcome]),
        promise.turns[0].period.first if promise.turns and not commitment.since else None,
        amount.per is Per.OFFICIAL and not amount.officials,
        bool(promise.turns) and all(turn.sample for turn in promise.turns),
        grid([turn.period for turn in promise.turns]),
    )
