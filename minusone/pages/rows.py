"""Records as lists show them: rectifications with their state, the others with what is open of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TypeVar

from minusone.kinds.activity import Activity
from minusone.kinds.programme import Programme
from minusone.kinds.rectification import Extent, Nature, Rectification, State
from minusone.kinds.unit import Unit
from minusone.kinds.visit import Visit
from minusone.lifecycle import UNRESOLVED, Group
from minusone.pages.count import Count, count
from minusone.pages.links import Link, Who, link, who
from minusone.periods import Period
from minusone.schema import Id, Record, Term
from minusone.site import Site
from minusone.targets import progress
from minusone.words import Words

R = TypeVar("R")


@dataclass(frozen=True)
class Row:
    """A rectification as lists show it; `undone` is said of one that was closed although not all of it is done."""

    link: Link
    id: str
    group: Group
    state: State
    extent: Extent | None
    nature: Nature
    units: tuple[Who, ...]
    deadline: Period | None
    first_deadline: Period | None
    moves: int
    slip_days: int
    overdue_days: int
    review_overdue_days: int
    undone: bool
    closed_on: date | None
    closed_by_then: bool
    reopenings: int
    sample: bool


@dataclass(frozen=True)
class Section:
    """Rows that belong together under a group's name; `size` counts those on other pages of the list too.

    `continued` says that the group began on an earlier page.
    """

    group: Group
    rows: tuple[Row, ...]
    size: int
    continued: bool = False


@dataclass(frozen=True)
class Item:
    """Any other record as lists show it.

    Units and programmes bring the count of what they answer for, visits the number of their unanswered recommendations.
    """

    link: Link
    summary: Words | None
    when: Period | None
    what: Term | None
    who: tuple[Who, ...]
    count: Count | None
    unanswered: int
    sample: bool


@dataclass(frozen=True)
class Mentions:
    """The records that name another: rectifications with their state, and the rest."""

    rows: tuple[Row, ...]
    items: tuple[Item, ...]


def row(site: Site, record: Rectification) -> Row:
    standing = site.standings[record.id]
    return Row(
        link(site, record.ref),
        record.id,
        standing.group,
        standing.state,
        standing.extent,
        record.nature,
        who(site, record.unit),
        standing.deadline,
        standing.first_deadline,
        len(standing.moves),
        standing.slip_days,
        standing.overdue_days,
        standing.review_overdue_days,
        standing.group is Group.CLOSED and undone(record),
        standing.closed_on,
        standing.closed_by_then,
        standing.reopenings,
        record.sample,
    )


def undone(record: Rectification) -> bool:
    """Whether a measure or a counted target of it is known not to be done, whatever its state says."""
    measures = any(measure.done is None for measure in record.measures)
    return measures or any(progress(target, record.progress).done is False for target in record.targets)


def rows(site: Site, records: Iterable[Rectification]) -> tuple[Row, ...]:
    return tuple(row(site, record) for record in records)


def unresolved(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(row for row in rows if row.group in UNRESOLVED)


def sections(shown: Iterable[Row], whole: Iterable[Row] | None = None) -> tuple[Section, ...]:
    """Rows in ledger order, parted by group; `whole` is the list of which they are one page."""
    shown = tuple(shown)
    all_rows = shown if whole is None else tuple(whole)
    sizes, first = Counter(row.group for row in all_rows), {row.group: row for row in reversed(all_rows)}
    parted = [(group, tuple(members)) for group, members in groupby(shown, key=lambda row: row.group)]
    return tuple(Section(group, rows, sizes[group], rows[0] != first[group]) for group, rows in parted)


def item(site: Site, record: Record) -> Item:
    """A record in a list: its date, form, and who did it, where its kind has those."""
    when = getattr(record, "date", None) or getattr(record, "period", None)
    what = next((getattr(record, name) for name in ("form", "type", "span", "level") if hasattr(record, name)), None)
    named = record.units if isinstance(record, Activity | Visit) else ()
    asked = record.recommendations if isinstance(record, Visit) else ()
    return Item(
        link(site, record.ref),
        record.summary,
        when,
        what,
        who(site, named),
        _count(site, record),
        sum(1 for recommendation in asked if recommendation.answer is None),
        record.sample,
    )


def items(site: Site, records: Iterable[Record]) -> tuple[Item, ...]:
    return tuple(item(site, record) for record in records)


def unit_count(site: Site, unit: Id) -> Count:
    """What a unit answers for, and what it was asked and has not answered."""
    return count((site.group(record) for record in site.answered_for_by(unit)), site.unanswered(unit))


def _count(site: Site, record: Record) -> Count | None:
    match record:
        case Unit():
            return unit_count(site, record.id)
        case Programme():
            return count(site.group(r) for r in site.under(record.ref))
    return None


def newest_first(records: Iterable[R]) -> tuple[R, ...]:
    """Activities, visits or reports by when they began, so that one of which only the year is known comes last."""
    return tuple(sorted(records, key=_when, reverse=True))


def _when(record: object) -> tuple[date, str]:
    period = getattr(record, "date", None) or getattr(record, "period", None)
    return (period.first if isinstance(period, Period) else date.min), getattr(record, "id", "")


def mentions(site: Site, record: Record, *shown: Iterable[Record]) -> Mentions:
    """Who else names the record, beyond those whom its page shows already."""
    seen = {one.ref for some in shown for one in some}
    others = [site.records[ref] for ref in site.backlinks.get(record.ref, ()) if ref not in seen]
    named = site.in_ledger_order(tuple(r for r in others if isinstance(r, Rectification)))
    return Mentions(rows(site, named), items(site, (r for r in others if not isinstance(r, Rectification))))
