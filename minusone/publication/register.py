"""What the log tells of each record, read entry by entry, and whether a history is the one that it tells of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from minusone.publication.events import Entry, Event
from minusone.publication.versions import History, Version, path, read
from minusone.schema import Ref
from minusone.transparency.errors import LogError
from minusone.transparency.log import Log

MOST = 10_000_000
"""Entries of a log that are read: a thousand years of a province."""


@dataclass
class Course:
    """Of one record the entries of its versions by their places in the log, those by which it was removed and versions
    of it were erased, which these were, whether it was removed after the last, and the day of the last entry of all.
    """

    published: dict[int, Entry] = field(default_factory=dict)
    losses: list[Entry] = field(default_factory=list)
    erased: set[int] = field(default_factory=set)
    removed: bool = False
    day: date = date.min

    def add(self, place: int, entry: Entry) -> bool:
        """False for an entry that can't come here; what a record says now can't be erased."""
        count = len(self.published)
        match entry.event:
            case Event.PUBLISHED if entry.number == count + 1 and entry.digest:
                self.published[place] = entry
                self.removed = False
            case Event.REMOVED if 1 <= entry.number == count and not self.removed:
                self.removed = True
                self.losses.append(entry)
            case Event.ERASED if 1 <= entry.number < count + self.removed and entry.number not in self.erased:
                self.erased.add(entry.number)
                self.losses.append(entry)
            case _:
                return False
        self.day = entry.day
        return True

    def fits(self, history: History) -> bool:
        """Whether these are the versions that the log tells of, without those that were erased. Raises LogError."""
        entries = self.published.values()
        return len(history) == len(entries) and all(map(self._is_told, history, entries))

    def _is_told(self, version: Version, entry: Entry) -> bool:
        if version.said is None:
            return version.day == entry.day and version.number in self.erased
        is_told = (version.day, version.said.digest) == (entry.day, entry.digest)
        return is_told and version.number not in self.erased


Register = Mapping[Ref, Course]
"""Every record that the log tells of."""


def register(log: Log) -> Register:
    """Raises LogError for entries that can't be, one after the other, and for more of them than MOST.

    Days never go back.
    """
    if log.checkpoint.size > MOST:
        raise LogError(f"日志多于 {MOST} 条，不再读下去", f"The log has more than {MOST} entries, and is not read")
    found: dict[Ref, Course] = {}
    day = date.min
    for place, data in enumerate(log.entries()):
        entry = Entry.parse(data)
        if entry.day < day or not found.setdefault(entry.ref, Course()).add(place, entry):
            raise LogError(
                f"日志第 {place} 条（从 0 数起）说的“{entry.ref}”接不上前文",
                f"Entry {place}, counted from 0, tells of “{entry.ref}” what can't follow what was told before",
            )
        day = entry.day
    return found


def history(ref: Ref, course: Course, data: bytes) -> History:
    """The history of a record, from its file. Raises LogError, naming the record, unless the log tells of it so."""
    try:
        found = read(data)
        fits = course.fits(found)
    except LogError as error:
        raise error.about(path(ref)) from error
    if not fits:
        raise LogError(
            f"“{path(ref)}”与日志不符：“{ref}”的历次版本被改过，或者不全",
            f"“{path(ref)}” does not fit the log: the versions of “{ref}” were changed, or are not all there",
        )
    return found
