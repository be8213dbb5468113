"""QR codes (ISO/IEC 18004:2015). Of the eight masks the one that is easiest to read is found for all modules at once.

segno makes the codes. It weighs masks module by module, which takes four fifths of its time; here a symbol is one
number, of a bit for each module.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import segno
import segno.encoder

encoder: Any = segno.encoder  # It has no types.
_APART = 4
"""Light modules between two rows: as many as make what looks like a finder pattern count, which has them at an edge."""

_FINDER = re.compile("1011101(?:(?=0000)|(?<=00001011101))")
_DIGITS = bytes.maketrans(b"\x00\x01\x02", b"010")


def code(said: str, error: str) -> segno.QRCode:
    """What `segno.make` makes of a text, with at least this level of error correction and never as a micro code."""
    plain = encoder.encode(said, error=error, micro=False, mask=0)
    return segno.QRCode(_masked(plain, _best_mask(plain.matrix)))  # type: ignore[call-arg]


def _masked(plain: Any, mask: int) -> Any:
    """A symbol with another mask than its 0."""
    size, masks = len(plain.matrix), _ground(len(plain.matrix)).bytes
    modules = (int.from_bytes(b"".join(plain.matrix)) ^ masks[0] ^ masks[mask]).to_bytes(size * size)
    matrix = tuple(bytearray(modules[row : row + size]) for row in range(0, size * size, size))
    encoder.add_format_info(matrix, plain.version, plain.error, mask)
    return plain._replace(matrix=matrix, mask=mask)


class Symbol(NamedTuple):
    """Modules as bits, dark ones set: row by row, and column by column."""

    rows: int
    columns: int

    @classmethod
    def of(cls, matrix: Sequence[Iterable[int]]) -> Symbol:
        return cls(_number(matrix), _number(list(zip(*matrix, strict=True))))

    def __xor__(self, other: Symbol) -> Symbol:
        return Symbol(self.rows ^ other.rows, self.columns ^ other.columns)

    def __and__(self, other: Symbol) -> Symbol:
        return Symbol(self.rows & other.rows, self.columns & other.columns)

    def __or__(self, other: Symbol) -> Symbol:
        return Symbol(self.rows | other.rows, self.columns | other.columns)


def _number(lines: Sequence[Iterable[int]]) -> int:
    return int(b"".join(bytes(line).translate(_DIGITS) + b"0" * _APART for line in lines), 2)


class Ground(NamedTuple):
    """What all symbols of a size have: `fixed` patterns, the place `free` for data, and the masks of that place.

    `bytes` are the masks once more, as numbers of a byte for each module.
    """

    fixed: Symbol
    free: Symbol
    masks: tuple[Symbol, ...]
    bytes: tuple[int, ...]


@lru_cache(40)
def _ground(size: int) -> Ground:
    matrix = encoder.make_matrix(size, size)
    encoder.add_finder_patterns(matrix, size, size)
    encoder.add_alignment_patterns(matrix, size, size)
    free = [[module > 1 for module in row] for row in matrix]
    masks = [
        [bytes(is_free and mask(i, j) for j, is_free in enumerate(row)) for i, row in enumerate(free)]
        for mask in encoder.get_data_mask_functions(False)
    ]
    numbers = (int.from_bytes(b"".join(mask)) for mask in masks)
    return Ground(Symbol.of(matrix), Symbol.of(free), tuple(map(Symbol.of, masks)), tuple(numbers))


def _best_mask(matrix: Sequence[Iterable[int]]) -> int:
    """The first with the lowest penalty (7.8.3), of a symbol that has mask 0; its format does not count yet."""
    size = len(matrix)
    ground = _ground(size)
    data = (Symbol.of(matrix) & ground.free) ^ ground.masks[0] | ground.fixed
    penalties = [_penalty(data ^ mask, size) for mask in ground.masks]
    return penalties.index(min(penalties))


def _penalty(symbol: Symbol, size: int) -> int:
    """Long runs, blocks of four, what looks like a finder pattern, and more dark than light or less (table 11)."""
    dark = symbol.rows.bit_count() / size**2
    lines = sum(_runs(line, size) + _finders(line, size) for line in symbol)
    return lines + _blocks(symbol.rows, size) + 10 * int(abs(dark * 100 - 50) / 5)


def _like_before(line: int, size: int) -> int:
    """Which modules are like the one before them in their row."""
    return ~(line ^ line >> 1) & _inside(size)


@lru_cache(40)
def _inside(size: int) -> int:
    """All modules but the first in each row."""
    return _number([[0, *[1] * (size - 1)]] * size)


def _runs(line: int, size: int) -> int:
    """3 for a run of five, and 1 for each more."""
    like = _like_before(line, size)
    fives = like & like >> 1 & like >> 2 & like >> 3
    return fives.bit_count() + 2 * (fives & ~(fives >> 1)).bit_count()


def _blocks(rows: int, size: int) -> int:
    """3 for each square of four."""
    like, below = _like_before(rows, size), size + _APART
    return 3 * (like & like >> below & ~(rows ^ rows >> below)).bit_count()


def _finders(line: int, size: int) -> int:
    """40 for each."""
    return 40 * len(_FINDER.findall(f"{line:0{_APART + size * (size + _APART)}b}"))
