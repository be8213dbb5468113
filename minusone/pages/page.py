"""A page of plain text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minusone.kinds.page import Page as TextPage
from minusone.pages.context import Frame, Page, body, record_page
from minusone.pieces.rows import Mentions, mentions
from minusone.site import Site
from minusone.slot import Body


@dataclass(frozen=True)
class TextContext:
    record: TextPage
    body: Body
    mentions: Mentions


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    for record in site.all(TextPage):
        context = TextContext(record, body(site, record), mentions(site, record))
        yield record_page(site, frame, record, context, template="page.html")
