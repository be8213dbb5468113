"""Follow-up visits: what is due after a closing, and what became of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.kinds.rectification import Step, Verdict
from minusone.reckoning.followups import FollowUp, FollowUpState, follow_ups, missed
from minusone.reckoning.lifecycle import follow
from tests.reckoning.test_lifecycle import FOUND, TO_CLOSED, TO_VERIFIED, item, life, step

CLOSED = FOUND + timedelta(days=len(TO_CLOSED) - 1)
DAYS = (30, 90)
MISSED, DUE, DONE = FollowUpState.MISSED, FollowUpState.DUE, FollowUpState.DONE


def visited(after: int, verdict: str = "satisfied") -> Step:
    """A follow-up visit so many days after the closing."""
    return step("followed_up", verdict=verdict, date=CLOSED + timedelta(days=after))


def after(*steps: Step, on: int = 0, days: tuple[int, ...] = DAYS) -> tuple[FollowUp, ...]:
    """The visits of a record that was closed and then had these steps, so many days after the closing."""
    record, day = item(*life(*TO_CLOSED), *steps), CLOSED + timedelta(days=on)
    return follow_ups(record, follow(record, day)[0], days, day)


def states(*visits: FollowUp) -> list[FollowUpState]:
    return [visit.state for visit in visits]


@pytest.mark.parametrize(
    ("on", "said"),
    [(0, [DUE, DUE]), (30, [DUE, DUE]), (31, [MISSED, DUE]), (90, [MISSED, DUE]), (91, [MISSED, MISSED])],
)
def test_a_visit_is_due_through_its_day_and_missed_from_the_day_after(on: int, said: list[FollowUpState]) -> None:
    assert states(*after(on=on)) == said


def test_each_visit_answers_one_due_day_in_turn_and_says_how_late_it_was() -> None:
    early, late = after(visited(10), visited(95), on=100)

    assert [(one.after, one.due, one.late_days, one.due_in_days) for one in (early, late)] == [
        (30, CLOSED + timedelta(days=30), 0, None),
        (90, CLOSED + timedelta(days=90), 5, None),
    ]
    assert states(early, late) == [DONE, DONE]
    assert states(*after(visited(95), on=100)) == [DONE, MISSED]
    assert states(*after(visited(1), visited(31), on=100)) == [DONE, DONE]


def test_visits_made_before_a_look_back_was_due_do_not_stand_for_the_next_one() -> None:
    assert states(*after(visited(1), visited(2), visited(30), on=91)) == [DONE, MISSED]
    assert states(*after(visited(1), visited(2), visited(30), visited(91), on=91)) == [DONE, DONE]


def test_days_are_taken_soonest_first_and_once() -> None:
    assert [visit.after for visit in after(days=(90, 30, 90))] == [30, 90]
    assert after(days=()) == ()


def test_how_many_days_a_visit_is_late_or_away_is_told() -> None:
    first, second = after(on=36)

    assert (first.late_days, first.due_in_days) == (6, None)
    assert (second.late_days, second.due_in_days) == (0, 54)
    assert [second.is_due_soon(within) for within in (53, 54)] == [False, True]


def test_nothing_is_due_of_what_is_not_closed_or_came_back() -> None:
    open_ = item(*life(*TO_VERIFIED))

    assert follow_ups(open_, follow(open_, CLOSED)[0], DAYS, CLOSED) == ()
    assert after(visited(20, "unsatisfied"), on=200) == ()
    assert after(step("withheld", 40), on=200) == ()


def test_what_was_closed_again_starts_anew() -> None:
    again = [step(kind, 40 + n) for n, kind in enumerate(("reopened", "started", "submitted", "verified", "closed"))]
    visits = after(visited(29), *again, on=50)

    assert states(*visits) == [DUE, DUE]
    assert visits[0].due == again[-1].date + timedelta(days=30)


def test_a_closing_of_which_only_a_later_day_is_known_makes_nothing_due() -> None:
    stated = item(step("stated", state="closed"), step("followed_up", 20))

    assert follow_ups(stated, follow(stated, date(2015, 1, 1))[0], DAYS, date(2015, 1, 1)) == ()


LATER = st.lists(st.integers(1, 200), max_size=4).map(sorted)
SETTINGS = st.lists(st.integers(1, 120), max_size=4).map(tuple)
GOOD = st.sampled_from([verdict.value for verdict in Verdict if verdict is not Verdict.UNSATISFIED])


@given(LATER, SETTINGS, st.integers(200, 400), st.integers(0, 200))
def test_as_days_pass_a_visit_that_is_due_only_ever_becomes_missed(
    made: list[int], days: tuple[int, ...], on: int, more: int
) -> None:
    steps = [visited(day) for day in made]

    for before, later in zip(after(*steps, on=on, days=days), after(*steps, on=on + more, days=days), strict=True):
        assert (before.state, later.state) in {(DUE, DUE), (DUE, MISSED), (MISSED, MISSED), (DONE, DONE)}
        assert later.late_days >= before.late_days


@given(LATER, SETTINGS, st.integers(200, 400), GOOD)
def test_one_more_visit_leaves_what_is_done_and_answers_the_first_that_is_not(
    made: list[int], days: tuple[int, ...], on: int, verdict: str
) -> None:
    steps = [visited(day) for day in made]
    before, later = after(*steps, on=on, days=days), after(*steps, visited(on, verdict), on=on, days=days)
    left = [n for n, one in enumerate(before) if one.state is not DONE]

    assert [n for n, (old, new) in enumerate(zip(before, later, strict=True)) if old != new] == left[:1]
    assert all(later[n].state is DONE for n in left[:1])


@given(LATER, SETTINGS, st.integers(200, 400))
def test_every_visit_is_done_missed_or_to_come_and_only_the_missed_are_named(
    made: list[int], days: tuple[int, ...], on: int
) -> None:
    visits = after(*(visited(day) for day in made), on=on, days=days)

    assert len(visits) == len(set(days))
    done = [visit.step.date for visit in visits if visit.step]
    assert states(*visits)[: len(done)] == [DONE] * len(done)
    assert all(day > before.due for day, before in zip(done[1:], visits, strict=False))
    assert len(set(done)) >= len(done) - (len(made) - len(set(made)))
    assert missed(visits) == tuple(one for one in visits if not one.step and on > one.after)
