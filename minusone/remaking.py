"""Files of the site, made again only where something changed that they are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Protocol

from minusone.cache import Made
from minusone.digests import digest
from minusone.problems import ContentError, Problem
from minusone.publish import Written


class Planned(Protocol):
    """A file that is to be: where it goes, what it is made from as an editor knows it, and all that it is made of."""

    @property
    def path(self) -> PurePosixPath: ...

    @property
    def source(self) -> str: ...

    @property
    def made_of(self) -> bytes: ...


@dataclass(frozen=True)
class Remade:
    """A file, and what it is made of. Without `data` it stays what it was, being made of the same."""

    path: PurePosixPath
    made_of: bytes
    data: bytes | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Remaker:
    """Makes a file, unless one was made of the same before; a worker can be given it.

    `make` gives a file's path, its bytes, and what is wrong with it. `salt` is what all that it makes have in common,
    `known` are the files that are there, with what they were made of.
    """

    make: Callable[..., tuple[Written, tuple[Problem, ...]]]
    salt: bytes
    known: Mapping[str, Made]

    def __call__(self, planned: Planned) -> Remade:
        made_of = digest(self.salt, planned.made_of)
        before = self.known.get(str(planned.path))
        if before and before.made_of == made_of:
            return Remade(planned.path, made_of)
        (path, data), problems = self.make(planned)
        return Remade(path, made_of, data, problems)


@dataclass
class Changes:
    """What becomes of all files: `known` were there before, `now` are there after."""

    known: Mapping[str, Made]
    now: dict[str, Made] = field(default_factory=dict)

    def of(self, remade: Iterable[Remade]) -> Iterator[Written]:
        """The files whose bytes are not what they were. Raises ContentError at the end if there is a problem in any."""
        problems: list[Problem] = []
        for one in remade:
            problems += one.problems
            path, before = str(one.path), self.known.get(str(one.path))
            if one.data is None and before:
                self.now[path] = before
            elif one.data is not None:
                self.now[path] = Made(one.made_of, digest(one.data))
                if not before or before.holds != self.now[path].holds:
                    yield one.path, one.data
        if problems:
            raise ContentError(problems)

    def gone(self, among: Callable[[str], bool]) -> list[PurePosixPath]:
        """What was known and is not there any more."""
        return [PurePosixPath(path) for path in self.known if path not in self.now and among(path)]

    def new(self) -> dict[str, Made]:
        """What is to be known from now on, that was not."""
        return {path: made for path, made in self.now.items() if self.known.get(path) != made}
