"""A programme's page: who carries it out, what it promises again and again, and everything done under it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minusone.kinds.activity import Activity
from minusone.kinds.group import Group as ServiceGroup
from minusone.kinds.programme import Commitment, Programme
from minusone.kinds.report import Report
from minusone.kinds.visit import Visit
from minusone.pages.context import Frame, Page, body, record_page
from minusone.pages.diaries import time_of
from minusone.pieces.count import Count
from minusone.pieces.kept import Kept, kept
from minusone.pieces.links import Link, Who, link, who
from minusone.pieces.rows import (
    Item,
    Mentions,
    Section,
    items,
    mentions,
    newest_first,
    programme_summary,
    rows,
    sections,
)
from minusone.reckoning.timeuse import TimeUse
from minusone.schema import Ref
from minusone.site import Site
from minusone.slot import Body


@dataclass(frozen=True)
class CommitmentView:
    """A commitment, who made it, and how each of them kept it."""

    commitment: Commitment
    who: tuple[Who, ...]
    kept: tuple[Kept, ...]


@dataclass(frozen=True)
class ProgrammePage:
    record: Programme
    body: Body
    who: tuple[Who, ...]
    parent: Link | None
    below: tuple[Item, ...]
    commitments: tuple[CommitmentView, ...]
    count: Count
    sections: tuple[Section, ...]
    groups: tuple[Item, ...]
    time: TimeUse | None
    activities: tuple[Item, ...]
    visits: tuple[Item, ...]
    reports: tuple[Item, ...]
    mentions: Mentions


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    for record in site.all(Programme):
        context = _context(site, record)
        yield record_page(site, frame, record, context, template="programme.html")


def _context(site: Site, record: Programme) -> ProgrammePage:
    own = site.under(record.ref)
    below = tuple(sorted((p for p in site.all(Programme) if p.parent == record.ref), key=lambda p: (p.rank, p.id)))
    groups = tuple(g for g in site.all(ServiceGroup) if g.programme == record.ref)
    activities = newest_first(a for a in site.all(Activity) if _under(record, a))
    visits = newest_first(v for v in site.all(Visit) if _under(record, v))
    reports = tuple(r for r in site.all(Report) if record.ref in r.programme)
    return ProgrammePage(
        record,
        body(site, record),
        who(site, record.units),
        link(site, record.parent) if record.parent else None,
        items(site, below),
        tuple(_commitment(site, record, commitment) for commitment in record.commitments),
        programme_summary(site, record.ref),
        sections(rows(site, own)),
        items(site, groups),
        time_of(activities),
        items(site, activities),
        items(site, visits),
        items(site, reports),
        mentions(site, record, own, below, groups, activities, visits, reports),
    )


def _under(record: Programme, done: Activity | Visit) -> bool:
    return record.ref in done.programme or any(ref.id == record.id for ref in done.fulfils)


def _commitment(site: Site, record: Programme, commitment: Commitment) -> CommitmentView:
    ref = Ref("programme", record.id, commitment.id)
    promised = (promise for promise in site.promises if promise.ref == ref)
    return CommitmentView(commitment, who(site, commitment.who), kept(site, promised))
