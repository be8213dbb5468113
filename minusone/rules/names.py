"""An id is used once, and never again."""

from __future__ import annotations

from collections.abc import Iterator

from minusone.corpus import Corpus
from minusone.faults import DUPLICATE_ID
from minusone.problems import Problem
from minusone.schema import Ref


def each_id_once(corpus: Corpus) -> Iterator[Problem]:
    first: dict[Ref, str] = {}
    for item in corpus.checked:
        other = first.setdefault(item.record.ref, item.source.path)
        if other != item.source.path:
            yield item.at(DUPLICATE_ID, ("id",), id=item.record.id, other=other)
