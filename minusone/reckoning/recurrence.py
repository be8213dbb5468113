"""From a commitment's RFC 5545 rule and what was done for it: which periods were kept, short, missed or excused."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from dateutil.relativedelta import MO, relativedelta
from dateutil.rrule import rrulestr

from minusone.kinds.programme import Commitment
from minusone.periods import Period
from minusone.reckoning.amounts import ONCE, Deed, reached
from minusone.reckoning.workdays import holiday, is_workday
from minusone.schema import Ref, Term
from minusone.words import Bilingual, Words


class Outcome(Term):
    """What became of one period of a commitment, the worst first."""

    MISSED = "missed", "未做", "missed"
    SHORT = "short", "不足", "short"
    NOT_YET = "not_yet", "未到期", "not due yet"
    EXCUSED = "excused", "免除", "excused"
    KEPT = "kept", "已做到", "kept"


GAPS = frozenset({Outcome.MISSED, Outcome.SHORT})


@dataclass(frozen=True)
class Turn:
    """One period of a commitment, what was done in it and `by` which deeds, and what is lacking to the amount.

    Both are in the commitment's measure; asked of each official they are those of the one who has least, and
    `officials` is how many lack something, 0 where that can't be told. `reason` says why it is excused. `sample` says
    that the outcome rests on something made up.
    """

    period: Period
    outcome: Outcome
    done: Decimal
    lacking: Decimal
    officials: int = 0
    by: tuple[Ref, ...] = ()
    reason: Words | Bilingual | None = None
    sample: bool = False


def turns(commitment: Commitment, deeds: Iterable[Deed], as_of: date) -> tuple[Turn, ...]:
    """Every period that has begun by a day, in order of time.

    Without `since` they are counted from the first deed; without either there is nothing to be told. A deed of several
    periods counts for each that it covers; where an amount would have to be shared out among them, for none.
    """
    done = sorted(deeds, key=lambda deed: (deed.period, deed.ref))
    if not commitment.since and not done:
        return ()
    begun = list(periods(commitment, commitment.since or done[0].period.first, as_of))
    by = _shared_out(done, begun, whole=commitment.amount is None)
    made_up = not commitment.since and done[0].sample
    return tuple(_turn(commitment, *each, as_of, made_up) for each in zip(begun, by, strict=True))


def _shared_out(deeds: Sequence[Deed], periods: Sequence[Period], *, whole: bool) -> list[list[Deed]]:
    """What counts for each of some periods: a deed within one for that, and if `whole` for each that it covers."""
    firsts = [period.first for period in periods]
    by: list[list[Deed]] = [[] for _ in periods]
    for deed in deeds:
        first, last = deed.period.first, deed.period.last
        for at in range(max(0, bisect_right(firsts, first) - 1), bisect_right(firsts, last)):
            within = periods[at].first <= first and last <= periods[at].last
            covers = first <= periods[at].first and periods[at].last <= last
            if within or (whole and covers):
                by[at].append(deed)
    return by


def _turn(commitment: Commitment, period: Period, by: Sequence[Deed], as_of: date, made_up: bool) -> Turn:
    so_far = reached(commitment.amount or ONCE, by, period)
    reason, invented = _excuse(commitment, period) if so_far.lacking else (None, False)
    return Turn(
        period,
        _outcome(kept=not so_far.lacking, excused=reason is not None, over=period.last < as_of, begun=bool(by)),
        so_far.done,
        so_far.lacking,
        so_far.officials,
        tuple(deed.ref for deed in by),
        reason,
        made_up or invented or any(deed.sample for deed in by),
    )


def _outcome(*, kept: bool, excused: bool, over: bool, begun: bool) -> Outcome:
    """What was done is kept even where it was excused, and as soon as it is done."""
    if kept:
        return Outcome.KEPT
    if excused:
        return Outcome.EXCUSED
    if not over:
        return Outcome.NOT_YET
    return Outcome.SHORT if begun else Outcome.MISSED


def _excuse(commitment: Commitment, period: Period) -> tuple[Words | Bilingual | None, bool]:
    """Why a period is excused, and whether that is made up: nothing of it that is worked is left to do it in.

    Excuses count together and needn't name the days off beside them. A period that is all days off, a public holiday
    among them, is excused by that.
    """
    days = _days(period)
    worked = [day for day in days if is_workday(day)]
    excuses = [excuse for excuse in commitment.excused if _meet(excuse.period, period)]
    if all(any(excuse.period.first <= day <= excuse.period.last for excuse in excuses) for day in worked or days):
        return excuses[0].reason, any(excuse.sample for excuse in excuses)
    return None if worked else next(filter(None, map(holiday, days)), None), False


def _meet(one: Period, other: Period) -> bool:
    return one.first <= other.last and other.first <= one.last


def _days(period: Period) -> list[date]:
    return [period.first + timedelta(n) for n in range((period.last - period.first).days + 1)]


# --- periods ---------------------------------------------------------------------------------------------------------

_DAYS = frozenset({"BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYEASTER"})
"""The parts of a rule that name days."""

_STARTS = {
    "DAILY": relativedelta(),
    "WEEKLY": relativedelta(weekday=MO(-1)),
    "MONTHLY": relativedelta(day=1),
    "YEARLY": relativedelta(month=1, day=1),
}
"""From any day to the first of its day, week, month or year."""

_LENGTHS = {
    "DAILY": relativedelta(days=1),
    "WEEKLY": relativedelta(weeks=1),
    "MONTHLY": relativedelta(months=1),
    "YEARLY": relativedelta(years=1),
}


def periods(commitment: Commitment, begins: date, as_of: date) -> Iterator[Period]:
    """The periods of a rule that begins on a day, until one has begun by `as_of`, in order of time.

    A rule that names days, or DAILY, has periods of a day; else they are whole calendar weeks (Monday to Sunday),
    months or years, as many as INTERVAL says, cut off at `since` and `until`. With `workdays`, those without a working
    day are left out.
    """
    said = dict(part.split("=", 1) for part in commitment.how_often.split(";"))
    unit = _unit(said)
    many = int(said.get("INTERVAL", "1")) if unit == said["FREQ"] != "DAILY" else 1
    for start in _firsts(commitment.how_often, begins, unit):
        first = max(start, commitment.since or start)
        if first > min(as_of, commitment.until or as_of):
            return
        last = start + _LENGTHS[unit] * many - timedelta(1)
        period = _between(first, min(last, commitment.until or last))
        if not commitment.workdays or any(map(is_workday, _days(period))):
            yield period


def _unit(said: dict[str, str]) -> str:
    """The finest that a rule names."""
    if said["FREQ"] == "DAILY" or _DAYS & said.keys():
        return "DAILY"
    if said["FREQ"] == "WEEKLY" or "BYWEEKNO" in said:
        return "WEEKLY"
    return "MONTHLY" if said["FREQ"] == "MONTHLY" or "BYMONTH" in said else "YEARLY"


def _firsts(rule: str, begins: date, unit: str) -> Iterator[date]:
    """The first day of each period, without end; several occurrences in one are one."""
    start = datetime.combine(begins + _STARTS[unit], time())
    latest = None
    for occurrence in rrulestr(rule, dtstart=start):
        first = occurrence.date() + _STARTS[unit]
        if first != latest:
            yield first
        latest = first


def _between(first: date, last: date) -> Period:
    """Written in the shortest form: a day, a month, a year, months, else from one day to another."""
    begin, end = first.isoformat(), last.isoformat()
    forms = (begin, begin[:7], begin[:4], f"{begin[:7]}/{end[:7]}", f"{begin}/{end}")
    return next(period for period in map(Period.read, forms) if (period.first, period.last) == (first, last))
