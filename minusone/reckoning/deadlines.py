"""What was promised as a day or a period: written out, or counted in working days from when it was asked for."""

from __future__ import annotations

from datetime import date

from minusone.kinds.rectification import Rectification, State, StepKind
from minusone.kinds.visit import Recommendation, Visit
from minusone.periods import Period
from minusone.reckoning.workdays import after


def first_promise(record: Rectification) -> Period | None:
    """The deadline as written, or so many working days after the assignment; until then there is none.

    Whatever steps follow, a first promise that is known stays what it is.
    """
    return record.deadline or counted_promise(record)


def counted_promise(record: Rectification) -> Period | None:
    """The day that the record's working days lead to."""
    return _after(counted_from(record), record.workdays)


def answer_due(visit: Visit, asked: Recommendation) -> Period | None:
    """By when a recommendation is to be answered: as written, or so many working days after the visit's last day."""
    return asked.due or counted_answer(visit, asked)


def counted_answer(visit: Visit, asked: Recommendation) -> Period | None:
    """The day that the recommendation's working days lead to."""
    return _after(visit.date.last, asked.workdays)


def counted_from(record: Rectification) -> date | None:
    """The day of the assignment; that of the first step, where it was taken up without one."""
    for step in record.progress:
        if step.step is StepKind.ASSIGNED:
            return step.date
        if step.step is StepKind.STARTED or step.state not in (None, State.REGISTERED):
            return record.progress[0].date
    return None


def _after(since: date | None, workdays: int | None) -> Period | None:
    return Period.of(after(since, workdays)) if since and workdays is not None else None
