"""The tree of units, and what a class of them stands for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.kinds.unit import Unit
from minusone.reckoning.units import Tree
from minusone.schema import Ref, UnitClass


def tree(*rows: str) -> Tree:
    """Units as `id type parent rank`, `-` where there is no parent."""
    units = [
        Unit.model_validate({"id": id_, "title": id_, "type": type_, "parent": None if up == "-" else up, "rank": rank})
        for id_, type_, up, rank in (row.split() for row in rows)
    ]
    return Tree({unit.id: unit for unit in units})


DISTRICT = tree(
    "jiangbei district - 1",
    "kongpu street jiangbei 3",
    "baisha street jiangbei 2",
    "cicheng town jiangbei 2",
    "bailian village cicheng 999",
    "aicun village cicheng 999",
    "shanxi village baisha 999",
)


def test_units_are_published_by_rank_then_by_id() -> None:
    assert [unit.id for unit in DISTRICT.ordered()][:4] == ["jiangbei", "baisha", "cicheng", "kongpu"]
    assert DISTRICT.children["jiangbei"] == ["baisha", "cicheng", "kongpu"]


def test_a_unit_knows_who_is_above_and_who_is_below() -> None:
    assert list(DISTRICT.above("aicun")) == ["cicheng", "jiangbei"]
    assert DISTRICT.within("cicheng") == {"cicheng", "aicun", "bailian"}
    assert list(DISTRICT.above("nobody")) == []


@pytest.mark.parametrize(
    ("named", "members"),
    [
        (UnitClass("street"), ("baisha", "kongpu")),
        (UnitClass("village"), ("aicun", "bailian", "shanxi")),
        (UnitClass("village", "cicheng"), ("aicun", "bailian")),
        (UnitClass("town", "cicheng"), ("cicheng",)),
        (UnitClass("zone"), ()),
        (Ref("unit", "kongpu"), ("kongpu",)),
        (Ref("team", "province"), ()),
    ],
)
def test_a_class_of_units_stands_for_each_of_its_members(named: Ref | UnitClass, members: tuple[str, ...]) -> None:
    assert DISTRICT.members(named) == members


def test_who_is_named_twice_is_one_member_in_the_order_of_naming() -> None:
    named: list[Ref | UnitClass] = [Ref("unit", "kongpu"), UnitClass("street"), Ref("unit", "cicheng")]

    assert DISTRICT.all_members(named) == ("kongpu", "baisha", "cicheng")


@given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("abcdefz-"), min_size=1))
def test_no_tree_however_tangled_is_followed_for_ever(parents: dict[str, str]) -> None:
    units = tree(*(f"{id_} street {up} 1" for id_, up in parents.items()))

    for unit in parents:
        above = list(units.above(unit))
        assert len(above) == len(set(above))
        assert units.within(unit) == {unit} | {other for other in parents if unit in units.above(other)}
        assert (parents[unit] == "-") == (above == [])
