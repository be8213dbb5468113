"""A progress report's page: how the ledger stands today, then the figures that its source reported, marked as such."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minusone.kinds.report import Report, Reported
from minusone.pages.context import Body, Frame, Page, body, record_page
from minusone.pages.count import Count, count
from minusone.pages.links import Link, link, links
from minusone.pages.rows import Mentions, Row, mentions, rows, unresolved
from minusone.site import Site


@dataclass(frozen=True)
class ReportedView:
    reported: Reported
    programme: Link | None


@dataclass(frozen=True)
class ReportPage:
    """`unresolved` and `count` are of the records found by the end of the report's period, as they stand today."""

    record: Report
    body: Body
    programmes: tuple[Link, ...]
    figures: tuple[ReportedView, ...]
    unresolved: tuple[Row, ...]
    count: Count
    mentions: Mentions


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    for record in site.all(Report):
        within = tuple(r for r in site.ledger() if site.standings[r.id].opened <= record.period.last)
        shown = rows(site, within)
        context = ReportPage(
            record,
            body(site, record),
            links(site, record.programme),
            tuple(ReportedView(one, link(site, one.programme) if one.programme else None) for one in record.figures),
            unresolved(shown),
            count(row.group for row in shown),
            mentions(site, record),
        )
        yield record_page(site, frame, record, context, template="report.html")
