"""Where did the time go 时间都去哪儿了: diaries' hours by what they went on, whom they served and what came of them.

Hours are exact. Every entry is in one class of each kind, that of “not said” where its diary doesn't tell, so that
the classes of each kind always add up to the total.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from minusone.kinds.activity import Diary, Entry, Served, Upshot, Work
from minusone.schema import Id, Term

T = TypeVar("T", bound=Term)


@dataclass(frozen=True)
class TimeUse:
    """The hours of `diaries` so many diaries, with every class, also those on which none were spent."""

    diaries: int
    total: Decimal
    upshot: tuple[tuple[Upshot, Decimal], ...]
    work: tuple[tuple[Work, Decimal], ...]
    served: tuple[tuple[Served, Decimal], ...]


def time_use(diaries: Iterable[Diary]) -> TimeUse:
    kept = tuple(diaries)
    entries = [entry for diary in kept for entry in diary.entries]
    return TimeUse(
        len(kept),
        _hours(entries),
        _split(entries, Upshot, lambda entry: entry.upshot),
        _split(entries, Work, lambda entry: entry.work),
        _split(entries, Served, lambda entry: entry.served),
    )


def by_unit(kept: Iterable[tuple[Diary, Iterable[Id]]]) -> dict[Id, TimeUse]:
    """For each unit the diaries that it kept. One that several kept is each one's, but only once in the whole."""
    of: dict[Id, list[Diary]] = {}
    for diary, units in kept:
        for unit in dict.fromkeys(units):
            of.setdefault(unit, []).append(diary)
    return {unit: time_use(diaries) for unit, diaries in of.items()}


def _split(entries: list[Entry], terms: type[T], of: Callable[[Entry], T]) -> tuple[tuple[T, Decimal], ...]:
    return tuple((term, _hours(entry for entry in entries if of(entry) is term)) for term in terms)


def _hours(entries: Iterable[Entry]) -> Decimal:
    return sum((entry.hours for entry in entries), Decimal())
