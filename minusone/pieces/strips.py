"""Deadlines promised against kept: a strip for each rectification, all on one line of time.

What is unresolved comes first, as in the ledger; then what was closed after its first deadline, the latest first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from minusone.drawing.charts import WIDTH
from minusone.drawing.timeline import Timeline, timeline
from minusone.kinds.rectification import Rectification, State
from minusone.pieces.rows import Row, row
from minusone.reckoning.lifecycle import ENDS, Standing
from minusone.site import Site

_EDGE = 8
"""Room for half a mark at either end."""


@dataclass(frozen=True)
class Strip:
    """A rectification's deadlines and its end as places on the line: of what is open, `end` is today.

    It was closed `late_days` after the first deadline; `overtime` says that the deadline that holds was over by then.
    """

    row: Row
    late_days: int
    first: int
    moves: tuple[int, ...]
    due: int
    end: int
    overtime: bool


@dataclass(frozen=True)
class Strips:
    """Strips on one line, on which `today` is a place, unless all is over before it."""

    timeline: Timeline
    today: int | None
    strips: tuple[Strip, ...]

    @property
    def late(self) -> int:
        """How many of these were moved, are overdue or were closed after their first deadline."""
        return sum(1 for one in self.strips if one.late_days or one.row.overdue_days or one.row.slip_days > 0)


def promised(site: Site) -> tuple[Rectification, ...]:
    """Every rectification whose deadline is known, in the order in which they are drawn."""
    some = (record for record in site.ledger() if site.standings[record.id].first_deadline)
    return tuple(sorted(some, key=lambda record: _worst(site.standings[record.id])))


def _worst(standing: Standing) -> tuple[int, int]:
    return standing.group.rank, -_late_days(standing)


def _late_days(standing: Standing) -> int:
    """Of what is closed: whatever became of it later, as when it is withheld, is not its end."""
    return standing.late_days if standing.state is State.CLOSED else 0


def strips(site: Site, records: Iterable[Rectification]) -> Strips | None:
    """Of what was `promised`; None of nothing."""
    some = tuple(records)
    if not some:
        return None
    days = (day for record in some for day in _days(site.standings[record.id], site.as_of))
    line = timeline(days, _EDGE, WIDTH - _EDGE)
    today = line.x(site.as_of) if site.as_of <= line.last else None
    return Strips(line, today, tuple(_strip(site, record, line) for record in some))


def _strip(site: Site, record: Rectification, line: Timeline) -> Strip:
    standing = site.standings[record.id]
    first, *moves, end = _days(standing, site.as_of)
    due = moves.pop() if moves else first
    late = _late_days(standing)
    return Strip(
        row(site, record),
        late,
        line.x(first),
        tuple(map(line.x, moves)),
        line.x(due),
        line.x(end),
        end > due and bool(late or standing.overdue_days),
    )


def _days(standing: Standing, today: date) -> Sequence[date]:
    """The first deadline, each that it was moved to, and the day on which it ended, or today."""
    ended = standing.closed_on if standing.state is State.CLOSED else standing.since
    end = ended if ended and standing.state in ENDS else today
    deadlines = (standing.first_deadline, *(move.after for move in standing.moves))
    return (*(deadline.last for deadline in deadlines if deadline), end)
