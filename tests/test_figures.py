"""A figure is exact, however it was printed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from minusone.figures import Figure, printed, read_count, read_decimal


@pytest.mark.parametrize(
    ("printed", "figure"),
    [
        ("124.1万", Figure(Decimal(1_241_000), "万")),
        ("124.1 万", Figure(Decimal(1_241_000), "万")),
        ("1.35亿", Figure(Decimal(135_000_000), "亿")),
        ("20+", Figure(Decimal(20), at_least=True)),
        ("3万+", Figure(Decimal(30_000), "万", at_least=True)),
        ("99.5%", Figure(Decimal("99.5"), percent=True)),
        ("0", Figure(Decimal(0))),
        ("-3", Figure(Decimal(-3))),
        ("010", Figure(Decimal(10))),
    ],
)
def test_a_figure_is_read_as_it_was_printed(printed: str, figure: Figure) -> None:
    assert Figure.read(printed) == figure


@given(st.decimals(-(10**9), 10**9, places=6, allow_nan=False), st.sampled_from([("", 0), ("万", 4), ("亿", 8)]))
def test_no_digit_is_lost_by_a_large_unit(number: Decimal, scale: tuple[str, int]) -> None:
    assert Figure.read(f"{number:f}{scale[0]}").value == number * 10 ** scale[1]


@pytest.mark.parametrize(
    "printed", ["", "约30", "1,241,000", "二十", "３６", "1e3", "0x1F", "1.", "12万万", "60个", ["3"]]
)
def test_what_can_not_be_counted_is_no_figure(printed: object) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        Figure.read(printed)

    assert refused.value.type == "bad-figure"


@given(st.integers(0, 10**12 - 1))
def test_a_count_is_a_whole_number_in_plain_digits(number: int) -> None:
    assert read_count(f" {number} ") == read_count(number) == number
    assert read_decimal(str(number)) == number


@pytest.mark.parametrize("written", ["-1", "1.5", "", "六十", "６０", "1_000", True, -1, 1.0, ["3"]])
def test_what_is_no_count_is_refused(written: object) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        read_count(written)

    assert refused.value.type == "bad-number"


def test_hours_may_have_decimals_but_never_be_less_than_none() -> None:
    assert read_decimal("1.5") == Decimal("1.5")
    with pytest.raises(PydanticCustomError):
        read_decimal("-1.5")


@given(
    st.decimals(-(10**12), 10**12, places=2, allow_nan=False),
    st.sampled_from(("", "万", "亿")),
    st.booleans(),
    st.booleans(),
)
def test_a_figure_is_printed_as_it_can_be_read(number: Decimal, scale: str, more: bool, percent: bool) -> None:
    figure = Figure.read(f"{number:f}{scale}{'+' * more}{'%' * percent}")

    assert Figure.read(printed(figure)) == figure
