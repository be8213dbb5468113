"""A correction that erases says which versions, and no other does."""

from __future__ import annotations

from collections.abc import Iterator

from minusone.corpus import Alone
from minusone.faults import ERASURE_VERSIONS
from minusone.kinds.correction import Correction, What
from minusone.problems import Problem


def an_erasure_says_which_versions(one: Alone) -> Iterator[Problem]:
    record = one.item.record
    if isinstance(record, Correction) and (record.what is What.ERASED) is not bool(record.versions):
        yield one.item.at(ERASURE_VERSIONS, ("versions",) if record.versions else ("what",))
