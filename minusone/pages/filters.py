"""A list filtered by one facet: a page for each value that occurs. What combines several filters is the search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from minusone.pieces.facets import Facet, occurring
from minusone.pieces.links import LISTS, list_address
from minusone.schema import Record
from minusone.site import Site
from minusone.words import Bilingual, Words

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Choice:
    """A value to filter by: where the list of what has it is, what it is called, how many there are."""

    address: str
    name: Words | Bilingual
    size: int


@dataclass(frozen=True)
class Filter:
    """A facet with the values that occur in a list."""

    label: Bilingual
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Chosen:
    """The filter in force, as the search names it too: `unit=baisha`."""

    facet: str
    value: str
    label: Bilingual
    name: Words | Bilingual


@dataclass(frozen=True)
class Filters:
    """The ways to filter the list of one kind, and the one in force; `base` is the whole list."""

    kind: str
    name: Bilingual
    base: str
    each: tuple[Filter, ...]
    chosen: Chosen | None = None

    @property
    def here(self) -> str:
        """The address of the list as it is filtered."""
        return _address(self.base, self.chosen.facet, self.chosen.value) if self.chosen else self.base

    @property
    def title(self) -> Words:
        """What the list is called; in Chinese alone where what it is filtered by has no English."""
        if self.chosen is None:
            return Words(self.name.zh, self.name.en)
        label, value = self.chosen.label, self.chosen.name
        zh = f"{self.name.zh}（{label.zh}：{value.zh}）"
        return Words(zh, f"{self.name.en} ({label.en}: {value.en})" if value.en else None)


def filtered(
    site: Site, kind: type[R], records: Sequence[R], facets: Sequence[Facet]
) -> tuple[Filters, list[tuple[Filters, tuple[R, ...]]]]:
    """The filters of a list, and each filtered list with its records in the order given.

    What all of them have filters nothing, and is no filter.
    """
    base = list_address(kind)
    each: list[Filter] = []
    lists: list[tuple[Chosen, tuple[R, ...]]] = []
    for facet in facets:
        names = dict(facet.values(site))
        found = occurring(site, facet, records).items()
        sifting = [(value, some) for value, some in found if len(some) < len(records)]
        lists += ((Chosen(facet.name, value, facet.label, names[value]), some) for value, some in sifting)
        choices = tuple(Choice(_address(base, facet.name, value), names[value], len(some)) for value, some in sifting)
        each += [Filter(facet.label, choices)] if choices else []
    whole = Filters(kind.kind, LISTS[kind.kind], base, tuple(each))
    return whole, [(replace(whole, chosen=chosen), some) for chosen, some in lists]


def _address(base: str, facet: str, value: str) -> str:
    return f"{base}{facet}/{value}/"
