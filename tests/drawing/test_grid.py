"""A calendar's cells: each period has one, in order of time, below its own weekday, month, quarter or year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.drawing.grid import Grid, grid
from minusone.periods import Period, month_of, quarter_of, year_of
from minusone.words import Bilingual

DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


def days(first: date, count: int, apart: int) -> list[Period]:
    return [Period.of(first + timedelta(days=n * apart)) for n in range(count)]


def named(shown: Grid) -> list[tuple[str, list[list[str]]]]:
    """Each block with its rows, as the English page has them."""
    return [
        (block.period.form, [[one.name.en if one else "" for one in row] for row in block.rows])
        for block in shown.blocks
    ]


@given(DAYS, st.integers(0, 60), st.integers(1, 500))
def test_each_period_has_one_cell_in_order_of_time_and_rows_are_of_one_length(
    first: date, count: int, apart: int
) -> None:
    shown = grid(days(first, count, apart))
    rows = [row for block in shown.blocks for row in block.rows]

    assert [square.number for row in rows for square in row if square] == list(range(count))
    assert len({len(row) for row in rows}) <= 1
    assert all(any(row) for row in rows)


@given(DAYS, st.integers(8, 60))
def test_days_stand_below_their_weekdays_in_their_months(first: date, count: int) -> None:
    periods = days(first, count, 1)
    shown = grid(periods)

    assert [column.en for column in shown.columns] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    for block in shown.blocks:
        for row in block.rows:
            for weekday, square in enumerate(row):
                if square:
                    day = periods[square.number].first
                    assert (day.weekday(), month_of(day), str(day.day)) == (weekday, block.period, square.name.zh)


def test_only_weekdays_that_there_are_have_a_column() -> None:
    shown = grid([Period.read(day) for day in ("2014-03-31", "2014-04-03", "2014-04-07", "2014-04-10")])

    assert shown.columns == (Bilingual("周一", "Mon"), Bilingual("周四", "Thu"))
    assert named(shown) == [("2014-03", [["31", ""]]), ("2014-04", [["", "3"], ["7", "10"]])]


@pytest.mark.parametrize(
    ("forms", "blocks"),
    [
        (("2014-03-25", "2014-04-01", "2014-04-08"), [("2014-03", [["25", ""]]), ("2014-04", [["1", "8"]])]),
        (("2014-03-31/2014-04-06", "2014-04-07/2014-04-13"), [("2014-03", [["31"]]), ("2014-04", [["7"]])]),
        (("2014-03", "2014-04", "2014-05"), [("2014-Q1", [["Mar", ""]]), ("2014-Q2", [["Apr", "May"]])]),
        (("2013", "2014"), [("2013", [["2013"]]), ("2014", [["2014"]])]),
    ],
)
def test_longer_periods_stand_in_rows_of_longer_ones(forms: tuple[str, ...], blocks: object) -> None:
    shown = grid([Period.read(form) for form in forms])

    assert shown.columns == ()
    assert named(shown) == blocks


@given(DAYS, st.sampled_from([month_of, quarter_of, year_of]), st.integers(1, 12))
def test_a_row_holds_what_begins_in_it(first: date, around: object, count: int) -> None:
    assert callable(around)
    periods: list[Period] = [around(first)]
    while len(periods) < count:
        periods.append(around(periods[-1].last + timedelta(days=1)))

    for block in grid(periods).blocks:
        assert all(periods[square.number].first in block.period for row in block.rows for square in row if square)
