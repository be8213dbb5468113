"""What is recorded as having happened has happened by the site's today, and a promise has one date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain

from minusone.corpus import Alone
from minusone.faults import DEADLINE_DIFFERS, FUTURE_DATE
from minusone.kinds.rectification import Rectification
from minusone.kinds.visit import Visit
from minusone.periods import Period
from minusone.problems import Problem
from minusone.reckoning.deadlines import counted_answer, counted_promise
from minusone.schema import Path, Record, leaves


def nothing_lies_in_the_future(one: Alone) -> Iterator[Problem]:
    """A period counts by its first day: the year that is running may be named."""
    periods = ((leaf.path, leaf.value.first) for leaf in leaves(one.item.record, Period) if leaf.about.past)
    days = ((leaf.path, leaf.value) for leaf in leaves(one.item.record, date) if leaf.about.past)
    for path, day in chain(periods, days):
        if day > one.as_of:
            yield one.item.at(FUTURE_DATE, path, date=day, as_of=one.as_of)


def a_promise_has_one_date(one: Alone) -> Iterator[Problem]:
    """Where a day and working days are both written, they lead to the same day."""
    for path, workdays, written, found in _promises(one.item.record):
        if written and found and written.last != found.last:
            particulars = {"deadline": written.form, "workdays": workdays, "counted": found.form}
            yield one.item.at(DEADLINE_DIFFERS, (*path, "workdays"), **particulars)


def _promises(record: Record) -> Iterator[tuple[Path, int | None, Period | None, Period | None]]:
    """Each promise of a record: where it stands, its working days, what was written, and where the days lead."""
    if isinstance(record, Rectification):
        yield (), record.workdays, record.deadline, counted_promise(record)
    if isinstance(record, Visit):
        for number, asked in enumerate(record.recommendations):
            yield ("recommendations", number), asked.workdays, asked.due, counted_answer(record, asked)
