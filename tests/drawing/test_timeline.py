"""A line of time: every day has its place, in order, and the periods below it cover it without a gap."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.drawing.timeline import Timeline, timeline, years
from minusone.periods import Period
from minusone.words import Bilingual

DAYS = st.lists(st.dates(date(1990, 1, 1), date(2060, 1, 1)), min_size=1, max_size=6)
LEFT, RIGHT = 8, 352


def line(*days: str) -> Timeline:
    return timeline(map(date.fromisoformat, days), LEFT, RIGHT)


@given(DAYS)
def test_every_day_stands_on_the_line_and_a_later_one_never_before_an_earlier_one(days: list[date]) -> None:
    drawn = timeline(days, LEFT, RIGHT)
    places = [drawn.x(day) for day in sorted(days)]

    assert places == sorted(places)
    assert all(LEFT <= x < RIGHT for x in places)
    assert drawn.first <= min(days) <= max(days) <= drawn.last


@given(DAYS)
def test_what_is_named_below_covers_the_line_and_there_is_room_for_each_name(days: list[date]) -> None:
    ticks = timeline(days, LEFT, RIGHT).ticks

    assert (ticks[0].x, ticks[-1].end) == (LEFT, RIGHT)
    assert all(before.end == after.x for before, after in pairwise(ticks))
    assert len(ticks) <= 9
    assert all(tick.x < tick.middle < tick.end for tick in ticks)


def test_a_day_outside_stands_at_the_end() -> None:
    drawn = line("2014-03-10", "2014-05-01")

    assert drawn.x(date(2013, 1, 1)) == drawn.x(drawn.first) == LEFT
    assert drawn.x(drawn.last + timedelta(days=9)) == drawn.x(drawn.last)


def test_months_are_named_below_with_the_year_where_it_changes() -> None:
    drawn = line("2014-11-10", "2015-02-01")

    assert [tick.name.zh for tick in drawn.ticks] == ["11月", "12月", "1月", "2月"]
    assert [tick.year for tick in drawn.ticks] == [Bilingual("2014年", "2014"), None, Bilingual("2015年", "2015"), None]


def test_a_year_is_its_own_name() -> None:
    assert years([Period.read("2014"), Period.read("2015")]) == [None, None]


def test_without_a_day_there_is_no_line() -> None:
    with pytest.raises(ValueError, match="needs a day"):
        timeline([], LEFT, RIGHT)
