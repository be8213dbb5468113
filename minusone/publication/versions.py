"""Every version of a record that was ever published: its history, which lies beside the log, a file for each record.

The log says nothing of what a record said but its salted digest, so that a version which the law wants erased can go
from its file: its entry stays, and another says that it was erased, when and why.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Any, TypeAlias

from minusone.plain import Plain
from minusone.schema import Ref
from minusone.transparency.canonical import SALT, digest
from minusone.transparency.errors import LogError

FOLDER = PurePosixPath("log/records")
"""Where the histories lie in a site."""

LONGEST = 50_000_000
"""Bytes of a history."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What a record said, and the salt without which its digest tells nothing."""

    record: dict[str, Plain]
    salt: bytes

    @property
    def digest(self) -> bytes:
        return digest(self.record, self.salt)


@dataclass(frozen=True, slots=True)
class Version:
    """What a record said from a day on; `number` counts from 1. Nothing is left of one that was erased."""

    number: int
    day: date
    said: Saying | None


History = tuple[Version, ...]
"""All versions of a record, the oldest first; never empty."""

Histories: TypeAlias = Mapping[Ref, History]
"""Those of all records that were ever published."""


def path(ref: Ref) -> PurePosixPath:
    """Where the history of a record lies in a site."""
    return FOLDER / ref.kind / f"{ref.id}.json"


def written(history: History) -> bytes:
    """A history as its file has it: JSON that people can read too."""
    said = {"versions": [_written(version) for version in history]}
    return (json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def read(data: bytes) -> History:
    """Raises LogError for what `written` would not have written, to the byte."""
    try:
        if len(data) <= LONGEST:
            history = tuple(_read(said) for said in json.loads(data)["versions"])
            if written(history) == data and [version.number for version in history] == [*range(1, len(history) + 1)]:
                return history
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        pass
    raise LogError("这不是一条记录的历次版本", "This is no history of a record")


def _written(version: Version) -> dict[str, Any]:
    said = {"record": version.said.record, "salt": as_text(version.said.salt)} if version.said else {"record": None}
    return {"version": version.number, "day": version.day.isoformat(), **said}


def _read(said: dict[str, Any]) -> Version:
    """Raises ValueError, TypeError, KeyError, or OverflowError for a number without end."""
    saying = None
    if said["record"] is not None:
        saying = Saying(dict(said["record"]), as_bytes(said["salt"]))
        if len(saying.salt) != SALT:
            raise ValueError
    return Version(int(said["version"]), date.fromisoformat(said["day"]), saying)


def as_text(data: bytes) -> str:
    """Base64url without padding (RFC 4648, section 5).

    Not as hexadecimal digits, among which there are so many runs of decimal ones that the search for private numbers
    would find some.
    """
    return urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def as_bytes(text: str) -> bytes:
    """Raises ValueError for what is no base64url at all."""
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
