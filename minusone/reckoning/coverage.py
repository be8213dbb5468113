"""Whom supervision has looked at, and whom never: 坚持深入一线了解情况."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from minusone.kinds.visit import Method, Visit
from minusone.reckoning.units import Tree
from minusone.schema import Id


@dataclass(frozen=True)
class Coverage:
    """The units below the one that is supervised, with how many visits named each; `never` are those that none did.

    A visit to a unit is one to those above it as well, but naming the whole names none of its parts. `methods` has
    every method with the number of visits, those never used first; one visit may have several.
    """

    never: tuple[Id, ...]
    looked_at: tuple[tuple[Id, int], ...]
    methods: tuple[tuple[Method, int], ...]


def coverage(tree: Tree, supervised: Id, visits: Iterable[Visit]) -> Coverage:
    visits = tuple(visits)
    below = [unit.id for unit in tree.ordered() if supervised in tree.above(unit.id)]
    times = Counter(unit for visit in visits for unit in _looked_at(tree, visit))
    used = Counter(method for visit in visits for method in dict.fromkeys(visit.methods))
    return Coverage(
        tuple(unit for unit in below if not times[unit]),
        tuple((unit, times[unit]) for unit in sorted(below, key=lambda unit: -times[unit]) if times[unit]),
        tuple((method, used[method]) for method in sorted(Method, key=lambda method: bool(used[method]))),
    )


def _looked_at(tree: Tree, visit: Visit) -> frozenset[Id]:
    named = tree.all_members(visit.units)
    return frozenset(unit for one in named for unit in (one, *tree.above(one)))
