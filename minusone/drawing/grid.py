"""Periods as the cells of a calendar: days below their weekdays, weeks by month, months by quarter, others by year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from babel.dates import get_day_names

from minusone.drawing.timeline import short
from minusone.formats import LOCALES
from minusone.periods import Period, month_of, quarter_of, week_of, year_of
from minusone.words import LANGS, Bilingual


@dataclass(frozen=True)
class Square:
    """A cell: which of the periods it stands for, counted from 0, and what says there when that begins."""

    number: int
    name: Bilingual


@dataclass(frozen=True)
class Block:
    """A month, a quarter or a year with its rows, each as long as any other; a place may be empty."""

    period: Period
    rows: tuple[tuple[Square | None, ...], ...]


@dataclass(frozen=True)
class Grid:
    """`columns` are the weekdays, if it has any."""

    columns: tuple[Bilingual, ...]
    blocks: tuple[Block, ...]


def grid(periods: Sequence[Period]) -> Grid:
    """Each of some periods, which are in order of time, in one place."""
    if not periods:
        return Grid((), ())
    days = [period.first for period in periods]
    longest = max((period.last - period.first).days + 1 for period in periods)
    if longest == 1 and len(set(map(week_of, days))) < len(days):
        return _weeks(days)
    if longest < 28:
        return _rows(periods, month_of, _day)
    return _rows(periods, quarter_of if longest <= 31 else year_of, _month)


def _day(period: Period) -> Bilingual:
    return Bilingual(str(period.first.day), str(period.first.day))


def _month(period: Period) -> Bilingual:
    year = year_of(period.first)
    return short(year if period == year else month_of(period.first))


def _weeks(days: Sequence[date]) -> Grid:
    """A row for each week of a month, and a column for each weekday that there is."""
    weekdays = sorted({day.weekday() for day in days})
    blocks = []
    for month, in_month in groupby(enumerate(days), key=lambda one: month_of(one[1])):
        rows = []
        for _, in_week in groupby(in_month, key=lambda one: week_of(one[1])):
            squares = {day.weekday(): Square(number, _day(Period.of(day))) for number, day in in_week}
            rows.append(tuple(squares.get(weekday) for weekday in weekdays))
        blocks.append(Block(month, tuple(rows)))
    return Grid(tuple(map(_weekday, weekdays)), tuple(blocks))


def _weekday(number: int) -> Bilingual:
    return Bilingual(*(get_day_names("abbreviated", locale=LOCALES[lang])[number] for lang in LANGS))


def _rows(periods: Sequence[Period], around: Callable[[date], Period], name: Callable[[Period], Bilingual]) -> Grid:
    """A row for each longer period, its cells one after another."""
    squares = [(around(period.first), Square(number, name(period))) for number, period in enumerate(periods)]
    rows = [(whole, [square for _, square in some]) for whole, some in groupby(squares, key=lambda one: one[0])]
    width = max(len(row) for _, row in rows)
    return Grid((), tuple(Block(whole, ((*row, *[None] * (width - len(row))),)) for whole, row in rows))
