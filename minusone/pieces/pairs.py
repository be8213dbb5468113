"""Photographs as pages show them: each before beside its after, and the others one by one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest

from minusone.kinds.activity import Activity, Picture, Shows
from minusone.kinds.rectification import Rectification
from minusone.schema import parts


@dataclass(frozen=True)
class Pair:
    """How it was and how it is; one of them may be lacking."""

    before: Picture | None
    after: Picture | None


@dataclass(frozen=True)
class Pictures:
    """The pairs, and what else a record shows; `folder` is that of its kind, below which they are published."""

    folder: str
    pairs: tuple[Pair, ...]
    others: tuple[Picture, ...]


def pictures(record: Activity | Rectification) -> Pictures:
    """The first before goes with the first after, the second with the second, also where one is a step's evidence."""
    every = [picture for _, picture in parts(record, Picture)]
    before = [one for one in every if one.shows is Shows.BEFORE]
    after = [one for one in every if one.shows is Shows.AFTER]
    pairs = tuple(Pair(*pair) for pair in zip_longest(before, after))
    return Pictures(record.folder, pairs, tuple(one for one in record.pictures if one.shows is None))
