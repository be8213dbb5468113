"""A supervision group's page: what it holds itself to, what it asked for, what it looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minusone.kinds.activity import Activity
from minusone.kinds.team import Team
from minusone.kinds.visit import Visit
from minusone.pages.asked import Asked, asked
from minusone.pages.context import Body, Frame, Page, body, record_page
from minusone.pages.links import Link, link
from minusone.pages.rows import Item, Mentions, items, mentions, newest_first
from minusone.site import Site


@dataclass(frozen=True)
class TeamPage:
    record: Team
    body: Body
    to: Link
    asked: tuple[Asked, ...]
    visits: tuple[Item, ...]
    activities: tuple[Item, ...]
    mentions: Mentions


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    for record in site.all(Team):
        visits = newest_first(v for v in site.all(Visit) if v.team == record.ref)
        activities = newest_first(a for a in site.all(Activity) if record.ref in a.groups)
        context = TeamPage(
            record,
            body(site, record),
            link(site, record.to),
            asked(site, lambda _: True, visits),
            items(site, visits),
            items(site, activities),
            mentions(site, record, visits, activities),
        )
        yield record_page(site, frame, record, context, template="team.html")
