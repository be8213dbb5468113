"""Whether files are what they were, told without reading them.

A file is the same if its size, its times and its place on the disk are. Times have a grain: what is changed twice
within one tick of the disk's clock shows once. So of files that were changed in the moments before they were looked at
a digest is kept too, and they are read again before they are believed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from stat import S_ISDIR

GRAIN = 2_000_000_000
"""Nanoseconds within which two changes may bear the same time; FAT, the coarsest disk in use, counts by twos."""

Stamp = tuple[int, int, int, int]
"""Size in bytes, times of the last change of content and of anything in nanoseconds, number on the disk."""


@dataclass(frozen=True)
class Inventory:
    """The files below some places at a moment, by path; of those changed just before it the digest too."""

    files: Mapping[str, Stamp] = field(default_factory=dict)
    unsure: Mapping[str, bytes] = field(default_factory=dict)


def inventory(places: Iterable[Path], moment: int) -> Inventory:
    """Every file below some folders, or the files themselves, as they stand; `moment` is the disk's own time by now.

    What is hidden, gone or can't be looked at is left out.
    """
    files: dict[str, Stamp] = {}
    for place in places:
        _add(place, files)
    unsure = [path for path, stamp in files.items() if max(stamp[1], stamp[2]) >= moment - GRAIN]
    return Inventory(files, {path: _digest(path) for path in unsure})


def changed(then: Inventory, now: Inventory) -> frozenset[str]:
    """The paths of files that came, went, or are not what they were."""
    different = {path for path, stamp in now.files.items() if then.files.get(path) != stamp}
    different |= then.files.keys() - now.files.keys()
    doubted = (path for path in then.unsure.keys() - different)
    return frozenset(different | {path for path in doubted if _digest(path) != then.unsure[path]})


def renewed(found: Inventory, file: Path, moment: int) -> Inventory:
    """The same with one file as it stands now, which was written since."""
    path = str(file)
    others = {one: stamp for one, stamp in found.files.items() if one != path}
    unsure = {one: digest for one, digest in found.unsure.items() if one != path}
    now = inventory([file], moment)
    return Inventory({**others, **now.files}, {**unsure, **now.unsure})


def moment(folder: Path) -> int:
    """What time it is by the clock of a disk; a file is written into the folder, and is gone again."""
    probe = folder / ".moment"
    probe.write_bytes(b"")
    try:
        return probe.stat().st_mtime_ns
    finally:
        probe.unlink()


def surface(folder: Path) -> dict[str, Stamp]:
    """A folder and what lies directly in it, so that whatever was taken away or put there by hand shows."""
    try:
        with os.scandir(folder) as entries:
            return {".": _stamp(folder.stat())} | {entry.name: _stamp(entry.stat()) for entry in entries}
    except OSError:
        return {}


def stamp(path: Path) -> Stamp | None:
    try:
        return _stamp(path.stat())
    except OSError:
        return None


def _stamp(found: os.stat_result) -> Stamp:
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def _add(place: Path, files: dict[str, Stamp]) -> None:
    try:
        found = place.stat()
    except OSError:
        return
    if S_ISDIR(found.st_mode):
        _add_folder(str(place), files)
    else:
        files[str(place)] = _stamp(found)


def _add_folder(top: str, files: dict[str, Stamp]) -> None:
    left = [top]
    while left:
        try:
            with os.scandir(left.pop()) as entries:
                for entry in entries:
                    if not entry.name.startswith("."):
                        _add_entry(entry, files, left)
        except OSError:
            continue


def _add_entry(entry: os.DirEntry[str], files: dict[str, Stamp], left: list[str]) -> None:
    """A link is what it leads to, and its own place; what is below a linked folder is no part of the content."""
    try:
        if entry.is_dir(follow_symlinks=False):
            left.append(entry.path)
        else:
            files[entry.path] = _stamp(entry.stat())
    except OSError:  # A link that leads nowhere, say: that it is there counts.
        files[entry.path] = (-1, 0, 0, 0)


def _digest(path: str) -> bytes:
    try:
        return blake2b(Path(path).read_bytes(), digest_size=16).digest()
    except OSError:
        return b""
