"""Pictures of numbers, as geometry: `templates/charts.html` draws them as SVG, with the same numbers in a table.

Lengths are whole units of a drawing that is WIDTH wide and scaled as a whole, so that the same numbers give the same
bytes everywhere. Numbers are counts or hours: there is nothing here to make a share or an average of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from minusone.words import Bilingual, Words

Number = int | Decimal

WIDTH = 360
"""That of the smallest telephone, so that letters in a drawing are nowhere smaller than they were drawn."""


@dataclass(frozen=True)
class Datum:
    """One row of the table: what is counted, where that is listed (if anywhere), and the count of each series.

    `short` is its name where there is little room, `year` what stands below that.
    """

    name: Bilingual | Words
    counts: tuple[Number, ...]
    address: str = ""
    short: Bilingual | Words | None = None
    year: Bilingual | None = None

    @property
    def total(self) -> Number:
        return sum(self.counts)


@dataclass(frozen=True)
class Block:
    """A rectangle that stands for the count of one series, numbered from 0."""

    series: int
    count: Number
    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> int:
        return self.x + self.width // 2

    @property
    def end(self) -> int:
        return self.x + self.width


@dataclass(frozen=True)
class Mark:
    """What is drawn of one row: its blocks, and where its name stands."""

    datum: Datum
    blocks: tuple[Block, ...]
    x: int
    y: int


@dataclass(frozen=True)
class Panel:
    """Where the columns of one series stand, and where its name does."""

    head: int
    base: int


@dataclass(frozen=True)
class Chart:
    """`panels` are those of the series, where each has its own."""

    series: tuple[Bilingual, ...]
    marks: tuple[Mark, ...]
    height: int
    width: int = WIDTH
    panels: tuple[Panel, ...] = ()


_ROW, _NAME, _BAR, _ROOM = 34, 12, 12, 40
"""Of a bar: the height with its name, that of the name, its own; and the width left for its number."""


def bars(series: Sequence[Bilingual], data: Iterable[Datum]) -> Chart:
    """A bar for each row, its series end to end; the longest is as wide as the drawing has room."""
    rows = tuple(data)
    most = max((row.total for row in rows), default=0)
    marks = tuple(_bar(row, n * _ROW, most) for n, row in enumerate(rows))
    return Chart(tuple(series), marks, len(rows) * _ROW)


def _bar(row: Datum, top: int, most: Number) -> Mark:
    ends = [_scaled(count, most, WIDTH - _ROOM) for count in accumulate(row.counts)]
    starts = [0, *ends[:-1]]
    blocks = tuple(
        Block(n, row.counts[n], start, top + _NAME + 4, end - start, _BAR)
        for n, (start, end) in enumerate(zip(starts, ends, strict=True))
    )
    return Mark(row, blocks, 0, top + _NAME)


_TALL, _HEAD, _FOOT, _GAP = 140, 16, 20, 12
"""Of columns: the height of the tallest, the room above for its number and below for names, that between two rows."""


def columns(series: Sequence[Bilingual], data: Iterable[Datum]) -> Chart:
    """A group of columns for each row, one for each series; the tallest is as tall as the drawing has room.

    A drawing has room for about a dozen rows whose names and numbers can be read; more are a matter for `bars`.
    """
    rows = tuple(data)
    most = max((count for row in rows for count in row.counts), default=0)
    room = WIDTH // max(1, len(rows))
    marks = tuple(_group(row, n * room, room, most) for n, row in enumerate(rows))
    return Chart(tuple(series), marks, _HEAD + _TALL + _FOOT)


def _group(row: Datum, left: int, room: int, most: Number) -> Mark:
    width = min(28, max(1, (room - _GAP) // len(row.counts)))
    first = left + (room - width * len(row.counts)) // 2
    blocks = tuple(
        Block(n, count, first + n * width, _HEAD + _TALL - tall, width, tall)
        for n, count in enumerate(row.counts)
        for tall in [_scaled(count, most, _TALL)]
    )
    return Mark(row, blocks, left + room // 2, _HEAD + _TALL + _FOOT - 6)


_STEP, _SHORT = 108, 56
"""Of panels: the height of each with its name and its numbers, and that of the tallest column."""


def panels(series: Sequence[Bilingual], data: Iterable[Datum]) -> Chart:
    """The series one below another, each as columns on a line of its own; all to one scale.

    A drawing has room for a dozen rows.
    """
    rows = tuple(data)
    most = max((count for row in rows for count in row.counts), default=0)
    room = WIDTH // max(1, len(rows))
    parted = tuple(Panel(top + _NAME + 4, top + _STEP - 8) for top in range(0, _STEP * len(series), _STEP))
    marks = tuple(_stack(row, n * room, room, most, parted) for n, row in enumerate(rows))
    return Chart(tuple(series), marks, _STEP * len(series) + 2 * _FOOT, panels=parted)


def _stack(row: Datum, left: int, room: int, most: Number, parted: Sequence[Panel]) -> Mark:
    width = min(28, max(1, room - 6))
    blocks = tuple(
        Block(n, count, left + (room - width) // 2, panel.base - tall, width, tall)
        for n, (count, panel) in enumerate(zip(row.counts, parted, strict=True))
        for tall in [_scaled(count, most, _SHORT)]
    )
    return Mark(row, blocks, left + room // 2, _STEP * len(parted) + _NAME)


def _scaled(count: Number, most: Number, length: int) -> int:
    """What is there at all can be seen."""
    return max(1, int(count * length // most)) if count else 0
