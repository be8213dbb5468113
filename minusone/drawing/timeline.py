"""Days on a line: where a day stands in a drawing, and the weeks, months, quarters or years that are named below it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import ceil

from minusone import formats
from minusone.periods import Period, cover
from minusone.words import LANGS, Bilingual

_MOST = 9
"""How many names of months stand beside each other on the smallest telephone."""


@dataclass(frozen=True)
class Tick:
    """A period that is named below the line, from `x` to `end`; `year` is said where it is another than before."""

    name: Bilingual
    year: Bilingual | None
    x: int
    end: int

    @property
    def middle(self) -> int:
        return (self.x + self.end) // 2


@dataclass(frozen=True)
class Timeline:
    """The days from `first` to `last`, both included, from `left` to `right` in whole units of a drawing."""

    first: date
    last: date
    left: int
    right: int
    ticks: tuple[Tick, ...]

    def x(self, day: date) -> int:
        """Where a day begins. Days outside stand at the ends."""
        return _x(
            (min(max(day, self.first), self.last) - self.first).days, self.first, self.last, self.left, self.right
        )


def timeline(days: Iterable[date], left: int, right: int, most: int = _MOST) -> Timeline:
    """A line of whole periods on which all of these days stand. Without a day there is none (ValueError).

    Of more than `most` years only some are named, each with those up to the next one.
    """
    every = sorted(days)
    if not every:
        raise ValueError("a line of time needs a day")
    periods = cover(every[0], every[-1], most)
    first, last = periods[0].first, periods[-1].last
    named = periods[:: ceil(len(periods) / most)]
    edges = [*(_x((one.first - first).days, first, last, left, right) for one in named), right]
    return Timeline(first, last, left, right, tuple(map(Tick, map(short, named), years(named), edges, edges[1:])))


def _x(days: int, first: date, last: date, left: int, right: int) -> int:
    return left + days * (right - left) // ((last - first).days + 1)


def short(period: Period) -> Bilingual:
    """What a period is called where there is little room."""
    return Bilingual(*(formats.short(period, lang) for lang in LANGS))


def years(periods: Iterable[Period]) -> list[Bilingual | None]:
    """The year of each period, where it is another than that of the one before; a year's own name says it already."""
    said: list[Bilingual | None] = []
    before = ""
    for period in periods:
        year = period.form[:4]
        said.append(Bilingual(f"{year}年", year) if before != year != period.form else None)
        before = year
    return said
