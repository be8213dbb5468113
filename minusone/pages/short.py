"""A rectification's short address, for paper notices and for the ear: a page that leads on at once.

It never changes: what was printed once, in a QR code or in letters, has to lead there for good.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minusone.kinds.rectification import Rectification
from minusone.layout import address
from minusone.pages.context import Frame, Page
from minusone.pieces.links import Link, link
from minusone.pieces.published import called, gone
from minusone.schema import Id
from minusone.site import Site


@dataclass(frozen=True)
class Short:
    """Where it leads."""

    to: Link


def short(record: Rectification) -> str:
    return _short(record.id)


def _short(id: Id) -> str:
    return f"/r/{id}/"


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    for ref in gone(site):
        if ref.kind == Rectification.kind:
            away = Short(Link(address(ref), called(ref)))
            yield Page(_short(ref.id), "short.html", frame, called(ref), away, unlisted=True)
    for record in site.all(Rectification):
        to = Short(link(site, record.ref))
        source = site.sources[record.ref]
        yield Page(short(record), "short.html", frame, record.title, to, source=source, unlisted=True)
