"""Files and folders as they come and go: a file is never written into, as it may have other names, but replaced."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath
from time import sleep


def beside(site: Path, suffix: str) -> Path:
    """What belongs to a site's folder and lies next to it, hidden."""
    return site.with_name(f".{site.name}.{suffix}")


def is_file(path: Path) -> bool:
    """Whether there is a file, or a link to anything."""
    return path.is_symlink() or path.is_file()


def put(path: PurePosixPath, data: bytes, folder: Path) -> None:
    """A new file below a folder, whatever stood in its way."""
    try:
        _write(folder / path, data)
    except (FileNotFoundError, FileExistsError, NotADirectoryError):
        make_way(path, folder)
        _write(folder / path, data)


def _write(target: Path, data: bytes) -> None:
    try:
        with target.open("xb") as opened:
            opened.write(data)
    except OSError as error:
        error.filename = str(target)  # Where there was no room left, nobody else says.
        raise


def make_way(path: PurePosixPath, folder: Path) -> None:
    """Room for a file below a folder: where it is to be there is nothing, and where its folders are to be no file."""
    for parent in tuple(path.parents)[-2::-1]:
        if is_file(folder / parent):
            (folder / parent).unlink()
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    clear(folder / path)


def remove(path: PurePosixPath, folder: Path) -> None:
    """Without a file, and without the folders that are empty then; a folder that has its place by now stays."""
    if is_file(folder / path):
        (folder / path).unlink()
    with suppress(OSError):  # Raised for the first folder that is not empty.
        for parent in path.parents[:-1]:
            (folder / parent).rmdir()


def link(here: str | Path, there: str | Path) -> None:
    """A second name of a file, or another link like a link; where a disk knows no second names, a copy."""
    try:
        os.link(here, there, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(here, there, follow_symlinks=False)


def on_disk() -> None:
    """Wait until all that was written is on the disk, where a system knows how; Windows does not."""
    if hasattr(os, "sync"):
        os.sync()


def below(folder: Path, at: str = "") -> Iterator[str]:
    """Every file below a folder, however deep, links among them; nothing that they lead to."""
    left = [at]
    while left:
        at = left.pop()
        with os.scandir(folder / at) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    left.append(f"{at}{entry.name}/")
                else:
                    yield at + entry.name


def clear(leftover: Path) -> None:
    """Whatever has that name is gone; a link is cut, and what it leads to stays."""
    if is_file(leftover):
        leftover.unlink()
    elif leftover.exists():
        shutil.rmtree(leftover)


def patiently(move: Callable[[], object]) -> None:
    """On Windows a program that has a file open, such as a virus scanner, stops a rename for a moment."""
    for wait in (0.05, 0.1, 0.2, 0.4, 0.8):
        try:
            move()
        except PermissionError:
            sleep(wait)
        else:
            return
    move()
