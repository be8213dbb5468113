"""A deadline is a day or a period, due when it ends, and shown as it was written."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from minusone.periods import Period, cover, month_of, quarter_of, read_day, week_of

YEARS = st.integers(1, 9999).map("{:04}".format)
FORMS = st.one_of(
    st.dates().map(date.isoformat),
    st.dates().map(lambda day: day.isoformat()[:7]),
    st.builds("{}-Q{}".format, YEARS, st.integers(1, 4)),
    st.builds("{}-H{}".format, YEARS, st.integers(1, 2)),
    st.builds("{}-W{:02}".format, YEARS, st.integers(1, 51)),
    YEARS,
)


@pytest.mark.parametrize(
    ("form", "first", "last"),
    [
        ("2014-06-30", date(2014, 6, 30), date(2014, 6, 30)),
        ("2014-06", date(2014, 6, 1), date(2014, 6, 30)),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        ("2014-12", date(2014, 12, 1), date(2014, 12, 31)),
        ("2014-Q2", date(2014, 4, 1), date(2014, 6, 30)),
        ("2014-Q4", date(2014, 10, 1), date(2014, 12, 31)),
        ("2014-W14", date(2014, 3, 31), date(2014, 4, 6)),
        ("2015-W01", date(2014, 12, 29), date(2015, 1, 4)),
        ("2015-W53", date(2015, 12, 28), date(2016, 1, 3)),
        ("2014-H1", date(2014, 1, 1), date(2014, 6, 30)),
        ("2014-H2", date(2014, 7, 1), date(2014, 12, 31)),
        ("2014", date(2014, 1, 1), date(2014, 12, 31)),
        ("2014/2016", date(2014, 1, 1), date(2016, 12, 31)),
        ("2014-Q2/2014-09-15", date(2014, 4, 1), date(2014, 9, 15)),
        (" 2014 / 2016 ", date(2014, 1, 1), date(2016, 12, 31)),
    ],
)
def test_every_form_covers_the_days_that_it_names(form: str, first: date, last: date) -> None:
    period = Period.read(form)

    assert (period.first, period.last) == (first, last)


@given(FORMS)
def test_a_period_ends_no_earlier_than_it_begins_and_keeps_its_form(form: str) -> None:
    period = Period.read(form)

    assert period.first <= period.last
    assert period.form == form
    assert Period.read(period.form) == period


@given(FORMS, FORMS)
def test_two_forms_with_a_stroke_are_one_period_unless_it_would_run_backwards(one: str, other: str) -> None:
    first, last = sorted((Period.read(one), Period.read(other)), key=lambda period: period.last)
    both = Period.read(f"{first.form}/{last.form}") if first.first <= last.last else first

    assert (both.first, both.last) == (first.first, last.last) or both is first
    if last.last < first.first:
        with pytest.raises(PydanticCustomError, match=""):
            Period.read(f"{first.form}/{last.form}")


@given(st.dates())
def test_a_day_is_a_period_of_one_day(day: date) -> None:
    assert Period.of(day) == Period.read(day.isoformat())
    assert read_day(day.isoformat()) == day


@given(st.dates(max_value=date(9999, 12, 26)))
def test_every_day_lies_in_one_week_one_month_and_one_quarter_and_in_no_other(day: date) -> None:
    for of in (week_of, month_of, quarter_of):
        period = of(day)
        assert day in period
        assert of(period.first) == of(period.last) == Period.read(period.form) == period
        assert period.first == date.min or of(period.first - timedelta(days=1)) != period
        assert period.last == date.max or of(period.last + timedelta(days=1)) != period
    assert month_of(day) in quarter_of(day)
    assert week_of(day).first.weekday() == 0


@given(FORMS, FORMS)
def test_a_period_lies_in_another_if_every_day_of_it_does(one: str, other: str) -> None:
    inner, outer = Period.read(one), Period.read(other)

    assert (inner in outer) == (inner.first in outer and inner.last in outer)


@pytest.mark.parametrize(
    ("form", "fault"),
    [
        ("2014-02-30", "bad-date"),
        ("2013-02-29", "bad-date"),
        ("2014-13", "bad-date"),
        ("2014-00-01", "bad-date"),
        ("2014-Q5", "bad-period"),
        ("2014-H3", "bad-period"),
        ("2014-W53", "bad-date"),
        ("2014-W00", "bad-date"),
        ("2014-W1", "bad-period"),
        ("2014-6-30", "bad-period"),
        ("2014年6月", "bad-period"),
        ("２０１４", "bad-period"),
        ("0000", "bad-period"),
        ("2014/2015/2016", "bad-period"),
        ("2014/", "bad-period"),
        ("", "bad-period"),
        ("2016/2014", "ends-before-it-begins"),
        (["2014"], "bad-period"),
    ],
)
def test_what_is_no_period_is_refused(form: object, fault: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        Period.read(form)

    assert refused.value.type == fault


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("2014-02-30", "2014-02 has no day 30"),
        ("2014-13-01", "There is no month 13"),
        ("0000-01-01", "0-01 has no day 1"),
        ("2014-3-6", "It should be year-month-day"),
        ("2014/03/06", "It should be year-month-day"),
        (20140306, "It should be year-month-day"),
    ],
)
def test_what_is_no_day_is_refused_with_its_reason(written: object, reason: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        read_day(written)

    assert (refused.value.context or {})["reason_en"] == reason


@pytest.mark.parametrize("form", ["2014-03-06", "2014-02-13/2014-03-13"])
def test_what_is_written_in_days_is_known_to_the_day(form: str) -> None:
    assert Period.read(form).to_the_day


@pytest.mark.parametrize(
    "form", ["2014-03", "2014-W14", "2014-Q2", "2014-H1", "2014", "2014/2016", "2014-03-06/2014-04"]
)
def test_what_is_written_in_longer_periods_is_not(form: str) -> None:
    assert not Period.read(form).to_the_day


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 9000), st.integers(3, 40))
def test_days_are_covered_by_periods_of_one_shape_that_follow_each_other(first: date, days: int, most: int) -> None:
    last = first + timedelta(days=days)
    periods = cover(first, last, most)

    assert first in periods[0]
    assert last in periods[-1]
    assert all(after.first - before.last == timedelta(days=1) for before, after in pairwise(periods))
    assert len(periods) <= most or {one.form for one in periods} == {f"{one.first.year}" for one in periods}


@pytest.mark.parametrize(
    ("last", "forms"),
    [
        (date(2014, 3, 9), ("2014-W09", "2014-W10")),
        (date(2014, 5, 31), ("2014-03", "2014-04", "2014-05")),
        (date(2015, 1, 1), ("2014-Q1", "2014-Q2", "2014-Q3", "2014-Q4", "2015-Q1")),
        (date(2016, 1, 1), ("2014", "2015", "2016")),
    ],
)
def test_the_shape_is_the_shortest_of_which_there_is_room(last: date, forms: tuple[str, ...]) -> None:
    assert tuple(one.form for one in cover(date(2014, 3, 1), last, 8)) == forms


def test_the_last_day_of_all_is_covered() -> None:
    assert [one.form for one in cover(date(9998, 12, 31), date.max, 1)] == ["9998", "9999"]
