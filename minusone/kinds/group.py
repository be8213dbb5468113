"""A leaders' service group 服务组团 (三包三联): leaders from different bodies, linked to a street, town or zone."""

from __future__ import annotations

from typing import Annotated, ClassVar

from minusone.figures import Count
from minusone.schema import OneOrMore, Part, Record, Ref, To, field
from minusone.words import Bilingual, Words


class Charge(Part):
    """One of the group's three charges or three links."""

    brief = "text"
    text: Words = field(("内容", "What"), ("包什么、联什么", "What it takes charge of or links with"))


class Group(Record):
    kind: ClassVar[str] = "group"
    folder: ClassVar[str] = "groups"
    label: ClassVar[Bilingual] = Bilingual("服务组团", "service group")

    unit: OneOrMore[Annotated[Ref, To(("unit",))]] = field(
        ("联系单位", "Linked unit"), ("所联系的街道、镇或工业区", "The street, town or zone that it is linked to")
    )
    programme: Annotated[Ref, To(("programme",))] | None = field(
        ("所属载体", "Programme"), ("属于哪项制度", "The scheme it belongs to"), default=None
    )
    leaders: Count = field(("领导人数", "Leaders"), ("几名区级领导", "How many district leaders it has"))
    posts: OneOrMore[Words] = field(
        ("成员职务", "Posts"), ("只写职务，不写姓名", "Their posts, not their names"), default=()
    )
    charges: OneOrMore[Charge] = field(("三包", "Three charges"), ("包什么", "What it takes charge of"), default=())
    links: OneOrMore[Charge] = field(("三联", "Three links"), ("联什么", "What it links with"), default=())
