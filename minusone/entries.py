"""A record as it was read: its two files, the record that they make, its texts as HTML, what is wrong with it alone.

All of it follows from the files' own bytes, so it is read once, side by side with others, and remembered.
"""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from minusone import memory
from minusone.cache import Before, unpickled
from minusone.check import Checked, one
from minusone.corpus import bodies, body_html
from minusone.load import File, Listing, Source, Sources, alone, pictures, read
from minusone.markup import Html
from minusone.problems import Problem
from minusone.progress import Progress
from minusone.schema import Record
from minusone.translation import translated
from minusone.words import Lang
from minusone.work import Hands, each, here


class Pair(NamedTuple):
    """The files of one record."""

    zh: File
    en: File | None

    @property
    def files(self) -> tuple[str, ...]:
        """Where they lie."""
        return (self.zh.where, self.en.where) if self.en else (self.zh.where,)


@dataclass(frozen=True)
class Entry:
    """What a pair of files says. There is no `record` where the files don't make one."""

    source: Source
    translation: Source | None
    record: Record | None
    texts: Mapping[Lang, Html | None]
    pieces: Mapping[str, memory.Pair]
    problems: tuple[Problem, ...]

    @property
    def checked(self) -> Checked | None:
        return Checked(self.record, self.source, self.translation) if self.record else None


def pairs(files: Sequence[File]) -> list[Pair]:
    """Every Chinese file with its translation, in the order of the files."""
    translations = {file.key: file for file in files if file.lang == "en"}
    return [Pair(file, translations.get(file.key)) for file in files if file.lang == "zh"]


def entry(pair: Pair, max_bytes: int) -> Entry:
    """Read one record."""
    source = read(pair.zh, max_bytes)
    translation = read(pair.en, max_bytes) if pair.en else None
    record, wrong = one(source)
    problems = [*source.matter.problems, *(translation.matter.problems if translation else ()), *wrong]
    if record and translation:
        record, wrong = translated(record, source, translation)
        problems += wrong
    texts = {body[1]: body_html(body) for body in bodies([record])} if record else {}
    pieces = memory.pieces([record]) if record else {}
    return Entry(source, translation, record, texts, pieces, tuple(problems))


def entries(
    pairs: Sequence[Pair], max_bytes: int, before: Before | None, workers: Hands, progress: Progress
) -> list[Entry]:
    """Every record, read anew where its files are not what they were."""
    names = {pair: name(pair, max_bytes) for pair in pairs}
    found = {pair: unpickled(value) for pair, value in _known(names, before)}
    new = [pair for pair in pairs if pair not in found]
    read = each(partial(_pickled, max_bytes=max_bytes), new, here(workers), progress, "records")

    def made() -> Iterator[tuple[str, bytes]]:
        """One after the other: all of them as bytes too would be as much again."""
        for pair, value in zip(new, read, strict=True):
            found[pair] = unpickled(value)
            yield names[pair], value

    rest = made()
    if before:
        before.cache.keep(rest)
    deque(rest, maxlen=0)  # What a damaged cache does not take is read all the same.
    return [found[pair] for pair in pairs]


def name(pair: Pair, max_bytes: int) -> str:
    """By what an entry is remembered: beside the files it follows from how large they may be."""
    return f"{pair.zh.key} {max_bytes}"


def _known(names: Mapping[Pair, str], before: Before | None) -> Iterator[tuple[Pair, bytes]]:
    """What was read of the pairs that are as the last build found them."""
    if before and before.edited is not None:
        same = {name: pair for pair, name in names.items() if before.edited.isdisjoint(pair.files)}
        yield from ((same[name], value) for name, value in before.cache.entries(same))


def _pickled(pair: Pair, max_bytes: int) -> bytes:
    return pickle.dumps(entry(pair, max_bytes), pickle.HIGHEST_PROTOCOL)


def sources(listing: Listing, read_already: Sequence[Entry], max_bytes: int) -> Sources:
    """All of content with what is wrong in it; translations of nothing are among it, and pictures."""
    sized, unfit = pictures(listing)
    lonely = alone(listing)
    paths = {problem.path for problem in lonely}
    left = [read(file, max_bytes) for file in listing.files if file.path in paths]
    translations = [*(one.translation for one in read_already if one.translation), *left]
    return Sources(
        {f"{one.source.folder}/{one.source.name}": one.source for one in read_already},
        {f"{source.folder}/{source.name}": source for source in translations},
        sized,
        [
            *listing.problems,
            *(problem for one in read_already for problem in one.problems),
            *(problem for source in left for problem in source.matter.problems),
            *unfit,
            *lonely,
        ],
    )
