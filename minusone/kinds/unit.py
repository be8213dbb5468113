"""A unit 单位: a street, town, department, community; what a record is answered for by."""

from __future__ import annotations

from typing import Annotated, ClassVar

from minusone.figures import Count
from minusone.schema import Record, Ref, Term, To, field
from minusone.words import Bilingual, Words


class UnitType(Term):
    DISTRICT = "district", "区", "district"
    STREET = "street", "街道", "street"
    TOWN = "town", "镇", "town"
    ZONE = "zone", "工业区", "industrial zone"
    DEPARTMENT = "department", "部门", "department"
    COMMUNITY = "community", "社区", "community"
    VILLAGE = "village", "村", "village"


class Unit(Record):
    kind: ClassVar[str] = "unit"
    folder: ClassVar[str] = "units"
    label: ClassVar[Bilingual] = Bilingual("单位", "unit")

    type: UnitType = field(
        ("类别", "Type"), ("街道、镇、部门、社区等", "A street, town, department, community and so on")
    )
    parent: Annotated[Ref, To(("unit",))] | None = field(
        ("上级单位", "Part of"), ("上级单位的编号", "Id of the unit it belongs to"), default=None
    )
    rank: Count = field(
        ("排序", "Order"), ("同类单位的公布次序，小的在前", "Order among its like, smallest first"), default=999
    )
    contact: Words | None = field(
        ("联系方式", "Contact"),
        ("公开的办公联系方式，不写个人电话", "The office's public contact, never a private number"),
        default=None,
    )
