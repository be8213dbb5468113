"""Which files of a site's folder were made here: a list in the folder itself. All others are somebody's, and stay."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePosixPath

from minusone.stamps import GRAIN
from minusone.trees import below

MARK = ".minusone"
"""The file that says that a folder was made here, and which files in it were, a line each."""


def mark(ours: Iterable[str]) -> tuple[PurePosixPath, bytes]:
    """The file itself."""
    return PurePosixPath(MARK), "".join(f"{path}\n" for path in sorted(ours)).encode()


def ours(site: Path) -> set[str]:
    """The files that were made here, but for the list of them; none where there is no list."""
    try:
        return {*(site / MARK).read_text("utf-8").splitlines()}
    except (OSError, ValueError):
        return set()


def is_ours(path: PurePosixPath, site: Path) -> bool:
    """Whether one file was made here, though it may be gone; quicker than to ask `ours`."""
    try:
        return f"\n{path}\n".encode() in b"\n" + (site / MARK).read_bytes()
    except OSError:
        return False


def folders(paths: Iterable[str]) -> set[str]:
    """Every folder that some files are in, however far below; the site's own is “”."""
    found = {""}
    for path in paths:
        while (path := path.rpartition("/")[0]) not in found:
            found.add(path)
    return found


def changed_folders(site: Path, ours: Iterable[str], since: int) -> list[str]:
    """The folders into or out of which something came since then, by the disk's clock in nanoseconds: they tell."""
    return [folder for folder in sorted(folders(ours)) if _changed(f"{site}/{folder}", since)]


def _changed(folder: str, since: int) -> bool:
    try:
        return os.stat(folder).st_mtime_ns >= since - GRAIN  # noqa: PTH116 - a Path for each would take longer
    except OSError:
        return False


def strangers(site: Path, ours: Collection[str], among: Iterable[str] | None = None) -> Iterator[str]:
    """The files that were not made here: everywhere, or in some of the folders that files of ours are in."""
    known = folders(ours)
    for folder in sorted(known) if among is None else among:
        if (site / folder).is_dir():
            yield from _strangers(site, folder, ours, known)


def _strangers(site: Path, folder: str, ours: Collection[str], known: set[str]) -> Iterator[str]:
    with os.scandir(site / folder) as entries:
        for entry in entries:
            name = f"{folder}/{entry.name}" if folder else entry.name
            if not entry.is_dir(follow_symlinks=False):
                yield from [name] if name not in ours and name != MARK else ()
            elif name not in known:
                yield from below(site, f"{name}/")
