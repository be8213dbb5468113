"""A counted target is reached when all of it is: a whole of 100 % with one unit at 0 of 1 is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.kinds.rectification import Step, Target
from minusone.reckoning.targets import Progress, progress


def results(*values: object) -> list[dict[str, str]]:
    return [{"date": f"2014-03-{day:02}", "value": str(value)} for day, value in enumerate(values, 1)]


def target(**fields: object) -> Progress:
    return progress(Target.model_validate({"id": "lamps", "what": "路灯", "measure": "盏"} | fields), ())


def share(unit: str, planned: int, *values: int) -> dict[str, object]:
    return {"unit": unit, "planned": str(planned), "results": results(*values)}


def test_a_whole_that_is_reached_with_one_unit_at_none_of_one_is_not_done_and_names_that_unit() -> None:
    lamps = target(planned="100", results=results(100), by_unit=[share("baisha", 99, 100), share("kongpu", 1, 0)])

    assert lamps.total.enough
    assert lamps.lacking == ("kongpu",)
    assert not lamps.done


def test_a_unit_that_has_reported_nothing_lacks_its_share() -> None:
    assert target(planned="1", results=results(1), by_unit=[share("kongpu", 0)]).lacking == ("kongpu",)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=6))
def test_a_target_is_done_only_when_the_whole_and_every_share_are(shares: list[tuple[int, int]]) -> None:
    by_unit = [share(f"u{n}", planned, done) for n, (planned, done) in enumerate(shares)]
    planned, done = (sum(column) for column in zip(*shares, strict=True))
    lamps = target(planned=str(planned), results=results(done), by_unit=by_unit)

    assert lamps.lacking == tuple(f"u{n}" for n, (planned, done) in enumerate(shares) if done < planned)
    assert lamps.done == all(done >= planned for planned, done in shares)


def test_a_result_above_the_plan_stays_as_it_is() -> None:
    lamps = target(planned="60", results=results(20, 75))

    assert lamps.total.latest
    assert lamps.total.latest.value.value == 75
    assert lamps.done


def test_the_latest_result_counts_wherever_it_stands() -> None:
    assert not target(planned="60", results=results(20, 75, 50)[::-1]).done


@pytest.mark.parametrize(("value", "done"), [(4, False), (3, True), (0, True)])
def test_where_less_is_better_the_plan_is_not_to_be_exceeded(value: int, done: bool) -> None:
    assert target(planned="3", direction="less", results=results(value)).done is done


def test_a_changed_plan_moves_what_is_enough_and_the_first_plan_stays() -> None:
    lamps = Target.model_validate(
        {"id": "lamps", "what": "路灯", "measure": "盏", "planned": "60", "results": results(50)}
    )
    changes = [("lamps", "70"), ("lanes", "10"), ("lamps", "50")]
    steps = tuple(
        Step.model_validate({"date": "2014-03-02", "step": "replanned", "target": id, "planned": planned})
        for id, planned in changes
    )
    reached = [progress(lamps, steps[:count]) for count in range(len(steps) + 1)]

    assert [one.total.plan and one.total.plan.value for one in reached] == [60, 70, 70, 50]
    assert {one.total.first_plan and one.total.first_plan.value for one in reached} == {60}
    assert [one.done for one in reached] == [False, False, False, True]


def test_a_plan_in_words_is_not_reached_by_computing() -> None:
    lamps = target(planned_words="应补尽补", results=results(1000))

    assert lamps.total.enough is None
    assert lamps.done is None


def test_a_share_in_a_hundred_and_a_number_are_not_compared() -> None:
    assert target(planned="95%", results=results(100)).done is None
    assert target(planned="95%", results=results("96%")).done is True


def test_a_plan_without_a_result_is_not_reached() -> None:
    assert target(planned="0").total.enough is None
    assert not target(planned="0").done
