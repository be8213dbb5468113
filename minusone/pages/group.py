"""A service group's page: its posts, what it takes charge of and links with, and what it did."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minusone.kinds.activity import Activity
from minusone.kinds.group import Group
from minusone.pages.context import Frame, Page, body, record_page
from minusone.pieces.count import Count
from minusone.pieces.kept import Kept, kept
from minusone.pieces.links import Link, link, links
from minusone.pieces.rows import Item, Mentions, Section, items, mentions, newest_first, rows, sections, summary
from minusone.site import Site
from minusone.slot import Body


@dataclass(frozen=True)
class GroupPage:
    """`sections` are the rectifications of the units that the group is linked to."""

    record: Group
    body: Body
    units: tuple[Link, ...]
    programme: Link | None
    count: Count
    sections: tuple[Section, ...]
    kept: tuple[Kept, ...]
    activities: tuple[Item, ...]
    mentions: Mentions


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    for record in site.all(Group):
        linked = site.answered_for_by(*(unit.id for unit in record.unit))
        activities = newest_first(a for a in site.all(Activity) if record.ref in a.groups)
        context = GroupPage(
            record,
            body(site, record),
            links(site, record.unit),
            link(site, record.programme) if record.programme else None,
            summary(site, linked),
            sections(rows(site, linked)),
            kept(site, site.promised_as(record.ref)),
            items(site, activities),
            mentions(site, record, activities),
        )
        yield record_page(site, frame, record, context, template="group.html")
