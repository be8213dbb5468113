"""Charts: the geometry says what the numbers say, and the page says both."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from minusone.drawing.charts import WIDTH, Block, Chart, Datum, bars, panels
from minusone.words import Bilingual

SERIES = (Bilingual("甲", "A"), Bilingual("乙", "B"), Bilingual("丙", "C"))
COUNTS = st.integers(0, 10**6)
DATA = st.lists(st.builds(Datum, st.just(Bilingual("名", "name")), st.tuples(COUNTS, COUNTS, COUNTS)), max_size=40)


def blocks(chart: Chart) -> list[Block]:
    return [block for mark in chart.marks for block in mark.blocks]


def inside(chart: Chart) -> bool:
    return all(
        one.x >= 0 and one.end <= chart.width == WIDTH and one.y >= 0 and one.y + one.height <= chart.height
        for one in blocks(chart)
    )


@given(DATA)
def test_a_bar_is_its_series_end_to_end_in_the_order_given(data: list[Datum]) -> None:
    chart = bars(SERIES, data)

    assert inside(chart)
    assert [tuple(block.count for block in mark.blocks) for mark in chart.marks] == [datum.counts for datum in data]
    for mark in chart.marks:
        assert mark.blocks[0].x == 0
        assert all(after.x == before.end for before, after in zip(mark.blocks, mark.blocks[1:], strict=False))
        assert all((block.width > 0) == (block.count > 0) for block in mark.blocks)


def test_the_one_is_seen_beside_very_many() -> None:
    name = Bilingual("名", "name")
    few, _ = bars(SERIES, [Datum(name, (500, 1, 0)), Datum(name, (0, 0, 10**6))]).marks

    assert [block.width for block in few.blocks] == [1, 1, 0]


@given(DATA.filter(lambda data: len(data) <= 12))
def test_panels_have_each_series_on_a_line_below_its_name(data: list[Datum]) -> None:
    chart = panels(SERIES, data)

    assert inside(chart)
    for block in blocks(chart):
        assert block.y + block.height == chart.base
        assert block.y - 16 >= chart.head, "its number stands clear of the name above"
    assert all(chart.base < mark.y < chart.height - 15 for mark in chart.marks), (
        "names, and years below them, have room"
    )
    for series in range(len(SERIES)):
        row = [mark.blocks[series] for mark in chart.marks]
        assert all(before.end <= after.x for before, after in pairwise(row))


@given(DATA)
def test_more_is_never_drawn_smaller_and_nothing_is_drawn_of_nothing(data: list[Datum]) -> None:
    wholes = [replace(datum, counts=(datum.total,)) for datum in data]
    totals = [(block.count, block.width) for block in blocks(bars(SERIES[:1], wholes))]
    stacks = [(block.count, block.height) for block in blocks(panels(SERIES, data))]

    for measured in (totals, stacks):
        ordered = sorted(measured)
        assert [length for _, length in ordered] == sorted(length for _, length in ordered)
        assert all((length > 0) == (count > 0) for count, length in measured)


@given(DATA)
def test_the_same_numbers_give_the_same_drawing(data: list[Datum]) -> None:
    assert bars(SERIES, data) == bars(SERIES, list(data))
    assert panels(SERIES, data) == panels(SERIES, list(data))


def test_hours_are_drawn_like_counts_and_add_up_exactly() -> None:
    (mark,) = bars(SERIES, [Datum(Bilingual("名", "name"), (Decimal("0.1"), Decimal("0.2"), 0))]).marks

    assert mark.datum.total == Decimal("0.3")
    assert [block.width > 0 for block in mark.blocks] == [True, True, False]
