"""The tree of units: who is below whom, and what a class of units such as “all streets” 各街道 stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from minusone.kinds.unit import Unit
from minusone.schema import Id, Ref, UnitClass


@dataclass(frozen=True)
class Tree:
    """Units by id. Parents that form a circle are followed once round (the rule `unit-circle` refuses them)."""

    units: Mapping[Id, Unit]

    @cached_property
    def children(self) -> dict[Id, list[Id]]:
        below: dict[Id, list[Id]] = {}
        for unit in self.ordered():
            if unit.parent:
                below.setdefault(unit.parent.id, []).append(unit.id)
        return below

    def ordered(self) -> tuple[Unit, ...]:
        """In the order of publication: by rank, then by id."""
        return self._ordered

    @cached_property
    def _ordered(self) -> tuple[Unit, ...]:
        return tuple(sorted(self.units.values(), key=lambda unit: (unit.rank, unit.id)))

    def above(self, unit: Id) -> Iterator[Id]:
        """The unit's parents, nearest first; a circle ends where it began."""
        seen: set[Id] = set()
        at = self.units.get(unit)
        while at and at.parent and at.parent.id not in seen:
            seen.add(at.parent.id)
            yield at.parent.id
            at = self.units.get(at.parent.id)

    def with_those_above(self, units: Iterable[Id]) -> tuple[Id, ...]:
        """Units and all that they are below, each once."""
        return tuple(dict.fromkeys(one for unit in units for one in self._lines.get(unit, (unit,))))

    @cached_property
    def _lines(self) -> dict[Id, tuple[Id, ...]]:
        """Every unit with those above it."""
        return {unit: (unit, *self.above(unit)) for unit in self.units}

    def within(self, unit: Id) -> frozenset[Id]:
        """The unit and all below it."""
        found, left = {unit}, [unit]
        while left:
            below = [one for one in self.children.get(left.pop(), ()) if one not in found]
            found.update(below)
            left += below
        return frozenset(found)

    def members(self, named: Ref | UnitClass) -> tuple[Id, ...]:
        """The units that a reference or a class of units names, in the order of publication."""
        if isinstance(named, Ref):
            return (named.id,) if named.kind == "unit" else ()
        inside = self.within(named.within) if named.within else self.units
        return tuple(unit for unit in self._of_type.get(named.type, ()) if unit in inside)

    @cached_property
    def _of_type(self) -> dict[str, list[Id]]:
        """The units of each type, in the order of publication."""
        found: dict[str, list[Id]] = {}
        for unit in self.ordered():
            found.setdefault(unit.type.value, []).append(unit.id)
        return found

    def all_members(self, named: Iterable[Ref | UnitClass]) -> tuple[Id, ...]:
        """Each unit once, in the order in which they are named."""
        return tuple(dict.fromkeys(unit for one in named for unit in self.members(one)))
