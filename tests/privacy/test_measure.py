"""The guard is measured on a corpus that is large, hard and fair, and the page says what was measured."""

from __future__ import annotations

from random import Random

import pytest
from stdnum import isbn, luhn
from stdnum.cn import ric, uscc

from tests.privacy import numbers
from tests.privacy.corpus import Snippet, negatives, positives
from tests.privacy.measure import PAGE, Measured, measured, on_page, tables

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def result() -> Measured:
    return measured()


def test_nearly_everything_private_is_found(result: Measured) -> None:
    assert result.recall >= 0.98, tables(result)


def test_nearly_nothing_else_is(result: Measured) -> None:
    assert result.precision >= 0.95, tables(result)


def test_the_sample_content_is_left_alone(result: Measured) -> None:
    assert result.alarms_in_content == ()


def test_the_page_says_what_was_measured(result: Measured) -> None:
    assert on_page(PAGE.read_text("utf-8")) == tables(result), "python -m tests.privacy.measure --write"


# --- the corpus itself -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("snippets", [positives(), negatives()], ids=["positives", "negatives"])
def test_there_are_enough_snippets_and_half_of_them_are_written_by_hand(snippets: tuple[Snippet, ...]) -> None:
    assert len(snippets) >= 400
    assert sum(snippet.by_hand for snippet in snippets) >= len(snippets) / 2
    assert len({snippet.text for snippet in snippets}) == len(snippets)


def test_every_private_stretch_is_marked_and_nothing_else() -> None:
    assert all(snippet.private for snippet in positives())
    assert not any(snippet.private for snippet in negatives())
    for snippet in (*positives(), *negatives()):
        assert not set("⟦⟧{}⏎") & set(snippet.text)
        assert all(0 <= start < end <= len(snippet.text) for start, end in snippet.private)


def test_built_numbers_have_the_check_digits_that_they_should_and_nobody_has_them() -> None:
    for seed in range(50):
        some = Random(seed)
        identity = "".join(numbers.identity(some))
        assert ric.calc_check_digit(identity) == identity[-1]
        assert identity[14:17] == "000"
        assert "".join(numbers.identity_x(some)).endswith("X")
        assert luhn.is_valid("".join(numbers.card(some)))
        assert uscc.is_valid(numbers.credit_code(some)[0])
        assert isbn.is_valid("".join(numbers.isbn(some)))
        assert not ric.is_valid(numbers.order_18(some)[0])
