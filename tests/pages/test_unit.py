"""A unit's page: all that is its own, and the state of its worst record."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.pages.context import Page
from minusone.pages.unit import UnitPage
from minusone.pieces.count import count
from minusone.reckoning.lifecycle import Group, worst
from tests.built import built, context, one, planned, read
from tests.sites import BAISHA, record

TREE = (
    record("unit", "district", "type: district")
    + record("unit", "baisha", "parent: district")
    + record("unit", "cicheng", "type: town\nparent: district")
    + record("unit", "gongyi", "type: village\nparent: cicheng")
    + record("unit", "zone", "type: zone\nparent: district")
)


def unit(pages: dict[str, Page], id: str) -> UnitPage:
    return context(pages, f"/units/{id}/", UnitPage)


@pytest.fixture
def pages(tmp_path: Path) -> dict[str, Page]:
    return planned(
        tmp_path,
        TREE
        + one(Group.CLOSED, "2014-001")
        + one(Group.CLOSED, "2014-002", "unit: cicheng")
        + one(Group.OVERDUE, "2014-003", "unit: each:village@cicheng\nsupporting: zone")
        + one(Group.OPEN, "2014-004", "unit: each:village@cicheng\nlead: cicheng"),
    )


@pytest.mark.parametrize(
    ("id", "state", "found"),
    [
        ("district", Group.OVERDUE, 4),
        ("cicheng", Group.OVERDUE, 3),
        ("gongyi", Group.OVERDUE, 2),
        ("baisha", Group.CLOSED, 1),
        ("zone", None, 0),
    ],
)
def test_a_units_state_is_the_worst_of_its_own_its_sub_units_and_its_classes_records(
    id: str, state: Group | None, found: int, pages: dict[str, Page]
) -> None:
    page = unit(pages, id)

    assert (page.count.worst, page.count.found) == (state, found)
    assert worst(section.group for section in page.sections) == state
    assert [section.group.rank for section in page.sections] == sorted(s.group.rank for s in page.sections)


def test_what_is_below_a_unit_is_listed_with_the_same_state_as_on_its_own_page(pages: dict[str, Page]) -> None:
    for id in ("district", "cicheng"):
        below = unit(pages, id).below
        assert below
        assert [c for _, c in below] == [context(pages, link.address, UnitPage).count for link, _ in below]


def test_where_a_unit_only_helps_is_shown_apart_and_not_counted(pages: dict[str, Page]) -> None:
    assert [row.id for row in unit(pages, "zone").helps] == ["2014-003"]
    assert [row.id for row in unit(pages, "baisha").helps] == ["2014-003", "2014-004", "2014-002"]
    assert unit(pages, "gongyi").helps == ()


@given(st.lists(st.lists(st.sampled_from(Group)), max_size=5))
def test_a_whole_of_wholes_is_as_bad_as_the_worst_of_them(parts: list[list[Group]]) -> None:
    whole = count(group for part in parts for group in part)
    states = [state for part in parts if (state := count(part).worst)]

    assert whole.worst == worst(states)


def test_everything_that_is_a_units_stands_on_its_page_once(tmp_path: Path) -> None:
    everything = (
        BAISHA
        + record("team", "province")
        + record("programme", "five")
        + record("group", "first")
        + record("activity", "night")
        + record("visit", "look", "units: baisha\nrecommendations: {text: 改, to: baisha}")
        + record("page", "about", body="[白沙](unit:baisha)")
    )
    page = unit(planned(tmp_path, everything), "baisha")
    lists = (page.programmes, page.groups, page.activities, page.visits, page.mentions.items)

    assert [[item.link.address for item in some] for some in lists] == [
        ["/programmes/five/"],
        ["/groups/first/"],
        ["/activities/night/"],
        ["/visits/look/"],
        ["/pages/about/", "/teams/province/"],
    ]
    assert [one.visit.address for one in page.asked] == ["/visits/look/#recommendation:1"]
    assert page.count.unanswered == 1


def test_a_unit_is_not_shown_as_clear_while_a_recommendation_has_no_answer(tmp_path: Path) -> None:
    asked = record("visit", "look", "recommendations: {text: 改, to: baisha}")
    pages = built(tmp_path, BAISHA + record("team", "province") + asked + one(Group.CLOSED))
    units = read(pages["index.html"]).all("ul", "units")[0]

    assert units.all(of_class="badge")
    assert not units.all(of_class="closed")


def test_what_was_asked_of_a_unit_below_is_open_above_it_too_and_red_when_it_is_overdue(tmp_path: Path) -> None:
    asked = "recommendations: {text: 补灯, to: gongyi, due: 2014-03-10}"
    pages = planned(tmp_path, TREE + record("team", "province") + record("visit", "look", asked))

    for id_ in ("gongyi", "cicheng", "district"):
        count = unit(pages, id_).count
        assert (count.unanswered, count.overdue, count.worst) == (1, 1, Group.OVERDUE)
        assert len(unit(pages, id_).asked) == 1
    assert unit(pages, "zone").count.worst is None


def test_what_is_unresolved_lies_open_and_what_is_closed_is_folded_below_its_number(tmp_path: Path) -> None:
    text = TREE + one(Group.CLOSED, "2014-001") + one(Group.OVERDUE, "2014-002")
    page = read(built(tmp_path, text)["en/units/baisha/index.html"])
    folded = [row.all(of_class="id")[0].words for one in page.all("details") for row in one.all("li", "row")]
    rows = [row.all(of_class="id")[0].words for row in page.all("li", "row")]

    assert folded == ["2014-001"]
    assert rows[0] == "2014-002"
