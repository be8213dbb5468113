"""What is asked of a unit is added up; what is asked of each official never is, and who has least decides."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.kinds.programme import Amount, Measure, Per
from minusone.periods import Period
from minusone.reckoning.amounts import Deed, reached
from minusone.schema import Ref

MARCH = Period.read("2014-03")
NUMBERS = st.none() | st.integers(0, 8).map(lambda halves: Decimal(halves) / 2)
DAYS = st.integers(1, 31).map("2014-03-{:02}".format)
SPANS = st.tuples(DAYS, DAYS).map(lambda two: Period.read("/".join(sorted(two))))
DEEDS = st.lists(
    st.builds(
        Deed,
        st.just(Ref("activity", "a")),
        SPANS,
        NUMBERS,
        NUMBERS,
        st.none() | st.integers(0, 6),
    ),
    max_size=5,
)
AMOUNTS = st.builds(
    lambda least, of, per, officials: Amount(at_least=Decimal(least), of=of, per=per, officials=officials),
    st.integers(0, 6),
    st.sampled_from(Measure),
    st.sampled_from(Per),
    st.none() | st.integers(1, 5),
)


def hours(value: str, officials: int | None = None, day: str = "2014-03-04") -> Deed:
    return Deed(Ref("activity", "a"), Period.read(day), Decimal(value), None, officials)


def each(least: str, officials: int | None = None, of: Measure = Measure.HOURS) -> Amount:
    return Amount(at_least=Decimal(least), of=of, per=Per.OFFICIAL, officials=officials)


@pytest.mark.parametrize(
    ("of", "done"), [(Measure.HOURS, "2.5"), (Measure.PEOPLE, "30"), (Measure.SESSIONS, "2"), (Measure.DAYS, "3")]
)
def test_what_is_asked_of_a_unit_is_added_up_and_a_day_counts_once(of: Measure, done: str) -> None:
    deeds = [
        Deed(Ref("activity", "a"), Period.read("2014-03-04/2014-03-05"), Decimal("1.5"), Decimal(10)),
        Deed(Ref("activity", "b"), Period.read("2014-03-05/2014-03-06"), Decimal(1), Decimal(20)),
    ]

    assert reached(Amount(at_least=Decimal(1), of=of), deeds, MARCH).done == Decimal(done)


def test_a_deed_of_which_only_the_month_is_known_is_one_day() -> None:
    four = Amount(at_least=Decimal(4), of=Measure.DAYS)

    assert reached(four, [Deed(Ref("activity", "a"), MARCH)], MARCH).lacking == 3
    assert reached(four, [Deed(Ref("activity", "a"), Period.read("2014-03-01/2014-03-31"))], MARCH).lacking == 0


@pytest.mark.parametrize(
    ("amount", "deeds", "done", "lacking", "officials"),
    [
        # Nobody says how many officials: the least deed decides, never the sum or an average.
        (each("1"), [], "0", "1", 0),
        (each("1"), [hours("1.5"), hours("0.5")], "0.5", "0.5", 0),
        (each("1"), [hours("1"), hours("3")], "1", "0", 0),
        # It is asked of three: those who took part in different deeds are different officials.
        (each("1", 3), [], "0", "1", 3),
        (each("1", 3), [hours("1", 3)], "1", "0", 0),
        (each("1", 3), [hours("1", 2), hours("1", 1)], "1", "0", 0),
        (each("1", 3), [hours("9", 2)], "0", "1", 1),
        (each("1", 3), [hours("1", 2), hours("0.5", 1)], "0.5", "0.5", 1),
        # Whose number nobody wrote down is one official's.
        (each("1", 3), [hours("1"), hours("1", 2)], "1", "0", 0),
        (each("1", 3), [hours("1"), hours("1")], "0", "1", 1),
        # What all of them took part in adds up, also to what some of them did beside it.
        (each("1", 3), [hours("0.5", 3), hours("0.5", 4)], "1", "0", 0),
        (each("1", 3), [hours("0.5", 3), hours("0.5", 2)], "0.5", "0.5", 1),
        (each("1", 3), [hours("0.5", 3), hours("0.5", 2), hours("0.5", 1)], "1", "0", 0),
        # Half an hour of two and half an hour of two may be the same two.
        (each("1", 2), [hours("0.5", 1), hours("0.5", 1)], "0.5", "0.5", 2),
    ],
)
def test_an_officials_surplus_never_makes_up_anothers_gap(
    amount: Amount, deeds: list[Deed], done: str, lacking: str, officials: int
) -> None:
    found = reached(amount, deeds, MARCH)

    assert (found.done, found.lacking, found.officials) == (Decimal(done), Decimal(lacking), officials)


@given(AMOUNTS, DEEDS)
def test_nothing_is_lacking_exactly_where_enough_was_done(amount: Amount, deeds: list[Deed]) -> None:
    found = reached(amount, deeds, MARCH)

    assert found.lacking == max(Decimal(), amount.at_least - found.done)
    if amount.per is Per.OFFICIAL and amount.officials:
        assert (found.officials > 0) == (found.lacking > 0)
        assert found.officials <= amount.officials
    else:
        assert found.officials == 0


@given(AMOUNTS, DEEDS, DEEDS)
def test_more_deeds_never_leave_more_lacking_where_it_is_known_whose_they_are(
    amount: Amount, deeds: list[Deed], more: list[Deed]
) -> None:
    before, after = reached(amount, deeds, MARCH), reached(amount, [*deeds, *more], MARCH)

    if amount.per is Per.UNIT or amount.officials:
        assert after.lacking <= before.lacking
        assert after.officials <= before.officials
    elif deeds:
        assert after.lacking >= before.lacking


@given(AMOUNTS, DEEDS)
def test_the_order_of_deeds_tells_nothing(amount: Amount, deeds: list[Deed]) -> None:
    assert reached(amount, deeds, MARCH) == reached(amount, deeds[::-1], MARCH)


@given(DEEDS, st.integers(1, 5), st.integers(1, 5))
def test_asking_it_of_more_officials_never_leaves_less_lacking(deeds: list[Deed], few: int, more: int) -> None:
    less = reached(each("1", few), deeds, MARCH)

    assert less.lacking <= reached(each("1", few + more), deeds, MARCH).lacking
