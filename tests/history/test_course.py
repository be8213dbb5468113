"""The ledger over time adds up, from its first day to today's count."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from minusone.history.accounts import Event, What, events
from minusone.history.course import MOST, Stretch, course
from minusone.kinds.rectification import Rectification
from minusone.reckoning.lifecycle import follow
from tests.history.test_accounts import LIVES

SOON = st.integers(0, 2000).map(timedelta)


def told(records: list[Rectification], later: timedelta) -> tuple[tuple[Stretch, ...], list[Event], date]:
    every = sorted((event for record in records for event in events(record)), key=lambda event: event.day)
    today = max((event.day for event in every), default=date(2014, 1, 1)) + later
    return course(every, today), every, today


@given(LIVES, SOON)
def test_what_is_left_is_what_was_left_before_with_what_came_and_without_what_went(
    records: list[Rectification], later: timedelta
) -> None:
    stretches, _, _ = told(records, later)

    assert all(after.left == before.left + after.came - after.went for before, after in pairwise(stretches))


@given(LIVES, SOON)
def test_what_is_left_at_last_is_what_is_unresolved_today(records: list[Rectification], later: timedelta) -> None:
    stretches, _, today = told(records, later)
    unresolved = sum(follow(record, today)[0].unresolved for record in records)

    assert (stretches[-1].left if stretches else 0) == unresolved


@given(LIVES, SOON)
def test_every_event_is_in_one_period_and_no_period_is_left_out(records: list[Rectification], later: timedelta) -> None:
    stretches, every, today = told(records, later)

    assert sum(one.came for one in stretches) == sum(event.what.change > 0 for event in every)
    assert sum(one.went for one in stretches) == sum(event.what.change < 0 for event in every)
    assert sum(one.stated for one in stretches) == sum(event.what is What.STATED for event in every)
    assert not stretches or today in stretches[-1].period
    assert all(after.period.first - before.period.last == timedelta(days=1) for before, after in pairwise(stretches))


def test_of_many_years_the_last_are_shown_with_what_was_left_before_them() -> None:
    found = Event(date(1990, 3, 1), "1990-001", What.ENTERED)
    stretches = course([found], date(2014, 4, 30))

    assert [one.period.form for one in stretches] == [str(year) for year in range(2003, 2015)]
    assert len(stretches) == MOST
    assert [(one.came, one.left) for one in stretches] == [(0, 1)] * MOST


def test_without_anything_there_is_no_course() -> None:
    assert course([], date(2014, 4, 30)) == ()
