"""The ledger over time: in each period what came to be unresolved, what was resolved, and what was left when it ended.

What is left at the end of a period is what was left at the end of the one before + what came − what went, and at the
end of the last one what is unresolved today.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from minusone.history.accounts import Event, What, on_day, within
from minusone.periods import Period, cover

MOST = 12
"""How many months a course shows at most: a year."""


@dataclass(frozen=True)
class Stretch:
    """A period of the course. `left` is as of its last day, or of today where that is still to come.

    `stated` were resolved already when they were first published, and so neither came nor went.
    """

    period: Period
    came: int
    went: int
    left: int
    stated: int


def course(events: Sequence[Event], as_of: date) -> tuple[Stretch, ...]:
    """From the first event until today, by weeks, months, quarters or years (`cover`); nothing of nothing.

    `events` are in order of time. Of more years than there is room for the last ones are shown, with what was left
    before them.
    """
    if not events:
        return ()
    periods = cover(events[0].day, as_of, MOST)[-MOST:]
    earlier = events[: bisect_left(events, periods[0].first, key=on_day)]
    return stretches(events, periods, sum(event.what.change for event in earlier))


def stretches(events: Sequence[Event], periods: Sequence[Period], before: int) -> tuple[Stretch, ...]:
    """Of periods that follow each other, of which there is at least one; `before` them so many were left."""
    told = [[event.what for event in within(events, period, on_day)] for period in periods]
    _, *left = accumulate((sum(what.change for what in some) for some in told), initial=before)
    return tuple(
        Stretch(
            period,
            sum(what.change > 0 for what in some),
            sum(what.change < 0 for what in some),
            still,
            some.count(What.STATED),
        )
        for period, some, still in zip(periods, told, left, strict=True)
    )
