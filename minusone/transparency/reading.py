"""Where a log's files are read: a folder, or whatever else gives bytes for a path."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath

from minusone.transparency.errors import LogError

Read = Callable[[PurePosixPath], bytes]
"""A file of a log by its path in it. Raises OSError where there is none, or it can't be read."""

LONGEST = 256 * (2 + 0xFFFF)
"""Bytes of the longest file that a log may have: 256 of the longest entries, each after its length. No more need be
read of any."""


def folder(root: Path) -> Read:
    def read(path: PurePosixPath) -> bytes:
        with (root / path).open("rb") as file:
            return file.read(LONGEST + 1)

    return read


def nothing(path: PurePosixPath) -> bytes:
    """A log that does not exist yet."""
    raise FileNotFoundError(path)


def found(read: Read, path: PurePosixPath) -> bytes:
    """Raises LogError where there is no such file."""
    try:
        return read(path)
    except OSError as error:
        raise LogError(f"日志的文件“{path}”读不到", f"The log's file “{path}” can't be read") from error
