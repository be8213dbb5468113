"""A picture as the site knows it, before anybody looks into its file: what it may be, how large it will be."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from minusone.words import Bilingual

FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP", ".gif": "GIF", ".avif": "AVIF"}
"""What a browser shows and what holds no script, by the ending of its name."""

Size = tuple[int, int]
"""Width and height in pixels."""


@dataclass(frozen=True)
class Sized:
    """A picture's file, and the size that it is published in."""

    file: Path
    size: Size


class UnfitError(Exception):
    """A picture that can't be published; says why, and what to do about it."""

    def __init__(self, reason: Bilingual, fix: Bilingual) -> None:
        self.reason, self.fix = reason, fix
        super().__init__(reason.en)
