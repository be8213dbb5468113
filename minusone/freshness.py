"""How well the English of a record follows its Chinese: which words want English, which have none, which are behind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minusone.kinds.rectification import Rectification
from minusone.schema import Path, Record, Term, leaves
from minusone.words import STALE, Words


class Freshness(Term):
    """What misleads a reader comes first."""

    STALE = "stale", "译文落后", STALE
    MISSING = "missing", "没有译文", "not translated"
    PARTIAL = "partial", "部分未译", "partly translated"
    FRESH = "fresh", "译文齐全", "translated"


@dataclass(frozen=True)
class Completeness:
    """The places in a record whose English is behind, and those that have none; `of` how many in all."""

    stale: tuple[Path, ...]
    missing: tuple[Path, ...]
    of: int

    @property
    def freshness(self) -> Freshness:
        if self.stale:
            return Freshness.STALE
        if self.missing:
            return Freshness.MISSING if len(self.missing) == self.of else Freshness.PARTIAL
        return Freshness.FRESH


def completeness(record: Record) -> Completeness:
    words = list(public_words(record))
    return Completeness(
        tuple(path for path, said in words if said.stale),
        tuple(path for path, said in words if said.en is None),
        len(words),
    )


def public_words(record: Record) -> Iterator[tuple[Path, Words]]:
    """Every piece that readers see and that wants English; of a withheld record only why it is withheld."""
    if record.internal:
        return
    withheld = isinstance(record, Rectification) and record.withheld
    for leaf in leaves(record, Words):
        if not leaf.about.internal and (not withheld or leaf.path[-1] == "basis"):
            yield leaf.path, leaf.value
