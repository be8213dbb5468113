"""What was published before: a log, the histories that it vouches for, and what becomes of it with more entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from minusone.publication import manifest
from minusone.publication.events import Entry
from minusone.publication.register import Register, history, register
from minusone.publication.sites import within
from minusone.publication.versions import Histories, path
from minusone.schema import Ref
from minusone.transparency.log import CHECKPOINT, Log
from minusone.transparency.notes import Note, Signer
from minusone.transparency.reading import Read, found
from minusone.transparency.tiles import Tile, edge

FOLDER = PurePosixPath("log")
"""Where the log lies in a site."""

Files = dict[PurePosixPath, bytes]


@dataclass(frozen=True)
class Past:
    """`tiles` are the partial tiles that are still there of when the log was smaller."""

    log: Log
    register: Register
    histories: Histories
    tiles: tuple[Tile, ...] = ()

    @classmethod
    def begun(cls, origin: str) -> Past:
        """Of a site that was never published. Raises LogError for a name that no log can have."""
        return cls(Log.begun(origin), {}, {})

    @classmethod
    def read(cls, site: Read) -> Past:
        """Raises LogError for a log that doesn't fit its checkpoint, and a history that doesn't fit its log."""
        log = Log.open(within(site, FOLDER))
        told = register(log)
        histories = {ref: history(ref, course, found(site, path(ref))) for ref, course in told.items()}
        return cls(log, told, histories, tuple(_tiles(manifest.read(found(site, manifest.FILE)))))

    @property
    def removed(self) -> frozenset[Ref]:
        """The records that are gone."""
        return frozenset(ref for ref, course in self.register.items() if course.removed)

    def continued(self, entries: Sequence[Entry], signer: Signer | None) -> Log:
        """The log with more entries, all in memory. One without new ones keeps whoever else signed it."""
        growth = self.log.appended([entry.data for entry in entries])
        note = Note(growth.checkpoint.text) if entries else self.log.note
        files = {**dict(self.log.files()), **dict(growth.files)}
        files[CHECKPOINT] = (note.signed(signer) if signer else note).data
        return Log.open(_reading(files))

    def files(self, now: Log) -> Files:
        """The files of the log as it is now, with those of when it was smaller, by their paths in the site."""
        partial = (now.partial(tile) for tile in (*self.tiles, *edge(self.log.checkpoint.size)))
        files = {**dict(now.files()), **dict(filter(None, partial)), CHECKPOINT: now.note.data}
        return {FOLDER / name: data for name, data in files.items()}


def _reading(files: Files) -> Read:
    return files.__getitem__


def _tiles(paths: Iterable[str]) -> Iterator[Tile]:
    for name in paths:
        if name.startswith(f"{FOLDER}/tile/"):
            yield Tile.parse(name.removeprefix(f"{FOLDER}/"))
