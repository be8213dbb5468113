"""Working days are those of the State Council's yearly arrangement."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.reckoning.workdays import after, holiday, is_workday
from minusone.words import Bilingual

DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(n) for n in range((last - first).days + 1)]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2014, 1, 1), date(2014, 1, 1)),
        (date(2014, 1, 31), date(2014, 2, 6)),
        (date(2014, 4, 5), date(2014, 4, 7)),
        (date(2014, 5, 1), date(2014, 5, 3)),
        (date(2014, 5, 31), date(2014, 6, 2)),
        (date(2014, 9, 6), date(2014, 9, 8)),
        (date(2014, 10, 1), date(2014, 10, 7)),
    ],
)
def test_public_holidays_of_2014_are_off(first: date, last: date) -> None:
    assert not any(is_workday(day) for day in days(first, last))


@pytest.mark.parametrize(("month", "day"), [(1, 26), (2, 8), (5, 4), (9, 28), (10, 11)])
def test_weekends_worked_in_exchange_are_working_days(month: int, day: int) -> None:
    shifted = date(2014, month, day)

    assert shifted.weekday() >= 5
    assert is_workday(shifted)


def test_other_weekends_are_off_and_other_weekdays_are_not() -> None:
    assert [is_workday(day) for day in days(date(2014, 3, 3), date(2014, 3, 9))] == [True] * 5 + [False] * 2


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2014, 4, 5), Bilingual("清明节", "Tomb-Sweeping Day")),
        (date(2014, 4, 7), Bilingual("清明节（补假）", "Tomb-Sweeping Day (observed)")),
        (date(2014, 5, 2), Bilingual("调休放假", "a day off in lieu")),
        (date(2014, 4, 6), None),
        (date(2014, 4, 8), None),
    ],
)
def test_a_public_holiday_has_its_name(day: date, name: Bilingual | None) -> None:
    assert holiday(day) == name


def test_the_nth_working_day_after_a_day_counts_from_the_next() -> None:
    assert after(date(2014, 4, 4), 1) == date(2014, 4, 8)
    assert after(date(2014, 4, 30), 2) == date(2014, 5, 5)
    assert after(date(2014, 4, 5), 0) == date(2014, 4, 8)
    assert after(date(2014, 4, 8), 0) == date(2014, 4, 8)


@given(DAYS, st.integers(1, 40))
def test_what_lies_n_working_days_ahead_has_n_working_days_up_to_it(day: date, n: int) -> None:
    due = after(day, n)

    assert is_workday(due)
    assert sum(is_workday(one) for one in days(day + timedelta(1), due)) == n


@given(DAYS, st.integers(0, 40), st.integers(0, 40))
def test_more_working_days_or_a_later_start_never_end_earlier(day: date, n: int, later: int) -> None:
    assert after(day, n) <= after(day, n + 1)
    assert after(day, n) <= after(day + timedelta(later), n)


@given(DAYS)
def test_what_has_a_name_is_no_working_day(day: date) -> None:
    assert not (holiday(day) and is_workday(day))


def test_the_large_package_is_not_imported_before_it_is_needed() -> None:
    said = "import sys, minusone.reckoning.workdays; print('holidays' in sys.modules)"

    made = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)

    assert made.stdout.strip() == "False"
