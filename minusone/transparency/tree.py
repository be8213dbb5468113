"""A log's Merkle tree, read from its tiles: none is believed that does not lead to the root."""

from __future__ import annotations

from functools import lru_cache

from minusone.transparency import merkle
from minusone.transparency.errors import LogError
from minusone.transparency.reading import Read, found
from minusone.transparency.tiles import HEIGHT, WIDTH, Tile, edge, held, parts

_REMEMBERED = 1024
"""So many full tiles, of 8 KiB each, and so many nodes: proofs of neighbours have most of theirs in common."""


class Tree:
    """The tree of so many leaves. Raises LogError for tiles that are missing or don't fit each other.

    Its `root` follows from the partial tiles, one of each level, and is for the caller to compare; every full tile has
    its hash in one above it, and is held against that when it is read.
    """

    def __init__(self, size: int, read: Read) -> None:
        self.size = size
        self._read = read
        self._full = lru_cache(_REMEMBERED)(self._read_full)
        self._node = lru_cache(_REMEMBERED)(self._made_node)
        self._partial = {tile.level: self._read_tile(tile) for tile in edge(size) if tile.level != "entries"}
        self.root = merkle.root(size, self.node)

    def node(self, height: int, index: int) -> bytes:
        """The hash of a whole subtree (`merkle.Node`). Raises LogError."""
        return self._node(height, index)

    def _made_node(self, height: int, index: int) -> bytes:
        level, within = divmod(height, HEIGHT)
        first = index << within
        hashes = self.hashes(level, first // WIDTH)
        return merkle.subtree(hashes[first % WIDTH : first % WIDTH + (1 << within)])

    def hashes(self, level: int, index: int) -> tuple[bytes, ...]:
        """What a tile holds, full or not. Raises LogError."""
        is_full = (index + 1) * WIDTH <= parts(level, self.size)
        return self._full(level, index) if is_full else self._partial[level]

    def _read_full(self, level: int, index: int) -> tuple[bytes, ...]:
        hashes = self._read_tile(Tile(level, index))
        above = self.hashes(level + 1, index // WIDTH)
        if merkle.subtree(hashes) != above[index % WIDTH]:
            path = Tile(level, index).path
            raise LogError(f"日志的文件“{path}”被改过", f"The log's file “{path}” was changed")
        return hashes

    def _read_tile(self, tile: Tile) -> tuple[bytes, ...]:
        return tuple(held(tile, found(self._read, tile.path)))
