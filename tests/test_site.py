"""What pages ask of a Site."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from minusone.kinds.rectification import Rectification
from minusone.kinds.unit import Unit
from minusone.reckoning.lifecycle import Group
from minusone.schema import Ref
from minusone.site import Site, once, once_each
from tests.built import linked, one
from tests.sites import BAISHA, record, rectification, site

LEDGER = (
    one(Group.OPEN, "2014-001", "found: {date: 2014-03-01}")
    + one(Group.OVERDUE, "2014-002", "deadline: 2014-04-20")
    + one(Group.OVERDUE, "2014-003", "deadline: 2014-04-01")
    + one(Group.OPEN, "2014-004", "found: {date: 2014-02-01}")
    + one(Group.OVERDUE, "2014-005", "deadline: 2014-04-01\nfound: {date: 2014-01-05}")
    + one(Group.DECLINED, "2014-006")
    + one(Group.WITHHELD, "2014-007", "title: 另外一件")
    + one(Group.CLOSED, "2014-008")
    + one(Group.MERGED, "2014-009")
)


@pytest.fixture
def towns(tmp_path: Path) -> Site:
    return linked(
        site(
            tmp_path,
            record("unit", "district", "type: district")
            + record("unit", "baisha", "parent: district")
            + record("unit", "cicheng", "type: town\nparent: district")
            + record("unit", "gongyi", "type: village\nparent: cicheng")
            + record("unit", "water", "type: department")
            + rectification("unit: each:village@cicheng\narea: baisha", id="by-class")
            + rectification("lead: water\nunit: baisha", id="led")
            + rectification("unit: cicheng\nsupporting: baisha\narea: baisha", id="helped"),
        )
    )


def test_the_ledger_has_overdue_before_open_before_ended_the_longest_overdue_then_the_oldest_first(
    tmp_path: Path,
) -> None:
    ledger = linked(site(tmp_path, BAISHA + LEDGER)).ledger()

    assert [record.id[-3:] for record in ledger] == ["005", "003", "002", "004", "001", "006", "007", "008", "009"]


@pytest.mark.parametrize(
    ("unit", "answers_for"),
    [
        ("district", {"by-class", "led", "helped"}),
        ("cicheng", {"by-class", "helped"}),
        ("gongyi", {"by-class"}),
        ("baisha", {"led"}),
        ("water", {"led"}),
    ],
)
def test_a_unit_answers_for_what_it_or_one_below_it_does_or_leads_by_name_or_by_class(
    unit: str, answers_for: set[str], towns: Site
) -> None:
    assert {record.id for record in towns.answered_for_by(unit)} == answers_for


def test_what_is_asked_twice_is_worked_out_once_and_another_process_works_it_out_for_itself(towns: Site) -> None:
    asked: list[str] = []

    @once
    def counted(site: Site, kind: str) -> int:
        asked.append(kind)
        return sum(ref.kind == kind for ref in site.records)

    @once_each
    def named(site: Site, unit: Unit) -> str:
        asked.append(unit.id)
        return unit.title.zh

    district = towns.all(Unit)[2]
    assert [counted(towns, "unit"), counted(towns, "unit"), counted(towns, "visit")] == [5, 5, 0]
    assert named(towns, district) == named(towns, district) == district.title.zh
    assert asked == ["unit", "visit", "district"]
    towns.ledger()
    again = pickle.loads(pickle.dumps(towns))
    assert again == towns
    assert (again.worked_out, "_ledger" in vars(again)) == ({}, False)
    assert replace(towns, as_of=towns.as_of).worked_out == {}


def test_what_belongs_to_a_part_of_a_programme_belongs_to_the_programme(tmp_path: Path) -> None:
    parts = record("programme", "nights") + record("programme", "lamps", "parent: nights") + record("programme", "five")
    own = rectification("programme: lamps", id="1") + rectification("programme: [nights, lamps]", id="2")
    whole = linked(site(tmp_path, BAISHA + parts + own + rectification("programme: five", id="3")))
    nights, lamps, five = (Ref("programme", id) for id in ("nights", "lamps", "five"))

    assert whole.programmes_within(nights) == {nights, lamps}
    assert set(whole.programmes_around(lamps)) == {nights, lamps}
    assert [[one.id for one in whole.under(ref)] for ref in (nights, lamps, five)] == [["1", "2"], ["1", "2"], ["3"]]
    assert whole.programmes_within(Ref("unit", "baisha")) == {Ref("unit", "baisha")}


def test_every_record_of_a_kind_comes_in_the_order_of_ids(towns: Site) -> None:
    assert [unit.id for unit in towns.all(Unit)] == ["baisha", "cicheng", "district", "gongyi", "water"]
    assert {towns.group(record) for record in towns.all(Rectification)} == {Group.OPEN}
