"""Files → the site's folder, all of them or none.

Nothing is ever changed where readers look. A whole site is written beside the old one; where only some files changed,
these are changed in its `twin`, and one alone takes its place by itself. When all is there the two change places, in
one step where the system knows such a thing: a build that fails or is killed leaves the site as it was. What was not
made here stays, and a folder that was not made here is never replaced.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path, PurePosixPath

from filelock import FileLock, Timeout

from minusone.exchange import exchange
from minusone.marked import MARK, changed_folders, folders, is_ours, mark, ours, strangers
from minusone.refusals import RefusalError
from minusone.trees import beside, clear, link, make_way, on_disk, patiently, put
from minusone.twin import Twin
from minusone.words import Bilingual

Written = tuple[PurePosixPath, bytes]
"""A file of the site: where it goes, and what is in it."""

LOG = PurePosixPath("log/checkpoint")
"""The file by which a published site is known, also if it was lost."""

PATIENCE = 300
"""Seconds for which a build waits for another."""


class BusyError(RefusalError):
    """Another build into the same folder does not come to an end."""

    @property
    def words(self) -> Bilingual:
        return Bilingual("另一次生成一直没有结束，请稍后再试", "Another build does not come to an end; try again later")


class InTheWayError(RefusalError):
    """Something lies where the site is to be that it may not replace."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh, en)

    @property
    def words(self) -> Bilingual:
        return Bilingual(*self.args)


def was_published(out: Path) -> bool:
    """Whether the site in a folder has a log, or had one that is not there any more: then it is not to begin anew."""
    return (out / LOG).exists() or is_ours(LOG, out)


def refuse_what_was_published(out: Path) -> None:
    """Raises InTheWayError for a site with a log, which a preview would end: only who continues it may replace it."""
    if was_published(out):
        raise InTheWayError(
            f"“{out}”是发布过的网站，有公开日志，预览不能盖掉它：要发布用 publish；只想看看就换一个 --out",
            f"“{out}” is a published site with its public log, which a preview must not end: "
            "to publish what is new say publish; to look at something choose another --out",
        )


def refuse_what_is_not_ours(out: Path, *sources: Path) -> None:
    """Raises InTheWayError before any work is done, also for a folder that lies in one of the sources or holds one."""
    among_sources = any(_overlap(out.resolve(), source.resolve()) for source in sources)
    if among_sources or (out.exists() and not (out / MARK).exists() and (not out.is_dir() or any(out.iterdir()))):
        raise InTheWayError(
            f"“{out}”是素材所在，或里面有不是本程序生成的文件，不会覆盖；请换一个 --out",
            f"“{out}” lies among the sources, or holds files that this program did not make; choose another --out",
        )


def _overlap(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)


def put_back(out: Path) -> None:
    """The old site returns to its place if a build was killed after it had been moved away."""
    out = out.resolve()
    old = beside(out, "old")
    if not out.exists() and (old / MARK).exists() and not old.is_symlink():
        old.rename(out)


def nothing_more(folder: Path) -> Iterable[Written]:
    """Nothing is lacking when every file is written."""
    return ()


def files(
    made: Iterable[Written],
    out: Path,
    more: Callable[[Path], Iterable[Written]] = nothing_more,
    durably: bool = False,
) -> int:
    """Write every file into a fresh folder, then put it in the place of `out`; returns how many there were.

    `more` are the files that are made of those in the fresh folder. `durably` waits for the disk, so that also power
    that fails leaves a whole site, and not only the names of its files. Where `out` is a link, what it leads to is
    replaced and the link stays. Raises what `made` raises, and then nothing has changed.
    """
    refuse_what_is_not_ours(out)
    put_back(out)
    out = out.resolve()
    fresh = beside(out, "new")
    for leftover in (fresh, beside(out, "old")):
        clear(leftover)
    try:
        written = {*_written(made, fresh)}
        written.update(_written(more(fresh), fresh))
        put(*mark(written), fresh)
        if before := ours(out):
            for path in _in_nobodys_way({*strangers(out, before)}, written, out):
                make_way(path, fresh)
                link(out / path, fresh / path)
        if durably:
            on_disk()
        _take_place(fresh, out)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    Twin(out).begin()
    return len(written)


def change(made: Iterable[Written], gone: Callable[[], Iterable[PurePosixPath]], out: Path) -> int:
    """Write some files of a site that is there, and remove others; returns how many were written.

    `gone` is asked when all files are written. Raises what `made` raises, and then nothing has changed.
    """
    out = out.resolve()
    twin = Twin(out)
    since = twin.since()
    coming = iter(made)
    first = [*islice(coming, 2)]
    if len(first) == 1 and str(first[0][0]) in ours(out) and not {*gone()}:
        twin.replace(*first[0])
        return 1
    try:
        written: set[str] = set()
        for path, data in chain(first, coming):
            twin.put(path, data)
            written.add(str(path))
        removed = {*map(str, gone())}
        _remove(removed, written, twin)
        if twin.changed:
            _complete(twin, written, removed, since)
            _take_place(twin.folder, out)
        return len(written)
    finally:
        twin.settle()


def _written(made: Iterable[Written], folder: Path) -> Iterator[str]:
    for path, data in made:
        put(path, data, folder)
        yield str(path)


def _complete(twin: Twin, written: set[str], removed: set[str], since: int) -> None:
    """The list says what was made here; what was not comes along, and what of it was taken away is not put back."""
    before = ours(twin.site)
    after = (before - removed) | written
    if after != before:
        twin.put(*mark(after))
    among = changed_folders(twin.site, before, since) if before else []
    theirs = {*strangers(twin.site, before, among)}
    for left in {*strangers(twin.folder, before, among)} - theirs - after:
        twin.remove(PurePosixPath(left))
    for path in _in_nobodys_way(theirs, after, twin.site):
        if not os.path.lexists(twin.folder / path):
            twin.link(path)


def _in_nobodys_way(theirs: Collection[str], ours: set[str], site: Path) -> Iterator[PurePosixPath]:
    """Files that were not made here. Raises InTheWayError for one whose place is wanted."""
    wanted = ours | folders(ours) if theirs else set()
    for path in map(PurePosixPath, sorted(theirs)):
        if str(path) in wanted or not ours.isdisjoint(map(str, path.parents)):
            raise InTheWayError(
                f"“{site / path}”不是本程序生成的，却占着网站文件的位置；请把它移走再生成",
                f"“{site / path}” was not made by this program, but has the place of a file of the site; move it away",
            )
        yield path


def _remove(gone: Iterable[str], written: Iterable[str], twin: Twin) -> None:
    """Without some files; where a disk makes no difference of case, not without one that is written otherwise now."""
    alike = {path.casefold(): twin.folder / path for path in written}
    for path in gone:
        same, there = alike.get(path.casefold()), twin.folder / path
        if not (same and there.exists() and same.samefile(there)):
            twin.remove(PurePosixPath(path))


@contextmanager
def turn(out: Path) -> Iterator[None]:
    """One build at a time: another one into the same folder is waited for. Raises BusyError after PATIENCE seconds."""
    lock = FileLock(beside(out.resolve(), "lock"), timeout=PATIENCE)
    try:
        with lock:
            yield
    except Timeout:
        raise BusyError from None


def _take_place(fresh: Path, out: Path) -> None:
    """One folder has the other's place, and the other way round.

    Where that takes two steps there is no site for a moment; if the second can't be done, the old one is put back.
    """
    if not out.exists():
        _rename(fresh, out)
    elif not exchange(fresh, out):
        old = beside(out, "old")
        clear(old)
        _rename(out, old)
        try:
            _rename(fresh, out)
        except OSError:
            put_back(out)
            raise
        _rename(old, fresh)


def _rename(here: Path, there: Path) -> None:
    patiently(lambda: here.rename(there))
