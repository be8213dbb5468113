"""An activity's page: who did what where; a diary shows where the time went, and what “1” it found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minusone.kinds.activity import Activity
from minusone.pages.context import Frame, Page, body, record_page
from minusone.pages.diaries import time_of
from minusone.pieces.links import Link, Who, links, who
from minusone.pieces.pairs import Pictures, pictures
from minusone.pieces.rows import Mentions, Row, mentions, rows
from minusone.reckoning.timeuse import TimeUse
from minusone.site import Site
from minusone.slot import Body


@dataclass(frozen=True)
class ActivityPage:
    """`time` is that of the diary; `found` are the rectifications that came of the activity."""

    record: Activity
    body: Body
    pictures: Pictures
    units: tuple[Who, ...]
    groups: tuple[Link, ...]
    programmes: tuple[Link, ...]
    fulfils: tuple[Link, ...]
    time: TimeUse | None
    found: tuple[Row, ...]
    mentions: Mentions


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    for record in site.all(Activity):
        found = site.found_by(record.ref)
        context = ActivityPage(
            record,
            body(site, record),
            pictures(record),
            who(site, record.units),
            links(site, record.groups),
            links(site, record.programme),
            links(site, record.fulfils),
            time_of([record]),
            rows(site, found),
            mentions(site, record, found),
        )
        yield record_page(site, frame, record, context, template="activity.html")
