"""A supervision visit's page: how and where it looked, what it asked for and what was answered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minusone.kinds.visit import Visit
from minusone.pages.context import Frame, Page, body, record_page
from minusone.pieces.asked import Asked, asked
from minusone.pieces.links import Link, Who, link, links, who
from minusone.pieces.rows import Mentions, Row, mentions, rows
from minusone.site import Site
from minusone.slot import Body


@dataclass(frozen=True)
class VisitPage:
    """`found` are the rectifications that came of the visit."""

    record: Visit
    body: Body
    team: Link
    units: tuple[Who, ...]
    programmes: tuple[Link, ...]
    fulfils: tuple[Link, ...]
    asked: tuple[Asked, ...]
    found: tuple[Row, ...]
    mentions: Mentions


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    for record in site.all(Visit):
        found = site.found_by(record.ref)
        context = VisitPage(
            record,
            body(site, record),
            link(site, record.team),
            who(site, record.units),
            links(site, record.programme),
            links(site, record.fulfils),
            asked(site, site.asked_on(record.ref)),
            rows(site, found),
            mentions(site, record, found),
        )
        yield record_page(site, frame, record, context, template="visit.html")
