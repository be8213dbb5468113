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
class Chart:
    """A drawing, or one for each series: then its name stands at `head`, and its columns on `base`."""

    series: tuple[Bilingual, ...]
    marks: tuple[Mark, ...]
    height: int
    width: int = WIDTH
    head: int = 0
    base: int = 0


_ROW, _NAME, _BAR, _ROOM = 34, 12, 12, 40
"""Of a bar: the height with its name, that of the name, its own; and the width left for its number."""


def bars(series: Sequence[Bilingual], data: Iterable[Datum]) -> Chart:
    """A bar for each row, its series end to end; the longest is as wide as the drawing has room."""
    rows = tuple(data)
    most = max((row.total for row in rows), default=0)
    marks = tuple(_bar(row, n * _ROW, most) for n, row in enumerate(rows))
    return Chart(tuple(series), marks, len(rows) * _ROW)


def _bar(row: Datum, top: int, most: Number) -> Mark:
    """Whatever is there at all is seen, be it ever so few beside the others of its row."""
    blocks: list[Block] = []
    start = 0
    for n, (count, so_far) in enumerate(zip(row.counts, accumulate(row.counts), strict=True)):
        end = max(start + (count > 0), _scaled(so_far, most, WIDTH - _ROOM))
        blocks.append(Block(n, count, start, top + _NAME + 4, end - start, _BAR))
        start = end
    return Mark(row, tuple(blocks), 0, top + _NAME)


_TOP, _TALL, _FOOT = 36, 56, 20
"""Of panels: the room above for the name and the tallest column's number, the height of that column; of a line of names
below."""


def panels(series: Sequence[Bilingual], data: Iterable[Datum]) -> Chart:
    """A drawing for each series, its columns on a line of its own; all to one scale.

    A drawing has room for a dozen rows.
    """
    rows = tuple(data)
    most = max((count for row in rows for count in row.counts), default=0)
    room = WIDTH // max(1, len(rows))
    base = _TOP + _TALL
    marks = tuple(_stack(row, n * room, room, most, base) for n, row in enumerate(rows))
    return Chart(tuple(series), marks, base + 2 * _FOOT, head=_NAME, base=base)


def _stack(row: Datum, left: int, room: int, most: Number, base: int) -> Mark:
    width = min(28, max(1, room - 6))
    blocks = tuple(
        Block(n, count, left + (room - width) // 2, base - tall, width, tall)
        for n, count in enumerate(row.counts)
        for tall in [_scaled(count, most, _TALL)]
    )
    return Mark(row, blocks, left + room // 2, base + _FOOT - 4)


def _scaled(count: Number, most: Number, length: int) -> int:
    """What is there at all can be seen."""
    return max(1, int(count * length // most)) if count else 0
