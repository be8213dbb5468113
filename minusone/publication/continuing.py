"""What becomes of the histories when a site is published: pure, from what was published before and what is said now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date

from minusone.plain import Plain
from minusone.publication.events import Entry, Event
from minusone.publication.keys import Salts
from minusone.publication.past import Past
from minusone.publication.versions import Histories, History, Saying, Version
from minusone.schema import Ref
from minusone.transparency.errors import LogError

Said = Mapping[Ref, dict[str, Plain]]
"""What every public record says."""


@dataclass(frozen=True)
class Leave:
    """The ids of the corrections by which records may go, and versions of them be erased."""

    removed: Mapping[Ref, str] = field(default_factory=dict)
    erased: Mapping[Ref, Mapping[int, str]] = field(default_factory=dict)


NO_LEAVE = Leave()


@dataclass(frozen=True)
class Continuation:
    """The histories as they are from now on, and what the log is to tell of it, by record and number."""

    histories: Histories
    entries: tuple[Entry, ...]


def continued(past: Past, now: Said, day: date, salts: Salts, leave: Leave = NO_LEAVE) -> Continuation:
    """A further version of each record that is new, is back, or says something else than when it was last published.

    Raises LogError for what no log can tell, for a version that may not be erased, and for a day before the last.
    """
    histories: dict[Ref, History] = {}
    entries: list[Entry] = []
    for ref in sorted({*past.histories, *now}):
        before, is_gone = past.histories.get(ref, ()), ref in past.removed
        with _naming(ref):
            history = _published(ref, before, is_gone, now.get(ref), day, salts)
            erased = _erasable(history, leave.erased.get(ref, {}), is_here=ref in now)
            entries += _told(ref, history[len(before) :])
        if before and not is_gone and ref not in now:
            entries.append(Entry(Event.REMOVED, ref, len(before), day, why=leave.removed.get(ref, "")))
        entries += (Entry(Event.ERASED, ref, number, day, why=why) for number, why in erased.items())
        histories[ref] = tuple(replace(one, said=None) if one.number in erased else one for one in history)
    _refuse_an_earlier(day, past)
    return Continuation(histories, tuple(entries))


def _published(
    ref: Ref, before: History, is_gone: bool, said: dict[str, Plain] | None, day: date, salts: Salts
) -> History:
    last = before[-1].said if before and not is_gone else None
    if said is None or (last and last.record == said):
        return before
    number = len(before) + 1
    return (*before, Version(number, day, Saying(said, salts(ref, number))))


def _told(ref: Ref, new: History) -> Iterator[Entry]:
    for version in new:
        if version.said:
            yield Entry(Event.PUBLISHED, ref, version.number, version.day, version.said.digest)


def _erasable(history: History, asked: Mapping[int, str], is_here: bool) -> dict[int, str]:
    """Of the versions that are to be erased those that are still there, by number. Raises LogError."""
    for number in asked:
        if number > len(history):
            raise LogError(f"没有第 {number} 版，不能抹去", f"There is no version {number} to be erased")
        if is_here and number == len(history):
            raise LogError(
                f"第 {number} 版就是现在公布的内容，不能抹去：先改记录",
                f"Version {number} is what the record says now and can't be erased: change the record first",
            )
    return {number: asked[number] for number in sorted(asked) if history[number - 1].said}


def _refuse_an_earlier(day: date, past: Past) -> None:
    """Also where nothing is new: what is computed of an earlier day is not to take the place of what was published."""
    latest = max((course.day for course in past.register.values()), default=day)
    if day < latest:
        raise LogError(
            f"日志已经记到 {latest}，不能再公布更早的 {day}：请改 as_of 或 --today",
            f"The log already tells of {latest}; nothing of {day} before it is published any more: "
            "mend as_of or --today",
        )


@contextmanager
def _naming(ref: Ref) -> Iterator[None]:
    try:
        yield
    except LogError as error:
        raise error.about(ref) from error
