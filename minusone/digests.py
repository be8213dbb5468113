"""What a thing is made of, as a digest: all its fields, and all theirs, however deep.

There is no graph of dependencies, and nothing is noted while pages are rendered: a template sees a frozen page and no
more, so the page is the list of what its files depend on.
"""

from __future__ import annotations

import copyreg
import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any

from minusone.cache import SIZE
from minusone.schema import Part


def digest(*parts: bytes) -> bytes:
    """One digest of several, or of some bytes; where one part ends is part of it."""
    found = blake2b(digest_size=SIZE)
    for part in parts:
        found.update(len(part).to_bytes(8, "big"))
        found.update(part)
    return found.digest()


def of(value: object) -> bytes:
    """The digest of a value. Different ones never have the same; equal ones may differ in theirs, which costs time.

    What keeps its own digest as `made_of` is not gone into, but for the value itself.
    """
    stored = io.BytesIO()
    pickler = pickle.Pickler(stored, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _Reductions()
    pickler.dump(_Reductions.taken_apart(value) if is_dataclass(value) else value)
    return digest(stored.getvalue())


def of_folder(folder: Path) -> bytes:
    """The files below a folder, by name and content."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return digest(*(part for file in files for part in (str(file.relative_to(folder)).encode(), file.read_bytes())))


_Reduction = Callable[[Any], Any]


class _Reductions(dict[type, _Reduction]):
    """How values are taken apart, by class: by their fields alone, not by what they remember of themselves."""

    def __init__(self) -> None:
        super().__init__(copyreg.dispatch_table)

    def __missing__(self, kind: type) -> _Reduction:
        if hasattr(kind, "made_of"):
            self[kind] = _summed
        elif issubclass(kind, Part):
            self[kind] = _part
        elif is_dataclass(kind):
            self[kind] = partial(_fields, tuple(field.name for field in fields(kind)))
        else:
            raise KeyError(kind)
        return self[kind]

    @staticmethod
    def taken_apart(value: Any) -> tuple[Any, ...]:
        return type(value), *(getattr(value, field.name) for field in fields(value))


def _summed(value: Any) -> tuple[Any, ...]:
    return bytes, (value.made_of,)


def _part(part: Part) -> tuple[Any, ...]:
    return tuple, ((type(part), *part.__dict__.values()),)


def _fields(names: tuple[str, ...], value: Any) -> tuple[Any, ...]:
    return tuple, ((type(value), *(getattr(value, name) for name in names)),)
