"""What the log says happened to a record: an entry for each version, removal and erasure, and no word of prose."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from enum import Enum

from minusone.publication.versions import as_bytes, as_text
from minusone.schema import Ref
from minusone.transparency.canonical import canonical
from minusone.transparency.errors import LogError

LONGEST_ID = 100
"""Characters."""

_NAMES = re.compile(r"[a-z_]{1,40}:[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*", re.ASCII)
"""What a record of the log is called. Its history lies in a file of that name, so it leads nowhere else."""


class Event(Enum):
    """What an entry of the log says."""

    PUBLISHED = "published"
    REMOVED = "removed"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class Entry:
    """What happened to a version of a record; `why` is the id of the correction by which it was allowed to."""

    event: Event
    ref: Ref
    number: int
    day: date
    digest: bytes = b""
    why: str = ""

    @property
    def data(self) -> bytes:
        """As it stands in the log, by RFC 8785."""
        said = {"event": self.event.value, "kind": self.ref.kind, "id": self.ref.id, "version": self.number}
        said |= {"day": self.day.isoformat()}
        said |= {"digest": as_text(self.digest)} if self.digest else {}
        return canonical(said | ({"why": self.why} if self.why else {}))

    @classmethod
    def parse(cls, data: bytes) -> Entry:
        """Raises LogError for what is not such an entry, to the byte."""
        try:
            entry = cls._read(json.loads(data))
            if entry.data == data:
                return entry
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
            pass
        raise LogError("日志里有一条不是本程序写的", "The log has an entry that this program did not write")

    @classmethod
    def _read(cls, said: dict[str, str | int]) -> Entry:
        """Raises ValueError, TypeError, KeyError, AttributeError, or OverflowError for a version without end."""
        ref = Ref(str(said["kind"]), str(said["id"]))
        if not _NAMES.fullmatch(str(ref)) or len(ref.id) > LONGEST_ID:
            raise ValueError
        digest, why = as_bytes(str(said.get("digest", ""))), str(said.get("why", ""))
        return cls(Event(said["event"]), ref, int(said["version"]), date.fromisoformat(str(said["day"])), digest, why)
