"""An id is used once, and never again; within a record too."""

from __future__ import annotations

from collections.abc import Iterator

from minusone.corpus import Alone, Corpus
from minusone.faults import DUPLICATE_ID
from minusone.kinds.programme import Commitment
from minusone.kinds.rectification import Target
from minusone.problems import Problem
from minusone.schema import Id, Path, Ref, parts
from minusone.words import Bilingual


def each_id_once(corpus: Corpus) -> Iterator[Problem]:
    first: dict[Ref, str] = {}
    for item in corpus.checked:
        other = first.setdefault(item.record.ref, item.source.path)
        if other != item.source.path:
            yield item.at(DUPLICATE_ID, ("id",), id=item.record.id, other=other)


def each_id_once_in_a_record(one: Alone) -> Iterator[Problem]:
    """A programme's commitments, and the targets of a rectification."""
    item, first = one.item, dict[Id, Path]()
    named: list[tuple[Path, Commitment | Target]] = [*parts(item.record, Commitment), *parts(item.record, Target)]
    for path, part in named:
        if (other := first.setdefault(part.id, path)) != path:
            line = item.source.matter.mark((*other, "id")).line
            where = Bilingual(f"本文件第 {line} 行", f"Line {line} of this file")
            yield item.at(DUPLICATE_ID, (*path, "id"), id=part.id, other=where)
