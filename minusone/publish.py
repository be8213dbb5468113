"""Files → the site's folder, all of them or none.

A new site is written beside the old one and takes its place by a rename. Where only some files changed these are
written beside, and from the moment when all of them are there each takes the place of the old one: a build that fails
before leaves the old site as it was, one that is killed after is carried on by the next. A folder that this program did
not make is never replaced.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from time import sleep

from filelock import FileLock, Timeout

from minusone.refusals import RefusalError
from minusone.words import Bilingual

Written = tuple[PurePosixPath, bytes]
"""A file of the site: where it goes, and what is in it."""

MARK = ".minusone"
"""The file that says that a folder was made here, and may be replaced."""

PATIENCE = 300
"""Seconds for which a build waits for another."""


class BusyError(RefusalError):
    """Another build into the same folder does not come to an end."""

    @property
    def words(self) -> Bilingual:
        return Bilingual("另一次生成一直没有结束，请稍后再试", "Another build does not come to an end; try again later")


class NotOursError(RefusalError):
    """The folder to be written holds something that was not made here."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(str(folder))

    @property
    def words(self) -> Bilingual:
        return Bilingual(
            f"“{self.folder}”是素材所在，或里面有不是本程序生成的文件，不会覆盖；请换一个 --out",
            f"“{self.folder}” lies among the sources, or holds files that this program did not make; "
            "choose another --out",
        )


def refuse_what_is_not_ours(out: Path, *sources: Path) -> None:
    """Raises NotOursError before any work is done, also for a folder that lies in one of the sources or holds one."""
    if any(_overlap(out.resolve(), source.resolve()) for source in sources):
        raise NotOursError(out)
    if out.exists() and not (out / MARK).exists() and (not out.is_dir() or any(out.iterdir())):
        raise NotOursError(out)


def _overlap(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)


def put_back(out: Path) -> None:
    """The old site returns to its place if a build was killed after it had been moved away; changes are carried on."""
    out = out.resolve()
    _carry_on(out)
    old = beside(out, "old")
    if not out.exists() and (old / MARK).exists() and not old.is_symlink():
        old.rename(out)


def nothing_more(folder: Path) -> Iterable[Written]:
    """Nothing is lacking when every file is written."""
    return ()


def files(made: Iterable[Written], out: Path, more: Callable[[Path], Iterable[Written]] = nothing_more) -> int:
    """Write every file into a fresh folder, then put it in the place of `out`; returns how many there were.

    `more` are the files that are made of those in the fresh folder. Where `out` is a link, what it leads to is replaced
    and the link stays.
    """
    refuse_what_is_not_ours(out)
    put_back(out)
    out = out.resolve()
    fresh = beside(out, "new")
    _clear(fresh)
    try:
        count = _write(made, fresh) + _write(more(fresh), fresh)
        _switch(fresh, out)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return count


def change(made: Iterable[Written], gone: Callable[[], Iterable[PurePosixPath]], out: Path) -> int:
    """Write some files of a site that is there, then remove others; returns how many were written.

    `gone` is asked when all files are written. Raises what `made` raises, and then nothing has changed.
    """
    out = out.resolve()
    changes = beside(out, "change")
    _clear(changes)
    try:
        written = [path for path, data in made if _put(changes / _FILES / path, data)]
        removed = list(gone())
        if written or removed:
            journal = {"written": [*map(str, written)], "gone": [*map(str, removed)]}
            (changes / "unfinished").write_text(json.dumps(journal), "utf-8")
            (changes / "unfinished").rename(changes / _JOURNAL)
            _carry_on(out)
        return len(written)
    finally:
        if not (changes / _JOURNAL).exists():
            shutil.rmtree(changes, ignore_errors=True)


_FILES = "files"
_JOURNAL = "journal.json"
"""What is to be moved and removed; once it is there, it will be, whatever happens."""


def _carry_on(out: Path) -> None:
    """Move and remove what the journal says and was not yet; without one, what was written is of no use."""
    changes = beside(out, "change")
    journal = changes / _JOURNAL
    if journal.is_file() and not changes.is_symlink() and out.is_dir():
        said = json.loads(journal.read_text("utf-8"))
        written, gone = ([PurePosixPath(path) for path in said[name]] for name in ("written", "gone"))
        in_the_way = set(_in_the_way(gone, written))
        _remove(in_the_way, out)
        for path in written:
            _take_place(changes / _FILES / path, out / path)
        _remove((path for path in gone if path not in in_the_way), out)
        journal.unlink()
    _clear(changes)


def _in_the_way(gone: Iterable[PurePosixPath], written: Iterable[PurePosixPath]) -> Iterator[PurePosixPath]:
    """What has to go first: a file where a folder is wanted or the other way round, or a name but for its case."""
    taken = {path.as_posix().casefold() for path in written}
    folders = {folder.as_posix().casefold() for path in written for folder in path.parents}
    for path in gone:
        names = {one.as_posix().casefold() for one in (path, *path.parents)}
        if names & taken or path.as_posix().casefold() in folders:
            yield path


def _remove(gone: Iterable[PurePosixPath], out: Path) -> None:
    """Remove files, and the folders that are empty then."""
    for path in gone:
        (out / path).unlink(missing_ok=True)
        with suppress(OSError):  # Raised for the first folder that is not empty.
            for folder in path.parents[:-1]:
                (out / folder).rmdir()


def _take_place(fresh: Path, old: Path) -> None:
    """A file that was moved before this program was stopped is not there any more."""
    old.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileNotFoundError):
        _patiently(lambda: fresh.replace(old))


@contextmanager
def turn(out: Path) -> Iterator[None]:
    """One build at a time: another one into the same folder is waited for. Raises BusyError after PATIENCE seconds."""
    lock = FileLock(beside(out.resolve(), "lock"), timeout=PATIENCE)
    try:
        with lock:
            yield
    except Timeout:
        raise BusyError from None


def beside(out: Path, suffix: str) -> Path:
    return out.with_name(f".{out.name}.{suffix}")


def _clear(leftover: Path) -> None:
    """What an earlier build left behind is gone; a link is cut, and what it leads to stays."""
    if leftover.is_symlink() or leftover.is_file():
        leftover.unlink()
    elif leftover.exists():
        shutil.rmtree(leftover)


def _write(made: Iterable[Written], folder: Path) -> int:
    count = sum(_put(folder / path, data) for path, data in made)
    (folder / MARK).write_bytes(b"")
    return count


def _put(target: Path, data: bytes) -> bool:
    try:
        target.write_bytes(data)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return True


def _switch(fresh: Path, out: Path) -> None:
    """The fresh folder takes the place of `out`; if it can't, the old one is put back."""
    old = beside(out, "old")
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
    _patiently(lambda: here.rename(there))


def _patiently(move: Callable[[], object]) -> None:
    """On Windows a program that has a file open, such as a virus scanner, stops a rename for a moment."""
    for wait in (0.05, 0.1, 0.2, 0.4, 0.8):
        try:
            move()
        except PermissionError:
            sleep(wait)
        else:
            return
    move()
