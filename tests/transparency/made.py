"""Logs in memory, as the tests make them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from minusone.transparency.log import CHECKPOINT, Log
from minusone.transparency.notes import Note, Signer
from minusone.transparency.reading import Read

Files = dict[PurePosixPath, bytes]

ORIGIN = "example.cn/进度"
SIGNER = Signer(ORIGIN, bytes(range(32)))
OTHER = Signer("witness.example", bytes(range(32, 64)))


def reader(files: Mapping[PurePosixPath, bytes]) -> Read:
    def read(path: PurePosixPath) -> bytes:
        if path not in files:
            raise FileNotFoundError(path)
        return files[path]

    return read


def entry(number: int) -> bytes:
    return f"entry {number}".encode()


def entries(start: int, end: int) -> list[bytes]:
    return [entry(number) for number in range(start, end)]


def continued(files: Files, new: Iterable[bytes], *signers: Signer) -> Files:
    """All files of a log after some more entries, old ones included."""
    log = Log.open(reader(files)) if files else Log.begun(ORIGIN)
    growth = log.appended(list(new))
    note = Note(growth.checkpoint.text)
    for signer in signers:
        note = note.signed(signer)
    return files | dict(growth.files) | {CHECKPOINT: note.data}


def made(*sizes: int) -> Files:
    """A signed log that was published at each of these sizes."""
    files: Files = {}
    before = 0
    for size in sizes:
        files = continued(files, entries(before, size), SIGNER)
        before = size
    return files


def written(files: Files, folder: Path) -> Path:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def opened(files: Files) -> Log:
    return Log.open(reader(files), [SIGNER.verifier])
