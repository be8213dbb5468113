"""Files of the site, searched for what must not be published before anything takes their place on a reader's screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Protocol

from minusone.faults import PRIVATE_OUTPUT
from minusone.privacy.findings import INSTEAD
from minusone.privacy.guard import Allowed, find
from minusone.privacy.texts import texts
from minusone.problems import ContentError, Mark, Problem

Made = tuple[PurePosixPath, bytes]
"""A file of the site: where it goes, and what is in it."""


class Sourced(Protocol):
    @property
    def source(self) -> str:
        """What a file is made from, as an editor knows it."""


@dataclass(frozen=True)
class Guard:
    """Makes a file and searches it; a worker can be given it, so that both are done side by side."""

    make: Callable[..., Made]
    allowed: Allowed

    def __call__(self, output: Sourced) -> tuple[Made, tuple[Problem, ...]]:
        path, data = self.make(output)
        return (path, data), tuple(private(path, data, output.source, self.allowed))


def private(path: PurePosixPath, data: bytes, source: str, allowed: Allowed) -> Iterator[Problem]:
    """What must not be published of one file, each thing once."""
    found = {one.fingerprint: one for text in texts(path, data) for one in allowed.refused(find(text))}
    for fingerprint, one in found.items():
        yield PRIVATE_OUTPUT.at(
            source,
            Mark(),
            output=path,
            kind=one.kind.label,
            masked=one.masked,
            instead=INSTEAD[one.kind],
            fingerprint=fingerprint,
        )


def cleared(searched: Iterable[tuple[Made, tuple[Problem, ...]]]) -> Iterator[Made]:
    """The files, as long as nothing was found in any. Raises ContentError at the end, when all has been searched."""
    problems: list[Problem] = []
    for made, found in searched:
        problems += found
        yield made
    if problems:
        raise ContentError(problems)
