"""What happened in a period: what came into the ledger, got worse, was put off or resolved, and how it all then stood.

For any period, `unresolved` at its end = at the end of the day before it + what adds − what takes away (`What.change`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from operator import attrgetter, itemgetter
from typing import TypeVar

from minusone.history.pending import waiting
from minusone.history.snapshots import snapshot, without
from minusone.history.spells import DAY, spells, unresolved
from minusone.history.tallies import Tally, Whose, tallies
from minusone.kinds.activity import Activity
from minusone.kinds.rectification import Rectification, State, Step, StepKind
from minusone.kinds.report import Span
from minusone.kinds.visit import Visit
from minusone.periods import Period
from minusone.reckoning.commitments import Promise
from minusone.reckoning.followups import missed
from minusone.reckoning.lifecycle import UNRESOLVED, Standing, standings
from minusone.reckoning.recommendations import Followed
from minusone.reckoning.recurrence import Outcome, Turn
from minusone.schema import Id, Ref, Term
from minusone.site import Site, once

T = TypeVar("T")


class What(Term):
    """What can happen to a rectification, worst first."""

    REOPENED = "reopened", "反弹重开", "reopened"
    EXTENDED = "extended", "延期", "deadline extended"
    HIDDEN = "hidden", "了结后改为不予公开", "withheld after it had been resolved"
    ENTERED = "entered", "新列入台账", "new in the ledger"
    SUSPENDED = "suspended", "转为暂不能解决", "found not to be solvable yet"
    DECLINED = "declined", "不予采纳", "declined"
    WITHHELD = "withheld", "不予公开", "withheld"
    CLOSED = "closed", "销号", "closed"
    MERGED = "merged", "并入其他事项", "merged into others"
    STATED = "stated", "首次公布时已了结", "resolved already when first published"

    @property
    def change(self) -> int:
        """By how much it changes the number of the unresolved."""
        return (self in _ADD) - (self in _TAKE)


_ADD = frozenset({What.ENTERED, What.REOPENED, What.HIDDEN})
_TAKE = frozenset({What.CLOSED, What.MERGED})


@dataclass(frozen=True)
class Event:
    """Something that happened to a rectification on a day; an extension by so many `days`."""

    day: date
    record: Id
    what: What
    days: int = 0


def events(record: Rectification) -> Iterator[Event]:
    """All that happened to a rectification, in the order of its steps. It enters the ledger with the first of them."""
    before: Standing | None = None
    for step, after in standings(record, date.max):
        if what := _what(before, step, after):
            days = after.slip_days - before.slip_days if before and what is What.EXTENDED else 0
            yield Event(step.date, record.id, what, days)
        before = after


def _what(before: Standing | None, step: Step, after: Standing) -> What | None:
    if before is None:
        return What.ENTERED if after.unresolved else What.STATED
    if after.state is before.state:
        later = step.step is StepKind.EXTENDED and after.slip_days > before.slip_days
        return What.EXTENDED if later else None
    if after.state is State.WITHHELD and not before.unresolved:
        return What.HIDDEN
    return _TO.get(after.state)


_TO = {
    State.REOPENED: What.REOPENED,
    State.SUSPENDED: What.SUSPENDED,
    State.DECLINED: What.DECLINED,
    State.WITHHELD: What.WITHHELD,
    State.CLOSED: What.CLOSED,
    State.MERGED: What.MERGED,
}


SHAPES = (Span.QUARTER, Span.MONTH, Span.WEEK)
"""The longest first. A campaign has a beginning and an end of its own."""


def preceding(period: Period, span: Span) -> Period | None:
    """The period of the same shape before; a campaign has none."""
    return span.around(period.first - DAY)


@dataclass(frozen=True)
class Account:
    """What happened in a period. `end` is the site as it stood when it ended, or stands today while it is `running`.

    `promises` have no other turns than those that ended in it; of records with `lapsed` follow-up visits one came to
    be missed in it. `answers` are of recommendations, by visit and number.
    """

    period: Period
    running: bool
    end: Site
    events: tuple[Event, ...]
    promises: tuple[Promise, ...]
    lapsed: tuple[Rectification, ...]
    answers: tuple[tuple[Ref, int], ...]
    activities: tuple[Activity, ...]
    visits: tuple[Visit, ...]

    @property
    def came(self) -> int:
        """How many came to be unresolved, or came back."""
        return sum(event.what.change > 0 for event in self.events)

    @property
    def went(self) -> int:
        """How many were resolved."""
        return sum(event.what.change < 0 for event in self.events)


@dataclass(frozen=True)
class Chronicle:
    """All that ever happened on a site, of which the account of a period is a part."""

    site: Site

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """What happened to rectifications, day by day."""
        every = (event for record in self.site.all(Rectification) for event in events(record))
        return tuple(sorted(every, key=on_day))

    @cached_property
    def answers(self) -> tuple[tuple[Ref, int, date], ...]:
        """Which recommendation of a visit was answered on which day, day by day."""
        each = (
            (visit.ref, number, answer.date)
            for visit in self.site.all(Visit)
            for number, asked in enumerate(visit.recommendations)
            for answer in asked.answer
        )
        return tuple(sorted(each, key=_answered_on))

    @cached_property
    def _lapses(self) -> list[tuple[date, Id]]:
        """The days on which a follow-up visit came to be missed, and of which rectification."""
        return sorted((spell.since, spell.id) for life in spells(self.site).values() for spell in life if spell.lapsed)

    @cached_property
    def _done(self) -> list[tuple[date, Activity | Visit]]:
        """Activities and visits by the day on which they ended; where their days are not known, on which they began."""
        done: tuple[Activity | Visit, ...] = (*self.site.all(Activity), *self.site.all(Visit))
        each = ((self._end(one) if one.date.to_the_day else one.date.first, one) for one in done)
        return sorted(each, key=_when)

    def periods(self, span: Span) -> tuple[Period, ...]:
        """Every week, month or quarter in which something happened, in order of time."""
        days = {event.day for event in self.events}
        days |= {turn.period.last for promise in self.site.promises for turn in promise.turns if self._is_over(turn)}
        days |= {day for _, _, day in self.answers}
        days |= {visit.due + DAY for record in self.site.ledger() for visit in missed(self.site.follow_ups(record))}
        days |= {day for day, done in self._done if (around := span.around(day)) and self._counts(done, around)}
        return tuple(sorted({around for day in days if (around := span.around(day))}))

    def _counts(self, done: Activity | Visit, period: Period) -> bool:
        """Whether something was done in a period: by the day on which it ended, or by all of it if that is not known.

        So each is in one week, month and quarter, but for what is only known to have been in a longer period.
        """
        return self._end(done) in period if done.date.to_the_day else done.date in period

    def _end(self, done: Activity | Visit) -> date:
        """What goes on still is counted today."""
        return min(done.date.last, self.site.as_of)

    def _is_over(self, turn: Turn) -> bool:
        """What may still be kept today is not over, and what has been kept is over when its period ends."""
        return turn.outcome is not Outcome.NOT_YET and turn.period.last <= self.site.as_of

    def began_by(self, day: date) -> bool:
        """Whether anything had come into the ledger by a day."""
        return bool(self.events) and self.events[0].day <= day

    def left(self, day: date) -> int:
        """How many were unresolved on a day."""
        tally = self.tally(None, day)
        return sum(tally[group] for group in UNRESOLVED)

    def tally(self, whose: Whose, day: date) -> Tally:
        """What there was of each sort on a day, of one unit, of one programme or in all."""
        found = tallies(self.site).get(whose)
        return found.on(day) if found else Tally()

    def unresolved(self, day: date) -> Iterator[Id]:
        """The rectifications that were unresolved on a day, in ledger order."""
        return unresolved(self.site, min(day, self.site.as_of))

    def waiting(self, day: date) -> Iterator[Followed]:
        """The recommendations without an answer on a day, the worst first."""
        return waiting(self.site, min(day, self.site.as_of))

    def account(self, period: Period) -> Account:
        end = snapshot(self.site, period.last)
        done = [one for _, one in within(self._done, period, _when) if self._counts(one, period)]
        return Account(
            period,
            self.site.as_of < period.last,
            end,
            tuple(within(self.events, period, on_day)),
            tuple(self._ended(period)),
            self._lapsed(end, period),
            tuple(dict.fromkeys((visit, number) for visit, number, _ in within(self.answers, period, _answered_on))),
            tuple(sorted((one for one in done if isinstance(one, Activity)), key=_id)),
            tuple(sorted((one for one in done if isinstance(one, Visit)), key=_id)),
        )

    def _ended(self, period: Period) -> Iterator[Promise]:
        """Every commitment of which a period ended in this one, with no others than those."""
        for promise in self.site.promises:
            ended = tuple(turn for turn in within(promise.turns, period, _ended_on) if self._is_over(turn))
            if ended:
                yield replace(promise, turns=ended)

    def _lapsed(self, end: Site, period: Period) -> tuple[Rectification, ...]:
        """Those of which a follow-up visit that is missed at the end came to be so in the period, in ledger order."""
        each = {id: None for _, id in within(self._lapses, period, _when)}
        return end.in_ledger_order(tuple(one for one in end.rectifications(each) if _lapsed(end, one, period)))


def _lapsed(end: Site, record: Rectification, period: Period) -> bool:
    """Whether a follow-up visit that is missed at the end came to be so in the period, on the day after it was due."""
    return any(visit.due + DAY in period for visit in missed(end.follow_ups(record)))


@once
def chronicle(site: Site, programmes: tuple[Ref, ...] = ()) -> Chronicle:
    """Of everything, or of no more than what belongs to some programmes."""
    return Chronicle(of_programmes(site, programmes) if programmes else site)


# --- by day ----------------------------------------------------------------------------------------------------------

on_day = attrgetter("day")
_answered_on = itemgetter(2)
_when = itemgetter(0)
_id = attrgetter("id")
_ended_on = attrgetter("period.last")


def within(some: Sequence[T], period: Period, day: Callable[[T], date]) -> Sequence[T]:
    """What is of a period, of what is in order of time."""
    return some[bisect_left(some, period.first, key=day) : bisect_right(some, period.last, key=day)]


def of_programmes(site: Site, programmes: Iterable[Ref]) -> Site:
    """The site with no more of what was found and done than belongs to some programmes and to their parts."""
    wanted = {within for programme in programmes for within in site.programmes_within(programme)}
    return without(
        site,
        frozenset(
            record.ref
            for record in site.records.values()
            if isinstance(record, Rectification | Activity | Visit) and not wanted & _serves(record)
        ),
    )


def _serves(record: Rectification | Activity | Visit) -> set[Ref]:
    kept = () if isinstance(record, Rectification) else record.fulfils
    return {Ref(ref.kind, ref.id) for ref in (*record.programme, *kept)}
