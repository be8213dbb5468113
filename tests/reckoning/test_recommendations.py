"""A recommendation is answered when each of those asked is covered, and done when what it became is resolved."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.kinds.visit import Visit
from minusone.reckoning.recommendations import Followed, Stage, follow
from tests.reckoning.test_units import DISTRICT
from tests.sites import TODAY

UNITS = sorted(DISTRICT.units)
NAMED = [*UNITS, "each:street", "each:village@cicheng", "each:village"]


def visit(*recommendations: dict[str, object]) -> Visit:
    said = [{"text": "补灯", "to": "baisha"} | one for one in recommendations]
    fields = {"id": "look", "title": "察看", "team": "province", "date": "2014-03-05", "methods": "talks"}
    return Visit.model_validate(fields | {"methods": "individual_talks", "recommendations": said})


def answer(**fields: object) -> dict[str, object]:
    return {"date": "2014-03-20", "text": "已改"} | fields


def one(fields: dict[str, object]) -> Followed:
    """Today, while 2014-001 is not resolved."""
    return follow(visit(fields), DISTRICT, {"2014-001"}, TODAY)[0]


@pytest.mark.parametrize(
    ("fields", "stage", "overdue", "due_in"),
    [
        ({}, Stage.WAITING, 0, None),
        ({"due": "2014-04-20"}, Stage.OVERDUE, 10, None),
        ({"due": "2014-04-30"}, Stage.WAITING, 0, 0),
        ({"due": "2014-05"}, Stage.WAITING, 0, 31),
        ({"workdays": "5"}, Stage.OVERDUE, 49, None),
        ({"due": "2014-03-10", "answer": answer()}, Stage.DONE, 0, None),
        ({"due": "2014-03-10", "answer": answer(rectification="2014-001")}, Stage.AT_WORK, 0, None),
        ({"due": "2014-03-10", "answer": answer(rectification="2014-002")}, Stage.DONE, 0, None),
        ({"to": "each:street", "due": "2014-04-20", "answer": answer(by="baisha")}, Stage.OVERDUE, 10, None),
        ({"to": "each:street", "answer": [answer(by="baisha"), answer(by="kongpu")]}, Stage.DONE, 0, None),
        ({"to": "each:street", "answer": answer(by="each:street")}, Stage.DONE, 0, None),
    ],
)
def test_where_a_recommendation_stands(
    fields: dict[str, object], stage: Stage, overdue: int, due_in: int | None
) -> None:
    found = one(fields)

    assert (found.stage, found.overdue_days, found.due_in_days) == (stage, overdue, due_in)


def test_what_others_have_not_answered_is_not_a_units_own() -> None:
    answered = answer(by="kongpu", rectification="2014-001")
    found = one({"to": "each:street", "due": "2014-04-20", "answer": answered})

    assert (found.waiting, found.among(frozenset({"baisha"})).stage) == (("baisha",), Stage.OVERDUE)
    assert found.among(frozenset({"kongpu"})).stage is Stage.AT_WORK
    assert found.among(frozenset({"kongpu"})).overdue_days == 0


@st.composite
def recommendations(draw: st.DrawFn) -> dict[str, object]:
    to = draw(st.lists(st.sampled_from(NAMED), min_size=1, max_size=3))
    by = st.lists(st.sampled_from(NAMED), max_size=2)
    became = st.sampled_from([None, "2014-001", "2014-002"])
    answers = draw(st.lists(st.builds(lambda who, what: answer(by=who, rectification=what), by, became), max_size=3))
    due = draw(st.none() | st.dates(date(2014, 3, 5), date(2014, 6, 30)))
    return {"to": to, "answer": answers, "due": due.isoformat() if due else None}


@given(recommendations())
def test_it_is_answered_exactly_when_each_one_asked_is_covered(fields: dict[str, object]) -> None:
    found = one(fields)
    covered = {unit for answer in found.said.answer for unit in DISTRICT.all_members(answer.by or found.said.to)}

    assert set(found.asked) == set(DISTRICT.all_members(found.said.to))
    assert set(found.waiting) == set(found.asked) - covered
    assert (found.stage in {Stage.OVERDUE, Stage.WAITING}) == bool(found.waiting)
    assert (found.stage is Stage.OVERDUE) == (found.overdue_days > 0)
    assert not (found.overdue_days and found.due_in_days is not None)


@given(recommendations(), st.sets(st.sampled_from(UNITS)))
def test_parted_among_units_nobody_who_has_not_answered_is_lost(fields: dict[str, object], some: set[str]) -> None:
    found = one(fields)
    mine, theirs = found.among(frozenset(some)), found.among(frozenset(UNITS) - some)

    assert sorted(mine.waiting + theirs.waiting) == sorted(found.waiting)
    assert found.stage.rank <= min((part.stage.rank for part in (mine, theirs) if part.asked), default=len(Stage))


@given(st.lists(recommendations(), max_size=5))
def test_the_worst_comes_first(many: list[dict[str, object]]) -> None:
    found = sorted(follow(visit(*many), DISTRICT, ("2014-001",), TODAY), key=lambda one: one.urgency)

    assert len(found) == len(many)
    assert [one.stage.rank for one in found] == sorted(one.stage.rank for one in found)
    late = [one.overdue_days for one in found if one.stage is Stage.OVERDUE]
    assert late == sorted(late, reverse=True)


@given(recommendations(), st.integers(0, 400))
def test_as_days_pass_an_answer_only_becomes_more_overdue(fields: dict[str, object], days: int) -> None:
    now = one(fields)
    later = follow(visit(fields), DISTRICT, (), TODAY + timedelta(days=days))[0]

    assert later.overdue_days >= now.overdue_days
    assert later.waiting == now.waiting
