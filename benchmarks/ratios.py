"""How one contender did beside another: ratios of the same round, and what is said of several rounds."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple


class Spread(NamedTuple):
    """The middle of some values, with the least and the most of them."""

    middle: float
    least: float
    most: float


def spread(values: Sequence[float]) -> Spread:
    """Raises statistics.StatisticsError without values."""
    return Spread(median(values), min(values), max(values))


def by_round(values: Sequence[float], base: Sequence[float]) -> list[float]:
    """Each value beside the base's of its own round: what slows the machine for a while slows both.

    Raises ValueError where they had not the same rounds.
    """
    return [value / other for value, other in zip(values, base, strict=True)]
