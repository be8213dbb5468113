"""Files → the site's folder, all of them or none.

The new site is written beside the old one and takes its place by a rename, so a build that fails on the way leaves the
old one as it was. A folder that this program did not make is never replaced.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from time import sleep

from filelock import FileLock, Timeout

MARK = ".minusone"
"""The file that says that a folder was made here, and may be replaced."""

PATIENCE = 300
"""Seconds for which a build waits for another."""


class BusyError(Exception):
    """Another build into the same folder does not come to an end."""


class NotOursError(Exception):
    """The folder to be written holds something that was not made here."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(str(folder))


def refuse_what_is_not_ours(out: Path, *sources: Path) -> None:
    """Raises NotOursError before any work is done, also for a folder that lies in one of the sources or holds one."""
    if any(_overlap(out.resolve(), source.resolve()) for source in sources):
        raise NotOursError(out)
    if out.exists() and not (out / MARK).exists() and (not out.is_dir() or any(out.iterdir())):
        raise NotOursError(out)


def _overlap(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)


def put_back(out: Path) -> None:
    """The old site returns to its place if a build was killed after it had been moved away."""
    out = out.resolve()
    old = _beside(out, "old")
    if not out.exists() and (old / MARK).exists() and not old.is_symlink():
        old.rename(out)


def as_it_is(folder: Path) -> None:
    """Nothing is lacking when every file is written."""


def files(made: Iterable[tuple[PurePosixPath, bytes]], out: Path, complete: Callable[[Path], None] = as_it_is) -> int:
    """Write every file into a fresh folder, then put it in the place of `out`; returns how many there were.

    `complete` adds to the fresh folder what is made of its files. Where `out` is a link, what it leads to is replaced
    and the link stays.
    """
    refuse_what_is_not_ours(out)
    put_back(out)
    out = out.resolve()
    fresh = _beside(out, "new")
    _clear(fresh)
    try:
        count = _write(made, fresh)
        complete(fresh)
        _switch(fresh, out)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return count


@contextmanager
def turn(out: Path) -> Iterator[None]:
    """One build at a time: another one into the same folder is waited for. Raises BusyError after PATIENCE seconds."""
    lock = FileLock(_beside(out.resolve(), "lock"), timeout=PATIENCE)
    try:
        with lock:
            yield
    except Timeout:
        raise BusyError from None


def _beside(out: Path, suffix: str) -> Path:
    return out.with_name(f".{out.name}.{suffix}")


def _clear(leftover: Path) -> None:
    """What an earlier build left behind is gone; a link is cut, and what it leads to stays."""
    if leftover.is_symlink() or leftover.is_file():
        leftover.unlink()
    elif leftover.exists():
        shutil.rmtree(leftover)


def _write(made: Iterable[tuple[PurePosixPath, bytes]], folder: Path) -> int:
    count = 0
    for path, data in made:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        count += 1
    (folder / MARK).write_bytes(b"")
    return count


def _switch(fresh: Path, out: Path) -> None:
    """The fresh folder takes the place of `out`; if it can't, the old one is put back."""
    old = _beside(out, "old")
    _clear(old)
    if out.exists():
        _rename(out, old)
    try:
        _rename(fresh, out)
    except OSError:
        put_back(out)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _rename(here: Path, there: Path) -> None:
    """On Windows a program that has a file open, such as a virus scanner, stops a rename for a moment."""
    for wait in (0.05, 0.1, 0.2, 0.4, 0.8):
        try:
            here.rename(there)
        except PermissionError:
            sleep(wait)
        else:
            return
    here.rename(there)
