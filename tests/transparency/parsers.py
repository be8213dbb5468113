"""All that reads bytes from elsewhere, by name: each gives a value and how it is written, or LogError."""

from __future__ import annotations

from collections.abc import Callable

from minusone.transparency import checkpoint
from minusone.transparency.checkpoint import Checkpoint
from minusone.transparency.log import CHECKPOINT, Log
from minusone.transparency.notes import Note, Signer, Verifier
from minusone.transparency.tiles import Tile, held, holding
from tests.transparency.made import SIGNER, made, reader

Parser = Callable[[bytes], bytes]
"""Reads bytes, and writes again what it read. Raises LogError, and nothing else."""


def text(data: bytes) -> str:
    """Of any bytes, as a variable of the environment has them."""
    return data.decode("utf-8", "surrogateescape")


def tile(shape: Tile) -> Parser:
    return lambda data: holding(shape, held(shape, data))


def log(data: bytes) -> bytes:
    """A log with these bytes as its checkpoint."""
    read = Log.open(reader(made(300) | {CHECKPOINT: data}))
    list(read.entries())
    return read.note.data


PARSERS: dict[str, Parser] = {
    "note": lambda data: Note.parse(data).data,
    "checkpoint": lambda data: Checkpoint.parse(text(data)).text.encode(),
    "checkpoint, signed or not": lambda data: checkpoint.note(data).data,
    "public key": lambda data: Verifier.parse(text(data)).text.encode(),
    "private key": lambda data: Signer.parse(text(data)).text.encode(),
    "path": lambda data: Tile.parse(text(data)).path.as_posix().encode(),
    "hashes": tile(Tile(0, 0, 3)),
    "bundle": tile(Tile("entries", 0, 3)),
    "log": log,
}

FILES = made(3)

SEEDS: dict[str, bytes] = {
    "note": FILES[CHECKPOINT],
    "checkpoint": Note.parse(FILES[CHECKPOINT]).text.encode(),
    "checkpoint, signed or not": FILES[CHECKPOINT],
    "public key": SIGNER.verifier.text.encode(),
    "private key": SIGNER.text.encode(),
    "path": b"tile/entries/x001/x234/067.p/89",
    "hashes": FILES[Tile(0, 0, 3).path],
    "bundle": FILES[Tile("entries", 0, 3).path],
    "log": made(300)[CHECKPOINT],
}
"""For each something that it reads, from where a search can begin."""
