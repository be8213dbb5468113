"""A log as a whole: held against its checkpoint, read, continued, and compared with what it was."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from minusone.transparency import checkpoint, merkle
from minusone.transparency.checkpoint import Checkpoint
from minusone.transparency.errors import LogError
from minusone.transparency.notes import Note, Verifier
from minusone.transparency.reading import Read, found, nothing
from minusone.transparency.tiles import WIDTH, File, Tile, edge, grown, held, holding, levels, parts, tiles
from minusone.transparency.tree import Tree

CHECKPOINT = PurePosixPath("checkpoint")
"""Where a log's checkpoint lies, beside `tile/`. Who publishes a log writes it last."""


@dataclass(frozen=True, slots=True)
class Growth:
    """The new files of a log, and what it is with them: a checkpoint that is yet to be signed."""

    files: tuple[File, ...]
    checkpoint: Checkpoint


@dataclass(frozen=True)
class Log:
    """A log that fits its checkpoint. Whatever else is read of it has to fit too, or LogError is raised.

    Entries are counted from 0.
    """

    note: Note
    checkpoint: Checkpoint
    tree: Tree
    read: Read

    @classmethod
    def begun(cls, origin: str) -> Log:
        """One without entries. Raises LogError for a name that no checkpoint can say."""
        note = Note(Checkpoint(origin, 0, merkle.EMPTY).text)
        return cls(note, Checkpoint.parse(note.text), Tree(0, nothing), nothing)

    @classmethod
    def open(cls, read: Read, known: Collection[Verifier] = ()) -> Log:
        """What lies there. With keys, it must be signed by one of them that has the name of the log's origin.

        Raises LogError.
        """
        note = checkpoint.note(found(read, CHECKPOINT))
        said = Checkpoint.parse(note.text)
        if known and said.origin not in {verifier.name for verifier in note.verified(known)}:
            raise LogError(
                f"检查点没有日志“{said.origin}”自己的签名",
                f"The checkpoint is not signed by the log “{said.origin}” itself",
            )
        tree = Tree(said.size, read)
        if tree.root != said.root:
            raise LogError(
                f"日志与检查点不符（{said.size} 条）：被改过，或者不全",
                f"The log does not fit its checkpoint ({said.size} entries): it was changed, or is not all there",
            )
        return cls(note, said, tree, read)

    def files(self) -> Iterator[File]:
        """All that it has by now, but for its checkpoint; not what it had when it was smaller."""
        for level in levels(self.checkpoint.size):
            yield from ((tile.path, holding(tile, self._held(tile))) for tile in tiles(level, self.checkpoint.size))

    def lacks(self, tile: Tile) -> bool:
        """Whether there is more in it than the log has, or ever had."""
        return tile.index * WIDTH + tile.width > parts(tile.level, self.checkpoint.size)

    def partial(self, tile: Tile) -> File | None:
        """A partial tile of when it was smaller; None for one that it never had, or has the full one of by now."""
        size = self.checkpoint.size
        if tile.is_superseded(size) or tile.width == WIDTH or self.lacks(tile):
            return None
        now = Tile(tile.level, tile.index, parts(tile.level, size) - tile.index * WIDTH)
        return tile.path, holding(tile, self._held(now)[: tile.width])

    def entries(self) -> Iterator[bytes]:
        """All, in their order."""
        for tile in tiles("entries", self.checkpoint.size):
            yield from self._entries(tile)

    def includes(self, index: int, entry: bytes) -> bool:
        """Whether that is the entry at this place, proved as to somebody who knows only the checkpoint."""
        size, root = self.checkpoint.size, self.checkpoint.root
        if not 0 <= index < size:
            return False
        proof = merkle.inclusion_proof(index, size, self.tree.node)
        return merkle.includes(proof, index, size, merkle.leaf_hash(entry), root)

    def appended(self, entries: Sequence[bytes]) -> Growth:
        """With more entries at the end. Of what is there, partial tiles are read; no file is changed."""
        size = self.checkpoint.size
        partial = {tile.path: holding(tile, self._held(tile)) for tile in edge(size)}
        files = dict(grown(size, entries, partial.__getitem__))
        tree = Tree(size + len(entries), (partial | files).__getitem__)
        return Growth(tuple(files.items()), Checkpoint(self.checkpoint.origin, tree.size, tree.root))

    def grew_from(self, older: Checkpoint) -> None:
        """Raises LogError unless this is the older log with nothing but more entries at its end, or none."""
        self._is_of(older.origin)
        size, root = self.checkpoint.size, self.checkpoint.root
        if older.size > size:
            raise LogError(
                f"日志变短了：原有 {older.size} 条，现在只有 {size} 条",
                f"The log shrank: it had {older.size} entries, and now has {size}",
            )
        proof = merkle.consistency_proof(older.size, size, self.tree.node)
        if not merkle.is_consistent(proof, older.size, older.root, size, root):
            raise LogError(
                f"日志分叉了：前 {older.size} 条不是原来的",
                f"The log forked: its first {older.size} entries are not those that it had",
            )

    def continues(self, older: Log) -> None:
        """Like `grew_from`, and says which entry is not what it was."""
        self._is_of(older.checkpoint.origin)
        number = self._first_difference(older)
        if number is not None:
            raise LogError(
                f"日志分叉了：从第 {number} 条起（从 0 数起）不是原来的",
                f"The log forked: from entry {number} on, counted from 0, it is not what it was",
            )
        self.grew_from(older.checkpoint)

    def _is_of(self, origin: str) -> None:
        if origin != self.checkpoint.origin:
            raise LogError(
                f"这是另一个日志：“{self.checkpoint.origin}”，不是“{origin}”",
                f"This is another log: “{self.checkpoint.origin}”, not “{origin}”",
            )

    def _first_difference(self, other: Log) -> int | None:
        """Of the entries that both have, the number of the first that is not the same in both."""
        common = min(self.checkpoint.size, other.checkpoint.size)

        def differ(size: int) -> bool:
            return merkle.root(size, self.tree.node) != merkle.root(size, other.tree.node)

        number = bisect_left(range(1, common + 1), True, key=differ)
        return number if number < common else None

    def _held(self, tile: Tile) -> Sequence[bytes]:
        return self._entries(tile) if tile.level == "entries" else self.tree.hashes(tile.level, tile.index)

    def _entries(self, tile: Tile) -> list[bytes]:
        entries = held(tile, found(self.read, tile.path))
        hashes = self.tree.hashes(0, tile.index)
        for number, (entry, hash) in enumerate(zip(entries, hashes, strict=True), tile.index * WIDTH):
            if merkle.leaf_hash(entry) != hash:
                raise LogError(f"日志第 {number} 条（从 0 数起）被改过", f"Entry {number}, counted from 0, was changed")
        return entries
