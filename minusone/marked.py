"""Which files of a site's folder were made here: a list in the folder itself. All others are somebody's, and stay."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from minusone.stamps import GRAIN
from minusone.trees import below

MARK = ".minusone"
"""The file that says that a folder was made here, and which files in it were, a line each."""


def mark(ours: Iterable[PurePosixPath]) -> tuple[PurePosixPath, bytes]:
    """The file itself."""
    return PurePosixPath(MARK), "".join(f"{path}\n" for path in sorted(map(str, ours))).encode()


def ours(site: Path) -> set[PurePosixPath]:
    """The files that were made here, but for the list of them; none where there is no list."""
    try:
        return {PurePosixPath(line) for line in (site / MARK).read_text("utf-8").splitlines()}
    except (OSError, ValueError):
        return set()


def strangers(site: Path, ours: Iterable[PurePosixPath], since: int = 0) -> Iterator[PurePosixPath]:
    """The files that were not made here; `since` then, by the disk's clock in nanoseconds, if all before are known.

    A folder tells when something came into it, so that no other has to be looked through.
    """
    made = {*map(str, ours), MARK}
    folders = {"", *(f"{parent}/" for path in {path.parent for path in ours} for parent in (path, *path.parents)[:-1])}
    for folder in sorted(folders):
        if _changed(site / folder, since):
            yield from map(PurePosixPath, _strangers(site, folder, made, folders))


def _changed(folder: Path, since: int) -> bool:
    try:
        return folder.stat().st_mtime_ns >= since - GRAIN
    except OSError:
        return False


def _strangers(site: Path, folder: str, made: set[str], folders: set[str]) -> Iterator[str]:
    with os.scandir(site / folder) as entries:
        for entry in entries:
            name = folder + entry.name
            if not entry.is_dir(follow_symlinks=False):
                yield from [name] if name not in made else ()
            elif f"{name}/" not in folders:
                yield from below(site, f"{name}/")
