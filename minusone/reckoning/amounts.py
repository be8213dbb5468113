"""What was done for a commitment in one period, held against the amount that was promised for it.

Each of those who took part in a deed has its hours, its days, one session and the people it reached. What is asked of
a unit is added up. What is asked of each official is not: one official's surplus never makes up another's gap.

- It is known of how many officials it is asked: a deed in which all of them took part counts for everybody; one with
  fewer counts for so many officials beside those of the other deeds, and without their number for one. The official
  who has least decides.
- It is not known of how many: each deed is taken for another official's, and the least deed decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from minusone.kinds.programme import Amount, Measure, Per
from minusone.periods import Period
from minusone.schema import Ref


@dataclass(frozen=True)
class Deed:
    """Something done for a commitment, as far as it can be counted; None is what nobody wrote down."""

    ref: Ref
    period: Period
    hours: Decimal | None = None
    people: Decimal | None = None
    officials: int | None = None
    sample: bool = False


@dataclass(frozen=True)
class Reached:
    """`done` and `lacking` are in the amount's measure: the unit's, or those of the official who has least.

    `officials` is how many of them lack something, 0 where that can't be told.
    """

    done: Decimal
    lacking: Decimal
    officials: int = 0


ONCE = Amount(at_least=Decimal(1), of=Measure.SESSIONS)
"""What a commitment without an amount asks for."""


def reached(amount: Amount, deeds: Sequence[Deed], period: Period) -> Reached:
    if amount.per is Per.UNIT:
        return _short_of(amount, _added_up(amount.of, deeds, period))
    if amount.officials:
        return _by_each(amount, amount.officials, deeds, period)
    return _short_of(amount, min((_added_up(amount.of, [deed], period) for deed in deeds), default=Decimal()))


def _by_each(amount: Amount, asked: int, deeds: Sequence[Deed], period: Period) -> Reached:
    by_all = [deed for deed in deeds if (deed.officials or 0) >= asked]
    some = [deed for deed in deeds if (deed.officials or 0) < asked]
    shares = [
        (_added_up(amount.of, [*by_all, deed], period), 1 if deed.officials is None else deed.officials)
        for deed in some
    ]
    everybody = _added_up(amount.of, by_all, period)
    least = _short_of(amount, _least(asked, shares, everybody))
    enough = sum(officials for done, officials in shares if done >= amount.at_least)
    return Reached(least.done, least.lacking, asked - enough if least.lacking else 0)


def _least(asked: int, shares: Iterable[tuple[Decimal, int]], everybody: Decimal) -> Decimal:
    """What the last of so many officials has, the one with most first; who is in no share has what everybody has."""
    left = asked
    for done, officials in sorted(shares, reverse=True):
        left -= officials
        if left <= 0:
            return done
    return everybody


def _short_of(amount: Amount, done: Decimal) -> Reached:
    return Reached(done, max(Decimal(), amount.at_least - done))


def _added_up(of: Measure, deeds: Sequence[Deed], period: Period) -> Decimal:
    match of:
        case Measure.HOURS:
            return sum((deed.hours for deed in deeds if deed.hours), Decimal())
        case Measure.PEOPLE:
            return sum((deed.people for deed in deeds if deed.people), Decimal())
        case Measure.SESSIONS:
            return Decimal(len(deeds))
        case Measure.DAYS:
            return Decimal(len({day for deed in deeds for day in _days(deed.period, period)}))


def _days(period: Period, within: Period) -> Iterable[int]:
    """The days of a period inside another, as ordinals; one that is not written in days was on one of them."""
    if not period.to_the_day:
        return [max(period.first, within.first).toordinal()]
    return range(max(period.first, within.first).toordinal(), min(period.last, within.last).toordinal() + 1)
