"""A commitment is kept by each who made it, with their own deeds."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from minusone.kinds.activity import Activity
from minusone.kinds.programme import Commitment
from minusone.kinds.unit import Unit
from minusone.reckoning.commitments import Promise, doers, members
from minusone.reckoning.units import Tree
from minusone.schema import Ref
from tests.built import linked
from tests.sites import record, site

UNITS = (
    record("unit", "jiangbei", "type: district")
    + record("unit", "baisha", "type: street\nparent: jiangbei")
    + record("unit", "kongpu", "type: street\nparent: jiangbei")
    + record("unit", "grid", "type: community\nparent: kongpu")
)
GROUPS = record("group", "first") + record("group", "second") + record("team", "province", "to: jiangbei")


def programme(who: str, fields: str = "") -> str:
    return record(
        "programme", "five", f"commitments:\n  - {{id: weekly, what: 每周, who: {who}, how_often: FREQ=WEEKLY{fields}}}"
    )


def done(id: str, fields: str) -> str:
    return record("activity", id, f"fulfils: five#weekly\n{fields}")


def promises(folder: Path, text: str) -> dict[str, Promise]:
    """Each promise of a site by who made it."""
    return {str(one.by): one for one in linked(site(folder, text)).promises}


def outcomes(promise: Promise) -> list[str]:
    return [turn.outcome.value for turn in promise.turns]


def test_each_of_a_class_has_turns_of_its_own_from_what_it_or_a_unit_below_it_did(tmp_path: Path) -> None:
    found = promises(
        tmp_path,
        UNITS
        + programme("each:street", ", since: 2014-04-07")
        + done("one", "date: 2014-04-08\nunits: baisha")
        + done("two", "date: 2014-04-15\nunits: grid")
        + done("three", "date: 2014-04-22\nunits: each:street"),
    )

    assert list(found) == ["unit:baisha", "unit:kongpu"]
    assert outcomes(found["unit:baisha"]) == ["kept", "missed", "kept", "not_yet"]
    assert outcomes(found["unit:kongpu"]) == ["missed", "kept", "kept", "not_yet"]
    assert [turn.period.form for turn in found["unit:kongpu"].gaps] == ["2014-04-07/2014-04-13"]


def test_what_is_promised_without_an_end_ends_with_its_programme(tmp_path: Path) -> None:
    ended = programme("baisha", ", since: 2014-04-07").replace(
        "commitments:", "period: 2014-04-01/2014-04-13\ncommitments:"
    )

    assert outcomes(promises(tmp_path, UNITS + ended)["unit:baisha"]) == ["missed"]


def test_a_groups_deeds_are_those_it_took_part_in_and_a_teams_also_its_visits(tmp_path: Path) -> None:
    found = promises(
        tmp_path,
        UNITS
        + GROUPS
        + programme('["group:first", "group:second", "team:province"]', ", since: 2014-04-21")
        + done("one", "date: 2014-04-22\nunits: baisha\ngroups: group:second")
        + record("visit", "look", "fulfils: five#weekly\ndate: 2014-04-29\nunits: baisha"),
    )

    assert {who: outcomes(promise) for who, promise in found.items()} == {
        "group:first": ["missed", "not_yet"],
        "group:second": ["kept", "not_yet"],
        "team:province": ["missed", "kept"],
    }


def test_a_unit_that_did_nothing_for_an_undated_commitment_has_no_turns(tmp_path: Path) -> None:
    found = promises(
        tmp_path, UNITS + programme("each:street") + done("one", "date: 2014-04-22\nunits: baisha\nsample: true")
    )

    assert outcomes(found["unit:baisha"]) == ["kept", "not_yet"]
    assert found["unit:kongpu"].turns == ()


def test_what_is_internal_keeps_nothing(tmp_path: Path) -> None:
    found = promises(
        tmp_path,
        UNITS
        + programme("baisha", ", since: 2014-04-21")
        + done("one", "date: 2014-04-22\nunits: baisha\ninternal: true"),
    )

    assert outcomes(found["unit:baisha"]) == ["missed", "not_yet"]


def test_a_whole_unit_is_not_clear_while_a_unit_below_it_has_a_gap(tmp_path: Path) -> None:
    public = linked(site(tmp_path, UNITS + programme("grid", ", since: 2014-04-14")))

    assert [len(one.gaps) for unit in ("jiangbei", "kongpu", "baisha") for one in public.promised_by(unit)] == [2, 2]
    assert [one.by.id for one in public.promised_under(Ref("programme", "five"))] == ["grid"]
    assert public.promised_as(Ref("unit", "kongpu")) == ()


TREE = Tree(
    {
        name: Unit.model_validate({"id": name, "title": name, "type": type_} | ({"parent": parent} if parent else {}))
        for name, type_, parent in (
            ("jiangbei", "district", ""),
            ("baisha", "street", "jiangbei"),
            ("kongpu", "street", "jiangbei"),
            ("grid", "community", "kongpu"),
        )
    }
)
WHO = st.lists(st.sampled_from(["jiangbei", "baisha", "kongpu", "grid", "each:street", "group:first"]), min_size=1)


@given(WHO, WHO)
def test_a_deed_is_that_of_every_member_which_is_named_by_it_or_above_one_that_is(
    who: list[str], by: list[str]
) -> None:
    promise = Commitment.model_validate({"id": "a", "what": "做", "who": who, "how_often": "FREQ=WEEKLY"})
    units = [one for one in by if not one.startswith("group:")] or ["grid"]
    groups = [one for one in by if one.startswith("group:")]
    deed = Activity.model_validate(
        {"id": "a", "title": "做", "form": "meeting", "date": "2014-03-04", "units": units, "groups": groups}
    )
    named = TREE.all_members(deed.units)

    for member in members(promise, TREE):
        mine = member in deed.groups or any(member.id in (unit, *TREE.above(unit)) for unit in named)
        assert (member in doers(deed, TREE)) == mine
    assert len(set(members(promise, TREE))) == len(members(promise, TREE))
