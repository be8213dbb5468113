"""Whatever bytes are read, there is a value or one kind of error; and no value has two spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.transparency.errors import LogError
from tests.transparency.parsers import PARSERS, SEEDS


def read(name: str, data: bytes) -> None:
    """Anything that is read is written again as the same bytes; the rest is refused in words."""
    try:
        assert PARSERS[name](data) == data
    except LogError as error:
        assert all(error.words)


@pytest.mark.parametrize("name", PARSERS)
def test_what_is_right_is_read_and_written_again(name: str) -> None:
    assert PARSERS[name](SEEDS[name]) == SEEDS[name]


@pytest.mark.parametrize("name", PARSERS)
def test_any_bytes_are_read_or_refused(name: str) -> None:
    @given(st.binary() | st.text().map(str.encode))
    def check(data: bytes) -> None:
        read(name, data)

    check()


@pytest.mark.parametrize("name", PARSERS)
def test_anything_that_is_nearly_right_is_read_or_refused(name: str) -> None:
    seed = SEEDS[name]
    places = st.integers(0, len(seed))
    pieces = st.binary(max_size=3) | st.sampled_from([b"\n", b"\n\n", b"+", b" ", b"=", b"0", b"/", "—".encode()])

    @given(st.lists(st.tuples(places, places, pieces), min_size=1, max_size=4))
    def check(edits: list[tuple[int, int, bytes]]) -> None:
        data = seed
        for start, end, piece in edits:
            data = data[:start] + piece + data[end:]
        read(name, data)

    check()
