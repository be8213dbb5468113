"""How to stay informed: all feeds and calendars, and in plain words how one uses them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minusone.pages.context import Frame, Page
from minusone.pieces.calendars import calendars
from minusone.pieces.feeds import feeds
from minusone.pieces.links import LISTS, SUBSCRIBE, Link
from minusone.site import Site
from minusone.words import Bilingual


@dataclass(frozen=True)
class Subscribe:
    """The feeds of the whole site, calendars with what is in them, and the `narrow` feeds below what they are of."""

    feeds: tuple[Link, ...]
    calendars: tuple[tuple[Link, Bilingual], ...]
    narrow: tuple[tuple[Bilingual, tuple[Link, ...]], ...]


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    found = feeds(site)
    if not found.general:
        return
    parts = (
        (Bilingual("按类别", "By kind"), found.kinds),
        (LISTS["unit"], found.units),
        (LISTS["programme"], found.programmes),
    )
    context = Subscribe(
        tuple(feed.link for feed in found.general),
        tuple((one.link, one.about) for one in calendars(site)),
        tuple((name, tuple(feed.link for feed in some)) for name, some in parts if some),
    )
    yield Page(SUBSCRIBE.address, "subscribe.html", frame, SUBSCRIBE.title, context)
