"""Charts: the geometry says what the numbers say, and the page says both."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from minusone.charts import WIDTH, Block, Chart, Datum, bars, columns
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
        assert all(block.width >= 0 for block in mark.blocks)


@given(DATA)
def test_columns_stand_beside_each_other_on_one_line(data: list[Datum]) -> None:
    chart = columns(SERIES, data)

    assert inside(chart)
    assert len({block.y + block.height for block in blocks(chart)}) <= 1
    assert all(before.end <= after.x for before, after in zip(blocks(chart), blocks(chart)[1:], strict=False))


@given(DATA)
def test_more_is_never_drawn_smaller_and_nothing_is_drawn_of_nothing(data: list[Datum]) -> None:
    totals = [(sum(mark.datum.counts), mark.blocks[-1].end) for mark in bars(SERIES, data).marks]
    heights = [(block.count, block.height) for block in blocks(columns(SERIES, data))]

    for measured in (totals, heights):
        ordered = sorted(measured)
        assert [length for _, length in ordered] == sorted(length for _, length in ordered)
        assert all((length > 0) == (count > 0) for count, length in measured)


@given(DATA)
def test_the_same_numbers_give_the_same_drawing(data: list[Datum]) -> None:
    assert bars(SERIES, data) == bars(SERIES, list(data))
    assert columns(SERIES, data) == columns(SERIES, list(data))
