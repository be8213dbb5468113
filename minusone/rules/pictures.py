"""Photographs that are lacking: whoever was shown how it was wants to see how it is."""

from __future__ import annotations

from collections.abc import Iterator

from minusone.corpus import Corpus
from minusone.faults import BEFORE_WITHOUT_AFTER
from minusone.kinds.activity import Picture, Shows
from minusone.kinds.rectification import Rectification, State
from minusone.problems import Problem
from minusone.reckoning.lifecycle import follow
from minusone.schema import parts


def a_before_without_its_after(corpus: Corpus) -> Iterator[Problem]:
    """A note at each before of what is closed that has no after to stand beside."""
    for item in corpus.checked:
        if not isinstance(item.record, Rectification):
            continue
        if follow(item.record, corpus.as_of)[0].state is not State.CLOSED:
            continue
        shown = list(parts(item.record, Picture))
        before = [path for path, picture in shown if picture.shows is Shows.BEFORE]
        after = [path for path, picture in shown if picture.shows is Shows.AFTER]
        for path in before[len(after) :]:
            yield item.at(BEFORE_WITHOUT_AFTER, (*path, "shows"))
