"""Files → the site's folder, all of them or none.

The new site is written beside the old one and takes its place by a rename, so a build that fails on the way leaves the
old one as it was. A folder that this program did not make is never replaced.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from itertools import chain
from pathlib import Path, PurePosixPath

MARK = ".minusone"
"""The file that says that a folder was made here, and may be replaced."""


class NotOursError(Exception):
    """The folder to be written holds something that was not made here."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(str(folder))


def refuse_what_is_not_ours(out: Path) -> None:
    """Raises NotOursError before any work is done."""
    if out.exists() and not (out / MARK).exists() and (not out.is_dir() or any(out.iterdir())):
        raise NotOursError(out)


def files(made: Iterable[tuple[PurePosixPath, bytes]], copies: Iterable[tuple[PurePosixPath, Path]], out: Path) -> int:
    """Write and copy every file into a fresh folder, then put it in the place of `out`; returns how many there were."""
    refuse_what_is_not_ours(out)
    fresh, old = (out.with_name(f".{out.name}.{suffix}") for suffix in ("new", "old"))
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)
    count = 0
    for path, data in chain(made, ((path, file.read_bytes()) for path, file in copies)):
        target = fresh / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        count += 1
    (fresh / MARK).write_bytes(b"")
    if out.exists():
        out.rename(old)
    try:
        fresh.rename(out)
    except OSError:
        # A program that holds a file open can stop a rename on Windows: put the old site back.
        if old.exists() and not out.exists():
            old.rename(out)
        raise
    shutil.rmtree(old, ignore_errors=True)
    return count
