"""Records as lists show them: rectifications with their state, the others with what is open of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple, TypeVar

from minusone.kinds.activity import Activity
from minusone.kinds.group import Group as ServiceGroup
from minusone.kinds.programme import Programme
from minusone.kinds.rectification import Extent, Nature, Rectification, State
from minusone.kinds.team import Team
from minusone.kinds.unit import Unit
from minusone.kinds.visit import Visit
from minusone.periods import Period
from minusone.pieces.count import Count, count
from minusone.pieces.links import Link, Who, to, who
from minusone.reckoning.commitments import Promise
from minusone.reckoning.followups import missed
from minusone.reckoning.lifecycle import UNRESOLVED, Group
from minusone.reckoning.recommendations import Followed, Stage
from minusone.reckoning.targets import undone
from minusone.schema import Id, Record, Ref, Term
from minusone.site import Site, once, once_each
from minusone.words import Words

R = TypeVar("R", bound=Record)


class Row(NamedTuple):
    """A rectification as lists show it.

    `undone` is said of one that was closed although not all of it is done, `missed` of one of which a follow-up visit
    was missed. `due_soon_in` and `silent_days` are told only where they are few, and too many, by the settings.
    """

    link: Link
    id: str
    group: Group
    state: State
    extent: Extent | None
    nature: Nature
    units: tuple[Who, ...]
    deadline: Period | None
    first_deadline: Period | None
    workdays: int | None
    moves: int
    slip_days: int
    overdue_days: int
    due_soon_in: int | None
    silent_days: int
    review: date | None
    review_overdue_days: int
    undone: bool
    missed: bool
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

    Units, programmes and groups bring the count of what is theirs, visits that of their recommendations.
    """

    link: Link
    summary: Words | None
    when: Period | None
    what: Term | None
    who: tuple[Who, ...]
    count: Count | None
    sample: bool


@dataclass(frozen=True)
class Mentions:
    """The records that name another: rectifications with their state, and the rest."""

    rows: tuple[Row, ...]
    items: tuple[Item, ...]


@once_each
def row(site: Site, record: Rectification) -> Row:
    standing = site.standings[record.id]
    group, visits = standing.group, site.follow_ups(record)
    return Row(
        to(record),
        record.id,
        group,
        standing.state,
        standing.extent,
        record.nature,
        who(site, record.unit),
        standing.deadline,
        standing.first_deadline,
        standing.workdays,
        len(standing.moves),
        standing.slip_days,
        standing.overdue_days,
        site.due_soon_in(record),
        site.silent_for(record),
        standing.review,
        standing.review_overdue_days,
        group is Group.CLOSED and undone(record),
        bool(missed(visits)),
        standing.closed_on,
        standing.closed_by_then,
        standing.reopenings,
        record.sample,
    )


def rows(site: Site, records: Iterable[Rectification]) -> tuple[Row, ...]:
    return tuple(row(site, record) for record in records)


def unresolved(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(row for row in rows if row.group in UNRESOLVED)


def sections(rows: Iterable[Row]) -> tuple[Section, ...]:
    """Rows in ledger order, parted by group."""
    parted = ((group, tuple(members)) for group, members in groupby(rows, key=lambda row: row.group))
    return tuple(Section(group, members, len(members), continued=False) for group, members in parted)


def some_of(whole: Iterable[Section], shown: Iterable[Row]) -> tuple[Section, ...]:
    """The sections of one page of a list; they say how long those of the whole list are, and go on with them."""
    known = {section.group: section for section in whole}
    return tuple(
        replace(one, size=known[one.group].size, continued=one.rows[0] != known[one.group].rows[0])
        for one in sections(shown)
    )


@once_each
def item(site: Site, record: Record) -> Item:
    """A record in a list: its date, form, and who did it, where its kind has those."""
    when = _of_any(record, "date", "period")
    what = _of_any(record, "form", "type", "span", "level", "what")
    named = record.units if isinstance(record, Activity | Visit) else ()
    return Item(
        to(record),
        record.summary,
        when,
        what,
        who(site, named),
        _summary(site, record),
        record.sample,
    )


def _of_any(record: Record, *names: str) -> Any:
    """What stands in the first of these fields that a record has and that isn't blank."""
    each = (getattr(record, name) for name in names if name in type(record).model_fields)
    return next((value for value in each if value is not None), None)


def items(site: Site, records: Iterable[Record]) -> tuple[Item, ...]:
    return tuple(item(site, record) for record in records)


def summary(
    site: Site,
    records: Iterable[Rectification],
    asked: Iterable[Followed] = (),
    promised: Iterable[Promise] = (),
) -> Count:
    """The count of some records, of what was asked and is not answered, or not done, and of what was not kept."""
    records, stages = tuple(records), Counter(one.stage for one in asked)
    return count(
        (site.group(record) for record in records),
        undone=sum(1 for record in records if site.group(record) is Group.CLOSED and undone(record)),
        unanswered=stages[Stage.OVERDUE] + stages[Stage.WAITING],
        overdue=stages[Stage.OVERDUE],
        at_work=stages[Stage.AT_WORK],
        gaps=sum(len(one.gaps) for one in promised),
        missed=sum(1 for record in records if missed(site.follow_ups(record))),
    )


@once
def unit_summary(site: Site, unit: Id) -> Count:
    """What a unit answers for, what it was asked, and what it promised."""
    return summary(site, site.answered_for_by(unit), site.asked_of(unit), site.promised_by(unit))


@once
def programme_summary(site: Site, programme: Ref) -> Count:
    """What belongs to a programme or its parts, and what they promised."""
    return summary(site, site.under(programme), promised=site.promised_under(programme))


def _summary(site: Site, record: Record) -> Count | None:
    match record:
        case Unit():
            return unit_summary(site, record.id)
        case Programme():
            return programme_summary(site, record.ref)
        case ServiceGroup():
            linked = site.answered_for_by(*(unit.id for unit in record.unit))
            return summary(site, linked, promised=site.promised_as(record.ref))
        case Team():
            return summary(site, (), promised=site.promised_as(record.ref))
        case Visit():
            return summary(site, (), site.asked_on(record.ref))
    return None


def worst_first(items: Iterable[Item]) -> tuple[Item, ...]:
    """Those with something overdue before those with something open before the rest; else in the order given."""
    return tuple(sorted(items, key=lambda one: urgency(one.count)))


def urgency(count: Count | None) -> int:
    return count.worst.rank if count and count.worst else len(Group)


def newest_first(records: Iterable[R]) -> tuple[R, ...]:
    """Activities, visits or reports by when they began, so that one of which only the year is known comes last."""
    return tuple(sorted(records, key=_when, reverse=True))


def _when(record: Record) -> tuple[date, str]:
    period = _of_any(record, "date", "period")
    return (period.first if isinstance(period, Period) else date.min), record.id


def mentions(site: Site, record: Record, *shown: Iterable[Record]) -> Mentions:
    """Who else names the record, beyond those whom its page shows already."""
    seen = {one.ref for some in shown for one in some}
    others = [site.records[ref] for ref in site.backlinks.get(record.ref, ()) if ref not in seen]
    named = site.in_ledger_order(tuple(r for r in others if isinstance(r, Rectification)))
    return Mentions(rows(site, named), items(site, (r for r in others if not isinstance(r, Rectification))))
