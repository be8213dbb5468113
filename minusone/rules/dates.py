"""What is recorded as having happened has happened by the site's today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from minusone.corpus import Corpus
from minusone.faults import FUTURE_DATE
from minusone.periods import Period
from minusone.problems import Problem
from minusone.schema import leaves


def nothing_lies_in_the_future(corpus: Corpus) -> Iterator[Problem]:
    """A period counts by its first day: the year that is running may be named."""
    for item in corpus.checked:
        for leaf in leaves(item.record):
            if not leaf.about.past:
                continue
            day = leaf.value.first if isinstance(leaf.value, Period) else leaf.value
            if isinstance(day, date) and day > corpus.as_of:
                yield item.at(FUTURE_DATE, leaf.path, date=day, as_of=corpus.as_of)
