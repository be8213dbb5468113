"""A rectification's short address, for paper notices and for the ear: a page that leads on at once.

It never changes: what was printed once, in a QR code or in letters, has to lead there for good.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minusone.kinds.rectification import Rectification
from minusone.pages.context import Frame, Page
from minusone.pieces.links import Link, link
from minusone.site import Site


@dataclass(frozen=True)
class Short:
    """Where it leads."""

    to: Link


def short(record: Rectification) -> str:
    return f"/r/{record.id}/"


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    for record in site.all(Rectification):
        to = Short(link(site, record.ref))
        source = site.sources[record.ref]
        yield Page(short(record), "short.html", frame, record.title, to, source=source, unlisted=True)
