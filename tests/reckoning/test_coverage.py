"""Whom supervision has looked at, and whom never."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from minusone.kinds.visit import Method, Visit
from minusone.reckoning.coverage import coverage
from tests.reckoning.test_units import DISTRICT

BELOW = {unit for unit in DISTRICT.units if unit != "jiangbei"}


def visit(units: list[str], methods: list[str] | None = None) -> Visit:
    fields = {"id": "look", "title": "察看", "team": "province", "date": "2014-03-05"}
    return Visit.model_validate(fields | {"methods": methods or ["individual_talks"], "units": units})


def test_a_visit_to_a_village_is_one_to_its_town_but_the_whole_names_none_of_its_parts() -> None:
    found = coverage(DISTRICT, "jiangbei", [visit(["aicun"]), visit(["jiangbei"]), visit(["cicheng", "each:village"])])

    assert found.looked_at == (("cicheng", 2), ("aicun", 2), ("baisha", 1), ("bailian", 1), ("shanxi", 1))
    assert found.never == ("kongpu",)


def test_a_method_never_used_comes_first() -> None:
    found = coverage(DISTRICT, "jiangbei", [visit([], ["field_research", "field_research"]), visit([])])

    assert found.methods[-2:] == ((Method.TALKS, 1), (Method.RESEARCH, 1))
    assert {times for _, times in found.methods[:-2]} == {0}


VISITS = st.lists(
    st.builds(
        visit,
        st.lists(st.sampled_from([*DISTRICT.units, "each:street", "each:village@cicheng"]), max_size=3),
        st.lists(st.sampled_from([method.value for method in Method]), min_size=1, max_size=3),
    ),
    max_size=5,
)


@given(VISITS)
def test_every_unit_below_is_either_looked_at_or_named_as_never(visits: list[Visit]) -> None:
    found = coverage(DISTRICT, "jiangbei", visits)
    looked_at = [unit for unit, _ in found.looked_at]

    assert sorted([*looked_at, *found.never]) == sorted(BELOW)
    assert all(0 < times <= len(visits) for _, times in found.looked_at)
    assert {method for method, _ in found.methods} == set(Method)


@given(VISITS, st.sampled_from(sorted(BELOW)))
def test_one_more_visit_takes_nobody_off_the_list_but_whom_it_names(visits: list[Visit], unit: str) -> None:
    before, after = (coverage(DISTRICT, "jiangbei", some).never for some in (visits, [*visits, visit([unit])]))

    assert set(before) - set(after) == set(before) & {unit, *DISTRICT.above(unit)}
