"""Where a log's hashes and entries lie, by c2sp.org/tlog-tiles: tiles of 256 hashes, bundles of 256 entries.

Level 0 has the hashes of the entries; a hash of each further level is that of a full tile below it. The last tile of a
level is partial unless it is full, and never empty. A partial tile stays as long as there is no full one in its place,
as somebody may hold the checkpoint that it was made for; after that it may go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from minusone.transparency import merkle
from minusone.transparency.errors import LogError
from minusone.transparency.reading import Read, found

HEIGHT = 8
WIDTH = 1 << HEIGHT
LONGEST_ENTRY = 0xFFFF
"""Bytes: its length is written in two."""

Level = int | Literal["entries"]
File = tuple[PurePosixPath, bytes]

_PATH = re.compile(r"tile/(entries|[1-5]?[0-9]|6[0-3])/((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\.p/([1-9][0-9]{0,2}))?")


@dataclass(frozen=True, slots=True)
class Tile:
    """Of a level, the parts from index * 256 on, `width` of them: hashes, or entries."""

    level: Level
    index: int
    width: int = WIDTH

    @classmethod
    def parse(cls, path: str) -> Tile:
        """Raises LogError for whatever is not exactly a tile's path."""
        if match := _PATH.fullmatch(path):
            level, number, width = match.groups()
            index = int(re.sub("[x/]", "", number))
            tile = cls("entries" if level == "entries" else int(level), index, int(width or WIDTH))
            if tile.path.as_posix() == path and tile.width <= WIDTH:
                return tile
        raise LogError(f"日志里不会有“{path[:100]}”这样的文件", f"“{path[:100]}” is no file of a log")

    @property
    def path(self) -> PurePosixPath:
        digits = str(self.index)
        digits = digits.zfill(len(digits) + -len(digits) % 3)
        *over, last = (digits[start : start + 3] for start in range(0, len(digits), 3))
        number = "/".join([*(f"x{group}" for group in over), last])
        return PurePosixPath("tile", str(self.level), number if self.width == WIDTH else f"{number}.p/{self.width}")

    def is_superseded(self, size: int) -> bool:
        """Whether it is partial, and a log of this size has the full one."""
        return self.width < WIDTH and (self.index + 1) * WIDTH <= parts(self.level, size)


def parts(level: Level, size: int) -> int:
    """How many hashes, or entries, a level has in a log of this size."""
    return size if level == "entries" else size >> HEIGHT * level


def levels(size: int) -> Iterator[Level]:
    """Those that a log of this size has."""
    if size:
        yield "entries"
    yield from range(-(-size.bit_length() // HEIGHT))


def tiles(level: Level, size: int) -> Iterator[Tile]:
    """Those of a level in a log of this size, without those that it had when it was smaller."""
    full, width = divmod(parts(level, size), WIDTH)
    yield from (Tile(level, index) for index in range(full))
    if width:
        yield Tile(level, full, width)


def edge(size: int) -> Iterator[Tile]:
    """The partial tiles of a log of this size, one of a level at most."""
    for level in levels(size):
        index, width = divmod(parts(level, size), WIDTH)
        if width:
            yield Tile(level, index, width)


# --- what is in them ---


def held(tile: Tile, data: bytes) -> list[bytes]:
    """The hashes or entries of a tile. Raises LogError unless they are exactly as many as it has, and nothing else."""
    return _entries(tile, data) if tile.level == "entries" else _hashes(tile, data)


def holding(tile: Tile, some: Sequence[bytes]) -> bytes:
    """The bytes of a tile. Raises LogError for an entry that is too long."""
    if tile.level != "entries":
        return b"".join(some)
    for entry in some:
        if len(entry) > LONGEST_ENTRY:
            raise LogError(
                f"日志的一条最多 {LONGEST_ENTRY} 字节，这一条有 {len(entry)}",
                f"An entry of a log has at most {LONGEST_ENTRY} bytes, not {len(entry)}",
            )
    return b"".join(len(entry).to_bytes(2, "big") + entry for entry in some)


def _hashes(tile: Tile, data: bytes) -> list[bytes]:
    if len(data) != tile.width * merkle.HASH:
        raise _misshapen(tile)
    return [data[start : start + merkle.HASH] for start in range(0, len(data), merkle.HASH)]


def _entries(tile: Tile, data: bytes) -> list[bytes]:
    entries: list[bytes] = []
    start = 0
    while start < len(data) and len(entries) < tile.width:
        end = start + 2 + int.from_bytes(data[start : start + 2], "big")
        entries.append(data[start + 2 : end])
        start = end
    if start != len(data) or len(entries) != tile.width:
        raise _misshapen(tile)
    return entries


def _misshapen(tile: Tile) -> LogError:
    return LogError(
        f"日志的文件“{tile.path}”里不是 {tile.width} 个{'条目' if tile.level == 'entries' else '散列值'}",
        f"The log's file “{tile.path}” does not hold {tile.width} {'entries' if tile.level == 'entries' else 'hashes'}",
    )


# --- growing ---


def grown(size: int, entries: Sequence[bytes], read: Read) -> Iterator[File]:
    """The new files of a log of `size` entries that gets some more; of those it has, its partial tiles are read.

    No file that was there is changed. Raises LogError.
    """
    if not entries:
        return
    for tile, bundled in _continued("entries", size, entries, read):
        yield tile.path, holding(tile, bundled)
    level = 0
    fresh = [merkle.leaf_hash(entry) for entry in entries]
    while fresh:
        above: list[bytes] = []
        for tile, hashes in _continued(level, size, fresh, read):
            yield tile.path, holding(tile, hashes)
            if tile.width == WIDTH:
                above.append(merkle.subtree(hashes))
        level, fresh = level + 1, above


def _continued(level: Level, size: int, fresh: Sequence[bytes], read: Read) -> Iterator[tuple[Tile, list[bytes]]]:
    """The tiles of a level that have something new, from the partial one on, with all that is in them."""
    first, width = divmod(parts(level, size), WIDTH)
    partial = Tile(level, first, width)
    whole = [*(held(partial, found(read, partial.path)) if width else ()), *fresh]
    for start in range(0, len(whole), WIDTH):
        some = whole[start : start + WIDTH]
        yield Tile(level, first + start // WIDTH, len(some)), some
