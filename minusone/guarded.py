"""Files of the site, searched for what must not be published before anything takes their place on a reader's screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Protocol

from minusone.faults import PRIVATE_OUTPUT
from minusone.privacy.findings import INSTEAD
from minusone.privacy.guard import Allowed, find, suspects
from minusone.privacy.texts import texts
from minusone.problems import ContentError, Mark, Problem

Made = tuple[PurePosixPath, bytes]
"""A file of the site: where it goes, and what is in it."""

SHORT, MANY = 60, 1 << 14
"""Characters of a text that is likely to stand on other pages too, and how many such texts are remembered."""


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
        return (path, data), tuple(private(path, data, output.source, self.allowed, self.harmless))

    @cached_property
    def harmless(self) -> set[str]:
        """Short texts in which nothing can be found: words of the interface, addresses, dates stand on many pages."""
        return set()


def private(path: PurePosixPath, data: bytes, source: str, allowed: Allowed, harmless: set[str]) -> Iterator[Problem]:
    """What must not be published of one file, each thing once. Texts known to be `harmless` are not searched again."""
    suspected = _suspected(texts(path, data), harmless)
    found = {one.fingerprint: one for text in suspected for one in allowed.refused(find(text))}
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


def _suspected(said: Iterable[str], harmless: set[str]) -> list[str]:
    """The texts that have to be searched, in order; of the others the short ones are harmless from now on."""
    new = [text for text in said if text not in harmless]
    suspected = list(suspects(new))
    if len(harmless) > MANY:
        harmless.clear()
    harmless.update(text for text in new if len(text) <= SHORT)
    harmless.difference_update(suspected)
    return suspected


def cleared(searched: Iterable[tuple[Made, tuple[Problem, ...]]]) -> Iterator[Made]:
    """The files, as long as nothing was found in any. Raises ContentError at the end, when all has been searched."""
    problems: list[Problem] = []
    for made, found in searched:
        problems += found
        yield made
    if problems:
        raise ContentError(problems)
