"""The units form a tree, and whoever is named by class exists."""

from __future__ import annotations

from collections.abc import Iterator

from minusone.corpus import Corpus
from minusone.faults import EMPTY_CLASS, UNIT_CIRCLE
from minusone.kinds.unit import Unit
from minusone.problems import Problem
from minusone.reckoning.units import Tree
from minusone.schema import UnitClass, leaves


def no_unit_is_above_itself(corpus: Corpus) -> Iterator[Problem]:
    for item, unit in corpus.of(Unit):
        above = list(corpus.tree.above(unit.id))
        if unit.id in above:
            circle = " → ".join([unit.id, *above[: above.index(unit.id) + 1]])
            yield item.at(UNIT_CIRCLE, ("parent",), id=unit.id, circle=circle)


def every_class_has_members(corpus: Corpus) -> Iterator[Problem]:
    """A class that a public record names has members that the public may see."""
    units = corpus.tree
    public = Tree({id: unit for id, unit in units.units.items() if not unit.internal})
    for item in corpus.checked:
        known = units if item.record.internal else public
        for leaf in leaves(item.record, UnitClass):
            if not known.members(leaf.value):
                yield item.at(EMPTY_CLASS, leaf.path, value=leaf.value)
