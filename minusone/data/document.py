"""A file that the site publishes beside its pages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True)
class Document:
    """Its path in the site, its bytes, and what it is made from, as an editor knows it."""

    path: PurePosixPath
    data: bytes
    source: str
