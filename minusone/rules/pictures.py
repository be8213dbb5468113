"""Photographs that are lacking: whoever was shown how it was wants to see how it is."""

from __future__ import annotations

from collections.abc import Iterator

from minusone.corpus import Alone
from minusone.faults import BEFORE_WITHOUT_AFTER
from minusone.kinds.activity import Picture, Shows
from minusone.kinds.rectification import State
from minusone.problems import Problem
from minusone.schema import parts


def a_before_without_its_after(one: Alone) -> Iterator[Problem]:
    """A note at each before of what is closed that has no after to stand beside."""
    if one.life and one.life.standing.state is State.CLOSED:
        shown = parts(one.life.record, Picture)
        before = [path for path, picture in shown if picture.shows is Shows.BEFORE]
        after = [path for path, picture in shown if picture.shows is Shows.AFTER]
        for path in before[len(after) :]:
            yield one.item.at(BEFORE_WITHOUT_AFTER, (*path, "shows"))
