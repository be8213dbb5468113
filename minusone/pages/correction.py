"""A correction's page: what was done to what had been published, why, by whose decision."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minusone.kinds.correction import Correction
from minusone.pages.context import Frame, Page, body, record_page
from minusone.pieces.links import Link, link
from minusone.pieces.published import still
from minusone.pieces.rows import Mentions, mentions
from minusone.site import Site
from minusone.slot import Body


@dataclass(frozen=True)
class Corrected:
    """What was corrected, and its page, if there is one."""

    name: str
    page: Link | None


@dataclass(frozen=True)
class CorrectionPage:
    record: Correction
    body: Body
    of: tuple[Corrected, ...]
    by: Link
    mentions: Mentions


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    for record in site.all(Correction):
        of = tuple(Corrected(str(ref), still(site, ref)) for ref in record.corrected)
        context = CorrectionPage(record, body(site, record), of, link(site, record.by), mentions(site, record))
        yield record_page(site, frame, record, context, template="correction.html")
