"""Promises as days: written out, or counted in working days; the first one never changes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from minusone.faults import NOTHING_TO_EXTEND
from minusone.kinds.rectification import Rectification, Step
from minusone.kinds.visit import Visit
from minusone.periods import Period
from minusone.reckoning.deadlines import answer_due, first_promise
from minusone.reckoning.lifecycle import follow
from minusone.reckoning.workdays import is_workday
from tests.reckoning.test_lifecycle import ANY_STEPS, FOUND, item, lawful_steps, life, step
from tests.sites import LEAST, TODAY

WORKDAYS = st.integers(0, 60)


def counted(*steps: Step, workdays: int = 15, **fields: object) -> Rectification:
    return item(*steps, deadline=None, workdays=str(workdays), **fields)


def promised(record: Rectification) -> date | None:
    promise = first_promise(record)
    return promise.last if promise else None


def visit(day: str, **asked: str) -> Visit:
    said = {"text": "补灯", "to": "baisha"} | asked
    return Visit.model_validate(LEAST["visit"] | {"id": "look", "date": day, "recommendations": [said]})


def test_working_days_count_from_the_assignment_over_holidays_and_worked_weekends() -> None:
    """1–3 May 2014 were off, and Sunday 4 May was worked in exchange."""
    record = counted(step("registered"), step("assigned", date=date(2014, 4, 10)))

    assert promised(record) == date(2014, 5, 4)


def test_until_it_is_assigned_there_is_no_date_yet() -> None:
    standing, wrong = follow(counted(step("registered"), step("update", 2)), TODAY)

    assert (standing.first_deadline, standing.deadline, standing.workdays) == (None, None, 15)
    assert (standing.due_in_days, standing.overdue_days, wrong) == (None, 0, ())


@pytest.mark.parametrize(
    "steps",
    [
        [step("registered"), step("suspended", 2), step("started", 9)],
        [step("stated"), step("update", 9)],
        [step("stated", state="closed"), step("reopened", 9)],
    ],
    ids=["taken up without an assignment", "only stated to be under way", "only stated to be closed"],
)
def test_what_was_never_assigned_counts_from_its_first_step(steps: list[Step]) -> None:
    assert promised(counted(*steps, workdays=0)) == promised(counted(step("registered"), step("assigned"), workdays=0))


def test_what_has_not_begun_to_count_can_not_be_extended() -> None:
    extended = step("extended", 2)

    assert [one.fault for one in follow(counted(step("registered"), extended), TODAY)[1]] == [NOTHING_TO_EXTEND]
    assert follow(counted(*life("registered", "assigned"), step("extended", 3)), TODAY)[1] == ()


def test_a_written_deadline_stands_as_it_was_written() -> None:
    assert first_promise(item(*life("registered", "assigned"), deadline="2014-06", workdays="15")) == Period.read(
        "2014-06"
    )


def test_an_answer_is_due_as_written_or_so_many_working_days_after_the_visit() -> None:
    written, counted_ = visit("2014-03-25", due="2014-04"), visit("2014-03-24/2014-03-25", workdays="3")

    assert answer_due(written, written.recommendations[0]) == Period.read("2014-04")
    assert answer_due(counted_, counted_.recommendations[0]) == Period.read("2014-03-28")
    assert answer_due(visit("2014-03-25"), visit("2014-03-25").recommendations[0]) is None


@given(lawful_steps(), WORKDAYS)
def test_a_first_promise_that_is_known_never_changes_whatever_steps_follow(steps: list[Step], workdays: int) -> None:
    followed = [follow(counted(*steps[:end], workdays=workdays), TODAY) for end in range(1, len(steps) + 1)]
    assume(not followed[-1][1])
    firsts = [standing.first_deadline for standing, _ in followed]
    known = [first for first in firsts if first]

    assert firsts == [None] * (len(firsts) - len(known)) + known[:1] * len(known)


@given(ANY_STEPS, ANY_STEPS)
def test_a_written_first_promise_never_changes_whatever_is_appended(steps: list[Step], more: list[Step]) -> None:
    before, after = follow(item(*steps), TODAY)[0], follow(item(*steps, *more), TODAY)[0]

    assert before.first_deadline == after.first_deadline == item(*steps).deadline


@given(st.dates(date(2000, 1, 1), date(2030, 12, 31)), st.integers(1, 60))
def test_a_deadline_in_working_days_is_never_a_day_off_and_more_days_are_later(assigned: date, workdays: int) -> None:
    found = {"date": assigned.isoformat()}
    steps = (step("registered", date=assigned), step("assigned", date=assigned))
    due, later = (promised(counted(*steps, workdays=n, found=found)) for n in (workdays, workdays + 1))

    assert due and later
    assert is_workday(due)
    assert due < later


@given(st.integers(0, 400), WORKDAYS)
def test_what_is_assigned_later_is_never_due_sooner(days: int, workdays: int) -> None:
    first, second = (
        promised(counted(step("registered"), step("assigned", date=FOUND + timedelta(days=n)), workdays=workdays))
        for n in (days, days + 1)
    )

    assert first and second
    assert first <= second
