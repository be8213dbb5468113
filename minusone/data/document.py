"""A file that the site publishes beside its pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from minusone import digests


@dataclass(frozen=True)
class Document:
    """Its path in the site, what makes its bytes, and what it is made from, as an editor knows it.

    It is made when it is asked for, in a worker where there are many: so `make` is picklable.
    """

    path: PurePosixPath
    make: Callable[[], bytes]
    source: str

    @property
    def made_of(self) -> bytes:
        return digests.of(self)

    @property
    def data(self) -> bytes:
        return self.make()
