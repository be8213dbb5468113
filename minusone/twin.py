"""The site once more, beside the one that is served: the same files by second names, in folders of its own.

What changes is changed in the twin, where nobody looks, and then the two change places. From then on the twin is what
the site was, so before the next change it is brought up to what the site is: that is only what changed last time. It
takes no room but for its folders.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from minusone.trees import beside, clear, is_file, link, make_way, put, remove


@dataclass
class Twin:
    """That of the site in a folder, which is an absolute path; `changed` is what was put there or removed by now."""

    site: Path
    changed: list[PurePosixPath] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        return beside(self.site, "twin")

    @property
    def _note(self) -> Path:
        """Says in what the twin differs from the site. While there is none it may differ in anything."""
        return beside(self.site, "twin.json")

    @property
    def _unfinished(self) -> Path:
        """The note, or a file of the site, while it is being written."""
        return beside(self.site, "twin.new")

    def since(self) -> int:
        """When the site came to its place, by the disk's clock in nanoseconds; 0 if that is not known."""
        return self._note.stat().st_mtime_ns if self._behind() is not None else 0

    def replace(self, path: PurePosixPath, data: bytes) -> None:
        """One file of the site itself, which takes one step."""
        behind = self._behind()
        self._forget()
        put(PurePosixPath(self._unfinished.name), data, self.site.parent)
        self._unfinished.replace(self.site / path)
        if behind is not None:
            self._remember([*behind, path])

    def put(self, path: PurePosixPath, data: bytes) -> None:
        """One file of the twin."""
        self._change(path)
        put(path, data, self.folder)

    def link(self, path: PurePosixPath) -> None:
        """Take over a file of the site."""
        self._change(path)
        make_way(path, self.folder)
        link(self.site / path, self.folder / path)

    def remove(self, path: PurePosixPath) -> None:
        self._change(path)
        remove(path, self.folder)

    def settle(self) -> None:
        """All that was done is done; the twin and the site differ in nothing else, whichever of them is which."""
        if self.changed:
            self._remember(self.changed)

    def begin(self) -> None:
        """Another site is in this one's place: its first change is not to wait for a twin."""
        self._forget()
        clear(self.folder)
        try:
            _linked(str(self.site), str(self.folder))
        except OSError:  # There is a site, which is what matters.
            clear(self.folder)
        else:
            self._remember([])

    def _change(self, path: PurePosixPath) -> None:
        """Before anything changes, the twin is what the site is; from then on it counts for nothing until `settle`."""
        if not self.changed:
            behind = self._behind()
            self._forget()
            if behind is None:
                clear(self.folder)
                _linked(str(self.site), str(self.folder))
            for one in behind or ():
                self._follow(one)
        self.changed.append(path)

    def _remember(self, behind: Iterable[PurePosixPath]) -> None:
        said = {"places": self._places(), "behind": sorted({*map(str, behind)})}
        with suppress(OSError):  # Nothing is lost without it but the time to make another twin.
            self._unfinished.write_text(json.dumps(said), "utf-8")
            self._unfinished.replace(self._note)

    def _forget(self) -> None:
        for note in (self._note, self._unfinished):
            note.unlink(missing_ok=True)

    def _behind(self) -> list[PurePosixPath] | None:
        try:
            said = json.loads(self._note.read_text("utf-8"))
            return [*map(PurePosixPath, said["behind"])] if said["places"] == self._places() else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _places(self) -> list[list[int]]:
        """Which two folders are meant: another one under the same name has another number."""
        return sorted([found.st_dev, found.st_ino] for found in (self.site.stat(), self.folder.lstat()))

    def _follow(self, path: PurePosixPath) -> None:
        """What the site has there, the twin has too; nothing, where it has nothing."""
        if is_file(self.site / path):
            make_way(path, self.folder)
            link(self.site / path, self.folder / path)
        else:
            remove(path, self.folder)


def _linked(site: str, twin: str) -> None:
    """A folder with all that is below it, by second names. There are many: a Path for each would take longer."""
    os.mkdir(twin)  # noqa: PTH102
    with os.scandir(site) as entries:
        for entry in entries:
            there = f"{twin}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                _linked(entry.path, there)
            else:
                link(entry.path, there)
